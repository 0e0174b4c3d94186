# Builds the playground and the fingerprint in WebAssembly, as far as they are not built.
execute_process(COMMAND ${EMCMAKE} ${CMAKE_COMMAND} --preset wasm -DCMAKE_UNITY_BUILD=ON WORKING_DIRECTORY ${ROOT} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${ROOT}/build/wasm --parallel --target playground fingerprint_wasm COMMAND_ERROR_IS_FATAL ANY)
