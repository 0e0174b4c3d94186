#include "tools/playground/engine/dial.hpp"

#include "engine/analysis/headline.hpp"
#include "engine/report/page/cause_charts.hpp"
#include "engine/report/text/words.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/playing.hpp"
#include "tools/playground/engine/pair.hpp"

#include <cmath>

namespace clout::playground {
namespace {

struct Reading {
    Headline found;
    Provenance provenance;
};

std::vector<Problem> no_finding() {
    Problem problem;
    problem.fault = Fault::request;
    problem.message = "these two arms have no finding about money";
    return {problem};
}

Result<Reading> reading_at(Library library, const Dial& dial) {
    const auto base = find_arm(library, dial.base), arm = find_arm(library, dial.arm);
    if (!base) return base.problems();
    if (!arm) return arm.problems();
    const ArmChoice choice{{base.value(), arm.value()}, 0};
    if (auto problems = check_alike(library, choice); !problems.empty()) return problems;
    Pair pair(std::make_shared<const Library>(std::move(library)), {base.value(), arm.value()});
    (void)pair.take(0, dial.futures, pair.play(0, dial.futures));
    const ComparisonStudy study = pair.study();
    const auto found = headline(study.comparison, study.arms, 1, study.provenance.focus);
    if (!found) return no_finding();
    return Reading{*found, study.provenance};
}

const char* word_for(Verdict verdict) {
    switch (verdict) {
        case Verdict::gains: return "gains";
        case Verdict::loses: return "loses";
        case Verdict::about_the_same: return "about the same";
        case Verdict::unclear: break;
    }
    return "not to be told";
}

}  // namespace

Result<Chart> dial_chart(const Dial& dial,
                         const std::function<Result<Library>(const std::vector<Override>&)>& read) {
    Ranges ranges;
    ranges.name = "dial";
    for (const DialPoint& point : dial.points) {
        auto library = read(point.settings);
        if (!library) return library.problems();
        const auto at = reading_at(std::move(library).value(), dial);
        if (!at) return at.problems();
        const Headline& found = at.value().found;
        const Difference& money = found.per_patient ? *found.per_patient : found.money;
        const double scale =
            found.money.summary.mean == 0 ? 1 : money.summary.mean / found.money.summary.mean;
        ranges.manner = found.per_patient ? Manner::pounds : Manner::million_pounds;
        ranges.band = found.band * std::abs(scale);
        ranges.what = at.value().provenance.label(at.value().provenance.focus) +
                      ", difference in contested money" +
                      (found.per_patient ? " a patient a year" : " a year");
        ranges.rows.push_back({point.label, money.summary.p05, money.summary.p95, word_for(found.verdict)});
    }
    if (ranges.rows.empty()) return no_finding();
    const auto put = [&](const RangeRow& row) {
        return row.label + ": " +
               change_range(row.low, row.high, ranges.manner,
                            decimals_for(std::abs(row.high), ranges.manner));
    };
    ranges.title = "From " + put(ranges.rows.front()) + " to " + put(ranges.rows.back());
    return range_chart(ranges);
}

}  // namespace clout::playground
