// What is told of closures where a whole sector inherits: the largest heirs by name, the rest as a number.
#include "engine/run/watch/chronicle.hpp"
#include "tests/scenes.hpp"

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

TEST(Chronicle, TakesASystemOverWithoutChangingTheCallersCopy) {
    const System system = compile(scenes::library(scenes::written(kHomeless)).arms.at(0).scenario);
    const Chronicle median = chronicle(system, std::nullopt), one = chronicle(system, 1);
    EXPECT_TRUE(system.stochastic);
    EXPECT_TRUE(median.told.back().ends.empty()) << "without chance nobody closes";
    EXPECT_LT(one.told.back().independent, median.told.back().independent);
}

}  // namespace
}  // namespace clout
