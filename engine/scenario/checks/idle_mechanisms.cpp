// Numbers that somebody has written and that act on nobody, because what they act on is not switched on.
#include "engine/scenario/checks/validate.hpp"

#include <algorithm>

namespace clout {
namespace {

bool acts(const Number& number) { return number.uncertain() || !number.steps.empty() || number.median() > 0; }

}  // namespace

void check_mechanisms(const Subject& subject) {
    const auto& sectors = subject.scenario.sectors;
    const Dynamics& dynamics = subject.scenario.dynamics;
    const auto fails = [](const Sector& sector) { return sector.can_fail; };
    const auto is_taken_over = [](const Sector& sector) {
        return sector.can_fail && sector.taken_over_by.exists();
    };
    const auto question = [&](const char* key, const Number& number, bool somebody, const char* why,
                              const char* advice) {
        const std::string path = std::string("dynamics.") + key;
        if (!somebody && subject.says(path) && acts(number)) subject.warn(path, why, advice);
    };
    const bool any_fails = std::any_of(sectors.begin(), sectors.end(), fails);
    const bool any_taken = std::any_of(sectors.begin(), sectors.end(), is_taken_over);
    const char* const nobody_fails = "this acts on nobody: no sector has organisations that can fail";
    const char* const let_fail = "write can_fail: true in the sector that it is to act on";
    question("shock", dynamics.shock, any_fails, nobody_fails, let_fail);
    question("strain", dynamics.strain, any_fails, nobody_fails, let_fail);
    const char* const nobody_taken =
        "this acts on nobody: no sector has organisations that somebody may take over";
    const char* const let_take =
        "write can_fail: true and taken_over_by: SECTOR in the sector that it is to act on";
    question("takeover", dynamics.takeover, any_taken, nobody_taken, let_take);
    question("acquisition", dynamics.acquisition, any_taken, nobody_taken, let_take);
}

}  // namespace clout
