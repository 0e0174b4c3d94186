# Two programs must print the same fingerprints.
foreach(scenario one-area greater-manchester bob)
  execute_process(COMMAND ${ONE} ${SCENARIOS}/${scenario}.yaml 1 OUTPUT_VARIABLE one RESULT_VARIABLE failed_one)
  execute_process(COMMAND ${OTHER} ${SCENARIOS}/${scenario}.yaml 8 OUTPUT_VARIABLE other RESULT_VARIABLE failed_other)
  if(failed_one OR failed_other OR NOT one STREQUAL other OR one STREQUAL "")
    message(FATAL_ERROR "${scenario}: '${one}' differs from '${other}'")
  endif()
  message("${scenario}: ${one}")
endforeach()
