#include "tools/sweep_planning.hpp"

#include "tools/reading.hpp"
#include "tools/results.hpp"

namespace clout {

std::variant<SweepPlan, int> plan_or_report(const std::string& file, SweepAsked asked,
                                            const Request& request) {
    Request laid_over = request;
    if (!laid_over.overrides.empty()) asked.laid_over = laid_over.overrides;
    laid_over.overrides = asked.laid_over;
    for (const Varied& varied : asked.varied)
        if (const auto one = override_of(varied)) laid_over.overrides.push_back(*one);
    const auto read = read_or_report(file, laid_over);
    if (const int* code = std::get_if<int>(&read)) return *code;
    auto plan = plan_sweep(std::get<Library>(read), asked);
    if (!plan) return report_failure(plan.problems(), request);
    return std::move(plan).value();
}

}  // namespace clout
