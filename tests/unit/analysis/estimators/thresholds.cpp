// Where a mean reaches a level: along one number, and in the plane of two.
#include "engine/analysis/estimators/contour.hpp"
#include "engine/analysis/estimators/crossing.hpp"
#include "tests/unit/analysis/estimators/known_models.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace clout {
namespace {

// 400 futures whose mean at v is `mean`, each off it by the same every time.
std::vector<double> futures(double mean, double spread) {
    std::vector<double> values;
    for (std::uint64_t r = 0; r < 200; ++r) {
        const double off = spread * normal_quantile(open_unit(design_hash(1, r, 0)));
        values.push_back(mean + off);
        values.push_back(mean - off);
    }
    return values;
}

double se_of(double spread) {
    const auto values = futures(0, spread);
    return std::sqrt(variance_of(values) / static_cast<double>(values.size()));
}

TEST(CrossingPoint, IsExactInAFewRungs) {
    // A steep bend at .37: 1 / (1 + e^(−30 (v − .37))) reaches ½ there.
    const Crossing found = find_crossing(
        {0, 1, 0.5}, [](double v) { return futures(1 / (1 + std::exp(-30 * (v - 0.37))), 0.05); });
    EXPECT_EQ(found.kind, Crossing::Kind::from_here_on);
    EXPECT_NEAR(found.at, 0.37, 1e-4);
    EXPECT_LE(found.rungs.size(), 12u);
    EXPECT_FALSE(found.evenly);
    EXPECT_FALSE(found.again);
    EXPECT_TRUE(std::is_sorted(found.rungs.begin(), found.rungs.end(),
                               [](const Rung& a, const Rung& b) { return a.at < b.at; }));
    EXPECT_NEAR(found.slope, 7.5, 0.3);
}

TEST(CrossingPoint, OfALineHasFiellersIntervalAndIsNoThreshold) {
    // 10 + 4 v, level 15 → 1.25; the interval is 1.96 se / 4 either side.
    const Crossing found = find_crossing({0, 2, 15}, [](double v) { return futures(10 + 4 * v, 3); });
    const double reach = 1.96 * se_of(3) / 4;
    EXPECT_NEAR(found.at, 1.25, 1e-9);
    EXPECT_NEAR(found.low, 1.25 - reach, 1e-3);
    EXPECT_NEAR(found.high, 1.25 + reach, 1e-3);
    EXPECT_FALSE(found.low_open || found.high_open);
    EXPECT_TRUE(found.evenly);
    EXPECT_LE(found.rungs.size(), 7u);
}

TEST(CrossingPoint, HasAnOpenIntervalWhereTheFuturesDoNotTell) {
    const Crossing found = find_crossing({0, 2, 17.9}, [](double v) { return futures(10 + 4 * v, 10); });
    EXPECT_NEAR(found.at, 1.975, 1e-9);
    EXPECT_FALSE(found.low_open);
    EXPECT_NEAR(found.low, 1.975 - 1.96 * se_of(10) / 4, 1e-3);
    EXPECT_TRUE(found.high_open);
    EXPECT_EQ(found.high, 2);
    const Crossing flat = find_crossing({0, 2, 10}, [](double v) { return futures(9.99 + 0.02 * v, 3); });
    EXPECT_TRUE(flat.low_open && flat.high_open);
}

TEST(CrossingPoint, FallsToo) {
    const Crossing found = find_crossing({1, 3, 2}, [](double v) { return futures(6 - v * v, 0.1); });
    EXPECT_EQ(found.kind, Crossing::Kind::up_to_here);
    EXPECT_NEAR(found.at, 2, 1e-4);
    EXPECT_LT(found.slope, 0);
}

TEST(CrossingPoint, SaysWhereThereIsNone) {
    const auto line = [](double v) { return futures(v, 0.1); };
    const Crossing nowhere = find_crossing({0, 1, 2}, line), everywhere = find_crossing({0, 1, -1}, line);
    EXPECT_EQ(nowhere.kind, Crossing::Kind::nowhere);
    EXPECT_EQ(nowhere.rungs.size(), 5u);
    EXPECT_NEAR(nowhere.slope, 1, 1e-9);
    EXPECT_EQ(everywhere.kind, Crossing::Kind::everywhere);
}

TEST(CrossingPoint, FindsAStepAndTellsOfASecond) {
    const Crossing step = find_crossing({0, 1, 0.5}, [](double v) { return futures(v < 0.6 ? 0 : 1, 0.01); });
    EXPECT_EQ(step.kind, Crossing::Kind::from_here_on);
    EXPECT_NEAR(step.at, 0.6, 0.01);
    EXPECT_LE(step.rungs.size(), 12u);
    const Crossing hill = find_crossing({0, 1, 0.5}, [](double v) { return futures(4 * v * (1 - v), 0.01); });
    EXPECT_TRUE(hill.again);
    EXPECT_NEAR(hill.at, 0.5 - std::sqrt(0.125), 1e-4);
}

TEST(CrossingPoint, StopsWhenItIsTold) {
    int asked = 0;
    const Crossing found = find_crossing(
        {0, 1, 0.5}, [&](double v) { return ++asked > 6 ? std::vector<double>{} : futures(v * v, 0.1); });
    EXPECT_EQ(found.kind, Crossing::Kind::stopped);
    EXPECT_EQ(found.rungs.size(), 6u);
}

TEST(ContourLine, LiesOnACircle) {
    std::size_t batches = 0;
    const Contour found = find_contour({0.5, 4, 3}, [&](std::span<const PlanePoint> points) {
        ++batches;
        std::vector<double> means;
        for (const PlanePoint& p : points) means.push_back(std::hypot(p.x, p.y));
        return means;
    });
    ASSERT_FALSE(found.line.empty());
    double length = 0;
    for (const auto& piece : found.line) {
        for (const PlanePoint& p : {piece.from, piece.to}) EXPECT_NEAR(std::hypot(p.x, p.y), 0.5, 1e-3);
        length += std::hypot(piece.to.x - piece.from.x, piece.to.y - piece.from.y);
    }
    EXPECT_NEAR(length, std::numbers::pi / 4, 1e-2);
    EXPECT_NEAR(found.above, 1 - std::numbers::pi / 16, 0.01);
    EXPECT_EQ(batches, 4u);
    EXPECT_LT(found.played.size(), 33u * 33u / 4);  // of a whole lattice as fine
}

TEST(ContourLine, KeepsWhatIsJoinedApart) {
    // A saddle: above along the rising diagonal.
    const Contour found = find_contour({0.1, 1, 0}, [](std::span<const PlanePoint> points) {
        std::vector<double> means;
        for (const PlanePoint& p : points) means.push_back((p.x - 0.5) * (p.y - 0.5) * 4);
        return means;
    });
    ASSERT_EQ(found.line.size(), 2u);
    for (const auto& piece : found.line) {
        // The mean of all corners is below the level, so the two high corners are cut off each for itself.
        const bool lower = piece.from.x + piece.from.y < 1;
        EXPECT_EQ(lower, piece.to.x + piece.to.y < 1);
    }
}

TEST(ContourLine, IsNotThereWhereNothingCrosses) {
    const Contour found = find_contour({9, 4, 3}, [](std::span<const PlanePoint> points) {
        return std::vector<double>(points.size(), 1.0);
    });
    EXPECT_TRUE(found.line.empty());
    EXPECT_EQ(found.above, 0);
    EXPECT_EQ(found.played.size(), 25u);
}

}  // namespace
}  // namespace clout
