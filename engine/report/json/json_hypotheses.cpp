#include "engine/report/json/json_hypotheses.hpp"

#include "engine/report/json/json_parts.hpp"

#include <array>

namespace clout {
namespace {

constexpr std::array<HypothesisVerdict, 5> kVerdicts{
    HypothesisVerdict::holds, HypothesisVerdict::holds_under_some, HypothesisVerdict::does_not_hold,
    HypothesisVerdict::not_testable, HypothesisVerdict::not_played};

const char* verdict_key(HypothesisVerdict verdict) {
    switch (verdict) {
        case HypothesisVerdict::holds: return "holds";
        case HypothesisVerdict::holds_under_some: return "holds_under";
        case HypothesisVerdict::does_not_hold: return "does_not_hold";
        case HypothesisVerdict::not_testable: return "not_testable";
        case HypothesisVerdict::not_played: break;
    }
    return "not_played";
}

const char* sign_key(Expectation::Sign sign) {
    switch (sign) {
        case Expectation::Sign::more: return "more";
        case Expectation::Sign::less: return "less";
        case Expectation::Sign::same: break;
    }
    return "same";
}

const char* kind_key(Hypothesis::Kind kind) { return kind == Hypothesis::Kind::asserted ? "R" : "T"; }

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json experiment_json(const HypothesisFinding& finding) {
    const auto arm = [](const auto& named) { return Json{{"name", named.first}, {"label", named.second}}; };
    Json json = provenance_json(finding.provenance);
    json["years"] = finding.years;
    json["arm"] = arm(finding.arm);
    json["against"] = arm(finding.against);
    json["measure"] = finding.hypothesis.measure;
    json["unit"] = finding.hypothesis.unit;
    json["expect"] = sign_key(finding.hypothesis.expected.sign);
    json["least"] = finding.hypothesis.expected.least;
    return json;
}

Json theories_json_of(const HypothesisFinding& finding, const std::vector<std::string>& protocols) {
    Json json = Json::object();
    for (std::size_t p = 0; p < finding.theories.size(); ++p) {
        const ExpectationFinding& found = finding.theories[p];
        Json theory{{"as_written", static_cast<bool>(finding.written[p])}};
        theory.update(difference_json_of(found.difference));
        theory["as_expected"] = found.share();
        theory["holds"] = found.holds;
        theory["reversed"] = found.reversed;
        json[protocols[p]] = std::move(theory);
    }
    return json;
}

Json hypothesis_json(const HypothesisFinding& finding, const std::vector<std::string>& protocols) {
    const Hypothesis& h = finding.hypothesis;
    Json json{{"id", h.id},
              {"claim", h.claim},
              {"source", h.source},
              {"kind", kind_key(h.kind)},
              {"construction", or_null(h.construction)},
              {"verdict", verdict_key(finding.verdict)},
              {"under", Json::array()},
              {"because", or_null(h.untestable)}};
    for (std::size_t p = 0; p < finding.theories.size(); ++p)
        if (finding.theories[p].holds) json["under"].push_back(protocols[p]);
    if (finding.theories.empty()) return json;
    json["experiment"] = experiment_json(finding);
    json["theories"] = theories_json_of(finding, protocols);
    return json;
}

}  // namespace

std::string hypotheses_json(const HypothesesStudy& study) {
    Json json{{"clout", version()},
              {"results", results()},
              {"index", study.file},
              {"rule", rule_words()},
              {"share_of_futures", kFuturesThatHold},
              {"protocols", study.protocols},
              {"stopped_early", study.finished < study.asked},
              {"hypotheses", Json::array()},
              {"counts", Json::object()}};
    for (const HypothesisFinding& finding : study.findings)
        json["hypotheses"].push_back(hypothesis_json(finding, study.protocols));
    for (const auto kind : {Hypothesis::Kind::asserted, Hypothesis::Kind::open})
        for (const HypothesisVerdict verdict : kVerdicts)
            json["counts"][kind_key(kind)][verdict_key(verdict)] = study.count(kind, verdict);
    return printed(json);
}

}  // namespace clout
