clout_test(unit_analysis SOURCES analysis/comparison.cpp analysis/headline.cpp analysis/shapley.cpp analysis/theories.cpp
           LIBRARIES clout_analysis clout_run clout_parallel)
