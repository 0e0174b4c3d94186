// Whether what somebody expects of two arms comes out: the rule by which a hypothesis is judged, stated
// before anything is played.
#pragma once

#include "engine/analysis/comparison.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace clout {

// Of a measure in one arm against another, in the last year.
struct Expectation {
    enum class Sign : std::uint8_t { more, less, same };
    Sign sign = Sign::more;
    double least = 0;  // [the measure's unit, at least 0] a difference no larger than this does not count
};

// [share of futures] that must come out as expected before it is said to hold.
inline constexpr double kFuturesThatHold = 0.9;

// What came out of one theory of bargaining.
struct ExpectationFinding {
    Difference difference;        // paired, arm − the one it is held against
    std::size_t as_expected = 0;  // [replicates] with the expected sign; of `same`: within the band
    std::size_t opposite = 0;     // [replicates] with the other sign; of `same`: beyond the band
    std::size_t replicates = 0;   // all; one without a value is neither
    bool holds = false;
    bool reversed = false;  // it would hold, had the opposite been expected

    // [0..1] How likely it is over futures that it comes out as expected.
    [[nodiscard]] double share() const {
        return static_cast<double>(as_expected) / static_cast<double>(replicates);
    }
};

// `more` and `less` hold where at least nine futures of ten have that sign and the mean lies beyond the band;
// `same` where at least nine of ten lie within the band. `differences` has one value a replicate, NaN where
// it has none.
[[nodiscard]] ExpectationFinding judge(const Expectation& expected, std::span<const double> differences);

// Over all theories that were played.
enum class HypothesisVerdict : std::uint8_t {
    holds,
    holds_under_some,
    does_not_hold,
    not_testable,
    not_played
};
[[nodiscard]] HypothesisVerdict verdict_over(std::span<const ExpectationFinding> theories);

}  // namespace clout
