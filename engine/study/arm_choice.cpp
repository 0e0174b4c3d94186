#include "engine/study/arm_choice.hpp"

#include "engine/scenario/library.hpp"
#include "engine/study/unknown_name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace clout {

Result<std::size_t> find_arm(const Library& library, const std::string& name) {
    if (name.empty()) {
        return library.baseline;
    }
    std::vector<std::string> known;
    for (std::size_t row = 0; row < library.arms.size(); ++row) {
        if (library.arms[row].name == name) {
            return row;
        }
        known.push_back(library.arms[row].name);
    }
    return std::vector{unknown_name(library.file + " has no arm '" + name + "'", name, known, "it has")};
}

Result<ArmChoice> choose_arms(const Library& library, const std::vector<std::string>& names) {
    ArmChoice choice;
    for (const auto& name : names) {
        const auto row = find_arm(library, name);
        if (!row) {
            return row.problems();
        }
        if (std::find(choice.rows.begin(), choice.rows.end(), row.value()) != choice.rows.end()) {
            return std::vector{
                refused_request("arm '" + name + "' is asked for twice", "name each arm once")};
        }
        choice.rows.push_back(row.value());
    }
    for (std::size_t row = 0; names.empty() && row < library.arms.size(); ++row) {
        choice.rows.push_back(row);
    }
    const auto base = std::find(choice.rows.begin(), choice.rows.end(), library.baseline);
    choice.baseline = base == choice.rows.end() ? 0 : static_cast<std::size_t>(base - choice.rows.begin());
    return choice;
}

std::string why_not_alike(const std::string& base, const Scenario& baseline, const std::string& name,
                          const Scenario& other) {
    const auto differ = [&](const char* key, auto a, auto b) {
        return a == b ? std::string() : fmt::format("{} is {} in '{}' and {} in '{}'", key, a, base, b, name);
    };
    const Scenario &a = baseline, &b = other;
    for (const auto& why :
         {differ("clock.years", a.clock.years, b.clock.years),
          differ("clock.rounds_per_year", a.clock.rounds_per_year, b.clock.rounds_per_year),
          differ("seed", a.seed, b.seed), differ("stochastic", a.stochastic, b.stochastic)}) {
        if (!why.empty()) {
            return why;
        }
    }
    return {};
}

std::vector<Problem> check_alike(const Library& library, const ArmChoice& choice) {
    std::vector<Problem> problems;
    const Arm& base = library.arms[choice.base()];
    for (const std::size_t row : choice.rows) {
        const Arm& other = library.arms[row];
        const std::string why = why_not_alike(base.name, base.scenario, other.name, other.scenario);
        if (!why.empty()) {
            Problem problem;
            problem.file = library.file;
            problem.message = "these arms cannot be compared: " + why;
            problems.push_back(std::move(problem));
        }
    }
    return problems;
}

}  // namespace clout
