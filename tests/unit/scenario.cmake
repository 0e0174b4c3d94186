find_package(nlohmann_json REQUIRED)
clout_test(unit_scenario
  SOURCES scenario/yaml_test.cpp scenario/merge_test.cpp scenario/number_test.cpp scenario/checks_test.cpp
          scenario/arms_test.cpp scenario/slips_test.cpp scenario/own_size_test.cpp scenario/idle_changes_test.cpp scenario/roster_test.cpp scenario/paths_test.cpp scenario/import_ktab_test.cpp scenario/synthetic_test.cpp scenario/written_test.cpp scenario/edition_test.cpp
  LIBRARIES clout_scenario nlohmann_json::nlohmann_json)
