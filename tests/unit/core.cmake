clout_test(unit_core SOURCES core/number_test.cpp LIBRARIES clout_core)
