#include "engine/report/text/verified_text.hpp"

#include "engine/base/text.hpp"
#include "engine/study/provenance.hpp"

#include <fmt/format.h>

namespace clout {
namespace {

const char* word_of(TableVerdict verdict) {
    return verdict == TableVerdict::same ? "PASS" : verdict == TableVerdict::differs ? "FAIL" : "-";
}

}  // namespace

std::string verified_text(const Verified& verified, const Style& style) {
    std::string text =
        paragraph("", 0, fmt::format("{}, played again: {}", verified.subject, verified.played), style);
    if (verified.made_by != version())
        text += paragraph("", 0, fmt::format("Made by version {}; this is {}.", verified.made_by, version()),
                          style);
    text += "\n";
    std::size_t differ = 0, compared = 0;
    for (const CheckedTable& table : verified.tables) {
        differ += table.verdict == TableVerdict::differs ? 1 : 0;
        compared += table.verdict == TableVerdict::not_compared ? 0 : 1;
        const std::string lead = fmt::format("{:<5} ", word_of(table.verdict));
        text += paragraph(lead, 6, table.why.empty() ? table.name : table.name + ": " + table.why, style);
    }
    const std::string count = counted(compared, "table", "tables");
    text += "\n" + paragraph("", 0,
                             differ == 0 ? fmt::format("The same to the last bit: {}.", count)
                                         : fmt::format("Not met: {} of {} differ.", differ, count),
                             style);
    return text;
}

}  // namespace clout
