// The page that a comparison is handed over as: the finding, how sure, who wrote the decision, what differs
// between the arms, what was assumed, and how to play it again. One file that asks for nothing.
#pragma once

#include "engine/study/comparison_study.hpp"
#include "engine/study/influence_study.hpp"

#include <cstddef>
#include <string>

namespace clout {

struct ReportContent {
    const Library* library = nullptr;
    const ComparisonStudy* study = nullptr;
    std::size_t arm = 0;                    // row of study->arms: the one that is set beside the baseline
    std::size_t base_row = 0, arm_row = 0;  // rows of the library's arms
    // Who wrote the decisions in either; null where it was not asked.
    const InfluenceReport *base_influence = nullptr, *arm_influence = nullptr;
    std::string command;    // as typed
    bool redacted = false;  // leaves out the scenario and the names of single organisations and bodies
};

[[nodiscard]] std::string report_page(const ReportContent& content);

// The page's sections one by one, in their order.
class HtmlPage;
void tell_finding(const ReportContent& content, HtmlPage& page);
void tell_futures(const ReportContent& content, HtmlPage& page);
void tell_decision(const ReportContent& content, HtmlPage& page);
void tell_assumptions(const ReportContent& content, HtmlPage& page);

}  // namespace clout
