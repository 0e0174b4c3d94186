// The page that a comparison is handed over as: the finding, how sure, who wrote the decision, what differs
// between the arms, what was assumed, and how to play it again. One file that asks for nothing.
#pragma once

#include "engine/analysis/headline.hpp"
#include "engine/run/watch/chronicle.hpp"
#include "engine/study/attribution_study.hpp"
#include "engine/study/comparison_study.hpp"
#include "engine/study/drivers_study.hpp"
#include "engine/study/influence_study.hpp"
#include "engine/study/theories_study.hpp"
#include "engine/study/threshold_study.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace clout {

struct ReportContent {
    const Library* library = nullptr;
    const ComparisonStudy* study = nullptr;
    std::size_t arm = 0;                    // row of study->arms: the one that is set beside the baseline
    std::size_t base_row = 0, arm_row = 0;  // rows of the library's arms
    // Who wrote the decisions in either; null where it was not asked.
    const InfluenceReport *base_influence = nullptr, *arm_influence = nullptr;
    // What else was computed; null = it was not. All of these two arms.
    const AttributionStudy* levers = nullptr;
    const TheoriesStudy* theories = nullptr;
    const DriversStudy* drivers = nullptr;
    const ThresholdStudy* tipping = nullptr;
    const Chronicle* minutes = nullptr;  // of that arm, in the middle future
    std::string command;                 // as typed
    std::vector<std::string> remarks;    // what is to be said of where this comes from
    bool redacted = false;  // leaves out the scenario and the names of single organisations and bodies

    std::optional<Headline> found = {};  // by report_page
};

[[nodiscard]] std::string report_page(ReportContent content);

// The future whose difference in what the page leads with stands in the middle of all, the first of equals.
[[nodiscard]] std::size_t middle_future(const ComparisonStudy& study, std::size_t arm);

// The page's sections one by one, in their order.
class HtmlPage;
void tell_finding(const ReportContent& content, HtmlPage& page);
void tell_futures(const ReportContent& content, HtmlPage& page);
void tell_decision(const ReportContent& content, HtmlPage& page);
void tell_map(const ReportContent& content, HtmlPage& page);
void tell_causes(const ReportContent& content, HtmlPage& page);
void tell_minutes(const ReportContent& content, HtmlPage& page);
void tell_differences(const ReportContent& content, HtmlPage& page);
void tell_assumptions(const ReportContent& content, HtmlPage& page);

}  // namespace clout
