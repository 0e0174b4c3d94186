#include "engine/face/difference.hpp"

#include "engine/face/inside.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/difference_text.hpp"
#include "engine/study/scenario_differences.hpp"

namespace clout::face {
namespace {

Differences shown(const ScenarioDifferences& found) {
    Differences result{found.from, found.to, {}, {}};
    for (const auto& [heading, lines] : found.sections) {
        result.sections.push_back({heading, lines});
    }
    result.printed = {[=](std::size_t width) {
                          return difference_text(found, {width, false});
                      },
                      [=] { return difference_json(found.sections); }};
    return result;
}

}  // namespace

Differences difference(const Scenario& a, const Scenario& b) {
    return shown(differences_between_files(library_of(a), library_of(b)));
}

Result<Differences> difference(const Scenario& a, const std::string& arm_of_a, const Scenario& b,
                               const std::string& arm_of_b) {
    const auto from = find_arm(library_of(a), arm_of_a), to = find_arm(library_of(b), arm_of_b);
    if (!from || !to) {
        return (from ? to : from).problems();
    }
    return shown(differences_between_arms(library_of(a), from.value(), library_of(b), to.value()));
}

}  // namespace clout::face
