find_package(nlohmann_json REQUIRED)
clout_test(unit_report SOURCES report/figures.cpp report/table.cpp report/csv.cpp report/json.cpp report/folder.cpp
           report/finding.cpp report/negotiation.cpp report/quiet_rounds.cpp report/page.cpp report/chronicle_text.cpp report/explanation.cpp
           LIBRARIES clout_report clout_analysis clout_run clout_parallel nlohmann_json::nlohmann_json)
