// The teaching examples of scenarios/classics say in their comments what was published; here they are held to
// it.
#include "engine/analysis/influence.hpp"
#include "engine/protocols/contest.hpp"
#include "engine/run/watch/chronicle.hpp"
#include "tests/scenes.hpp"

#include <array>
#include <numeric>

namespace clout {
namespace {

Library classic(const std::string& name) {
    return scenes::library(scenes::scenario_file("classics/" + name));
}

Chronicle told(const Library& library, const std::string& arm) {
    return chronicle(compile(scenes::arm(library, arm)), std::nullopt);
}

std::vector<double> decided_split(const Library& library, const std::string& arm) {
    const Chronicle chronicle = told(library, arm);
    EXPECT_TRUE(chronicle.told.at(0).minutes.at(0).agreed);
    return chronicle.told.at(0).minutes.at(0).split;
}

double years_of_delay(double late) { return 4 + 6 * late; }

// Bueno de Mesquita 1994, coding as in Scholz et al. 2011; the mean as three open programs give it.
TEST(EmissionStandards, MeanVoterStandsAt739) {
    const Library library = classic("emission-standards");
    EXPECT_NEAR(years_of_delay(decided_split(library, "compromise")[0]), 7.389955686853766, 1e-12);
}

TEST(EmissionStandards, MedianVoterStandsAt7) {
    std::vector<SeatRecord> seats =
        told(classic("emission-standards"), "compromise").told.at(0).minutes.at(0).seats;
    ASSERT_EQ(seats.size(), 10u);
    std::sort(seats.begin(), seats.end(), [](const auto& a, const auto& b) { return a.asks[0] < b.asks[0]; });
    double half = 0;
    for (const SeatRecord& seat : seats) half += seat.weight * seat.salience / 2;
    std::size_t median = 0;
    for (double below = 0; below + seats[median].weight * seats[median].salience < half; ++median) {
        below += seats[median].weight * seats[median].salience;
    }
    EXPECT_NEAR(years_of_delay(seats[median].asks[0]), 7, 1e-12);
}

TEST(EmissionStandards, TheoriesDifferAsTheFileSays) {
    const Library library = classic("emission-standards");
    EXPECT_NEAR(years_of_delay(decided_split(library, "condorcet")[0]), 7.08, 0.005);
    EXPECT_NEAR(years_of_delay(decided_split(library, "contest")[0]), 7.95, 0.005);
}

// A bloc of k on a board of ten: k / (11 − k); an outsider's part is an equal one of the rest (oracles:
// Shapley and Shubik 1954). The chance to swing a vote: Banzhaf 1965.
struct Bloc {
    const char* arm;
    double seats, bloc, outsider;
};

class TenSeats : public testing::TestWithParam<Bloc> {};
INSTANTIATE_TEST_SUITE_P(Blocs, TenSeats,
                         testing::Values(Bloc{"two", 2, 2.0 / 9, .097222}, Bloc{"three", 3, 3.0 / 8, .089286},
                                         Bloc{"four", 4, 4.0 / 7, .071429},
                                         Bloc{"five", 5, 5.0 / 6, .033333}),
                         [](const auto& tested) { return std::string(tested.param.arm); });

TEST_P(TenSeats, UnionIsWorthMoreThanItsVotes) {
    const Library library = classic("ten-seats");
    const InfluenceReport report = report_influence(compile(scenes::arm(library, GetParam().arm)), {});
    const std::vector<SeatPower>& seats = report.boards.at(0).seats;
    ASSERT_EQ(seats.size(), 2u);
    EXPECT_NEAR(seats[0].votes, GetParam().seats / 10, 1e-12);
    EXPECT_NEAR(seats[0].power.shapley_shubik, GetParam().bloc, 1e-12);
    EXPECT_NEAR(seats[1].power.shapley_shubik / (10 - GetParam().seats), GetParam().outsider, 5e-7);
}

TEST(TenSeatsApart, EverySeatHoldsATenth) {
    const Library library = classic("ten-seats");
    const InfluenceReport report = report_influence(compile(scenes::arm(library, "apart")), {});
    EXPECT_NEAR(report.boards.at(0).seats.at(0).power.shapley_shubik, 0.3, 1e-12);
}

// Friedkin and Johnsen 1999; limits and first steps to the digits of the exact solution.
TEST(FourPeople, EndWherePublished) {
    const Chronicle chronicle = told(classic("four-people"), "base");
    const auto expect_opinions = [&](std::size_t round, const std::array<double, 4>& published) {
        const std::vector<SeatRecord>& seats = chronicle.told.at(round).minutes.at(0).seats;
        ASSERT_EQ(seats.size(), 4u);
        for (std::size_t i = 0; i < 4; ++i)
            EXPECT_NEAR(100 * seats[i].asks[0], published[i], 5e-5) << round << ' ' << i;
    };
    expect_opinions(0, {25, 25, 75, 85});
    expect_opinions(1, {53.0800, 52.3494, 75, 70.3344});
    expect_opinions(2, {57.0267, 56.8209, 75, 72.6200});
    expect_opinions(39, {60.0208, 59.9840, 75, 74.9862});
}

// Tullock 1980: the chances are the split; effort in units of the prize is v σ (1 − σ).
TEST(ContestForAPrize, EffortsAndChances) {
    const Library library = classic("contest");
    const std::vector<double> chance = decided_split(library, "unequal");
    EXPECT_NEAR(chance[0], 2.0 / 3, 1e-12);
    EXPECT_NEAR(chance[1], 1.0 / 3, 1e-12);
    const double effort[] = {100 * chance[0] * (1 - chance[0]), 50 * chance[1] * (1 - chance[1])};
    EXPECT_NEAR(effort[0], 22.222222, 5e-7);
    EXPECT_NEAR(effort[1], 11.111111, 5e-7);
    EXPECT_NEAR(100 * chance[0] - effort[0], 44.444444, 5e-7);
    EXPECT_NEAR(50 * chance[1] - effort[1], 5.555556, 5e-7);
}

TEST(ContestForAPrize, TheWeakStayOutAndEqualsShare) {
    const Library library = classic("contest");
    const std::vector<double> third = decided_split(library, "third"),
                              equal = decided_split(library, "equal");
    EXPECT_NEAR(third[0], 2.0 / 3, 1e-12);
    EXPECT_EQ(third[2], 0.0);
    EXPECT_NEAR(equal[0], 0.5, 1e-12);
}

// x = d + a (S − Σ d): Nash 1950, Kalai 1977. Positions are smoothed by 1e-6 (MODEL.md 7), so it holds to
// 1e-4 of 100.
TEST(NashSplit, PowersAndDisagreement) {
    const std::vector<double> split = decided_split(classic("nash-split"), "bargain");
    EXPECT_NEAR(100 * split[0], 42.5, 1e-4);
    EXPECT_NEAR(100 * split[1], 39.5, 1e-4);
    EXPECT_NEAR(100 * split[2], 18, 1e-4);
}

TEST(NashSplit, WithoutReversionPowersAlone) {
    const std::vector<double> split = decided_split(classic("nash-split"), "nothing");
    EXPECT_NEAR(split[0], 0.5, 1e-12);
    EXPECT_NEAR(split[1], 0.3, 1e-12);
    EXPECT_NEAR(split[2], 0.2, 1e-12);
}

}  // namespace
}  // namespace clout
