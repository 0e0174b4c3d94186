#include "engine/face/hypotheses.hpp"

#include "engine/face/inside.hpp"
#include "engine/report/json/json_hypotheses.hpp"
#include "engine/report/text/hypotheses_text.hpp"
#include "engine/scenario/text/files.hpp"
#include "engine/study/hypotheses_study.hpp"

namespace clout::face {
namespace {

Ruling ruling_of(HypothesisVerdict verdict) {
    switch (verdict) {
        case HypothesisVerdict::holds: return Ruling::holds;
        case HypothesisVerdict::holds_under_some: return Ruling::holds_under_some;
        case HypothesisVerdict::does_not_hold: return Ruling::does_not_hold;
        case HypothesisVerdict::not_testable: return Ruling::not_testable;
        case HypothesisVerdict::not_played: break;
    }
    return Ruling::not_played;
}

Hypothesis shown(const HypothesisFinding& finding, const std::vector<std::string>& protocols) {
    const clout::Hypothesis& of = finding.hypothesis;
    Hypothesis result{of.id,
                      of.claim,
                      of.source,
                      of.kind == clout::Hypothesis::Kind::asserted,
                      of.construction,
                      of.untestable,
                      of.file,
                      finding.arm.first,
                      finding.against.first,
                      of.measure,
                      of.unit,
                      ruling_of(finding.verdict),
                      {}};
    for (std::size_t p = 0; p < finding.theories.size(); ++p) {
        const ExpectationFinding& found = finding.theories[p];
        result.theories.push_back(
            {protocols[p], plain(found.difference), found.share(), found.holds, found.reversed});
    }
    return result;
}

}  // namespace

Result<Hypotheses> hypotheses(const Source& source, const std::vector<std::string>& only,
                              const Options& options) {
    std::vector<Override> overrides;
    for (const Setting& setting : source.settings) overrides.push_back({setting.path, setting.value});
    const auto index =
        read_hypotheses(source.path, only, overrides, source.files ? files_from(source.files) : disk_files());
    if (!index) return index.problems();
    auto studied = study_hypotheses(index.value(), study_options(options));
    if (!studied) return studied.problems();
    const auto kept = std::make_shared<const HypothesesStudy>(std::move(studied).value());
    Hypotheses result{rule_words(), {}, {}};
    for (const HypothesisFinding& finding : kept->findings)
        result.hypotheses.push_back(shown(finding, kept->protocols));
    result.printed = {[=](std::size_t width) {
                          return hypotheses_text(*kept, {width, false});
                      },
                      [=] { return hypotheses_json(*kept); }};
    return {std::move(result), index.problems()};
}

}  // namespace clout::face
