clout_test(unit_analysis SOURCES analysis/comparison.cpp analysis/headline.cpp analysis/shapley.cpp analysis/theories.cpp analysis/expectation.cpp
           analysis/power_index.cpp
           LIBRARIES clout_analysis clout_run clout_parallel)
clout_test(unit_estimators SOURCES analysis/estimators/shares.cpp analysis/estimators/structured.cpp analysis/estimators/thresholds.cpp analysis/estimators/nearest_split_test.cpp
           LIBRARIES clout_estimators clout_designs)
