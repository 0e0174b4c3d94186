// Dates of numbers, and what must hold of several numbers at every date.
#include "engine/scenario/checks/validate.hpp"
#include "engine/scenario/language/language.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>

namespace clout {
namespace {

// Warns of steps that begin after the last round.
void warn_of_late_steps(const Subject& subject, const Node& node, const std::string& path, double last) {
    for (const Entry& entry : node.entries) {
        const std::string here = join_path(path, entry.key);
        warn_of_late_steps(subject, entry.value, here, last);
        if (entry.key != "steps" || !is_number_map(node)) continue;
        for (const Entry& step : entry.value.entries) {
            const auto year = plain_number(step.key).value;
            if (!year || *year <= last) continue;
            subject.problems.warn(
                step.mark, join_path(here, step.key),
                "this step never begins: the last round stands at year " + number_text(last),
                "give an earlier year, or more years to the clock");
        }
    }
}

}  // namespace

std::vector<double> dates_of(std::initializer_list<const Number*> numbers) {
    std::vector<double> years{0};
    for (const Number* number : numbers) {
        for (const NumberStep& step : number->steps) years.push_back(step.year);
    }
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

void check_dates(const Subject& subject) {
    const Clock& clock = subject.scenario.clock;
    const double last = (clock.rounds - 1.0) / clock.rounds_per_year + 1e-12;
    const Node* root = subject.tree.at("");
    for (const Entry& entry : root->entries) {
        if (scenario_form().find(entry.key)) warn_of_late_steps(subject, entry.value, entry.key, last);
    }
}

}  // namespace clout
