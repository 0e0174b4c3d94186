// What is told of closures where a whole sector inherits: the largest heirs by name, the rest as a number.
#include "tests/unit/run/by_hand.hpp"

#include <numeric>

namespace clout {
namespace {

// Practices without a home, many of which close; what one leaves goes to all the others.
constexpr const char* kHomeless = R"(clout: 1
title: Nobody's practices
clock: {years: 6, rounds_per_year: 2}
programmes: {access: {delivered_by: {practice: 1}}}
sectors:
  practice: {position: {access: 1}, can_fail: true, income_spread: 0.5}
organisations: {surgery: {sector: practice, count: 150, income: 1}}
bodies: {board: {members: {surgery: {}}}}
funds: {pot: {amount: 3, decided_by: board, status_quo: {access: 1}}}
dynamics: {shock: 0.8}
)";

TEST(Chronicle, NamesTheLargestHeirsAndCountsTheRest) {
    const System system = compile(scenes::library(scenes::written(kHomeless)).arms.at(0).scenario);
    bool many = false, few = false;
    for (const RoundRecord& round : chronicle(system, 1).told) {
        for (const EndRecord& end : round.ends) {
            EXPECT_EQ(end.heirs_in_all, round.independent) << "nobody else is left to inherit";
            ASSERT_EQ(end.heirs.size(), std::min<std::size_t>(end.heirs_in_all, kMostHeirs));
            const auto larger = [](const HeirRecord& a, const HeirRecord& b) { return a.part > b.part; };
            EXPECT_TRUE(std::is_sorted(end.heirs.begin(), end.heirs.end(), larger));
            const double named =
                std::accumulate(end.heirs.begin(), end.heirs.end(), 0.0,
                                [](double sum, const HeirRecord& heir) { return sum + heir.part; });
            if (end.heirs_in_all > kMostHeirs) {
                many = true;
                EXPECT_LT(named, 1);
                EXPECT_GT(named, static_cast<double>(kMostHeirs) / static_cast<double>(end.heirs_in_all));
            } else {
                few = true;
                EXPECT_NEAR(named, 1, 1e-12);
            }
        }
    }
    EXPECT_TRUE(many && few) << "the scene holds both cases";
}

// Two networks must sign; the south's practices stand behind it in part.
TEST(Chronicle, NamesTheMostReluctantOfThoseWhoSign) {
    const System system = by_hand(R"(
clock: {years: 1}
places: [north, south]
programmes: {a: {delivered_by: {gp: 1}}}
sectors: {gp: {position: {a: 1}, sign_off: [pcn], lapse_to: acute}, acute: {position: {a: 1}}}
organisations:
  northern: {sector: gp, place: north, income: 5}
  southern: {sector: gp, place: south, income: 5, commitment: 0.36}
  trust: {sector: acute, income: 50}
bodies:
  pcn: {per_place: 1, mandate: 0, members: {northern: {deal: true}, southern: {deal: true}}}
  board: {members: {trust: {}}}
funds: {pot: {amount: 1, decided_by: board, status_quo: {a: 1}}}
)");
    const Chronicle told = chronicle(system, std::nullopt);
    const OrganRecord& organ = told.told.at(0).consents.at(0).organs.at(0);
    EXPECT_EQ(organ.bodies, 2u);
    EXPECT_NEAR(organ.least, 0.36, kNear);
    EXPECT_EQ(organ.reluctant.row, row_of(system, "pcn@south"));
}

// Need grows by half a year, and nothing else does.
TEST(Chronicle, TellsWhatWhoeverClosesWasPaidAndNeeded) {
    const System system = by_hand(R"(
clock: {years: 6}
programmes: {a: {delivered_by: {gp: 1}}}
sectors: {gp: {position: {a: 1}, can_fail: true}, acute: {position: {a: 1}}}
organisations: {practice: {sector: gp, income: 2}, trust: {sector: acute, income: 50}}
bodies: {board: {members: {trust: {}}}}
funds: {pot: {amount: 3, decided_by: board, status_quo: {a: 1}}}
dynamics: {strain: 1, demand_growth: 0.5}
)");
    std::size_t closed = 0;
    for (const RoundRecord& round : chronicle(system, std::nullopt).told) {
        for (const EndRecord& end : round.ends) {
            EXPECT_NEAR(end.total, 3, kNear);
            EXPECT_GT(end.need, 3 * 1.4);
            ++closed;
        }
    }
    EXPECT_EQ(closed, 1u);
}

TEST(Chronicle, TakesASystemOverWithoutChangingTheCallersCopy) {
    const System system = compile(scenes::library(scenes::written(kHomeless)).arms.at(0).scenario);
    const Chronicle median = chronicle(system, std::nullopt), one = chronicle(system, 1);
    EXPECT_TRUE(system.stochastic);
    EXPECT_TRUE(median.told.back().ends.empty()) << "without chance nobody closes";
    EXPECT_LT(one.told.back().independent, median.told.back().independent);
}

}  // namespace
}  // namespace clout
