# The engine in WebAssembly: what the playground carries. `emcmake cmake --preset wasm`, by Debian's emscripten 3.1.6.
# Exceptions are the machine's own; lanes are plain numbers, eight of them together (the SIMD of 3.1.6 is slower here).
add_compile_options(-fwasm-exceptions)
add_compile_definitions(CLOUT_EIGHT_LANES=1)
add_link_options(-fwasm-exceptions -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=33554432 -sTOTAL_STACK=4194304)
include(cmake/own_packages.cmake)
add_subdirectory(engine)
add_subdirectory(tools/playground)

# The same bits as natively: the fingerprint's own program, run by node on this machine's files.
add_executable(fingerprint_wasm tests/determinism/fingerprint.cpp)
target_link_libraries(fingerprint_wasm PRIVATE clout_settings clout_run clout_parallel)
target_compile_definitions(fingerprint_wasm PRIVATE CLOUT_ROOT="${PROJECT_SOURCE_DIR}")
target_link_options(fingerprint_wasm PRIVATE -sNODERAWFS=1 -sENVIRONMENT=node)
