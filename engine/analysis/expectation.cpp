#include "engine/analysis/expectation.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

// Whole numbers: 0.9 · n is none.
bool most_of(std::size_t count, std::size_t all) { return all > 0 && 10 * count >= 9 * all; }

}  // namespace

static_assert(kFuturesThatHold == 0.9);

ExpectationFinding judge(const Expectation& expected, std::span<const double> differences) {
    using Sign = Expectation::Sign;
    ExpectationFinding found;
    found.difference = summarise_differences(differences);
    found.replicates = differences.size();
    const double turn = expected.sign == Sign::less ? -1 : 1;
    for (const double difference : differences) {
        const double d = turn * difference;
        const bool within = std::abs(d) <= expected.least;
        const bool as_expected = expected.sign == Sign::same ? within : d > 0;
        const bool opposite = expected.sign == Sign::same ? std::isfinite(d) && !within : d < 0;
        found.as_expected += as_expected ? 1 : 0;
        found.opposite += opposite ? 1 : 0;
    }
    const double mean = turn * found.difference.summary.mean;
    const bool same = expected.sign == Sign::same;
    found.holds = most_of(found.as_expected, found.replicates) && (same || mean > expected.least);
    found.reversed = !same && most_of(found.opposite, found.replicates) && mean < -expected.least;
    return found;
}

HypothesisVerdict verdict_over(std::span<const ExpectationFinding> theories) {
    const auto holding = std::count_if(theories.begin(), theories.end(),
                                       [](const ExpectationFinding& found) { return found.holds; });
    if (theories.empty()) return HypothesisVerdict::not_played;
    if (holding == 0) return HypothesisVerdict::does_not_hold;
    return holding == std::ssize(theories) ? HypothesisVerdict::holds : HypothesisVerdict::holds_under_some;
}

}  // namespace clout
