clout_test(unit_study SOURCES study/arm_choice.cpp study/memory.cpp study/playing.cpp study/differences.cpp
           LIBRARIES clout_study clout_parallel)
