# The program as a library that has its main, for a distribution; nobody else builds it.
find_package(CLI11 REQUIRED) # what tools/ links, known there alone
find_package(fmt REQUIRED)
add_library(clout_program SHARED EXCLUDE_FROM_ALL $<TARGET_OBJECTS:clout>)
target_link_libraries(clout_program PRIVATE $<TARGET_PROPERTY:clout,LINK_LIBRARIES>)
set_target_properties(clout_program PROPERTIES LINKER_LANGUAGE CXX OUTPUT_NAME clout
                      LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
if(CMAKE_POSITION_INDEPENDENT_CODE)
  target_compile_options(clout PRIVATE -fPIC)
endif()
