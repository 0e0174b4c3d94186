// Who plays the points of a study, and how much of it is left.
#include "engine/study/work_left.hpp"

#include "engine/study/message.hpp"
#include "engine/study/point_cost.hpp"
#include "engine/study/point_players.hpp"
#include "tests/scenes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace clout {
namespace {

// Plays points of that cost in the order that is asked for, and tells how far off the part that is done is at
// its worst once `from` of the work is behind.
template <class Cost>
double worst_error(std::size_t points, double from, const Cost& cost) {
    WorkLeft work(points);
    double all = 0, behind = 0, worst = 0;
    for (std::size_t i = 0; i < points; ++i) all += cost(i);
    for (const std::size_t position : work.order()) {
        work.played(position, cost(position));
        behind += cost(position);
        if (behind / all >= from) worst = std::max(worst, std::abs(work.done() / (behind / all) - 1));
    }
    return worst;
}

TEST(WorkLeft, PlaysEveryPointOnce) {
    for (const std::size_t points : {1u, 2u, 7u, 8u, 63u, 64u, 511u, 512u, 513u, 10'000u}) {
        const WorkLeft work(points);
        const std::set<std::size_t> met(work.order().begin(), work.order().end());
        EXPECT_EQ(work.order().size(), points);
        EXPECT_EQ(met.size(), points);
        EXPECT_EQ(*met.rbegin(), points - 1);
    }
    EXPECT_TRUE(WorkLeft(0).order().empty());
}

TEST(WorkLeft, IsRightWherePointsCostTheSame) {
    EXPECT_LT(worst_error(1000, 0.001, [](std::size_t) { return 0.01; }), 1e-9);
}

// A grid whose last levels cost a hundred times what its first do: by points a tenth of the time looks like
// half of it.
TEST(WorkLeft, IsRightWhereTheCostRises) {
    const auto rising = [](std::size_t i) { return 1 + 99 * std::pow(static_cast<double>(i) / 5000, 3); };
    EXPECT_LT(worst_error(5000, 0.05, rising), 0.06);
    const auto steps = [](std::size_t i) { return i % 1000 < 500 ? 1.0 : 30.0; };
    EXPECT_LT(worst_error(5000, 0.05, steps), 0.15);
}

TEST(WorkLeft, IsAboutRightWhereItIsLuck) {
    const auto luck = [](std::size_t i) { return (i * 2654435761u % 1000) < 100 ? 50.0 : 1.0; };
    EXPECT_LT(worst_error(5000, 0.2, luck), 0.35);
}

TEST(WorkLeft, EndsAtOne) {
    WorkLeft work(3);
    EXPECT_EQ(work.done(), 0);
    for (const std::size_t position : work.order()) work.played(position, 0);
    EXPECT_EQ(work.done(), 1);
}

TEST(Messages, ArriveAsTheyWereSent) {
    const double nan = std::nan("");
    const std::vector<PlayedPoint> played{{7, "", {{{1, nan, -0.0}, {}, {2}}, {{}, {3, 4}, {}}}, 0.5},
                                          {9, "no room", {}, 0.25}};
    const std::vector<PlayedPoint> back = to_played(to_bytes(played));
    ASSERT_EQ(back.size(), 2u);
    EXPECT_EQ(back[0].point, 7u);
    EXPECT_EQ(back[0].seconds, 0.5);
    EXPECT_TRUE(std::isnan(back[0].arms[0].summaries[1]));
    EXPECT_TRUE(std::signbit(back[0].arms[0].summaries[2]));
    EXPECT_EQ(back[0].arms[0].kept, std::vector<double>{2});
    EXPECT_EQ(back[0].arms[1].differences, (std::vector<double>{3, 4}));
    EXPECT_EQ(back[1].error, "no room");
    EXPECT_TRUE(back[1].arms.empty());
    const StudyCard card{{"a", "1\n2"}, {"b", ""}};
    EXPECT_EQ(to_card(to_bytes(card)), card);
    const std::string bytes = to_bytes(played);
    EXPECT_THROW((void)to_played(bytes.substr(0, bytes.size() - 3)), std::runtime_error);
}

SweepPlan small_plan(std::size_t size) {
    SweepAsked asked;
    asked.varied = {to_varied("dynamics.tolerance=0.2:0.8").value()};
    asked.design = {"sobol", size, 1, {}};
    auto read =
        read_library(scenes::scenario_file("one-area"), {{"replicates", "8"}, *override_of(asked.varied[0])});
    EXPECT_TRUE(read);
    auto plan = plan_sweep(read.value(), asked);
    EXPECT_TRUE(plan);
    return std::move(plan).value();
}

TEST(PointPlayers, GiveTheSameOnAnyThreads) {
    const SweepPlan plan = small_plan(5);
    const std::vector<std::size_t> points{4, 0, 3, 1, 2};
    const auto never = [] { return false; };
    PointPlayers one(plan, {1}), three(plan, {3}), eight(plan, {8});
    const std::string alone = to_bytes([&] {
        auto played = one.play(points, never);
        for (PlayedPoint& point : played) point.seconds = 0;
        return played;
    }());
    for (PointPlayers* players : {&three, &eight}) {
        auto played = players->play(points, never);
        for (PlayedPoint& point : played) point.seconds = 0;
        EXPECT_EQ(to_bytes(played), alone);
    }
    EXPECT_TRUE(one.play(points, [] { return true; }).empty());
}

TEST(PointCost, IsMeasuredOnAFew) {
    const SweepPlan plan = small_plan(40);
    const PointCost cost = measure_points(plan, 6, 1e9);
    EXPECT_EQ(cost.measured, 6u);
    EXPECT_GT(cost.seconds, 0);
    EXPECT_EQ(measure_points(plan, 6, 0).measured, 1u);
}

}  // namespace
}  // namespace clout
