# A distribution: the whole program once for each kind of processor, as a library that has its main, and an executable
# of nothing but the link to it. glibc's loader takes the best that the machine runs (glibc-hwcaps, since 2.33).
include(ExternalProject)

set(libraries lib/clout)
# clout_library(target folder): the library for CLOUT_TARGET=target, where the loader looks for it.
function(clout_library target folder)
  set(build ${PROJECT_BINARY_DIR}/${target})
  ExternalProject_Add(clout_${target}
    SOURCE_DIR ${PROJECT_SOURCE_DIR} BINARY_DIR ${build} PREFIX ${build}/steps
    CMAKE_ARGS -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}
               -DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER} -DCMAKE_POSITION_INDEPENDENT_CODE=ON
               -DCLOUT_TARGET=${target} -DCLOUT_PARALLEL=${CLOUT_PARALLEL} -DCLOUT_TESTS=OFF -DCLOUT_BENCH=OFF -DCLOUT_PYTHON=OFF
    BUILD_COMMAND ${CMAKE_COMMAND} --build ${build} --target clout_program
    BUILD_BYPRODUCTS ${build}/libclout.so
    BUILD_ALWAYS ON
    INSTALL_COMMAND "")
  install(FILES ${build}/libclout.so DESTINATION ${libraries}/${folder})
endfunction()

clout_library(portable "")
clout_library(avx2 glibc-hwcaps/x86-64-v3)
clout_library(avx512 glibc-hwcaps/x86-64-v4)

file(WRITE ${PROJECT_BINARY_DIR}/clout.cpp "// main stands in libclout.so\n")
add_executable(clout ${PROJECT_BINARY_DIR}/clout.cpp)
add_dependencies(clout clout_portable clout_avx2 clout_avx512)
target_link_libraries(clout PRIVATE ${PROJECT_BINARY_DIR}/portable/libclout.so)
set_target_properties(clout PROPERTIES INSTALL_RPATH "$ORIGIN/../${libraries}")
install(TARGETS clout RUNTIME DESTINATION bin)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios DESTINATION share/clout)
