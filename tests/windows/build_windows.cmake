# Builds the program for Windows and what tests need beside it, as far as they are not built.
execute_process(COMMAND ${CMAKE_COMMAND} --preset windows -DCMAKE_UNITY_BUILD=ON WORKING_DIRECTORY ${ROOT} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${ROOT}/build/windows --parallel --target clout fingerprint_windows unit_platform COMMAND_ERROR_IS_FATAL ANY)
