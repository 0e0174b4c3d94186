clout_test(unit_system SOURCES system/compile_test.cpp LIBRARIES clout_system)
