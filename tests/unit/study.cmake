clout_test(unit_study SOURCES study/arm_choice.cpp study/memory.cpp study/playing.cpp study/differences.cpp
           LIBRARIES clout_study clout_analysis clout_run clout_parallel)
clout_test(unit_points SOURCES study/points.cpp LIBRARIES clout_study clout_analysis clout_run clout_parallel)
if(TARGET clout_sweep)
  clout_test(unit_store SOURCES study/store.cpp study/work.cpp LIBRARIES clout_sweep clout_parallel)
endif()
