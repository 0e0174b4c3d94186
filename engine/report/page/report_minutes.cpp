// The minutes of one future: what was sat over, and what came of it.
#include "engine/report/page/html_page.hpp"
#include "engine/report/page/report_page.hpp"
#include "engine/report/text/chronicle_text.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/scenario/library.hpp"

#include <fmt/format.h>

namespace clout {
namespace {

constexpr std::size_t kMostText = 200'000;  // [bytes] of minutes on a page

// From the end, as many years as there is room for.
std::pair<std::string, std::size_t> text_of(const Chronicle& chronicle, const Scenario& scenario) {
    Chronicle part = chronicle;
    std::string text = chronicle_text(part, scenario, Style{});
    std::size_t left_out = 0;
    while (text.size() > kMostText && part.told.size() > chronicle.rounds_per_year) {
        part.told.erase(part.told.begin(), part.told.begin() + chronicle.rounds_per_year);
        ++left_out;
        text = chronicle_text(part, scenario, Style{});
    }
    if (text.size() > kMostText) {
        text.resize(text.rfind('\n', kMostText) + 1);
        text += "…\n";
    }
    return {text, left_out};
}

}  // namespace

void tell_minutes(const ReportContent& content, HtmlPage& page) {
    if (content.minutes == nullptr) return;
    page.section("One future, from its minutes");
    if (content.redacted)
        return page.paragraph("Minutes name organisations and bodies; they are left out of this page.");
    const auto [text, left_out] = text_of(*content.minutes, content.library->arms[content.arm_row].scenario);
    page.paragraph(fmt::format(
        "Future {} under \"{}\": its difference stands in the middle of all. It is one of {}, and "
        "no likelier than any other.{}",
        middle_future(*content.study, content.arm), content.study->comparison.arms[content.arm].label,
        grouped(double(content.study->comparison.replicates), 0),
        left_out > 0 ? fmt::format(" {} left out for their length.",
                                   left_out == 1 ? "The first year is"
                                                 : fmt::format("The first {} years are", left_out))
                     : ""));
    page.folded("The minutes", text);
}

}  // namespace clout
