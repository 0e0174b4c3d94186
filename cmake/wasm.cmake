# The engine in WebAssembly: what the playground carries. `emcmake cmake --preset wasm`, by Debian's emscripten 3.1.6.
# Exceptions are the machine's own; lanes are plain numbers, eight of them together (the SIMD of 3.1.6 is slower here).
add_compile_options(-fwasm-exceptions -fno-rtti)
add_compile_definitions(CLOUT_EIGHT_LANES=1)
add_link_options(-fwasm-exceptions -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=33554432 -sTOTAL_STACK=4194304)
include(cmake/own_packages.cmake)
add_subdirectory(engine)
add_subdirectory(tools/playground)

# Size is what a page pays for with its first second: for speed is compiled only what most of a round goes through.
foreach(target yaml-cpp clout_scenario clout_system clout_study clout_estimators clout_analysis clout_report
               clout_playground engine)
  target_compile_options(${target} PRIVATE -Oz)
endforeach()
target_link_options(engine PRIVATE -Oz)

# The same bits as natively: the fingerprint's own program, run by node on this machine's files.
add_executable(fingerprint_wasm tests/determinism/fingerprint.cpp)
target_link_libraries(fingerprint_wasm PRIVATE clout_settings clout_run clout_parallel)
target_compile_definitions(fingerprint_wasm PRIVATE CLOUT_ROOT="${PROJECT_SOURCE_DIR}")
target_link_options(fingerprint_wasm PRIVATE -sNODERAWFS=1 -sENVIRONMENT=node -sSINGLE_FILE=1) # node 18 and later fetch a file of its own in vain

# clout_without(target regex): files of a library that a page asks nothing of.
function(clout_without target regex)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources EXCLUDE REGEX ${regex})
  set_target_properties(${target} PROPERTIES SOURCES "${sources}")
endfunction()
clout_without(clout_estimators "(pick_freeze|shapley_effects|elementary|finding_box|crossing|contour|matching|chaos)")
clout_without(clout_analysis "(shapley|attribution|theories)")
clout_without(clout_study "(hypothes|drivers|sweep|point|threshold|mixture|theories|attribution|future|figure|varied)")
clout_without(clout_report "(drivers|threshold|sweep|theories|attribution|chronicle|negotiation|minutes|quiet|json_studies|study_page|study_space|glossary|explanation|hypotheses|manifest|verified)")
clout_without(clout_scenario "make/(import|synthetic)")

# Of the engine's rounds a page carries the code of one width: what they are compiled for otherwise (one replicate,
# sixteen) would only make the build three times as long. Logs of single futures are not the page's either.
get_target_property(rounds clout_run SOURCES)
list(FILTER rounds EXCLUDE REGEX "watch/(trace|chronicle(_minutes|_filter|_ends)?)[.]cpp")
set(narrow)
foreach(file ${rounds})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/engine/run/${file})
  file(READ ${PROJECT_SOURCE_DIR}/engine/run/${file} text)
  string(REGEX REPLACE "template [a-zA-Z][^;{}]*<(1|16)>[^;{}]*;" "" text "${text}")
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/narrow/${file} CONTENT "${text}" @ONLY)
  list(APPEND narrow ${PROJECT_BINARY_DIR}/narrow/${file})
endforeach()
set_target_properties(clout_run PROPERTIES SOURCES "${narrow}")
target_compile_options(clout_run PRIVATE -Os)
foreach(phase deliberate speak adapt)
  set_property(SOURCE ${PROJECT_BINARY_DIR}/narrow/phases/${phase}.cpp TARGET_DIRECTORY clout_run PROPERTY COMPILE_OPTIONS -O2)
endforeach()
