// Every study that a verb makes of a library, and everything that is written of it.
#pragma once

#include "engine/report/files/csv.hpp"
#include "engine/report/json/chronicle_json.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/json/json_drivers.hpp"
#include "engine/report/page/report_page.hpp"
#include "engine/report/text/attribution_text.hpp"
#include "engine/report/text/chronicle_text.hpp"
#include "engine/report/text/drivers_text.hpp"
#include "engine/report/text/finding.hpp"
#include "engine/report/text/influence_text.hpp"
#include "engine/report/text/negotiation.hpp"
#include "engine/report/text/theories_text.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/attribution_study.hpp"
#include "engine/study/comparison_study.hpp"
#include "engine/study/drivers_study.hpp"
#include "engine/study/future_study.hpp"
#include "engine/study/influence_study.hpp"
#include "engine/study/theories_study.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clout::fuzz {

inline void tell_comparison(const Library& library, std::vector<std::string>& told,
                            const StudyOptions& options) {
    const ArmChoice choice = choose_arms(library, {}).value();
    const auto study = study_comparison(library, choice, options);
    if (!study) return told.push_back(to_text(study.problems().front()));
    const ComparisonStudy& found = study.value();
    told.push_back(comparison_text(found.comparison, found.arms, found.provenance, Style{}));
    told.push_back(comparison_json(found.comparison, found.provenance));
    told.push_back(measures_csv(found.comparison) + differences_csv(found.comparison) +
                   replicates_csv(found.arms));
    ReportContent page;
    page.library = &library, page.study = &found, page.arm = 1;
    page.base_row = choice.rows[0], page.arm_row = choice.rows[1];
    std::vector<InfluenceStudy> influences;
    for (const std::size_t row : choice.rows) {
        auto influence = study_influence(library, row, kEveryOrganisation, options);
        if (!influence) return told.push_back(to_text(influence.problems().front()));
        const Scenario& scenario = library.arms[row].scenario;
        const InfluenceStudy& written = influence.value();
        told.push_back(influence_text(written.report, scenario, written.provenance, "arm", Style{}));
        told.push_back(influence_json(written.report, written.provenance, "arm"));
        influences.push_back(std::move(influence).value());
    }
    page.base_influence = &influences[0].report;
    page.arm_influence = &influences[1].report;
    told.push_back(report_page(page));
}

inline void tell_futures(const Library& library, std::vector<std::string>& told) {
    const Scenario& scenario = library.arms[1].scenario;
    for (const auto replicate : {std::optional<std::uint64_t>(), std::optional<std::uint64_t>(3)}) {
        const TraceStudy one = study_trace(library, 1, replicate);
        told.push_back(negotiation_text(one.trace, scenario, one.provenance, "arm", replicate, Style{}));
        told.push_back(trace_json(one.trace, scenario, "arm", replicate));
        const ChronicleStudy log = study_chronicle(library, 1, replicate);
        told.push_back(chronicle_text(log.chronicle, scenario, Style{}));
        told.push_back(chronicle_json_lines(log.chronicle, scenario, {"arm", replicate}));
    }
}

// Of a library of two arms; what was told, text after text.
inline std::vector<std::string> tell_everything(const Library& library, const StudyOptions& options) {
    std::vector<std::string> told;
    tell_comparison(library, told, options);
    tell_futures(library, told);
    const auto theories =
        study_theories(library, choose_arms(library, {}).value(), choose_protocols({}).value(), options);
    if (theories) {
        told.push_back(theories_text(theories.value(), Style{}));
        told.push_back(theories_json(theories.value()));
        told.push_back(theories_csv(theories.value().found));
    }
    const auto attributed = study_attribution(library, {0, 1}, "", options);
    if (attributed) {
        const auto& [found, all_money, provenance] = attributed.value();
        told.push_back(attribution_text(found, all_money, provenance, Style{}));
        told.push_back(attribution_json(found, provenance) + attribution_csv(found));
    }
    const auto driven = study_drivers(library, {}, AskChance::yes, options);
    if (driven) {
        const auto& [found, from, to, provenance] = driven.value();
        told.push_back(drivers_text(found, {from.label, to.label}, provenance, Style{}));
        told.push_back(drivers_json(found, provenance, from.name, to.name));
    }
    return told;
}

}  // namespace clout::fuzz
