// What each lever does to the difference between two arms: the arms' steps apart, every combination of them
// played with the same luck, and the Shapley value of each (shapley.hpp).
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/shapley.hpp"
#include "engine/base/result.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/scenario/assembly/combinations.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace clout {

struct Library;
struct System;

inline constexpr std::size_t kExactParts = 12;   // up to here all 2^n combinations are played
inline constexpr std::size_t kOrderPairs = 100;  // beyond: pairs of orders that are drawn at first
inline constexpr std::size_t kMostOrderPairs = 1600;
inline constexpr double kSmallOrderError = 0.02;  // [of the largest part] two standard errors of the orders

// One step on the way from one arm to another.
struct Part {
    // A lever that only the target pulls, or that it no longer pulls; an arm's own changes, made or dropped.
    enum class What : std::uint8_t { lever, lever_dropped, changes, changes_dropped };
    What what = What::lever;
    std::string name;   // of the lever; of the arm whose changes they are
    std::string label;  // of the lever or the arm
};

struct AttributionPlan {
    std::string from, to, from_label, to_label;  // names and labels of arms
    std::vector<Part> parts;                     // in the order in which levers are applied
    std::vector<Order> orders;                   // empty = exact
    std::vector<Coalition> coalitions;  // of parts: those to play; the first is none, the last all of them
    std::vector<Combination> combinations;  // (coalitions)
};

// `from` and `to` are rows of the library's arms. Levers stand in the target's order, those that only the
// other arm pulls where they stood there; what both arms have is in every combination. Refuses arms that pull
// the same levers in different orders, or one lever twice: no steps lead from one to the other.
[[nodiscard]] Result<AttributionPlan> plan_attribution(const Library& library, const Combiner& combiner,
                                                       std::size_t from, std::size_t to,
                                                       std::size_t order_pairs = kOrderPairs);

// What of a plan with more orders has not been played yet for one with fewer.
[[nodiscard]] AttributionPlan still_to_play(const AttributionPlan& plan, const AttributionPlan& played);

// The last year of some measures in many systems, and nothing else of what they did.
struct Kept {
    std::size_t replicates = 0, years = 0;    // complete in every system; all have the same years
    std::vector<std::vector<double>> values;  // (measures), each (systems × replicates) in the measure's unit
};

// As run_ensemble, some hundred replicates at a time, so that what is kept of thousands of systems fits into
// memory. Every system must have every measure.
[[nodiscard]] Kept play_and_keep(std::span<const System* const> systems,
                                 std::span<const std::string> measures, const EnsembleOptions& options);

// What was kept of the combinations of a plan, from those `played` before and the rest that was
// `still_to_play`.
[[nodiscard]] Kept joined(const AttributionPlan& plan, const AttributionPlan& played, const Kept& before,
                          const AttributionPlan& rest, const Kept& now);

struct AttributedPart {
    Part part;
    // (replicates) [the measure's unit] Its Shapley value; over all parts they sum to each difference.
    std::vector<double> values;
    Difference effect;    // of values
    double order_se = 0;  // what sampling orders adds to the standard error; 0 where exact
    Difference alone;     // what it does by itself to the arm we start from
    Difference last;      // what it adds to all others
};

// Two parts that do more (or less) together than apart, beyond what each does by itself (shapley.hpp).
struct Interaction {
    std::size_t one = 0, other = 0;  // rows of parts, one < other
    Difference effect;               // [the measure's unit]
};

struct Attribution {
    std::string from, to, from_label, to_label;
    Quantity measure;
    std::vector<AttributedPart> parts;      // in the plan's order
    std::vector<Interaction> interactions;  // largest mean first; empty where orders are sampled
    Difference total;                       // to − from
    double from_mean = 0, to_mean = 0;      // [the measure's unit]
    std::size_t replicates = 0, years = 0;
    std::size_t without = 0;       // [replicates] left out: the measure has no value in some combination
    std::size_t combinations = 0;  // played
    std::size_t orders = 0;        // 0 = exact: all of them

    // [the measure's unit] two standard errors of the part that the orders drawn tell least well; 0 = exact.
    [[nodiscard]] double order_error() const;
    [[nodiscard]] double largest_part() const;  // [the measure's unit] its size
    // Whether more orders would not change what is told.
    [[nodiscard]] bool orders_suffice() const { return order_error() <= kSmallOrderError * largest_part(); }
};

// `kept` is of the plan's combinations, at least one replicate; the measure is the one in that row of it. A
// replicate in which it has no value in any one combination is left out.
[[nodiscard]] Attribution attribute(const AttributionPlan& plan, const Kept& kept, std::size_t row,
                                    const Quantity& measure);

// As attribute(), and plays more orders until their error is small or there are kMostOrderPairs of them.
// `plan_with` is the same plan with so many pairs; `play` plays the combinations of a plan, or nothing where
// it is stopped, and then what is known so far is told.
[[nodiscard]] Attribution attribute_closely(
    AttributionPlan plan, Kept kept, std::size_t row, const Quantity& measure,
    const std::function<AttributionPlan(std::size_t pairs)>& plan_with,
    const std::function<std::optional<Kept>(const AttributionPlan& rest)>& play);

// Whether the way from one arm to the other moves the border between protected and contested money by more
// than the equivalence band (headline.hpp): then a sector's decided money grows by what was safe before, and
// only the money from all funds tells what it gained. One value a replicate each [£m a year].
struct Moneys {
    std::span<const double> decided, received;
};
[[nodiscard]] bool moves_border(const Moneys& from, const Moneys& to);

}  // namespace clout
