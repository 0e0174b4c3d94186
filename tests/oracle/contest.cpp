// The effort that a lottery contest calls forth (Tullock 1980; Hillman and Riley 1989), exact values.
#include "engine/protocols/contest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace clout {
namespace {

struct Contender {
    double valuation, effort, chance, payoff;
};

void expect_contest(const std::vector<Contender>& contenders) {
    std::vector<Pack<1>> value;
    for (const Contender& contender : contenders) value.emplace_back(contender.valuation);
    const double total = Contest::equilibrium_effort<1>(value.size(), value.data())[0];
    for (const Contender& contender : contenders) {
        const double chance = std::max(0.0, 1 - total / contender.valuation);
        EXPECT_NEAR(chance, contender.chance, 1e-12);
        EXPECT_NEAR(total * chance, contender.effort, 1e-12 * contender.valuation);
        EXPECT_NEAR(chance * contender.valuation - total * chance, contender.payoff,
                    1e-12 * contender.valuation);
    }
}

TEST(Contest, EqualsSpendHalfOfWhatIsAtStake) { expect_contest({{100, 25, 0.5, 25}, {100, 25, 0.5, 25}}); }

TEST(Contest, TheKeenerOneIsTwiceAsLikely) {
    expect_contest({{100, 200.0 / 9, 2.0 / 3, 400.0 / 9}, {50, 100.0 / 9, 1.0 / 3, 50.0 / 9}});
}

// The effort of two equals is 50: who values the prize at less stays out and changes nothing.
TEST(Contest, TheWeakDropOut) { expect_contest({{100, 25, 0.5, 25}, {100, 25, 0.5, 25}, {40, 0, 0, 0}}); }

}  // namespace
}  // namespace clout
