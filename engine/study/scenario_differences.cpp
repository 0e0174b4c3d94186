#include "engine/study/scenario_differences.hpp"

#include "engine/scenario/checks/in_effect.hpp"
#include "engine/scenario/library.hpp"

#include <algorithm>

namespace clout {
namespace {

std::string arm_words(const Arm& arm) {
    return arm.label.empty() || arm.label == arm.name ? "'" + arm.name + "'"
                                                      : "'" + arm.name + "' (" + arm.label + ")";
}

const Arm* arm_called(const Library& library, const std::string& name) {
    const auto found = std::find_if(library.arms.begin(), library.arms.end(),
                                    [&](const Arm& arm) { return arm.name == name; });
    return found == library.arms.end() ? nullptr : &*found;
}

}  // namespace

ScenarioDifferences differences_between_files(const Library& a, const Library& b) {
    ScenarioDifferences result{a.file, b.file, {}};
    auto& sections = result.sections;
    std::vector<std::string> only;
    for (const Arm& arm : a.arms) {
        if (const Arm* other = arm_called(b, arm.name)) {
            sections.push_back(
                {"arm '" + arm.name + "'", difference_in_effect(arm.scenario, other->scenario)});
        } else {
            only.push_back("arm '" + arm.name + "' is only in " + a.file);
        }
    }
    for (const Arm& arm : b.arms) {
        if (!arm_called(a, arm.name)) {
            only.push_back("arm '" + arm.name + "' is only in " + b.file);
        }
    }
    const auto same = [&](const auto& section) { return section.second == sections[0].second; };
    if (sections.size() > 1 && std::all_of(sections.begin(), sections.end(), same)) {
        sections.resize(1);
        sections[0].first = "every arm";
    }
    if (sections.empty()) {
        sections.push_back({"the baselines, as no arm has the same name",
                            difference_in_effect(a.arms[a.baseline].scenario, b.arms[b.baseline].scenario)});
    }
    if (!only.empty()) {
        sections.push_back({"arms", only});
    }
    return result;
}

ScenarioDifferences differences_between_arms(const Library& a, std::size_t from, const Library& b,
                                             std::size_t to) {
    const bool one_file = &a == &b;
    const Arm &first = a.arms[from], &second = b.arms[to];
    return {(one_file ? "" : a.file + " ") + arm_words(first),
            (one_file ? "" : b.file + " ") + arm_words(second),
            {{"", difference_in_effect(first.scenario, second.scenario)}}};
}

}  // namespace clout
