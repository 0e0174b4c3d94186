// What a study looks at: one figure a future, in the last year.
#pragma once

#include "engine/base/result.hpp"
#include "engine/run/outcome.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clout {

struct Scenario;

// "share.acute" in an arm, or "difference(share.acute)" between that arm and the one it is held against.
struct Figure {
    std::string measure;
    bool paired = false;
    [[nodiscard]] std::string text() const { return paired ? "difference(" + measure + ")" : measure; }
    friend bool operator==(const Figure&, const Figure&) = default;
};

// Nothing where the brackets do not fit together.
[[nodiscard]] std::optional<Figure> to_figure(std::string_view text);

// "FIGURE >= LEVEL", or <=, > or <; the two with equality and those without are the same to a mean.
struct Condition {
    Figure figure;
    bool at_least = true;  // else at most
    double level = 0;      // [the measure's unit]
    [[nodiscard]] bool holds(double value) const { return at_least ? value >= level : value <= level; }
    [[nodiscard]] std::string text() const;
};
[[nodiscard]] std::optional<Condition> to_condition(std::string_view text);
// The same, or what is wrong with it as it was asked for; `option` is what it was typed behind, if anything.
[[nodiscard]] Result<Condition> asked_condition(const std::string& text, const std::string& option = {});

// One value a replicate; empty where an arm does not have the measure. `base` is not read where the figure is
// not paired.
[[nodiscard]] std::vector<double> read_figure(const Figure& figure, const Outcome& arm, const Outcome& base);

// What findings lead with: the focus sector's £ a patient where lists are known, else its £m.
[[nodiscard]] std::string leading_measure(const Scenario& scenario, std::span<const Quantity> quantities);

}  // namespace clout
