#include "engine/report/text/recalibrated_text.hpp"

#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/theories_text.hpp"
#include "engine/report/text/words.hpp"

#include <fmt/format.h>

namespace clout {
namespace {

// A distance that is shown as more than none.
constexpr double kShown = 5e-5;

std::string positions_table(const Recalibrated& recalibrated, const Provenance& provenance,
                            const Style& style) {
    const auto& theories = recalibrated.found.theories;
    std::vector<Column> columns{
        {"Position of " + mid_sentence(provenance.label(recalibrated.sector)), Align::left}, {"in the file"}};
    for (const Theory& theory : theories) columns.push_back({theory.name + (theory.written ? "=" : "")});
    TextTable table(columns);
    for (std::size_t k = 0; k < recalibrated.programmes.size(); ++k) {
        std::vector<std::string> cells{recalibrated.programmes[k].second, percent(recalibrated.written[k])};
        for (const FoundPosition& found : recalibrated.positions) cells.push_back(percent(found.position[k]));
        table.add(std::move(cells));
    }
    std::vector<std::string> standing{"the first year is apart by, before", ""},
        now{"and with this position", ""};
    for (const FoundPosition& found : recalibrated.positions) {
        standing.push_back(grouped(100 * found.standing, 2) + " points");
        now.push_back(grouped(100 * found.distance, 2) + " points");
    }
    table.add(std::move(standing));
    table.add(std::move(now));
    return table.text(style);
}

std::string how_near(const Recalibrated& recalibrated) {
    std::size_t met = 0;
    for (const FoundPosition& found : recalibrated.positions) met += found.distance < kShown ? 1 : 0;
    const std::size_t all = recalibrated.positions.size();
    if (met == all) return "It was met under every theory.";
    return fmt::format(
        "It was met under {} of {} theories; under the others this is the nearest that was found.", met, all);
}

}  // namespace

std::string recalibrated_text(const Recalibrated& recalibrated, const Provenance& provenance,
                              const Style& style) {
    const std::string who = mid_sentence(provenance.label(recalibrated.sector));
    const std::string what = fmt::format(
        "the position of {} was found again under each theory, so that on the median path of \"{}\" the "
        "first year's "
        "split is that under the theory of the file (=). {} Apart: the root of the squared differences "
        "summed over "
        "programmes, funds weighing by their money.",
        who, recalibrated.found.arms[recalibrated.found.baseline].second, how_near(recalibrated));
    return paragraph("Recalibrated", kIndent, what, style) + "\n" +
           positions_table(recalibrated, provenance, style) + "\n" + "With these positions:\n\n" +
           theories_tables(recalibrated.found, provenance, style);
}

}  // namespace clout
