// Voting power: the ways to count coalitions against each other and against going through all of them, votes
// of any size and with any decimals, and what is drawn against what is counted.
#include "engine/analysis/swings.hpp"

#include "engine/base/mix.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <bit>
#include <cmath>
#include <numeric>

namespace clout {
namespace {

Electorate electorate(std::vector<Electorate::Kind> kinds, std::uint64_t majority) {
    Electorate result{std::move(kinds), 0, majority, 0};
    for (const auto& kind : result.kinds) {
        result.total += kind.votes * kind.count;
        result.voters += kind.count;
    }
    return result;
}

// Every coalition, one by one.
std::vector<Swings> by_going_through(const Electorate& electorate) {
    std::vector<std::uint64_t> votes;
    std::vector<std::size_t> first;
    for (const auto& kind : electorate.kinds) {
        first.push_back(votes.size());
        votes.insert(votes.end(), kind.count, static_cast<std::uint64_t>(kind.votes));
    }
    const std::size_t n = votes.size();
    std::vector<Swings> swings;
    for (const std::size_t voter : first) {
        Swings own;
        for (std::uint32_t others = 0; others < (1u << n); ++others) {
            if (others >> voter & 1u) continue;
            Whole sum = 0;
            for (std::size_t i = 0; i < n; ++i) sum += others >> i & 1u ? votes[i] : 0;
            if (sum >= electorate.majority || sum + votes[voter] < electorate.majority) continue;
            const double size = std::popcount(others), left = static_cast<double>(n) - size - 1;
            own.in_orders +=
                std::tgamma(size + 1) * std::tgamma(left + 1) / std::tgamma(static_cast<double>(n) + 1);
            own.in_tosses += std::ldexp(1.0, 1 - static_cast<int>(n));
        }
        swings.push_back(own);
    }
    return swings;
}

void expect_near(const std::vector<Swings>& found, const std::vector<Swings>& right, double tolerance) {
    ASSERT_EQ(found.size(), right.size());
    for (std::size_t k = 0; k < found.size(); ++k) {
        EXPECT_NEAR(found[k].in_orders, right[k].in_orders, tolerance) << "kind " << k;
        EXPECT_NEAR(found[k].in_tosses, right[k].in_tosses, tolerance) << "kind " << k;
    }
}

TEST(Swings, EveryWayCountsTheSame) {
    for (std::uint64_t draw = 0; draw < 60; ++draw) {
        const auto number = [&](std::uint64_t k, std::uint64_t below) { return mix(mix(draw) ^ k) % below; };
        std::vector<Electorate::Kind> kinds;
        std::uint64_t votes = 0, total = 0;
        for (std::uint64_t k = 0; k < 1 + number(0, 5); ++k) {
            kinds.push_back({votes += 1 + number(10 + k, 9), 1 + number(20 + k, 3)});
            total += votes * kinds.back().count;
        }
        const Electorate some = electorate(kinds, 1 + number(30, total));
        const auto right = by_going_through(some);
        expect_near(meet_in_the_middle(some, {}).value(), right, 1e-14);
        expect_near(integrate_joining(some, {}).value(), right, 1e-13);
    }
}

TEST(Swings, ManyAlikeAreAddedAsOneKind) {
    // 40 voters of 3 votes and 7 of 5: binomial taps against voters one by one in the middle.
    const Electorate many = electorate({{3, 40}, {5, 7}}, 90);
    expect_near(integrate_joining(many, {}).value(), meet_in_the_middle(many, {}).value(), 1e-13);
}

TEST(Swings, DrawnWithinTheErrorThatIsSaid) {
    const Electorate some = electorate({{1, 6}, {2, 3}, {5, 1}}, 9);
    const auto right = by_going_through(some);
    const auto drawn = draw_coalitions(some, PowerOptions()).value();
    for (std::size_t k = 0; k < drawn.size(); ++k) {
        EXPECT_GT(drawn[k].in_orders_se, 0);
        EXPECT_LT(drawn[k].in_orders_se, 1e-3);
        EXPECT_NEAR(drawn[k].in_orders, right[k].in_orders, 4 * drawn[k].in_orders_se);
        EXPECT_NEAR(drawn[k].in_tosses, right[k].in_tosses, 4 * drawn[k].in_tosses_se);
    }
}

std::vector<VotingPower> power_of(const std::vector<double>& votes, double quota) {
    std::vector<Voters> voters;
    for (const double v : votes) voters.push_back({{v}, 1});
    return voting_power(voters, quota).value();
}

TEST(VotingPowerOf, OneVoteMoreIsAMajority) {
    const auto power = power_of({0.500004, 0.499996}, 0.5);
    EXPECT_EQ(power[0].shapley_shubik, 1);
    EXPECT_EQ(power[1].shapley_shubik, 0);
    EXPECT_EQ(power[1].banzhaf, 0);
}

TEST(VotingPowerOf, TheSizeOfNumbersDoesNotMatter) {
    for (const double unit : {1e-12, 1e-3, 1.0, 1e9, 1e12, 3e200}) {
        for (const VotingPower& each : power_of({unit, unit, unit / 2}, 0.5)) {
            EXPECT_NEAR(each.shapley_shubik, 1.0 / 3, 1e-15) << unit;
            EXPECT_NEAR(each.banzhaf, 1.0 / 3, 1e-15) << unit;
        }
    }
    // One grain decides between equals.
    for (const VotingPower& each : power_of({1e12, 1e12, 1e-12}, 0.5))
        EXPECT_NEAR(each.shapley_shubik, 1.0 / 3, 1e-15);
}

TEST(VotingPowerOf, UnanimityNeedsEverybody) {
    for (const VotingPower& each : power_of({1, 1, 1}, 1)) {
        EXPECT_NEAR(each.shapley_shubik, 1.0 / 3, 1e-15);
        EXPECT_NEAR(each.penrose, 0.25, 1e-15);
    }
    EXPECT_NEAR(power_of({7, 2, 1}, 1)[2].shapley_shubik, 1.0 / 3, 1e-15);
}

TEST(VotingPowerOf, DecimalsAreWhatWasWritten) {
    // 0.1 + 0.2 is exactly half of 0.6: together they do not exceed it.
    std::vector<Voters> voters{{{0.1, 0.2}, 1}, {{0.3}, 1}};
    const auto tie = voting_power(voters, 0.5).value();
    EXPECT_NEAR(tie[0].shapley_shubik, 0.5, 1e-15);
    // One vote shared by three seats against one: all four are needed for more than half.
    voters = {{{1.0}, 3}, {{1.0}, 1}};
    const auto shared = voting_power(voters, 0.5).value();
    EXPECT_NEAR(shared[1].shapley_shubik, 0.75, 1e-14);
    EXPECT_NEAR(3 * shared[0].shapley_shubik, 0.25, 1e-14);
    // Two thirds of 3 are not exceeded by 2.
    EXPECT_EQ(whole_votes(std::vector<Voters>{{{1.0}, 1}, {{2.0}, 1}}, 0.7).majority, 3u);
    EXPECT_EQ(whole_votes(std::vector<Voters>{{{1.0}, 1}, {{2.0}, 1}}, 0.6).majority, 2u);
}

TEST(VotingPowerOf, WithoutVotesNobodyHasPower) {
    for (const VotingPower& each : power_of({0, 0}, 0.5)) EXPECT_EQ(each.shapley_shubik, 0);
    EXPECT_TRUE(power_of({}, 0.5).empty());
    EXPECT_EQ(power_of({3, 0, 2}, 0.5)[1].banzhaf, 0);
}

TEST(VotingPowerOf, TwentySevenMembersWithTheirPopulations) {
    std::vector<double> people;
    for (std::uint64_t i = 0; i < 27; ++i) {
        people.push_back(static_cast<double>(400'000 + mix(i) % 83'000'000));
    }
    const auto power = power_of(people, 0.65);
    double sum = 0;
    for (std::size_t i = 0; i < 27; ++i) {
        sum += power[i].shapley_shubik;
        EXPECT_EQ(power[i].shapley_shubik_se, 0);
        for (std::size_t j = 0; j < 27; ++j) {
            if (people[i] <= people[j]) continue;
            EXPECT_GE(power[i].shapley_shubik, power[j].shapley_shubik - 1e-15);
        }
    }
    EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(VotingPowerOf, ThousandsOfSeats) {
    // A bloc of three tenths among n single members: w n / (n (1 − w) + 1) in the whole numbers of an ocean.
    const auto power = voting_power(std::vector<Voters>{{{3000.0}, 1}, {{7000.0}, 7000}}, 0.5).value();
    EXPECT_NEAR(power[0].shapley_shubik, 3000.0 / 7001, 1e-9);
    const auto alike = voting_power(std::vector<Voters>{{{10.0}, 6669}, {{10.0}, 10}}, 0.5).value();
    EXPECT_NEAR(6669 * alike[0].shapley_shubik + 10 * alike[1].shapley_shubik, 1, 1e-9);
    EXPECT_GT(alike[1].shapley_shubik, 500 * alike[0].shapley_shubik);
}

TEST(VotingPowerOf, StopsWhereItTakesLong) {
    std::vector<Voters> voters;
    for (std::uint64_t i = 0; i < 150; ++i)
        voters.push_back({{static_cast<double>(20'000 + mix(i) % 30'000)}, 1});
    std::atomic<int> asked{0};
    PowerOptions options;
    options.stop = [&] { return ++asked > 3; };
    const auto stopped = voting_power(voters, 0.5, options);
    EXPECT_FALSE(stopped.has_value());
    EXPECT_LT(asked, 10);
}

}  // namespace
}  // namespace clout
