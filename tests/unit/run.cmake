clout_test(unit_run SOURCES run/chronicle_test.cpp run/division_test.cpp LIBRARIES clout_analysis clout_run clout_parallel)
