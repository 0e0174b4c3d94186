#include "engine/face/threshold.hpp"

#include "engine/face/inside.hpp"
#include "engine/report/json/json_threshold.hpp"
#include "engine/report/text/threshold_text.hpp"
#include "engine/study/threshold_study.hpp"
#include "engine/study/unknown_name.hpp"

namespace clout::face {
namespace {

// Why the ranges are none that can be asked for; nothing = they can.
std::optional<Problem> refusal(const ThresholdAsked& asked) {
    if (asked.vary.empty() || asked.vary.size() > 2)
        return refused_request("one number is varied, or two; these are " +
                               std::to_string(asked.vary.size()));
    for (const NumberRange& range : asked.vary)
        if (!(range.low < range.high))
            return refused_request(range.path + ": the range ends before it begins",
                                   "expected two numbers, the smaller first");
    const NumberRange& first = asked.vary[0];
    if (asked.mix.has_value() != (first.path == "mix"))
        return refused_request("a mix needs two arms, and one range of the number 'mix'");
    if (!asked.mix) return std::nullopt;
    if (asked.vary.size() > 1 || first.low < 0 || first.high > 1)
        return refused_request("'mix' is varied by itself, within 0 and 1");
    if (!(asked.mix->switches > 0 && asked.mix->switches <= 1))
        return refused_request("what is no number switches at a part of the way, more than 0, at most 1");
    return std::nullopt;
}

Result<clout::ThresholdAsked> understood(const ThresholdAsked& asked) {
    if (auto problem = refusal(asked)) return std::vector{std::move(*problem)};
    const auto condition = asked_condition(asked.until);
    if (!condition) return condition.problems();
    clout::ThresholdAsked question;
    question.condition = condition.value();
    question.from = asked.from;
    question.to = asked.to;
    for (const NumberRange& range : asked.vary)
        question.varied.push_back({range.path, {range.low, range.high}, false});
    if (asked.mix) question.mix = MixAsked{asked.mix->from, asked.mix->to, asked.mix->switches};
    return question;
}

Threshold::Holds holds_of(const Crossing& found) {
    using Kind = Crossing::Kind;
    using Holds = Threshold::Holds;
    switch (found.kind) {
        case Kind::from_here_on: return Holds::from;
        case Kind::up_to_here: return Holds::up_to;
        case Kind::everywhere: return Holds::everywhere;
        case Kind::nowhere:
        case Kind::stopped: return Holds::nowhere;
    }
    return Holds::nowhere;
}

void add_crossing(const Crossing& found, Threshold& result) {
    result.holds = holds_of(found);
    result.evenly = found.evenly;
    result.again = found.again;
    result.slope = found.slope;
    for (const clout::Rung& rung : found.rungs) result.ladder.push_back({rung.at, rung.mean, rung.se});
    if (result.holds != Threshold::Holds::from && result.holds != Threshold::Holds::up_to) return;
    result.at = found.at;
    if (!found.low_open) result.low = found.low;
    if (!found.high_open) result.high = found.high;
}

void add_contour(const Contour& found, Threshold& result) {
    const auto place = [&](const PlanePoint& point) {
        const auto at = [&](std::size_t number, double part) {
            const NumberRange& range = result.vary[number];
            return range.low + part * (range.high - range.low);
        };
        return Threshold::Place{at(0, point.x), at(1, point.y)};
    };
    result.holds = Threshold::Holds::plane;
    result.part = found.above;
    for (const auto& [from, to] : found.line) result.line.push_back({place(from), place(to)});
    for (const auto& [point, mean] : found.played) result.played.push_back({place(point), mean});
}

Threshold shown(const ThresholdStudy& study, const ThresholdAsked& asked) {
    Threshold result;
    result.until = study.condition.text();
    result.unit = study.unit;
    result.from = study.from.name;
    result.to = study.to.name;
    result.vary = asked.vary;
    if (study.crossing)
        add_crossing(*study.crossing, result);
    else
        add_contour(*study.contour, result);
    result.ensembles = study.ensembles;
    result.replicates = study.provenance.finished;
    return result;
}

// The scenario with the ranges laid over it, so that they are checked like any number of the file.
Result<Scenario> with_ranges(const Scenario& scenario, const clout::ThresholdAsked& question) {
    if (question.mix) return scenario;
    std::vector<Setting> settings;
    for (const Varied& varied : question.varied) {
        const auto laid_over = override_of(varied);
        settings.push_back({laid_over->path, laid_over->value});
    }
    return scenario.with(settings);
}

}  // namespace

Result<Threshold> threshold(const Scenario& scenario, const ThresholdAsked& asked, const Options& options) {
    const auto question = understood(asked);
    if (!question) return question.problems();
    const auto read = with_ranges(scenario, question.value());
    if (!read) return read.problems();
    auto studied = study_threshold(library_of(read.value()), question.value(), study_options(options));
    if (!studied) return studied.problems();
    // What printing needs; its arms point into the scenario.
    struct Kept {
        Scenario scenario;
        ThresholdStudy study;
    };
    const auto kept = std::make_shared<const Kept>(Kept{read.value(), std::move(studied).value()});
    Threshold result = shown(kept->study, asked);
    result.printed = {[=](std::size_t width) {
                          return threshold_text(kept->study, {width, false});
                      },
                      [=] { return threshold_json(kept->study); }};
    return result;
}

}  // namespace clout::face
