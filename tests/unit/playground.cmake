if(TARGET clout_playground)
  clout_test(unit_playground SOURCES playground/desk_test.cpp LIBRARIES clout_playground clout_analysis clout_run clout_parallel)
endif()
