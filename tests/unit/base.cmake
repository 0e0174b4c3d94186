# Random123 is the oracle of our Philox; it comes with librandom123-dev and is needed by tests only.
find_path(RANDOM123_INCLUDE Random123/philox.h REQUIRED)

clout_test(unit_base
  SOURCES base/lanes_test.cpp base/elementary_test.cpp base/sine_cosine_test.cpp base/normal_test.cpp base/philox_test.cpp base/mix_test.cpp base/stream_test.cpp base/small_parts_test.cpp base/platform_test.cpp base/text_test.cpp
  LIBRARIES clout_base clout_log)
target_include_directories(unit_base SYSTEM PRIVATE ${RANDOM123_INCLUDE})

# The same test for each implementation of the parallel loop. oneTBB is left out under the thread sanitizer, which
# reports false races inside it.
foreach(backend serial threads tbb)
  if(TARGET clout_parallel_${backend} AND NOT (backend STREQUAL tbb AND CLOUT_SANITIZE MATCHES thread))
    clout_test(unit_parallel_${backend} SOURCES base/parallel_test.cpp LIBRARIES clout_parallel_${backend})
    target_compile_definitions(unit_parallel_${backend} PRIVATE CLOUT_SUITE=Parallel_${backend})
    if(backend STREQUAL tbb)
      target_compile_definitions(unit_parallel_${backend} PRIVATE CLOUT_BACKEND="oneTBB")
    else()
      target_compile_definitions(unit_parallel_${backend} PRIVATE CLOUT_BACKEND="${backend}")
    endif()
  endif()
endforeach()

# The layers of engine/README.md hold, and their guard sees what breaks them.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME layers COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/check_layers)
add_test(NAME layers_guard COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/base/check_layers_test.py)

# Sections of MODEL.md and LANGUAGE.md that are cited exist, and links between pages lead somewhere.
add_test(NAME citations COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/base/citations_test.py)
add_test(NAME hidden_names COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/base/hidden_names_test.py)
# Each small change of meaning that tools/mutants makes still has its place.
add_test(NAME mutants_fit COMMAND ${Python3_EXECUTABLE} -B ${PROJECT_SOURCE_DIR}/tools/mutants --fits)
