clout_test(unit_run SOURCES run/chronicle_test.cpp run/block_plan_test.cpp run/edition_test.cpp run/start_test.cpp run/board_test.cpp LIBRARIES clout_analysis clout_run clout_parallel)
