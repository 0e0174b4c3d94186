clout_test(unit_analysis SOURCES analysis/comparison.cpp analysis/headline.cpp
           LIBRARIES clout_analysis clout_run clout_parallel)
