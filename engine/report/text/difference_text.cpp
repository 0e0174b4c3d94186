#include "engine/report/text/difference_text.hpp"

namespace clout {

std::string difference_text(const ScenarioDifferences& found, const Style& style) {
    constexpr std::size_t kBulletIndent = 4;  // [columns]
    std::string text = bold(paragraph("", 0, found.from + " -> " + found.to, style), style);
    for (const auto& [heading, lines] : found.sections) {
        text += heading.empty() ? "" : heading + ":\n";
        for (const auto& line : lines) {
            text += paragraph("  -", kBulletIndent, line, style);
        }
        text += lines.empty() ? "  no difference\n" : "";
    }
    return text;
}

}  // namespace clout
