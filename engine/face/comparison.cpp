#include "engine/face/comparison.hpp"

#include "engine/face/inside.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/arm_finding.hpp"
#include "engine/report/text/finding.hpp"
#include "engine/study/comparison_study.hpp"
#include "engine/study/playing.hpp"

#include <algorithm>

namespace clout::face {

StudyOptions study_options(const Options& options) {
    StudyOptions study;
    study.workers.count = options.workers;
    study.memory = options.memory;
    if (options.on_progress) {
        study.on_progress = [&](clout::Progress progress) {
            options.on_progress({progress.done, progress.total});
        };
    }
    study.stop = options.stop;
    return study;
}

Summary plain(const clout::Summary& summary) { return {summary.mean, summary.p05, summary.p50, summary.p95}; }

Difference plain(const clout::Difference& difference) {
    return {plain(difference.summary), difference.se, difference.p_greater, difference.p_less,
            difference.p_equal};
}

Verdict plain(clout::Verdict verdict) {
    switch (verdict) {
        case clout::Verdict::about_the_same: return Verdict::about_the_same;
        case clout::Verdict::gains: return Verdict::gains;
        case clout::Verdict::loses: return Verdict::loses;
        case clout::Verdict::unclear: return Verdict::unclear;
    }
    return Verdict::unclear;
}

namespace {

Measure measure_of(const MeasureComparison& compared, const Outcome& outcome) {
    Measure measure{compared.quantity.name, compared.quantity.unit, {}, {}, {}};
    for (const clout::Summary& year : compared.by_year) {
        measure.by_year.push_back(plain(year));
    }
    for (const clout::Difference& year : compared.differences) {
        measure.differences.push_back(plain(year));
    }
    const auto values = outcome.last(*find_quantity(outcome, measure.name));
    measure.values.assign(values.begin(), values.end());
    return measure;
}

std::optional<Finding> finding_of(const ComparisonStudy& study, std::size_t arm) {
    const auto found = headline(study.comparison, study.arms, arm, study.provenance.focus);
    if (!found) {
        return std::nullopt;
    }
    return Finding{
        plain(found->verdict), headline_sentence(*found, study.comparison.arms[arm], study.provenance),
        plain(found->money),   found->more,
        found->same,           found->less};
}

Comparison shown(const std::shared_ptr<const ComparisonStudy>& kept) {
    const ComparisonStudy& study = *kept;
    Comparison result;
    for (std::size_t row = 0; row < study.comparison.arms.size(); ++row) {
        const ArmComparison& compared = study.comparison.arms[row];
        const Outcome& outcome = study.played->outcomes[row];
        ArmResult arm{compared.name, compared.label, {}, finding_of(study, row), {}};
        arm.values = {
            {kept, outcome.values.data()}, outcome.quantities.size(), outcome.years, outcome.replicates};
        for (const MeasureComparison& measure : compared.measures) {
            arm.measures.push_back(measure_of(measure, outcome));
        }
        result.arms.push_back(std::move(arm));
    }
    result.baseline = study.comparison.baseline;
    result.asked = study.provenance.asked;
    result.replicates = study.comparison.replicates;
    result.years = study.comparison.years;
    result.seed = study.provenance.seed;
    result.focus = study.provenance.focus;
    return result;
}

Style style_of(std::size_t width) { return {width, false}; }

Result<Comparison> study(const Scenario& scenario, const ArmChoice& choice, const Options& options) {
    auto studied = study_comparison(library_of(scenario), choice, study_options(options));
    if (!studied) {
        return studied.problems();
    }
    const auto kept = std::make_shared<const ComparisonStudy>(std::move(studied).value());
    const bool single = kept->arms.size() == 1;
    Comparison result = shown(kept);
    result.printed = {
        [=](std::size_t width) {
            return single ? arm_text(kept->comparison, kept->arms, kept->provenance, style_of(width))
                          : comparison_text(kept->comparison, kept->arms, kept->provenance, style_of(width));
        },
        [=] {
            return single ? arm_json(kept->comparison, kept->provenance)
                          : comparison_json(kept->comparison, kept->provenance);
        }};
    return result;
}

}  // namespace

const Measure* ArmResult::find(std::string_view measure) const {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const Measure& m) { return m.name == measure; });
    return found == measures.end() ? nullptr : &*found;
}

const ArmResult* Comparison::find(std::string_view arm) const {
    const auto found =
        std::find_if(arms.begin(), arms.end(), [&](const ArmResult& a) { return a.name == arm; });
    return found == arms.end() ? nullptr : &*found;
}

Result<Comparison> compare(const Scenario& scenario, const std::vector<std::string>& arms,
                           const Options& options) {
    const auto choice = choose_arms(library_of(scenario), arms);
    if (!choice) {
        return choice.problems();
    }
    return study(scenario, choice.value(), options);
}

Result<Comparison> run(const Scenario& scenario, const std::string& arm, const Options& options) {
    const auto row = find_arm(library_of(scenario), arm);
    if (!row) {
        return row.problems();
    }
    return study(scenario, {{row.value()}, 0}, options);
}

}  // namespace clout::face
