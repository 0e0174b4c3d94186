// A small scenario in memory: an area over a base, with a roster, no file on any disk.
#pragma once

#include "engine/clout.hpp"
#include "tests/unit/scenario/desk.hpp"

#include <map>
#include <string>
#include <vector>

namespace clout::desk {

struct Memory {
    std::map<std::string, std::string> files;
    mutable std::vector<std::string> asked = {};

    [[nodiscard]] face::Source source(const std::string& path,
                                      std::vector<face::Setting> settings = {}) const {
        return {path, std::move(settings), [this](const std::string& name) -> std::optional<std::string> {
                    asked.push_back(name);
                    const auto found = files.find(name);
                    return found == files.end() ? std::nullopt : std::optional(found->second);
                }};
    }
};

// "areas/north.yaml" extends "areas/base/small.yaml", whose practices stand in "areas/base/rosters/all.csv".
inline Memory area() {
    return {{{"areas/north.yaml", "clout: 1\nextends: base/small.yaml\ntitle: The north\n"},
             {"areas/base/small.yaml", replaced(small_text(), "per_place: 4, income: 2, income_spread: 0.3",
                                                "roster: rosters/all.csv")},
             {"areas/base/rosters/all.csv",
              "name,place,income,list_size,member_of\nOne,north,2,8000,network@north-1\nTwo,north,3,9000,"
              "network@north-2\n"
              "Three,south,1,5000,network@south-1\n"}}};
}

inline face::Scenario small(std::vector<face::Setting> settings = {}) {
    // It stays with the scenario, which may be read again.
    const face::FileProvider files = [](const std::string& name) {
        return name == "small.yaml" ? std::optional(small_text()) : std::nullopt;
    };
    auto loaded = face::load({"small.yaml", std::move(settings), files});
    EXPECT_TRUE(static_cast<bool>(loaded)) << told(loaded.problems());
    return std::move(loaded).value();
}

}  // namespace clout::desk
