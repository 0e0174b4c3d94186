#include "tools/tipping_request.hpp"

#include "engine/study/unknown_name.hpp"

#include <utility>

namespace clout {

Result<ThresholdAsked> tipping_request(const std::vector<std::string>& vary, const std::string& until) {
    ThresholdAsked question;
    const auto condition = asked_condition(until, "--until");
    if (!condition) return condition.problems();
    question.condition = condition.value();
    if (vary.empty() || vary.size() > 2) {
        return std::vector{
            refused_request("--vary is needed once, or twice", "as in --vary bodies.pcn.mandate=0.2:0.9")};
    }
    for (const std::string& text : vary) {
        auto varied = to_varied(text);
        if (!varied) {
            return varied.problems();
        }
        if (varied.value().range.size() != 2 || varied.value().picks) {
            return std::vector{refused_request("--vary " + text + ": a threshold needs a range",
                                               "as in " + varied.value().path + "=LOW:HIGH")};
        }
        question.varied.push_back(std::move(varied).value());
    }
    return question;
}

std::vector<Override> overrides_of(const std::vector<Varied>& varied) {
    std::vector<Override> overrides;
    for (const Varied& one : varied) {
        if (const auto laid_over = override_of(one)) overrides.push_back(*laid_over);
    }
    return overrides;
}

}  // namespace clout
