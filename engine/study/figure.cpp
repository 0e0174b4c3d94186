#include "engine/study/figure.hpp"

#include "engine/analysis/comparison.hpp"
#include "engine/base/text.hpp"
#include "engine/measures/shelf.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "engine/study/unknown_name.hpp"

#include <algorithm>

namespace clout {
namespace {}  // namespace

std::optional<Figure> to_figure(std::string_view text) {
    constexpr std::string_view kPaired = "difference(";
    text = trimmed(text);
    if (!text.starts_with(kPaired)) {
        if (text.empty() || text.find_first_of("() ") != std::string_view::npos) return std::nullopt;
        return Figure{std::string(text), false};
    }
    if (!text.ends_with(')')) return std::nullopt;
    text.remove_prefix(kPaired.size());
    text.remove_suffix(1);
    auto inner = to_figure(text);
    if (!inner || inner->paired) return std::nullopt;
    inner->paired = true;
    return inner;
}

std::string Condition::text() const {
    return figure.text() + (at_least ? " >= " : " <= ") + number_text(level);
}

std::optional<Condition> to_condition(std::string_view text) {
    const std::size_t at = text.find_first_of("<>");
    if (at == std::string_view::npos) return std::nullopt;
    const bool equal = at + 1 < text.size() && text[at + 1] == '=';
    const auto figure = to_figure(text.substr(0, at));
    const auto level = plain_number(std::string(trimmed(text.substr(at + (equal ? 2 : 1)))));
    if (!figure || !level.value) return std::nullopt;
    return Condition{*figure, text[at] == '>', *level.value};
}

Result<Condition> asked_condition(const std::string& text, const std::string& option) {
    if (const auto condition = to_condition(text)) return *condition;
    const std::string where = option.empty() ? "" : option + " ";
    return std::vector{refused_request(
        text.empty() && !option.empty() ? option + " is missing" : where + "'" + text + "' is no condition",
        "expected a figure, >= or <=, and a level, as in 'difference(share.gp) >= 0.02'")};
}

std::vector<double> read_figure(const Figure& figure, const Outcome& arm, const Outcome& base) {
    if (figure.paired) return paired_differences(arm, base, figure.measure);
    const auto row = find_quantity(arm, figure.measure);
    if (!row) return {};
    const auto values = arm.last(*row);
    return {values.begin(), values.end()};
}

std::string leading_measure(const Scenario& scenario, std::span<const Quantity> quantities) {
    const std::string focus = scenario.sectors[scenario.focus.row()].name;
    const auto has = [&](const std::string& name) {
        return std::any_of(quantities.begin(), quantities.end(),
                           [&](const Quantity& quantity) { return quantity.name == name; });
    };
    return has(of_sector<PoundsPerPatient>(focus)) ? of_sector<PoundsPerPatient>(focus)
                                                   : of_sector<DecidedMoney>(focus);
}

}  // namespace clout
