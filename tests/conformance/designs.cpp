// One suite that every member of the shelf of designs passes.
#include "engine/designs/shelf.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <set>
#include <vector>

namespace clout {
namespace {

constexpr std::size_t kFactors = 5;

std::vector<double> some_table(std::size_t rows, std::size_t factors) {
    std::vector<double> table(rows * factors);
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = 0.01 + static_cast<double>(i) / 1000;
    return table;
}

const std::vector<double> kTable = some_table(64, kFactors);

DesignShape shape_of(std::size_t size, std::uint64_t seed = 7) { return {kFactors, size, seed, kTable}; }

template <class D>
std::vector<double> point(const D& design, std::size_t i, std::size_t factors = kFactors) {
    std::vector<double> u(factors);
    design.fill(i, u);
    return u;
}

TEST(EveryDesign, HasANameOfItsOwn) {
    std::set<std::string> names;
    Designs::each([&]<class D>() {
        EXPECT_FALSE(D::kSummary.empty() || D::kSize.empty());
        EXPECT_TRUE(names.insert(std::string(D::kName)).second) << D::kName;
    });
    EXPECT_EQ(names.size(), Designs::size);
}

TEST(EveryDesign, GivesQuantilesInsideTheRange) {
    Designs::each([&]<class D>() {
        const D design(shape_of(4));
        ASSERT_GT(design.points(), 0u) << D::kName;
        for (std::size_t i = 0; i < design.points(); ++i)
            for (const double u : point(design, i)) EXPECT_TRUE(u > 0 && u < 1) << D::kName << ' ' << u;
    });
}

TEST(EveryDesign, HasPointsThatAreAFunctionOfTheirNumberAndTheSeed) {
    Designs::each([&]<class D>() {
        const D design(shape_of(6)), again(shape_of(6)), other(shape_of(6, 8));
        const std::size_t last = design.points() - 1;
        const auto before = point(design, last);
        (void)point(again, 0);
        EXPECT_EQ(before, point(again, last)) << D::kName;
        bool moved = D::kGiven || D::kName == "grid";
        for (std::size_t i = 0; i <= last; ++i) moved = moved || point(design, i) != point(other, i);
        EXPECT_TRUE(moved) << D::kName << " does not hear its seed";
    });
}

TEST(EveryDesign, KeepsItsPointsWhereItSaysSoWhenItGrows) {
    Designs::each([&]<class D>() {
        if (!D::kExtends) return;
        const D small(shape_of(5)), large(shape_of(9));
        ASSERT_LT(small.points(), large.points());
        for (std::size_t i = 0; i < small.points(); ++i)
            EXPECT_EQ(point(small, i), point(large, i)) << D::kName;
    });
}

// What estimators rely on: how many coordinates differ between the points of one path, star or walk.
TEST(EveryDesign, MovesOneFactorAtATimeWhereItSaysSo) {
    const auto differing = [](const auto& a, const auto& b) {
        std::size_t count = 0;
        for (std::size_t f = 0; f < a.size(); ++f) count += a[f] != b[f] ? 1 : 0;
        return count;
    };
    Designs::each([&]<class D>() {
        if (D::kOrder == PointOrder::scattered) return;
        const D design(shape_of(20));
        EXPECT_EQ(design.points(), 20 * (kFactors + 1)) << D::kName;
        std::set<std::vector<double>> starts;
        for (std::size_t first = 0; first < design.points(); first += kFactors + 1) {
            starts.insert(point(design, first));
            for (std::size_t k = 1; k <= kFactors; ++k) {
                const auto at = point(design, first + k);
                const std::size_t from = D::kOrder == PointOrder::stars ? first : first + k - 1;
                EXPECT_EQ(differing(at, point(design, from)), 1u) << D::kName;
                if (D::kOrder == PointOrder::stars) {
                    EXPECT_NE(at[k - 1], point(design, first)[k - 1]);
                }
            }
            EXPECT_EQ(differing(point(design, first), point(design, first + kFactors)),
                      D::kOrder == PointOrder::stars ? 1u : kFactors);
        }
        EXPECT_GT(starts.size(), 10u) << D::kName;
    });
}

TEST(EveryDesign, RefusesWhatItCannotBe) {
    EXPECT_EQ(SobolDesign::refusal({512, 8, 1, {}}), "");
    EXPECT_NE(SobolDesign::refusal({513, 8, 1, {}}), "");
    EXPECT_NE(JansenDesign::refusal({257, 8, 1, {}}), "");
    EXPECT_NE(GridDesign::refusal({9, 10, 1, {}}), "");
    EXPECT_EQ(GridDesign::refusal({8, 10, 1, {}}), "");
    EXPECT_NE(TableDesign::refusal({2, 3, 1, {}}), "");
}

TEST(Latin, UsesEachPartOfEachFactorOnce) {
    for (const std::size_t n : {1u, 2u, 17u, 100u}) {
        const LatinDesign design(shape_of(n));
        for (std::size_t factor = 0; factor < kFactors; ++factor) {
            std::set<std::size_t> parts;
            for (std::size_t i = 0; i < n; ++i)
                parts.insert(static_cast<std::size_t>(point(design, i)[factor] * static_cast<double>(n)));
            EXPECT_EQ(parts.size(), n);
        }
    }
}

TEST(Grid, HasEveryCombination) {
    const GridDesign design({3, 4, 1, {}});
    std::set<std::vector<double>> seen;
    for (std::size_t i = 0; i < design.points(); ++i) seen.insert(point(design, i, 3));
    EXPECT_EQ(seen.size(), 64u);
    EXPECT_EQ(point(design, 1, 3), (std::vector<double>{0.125, 0.125, 0.375}));
}

TEST(Morris, VisitsEveryLevelAsOftenAndMovesUpAndDown) {
    const MorrisDesign design({3, 4000, 3, {}});
    std::vector<double> share(4);
    double up = 0;
    for (std::size_t path = 0; path < 4000; ++path) {
        const auto from = point(design, 4 * path, 3), to = point(design, 4 * path + 3, 3);
        share[static_cast<std::size_t>(from[1] * 4)] += 1.0 / 4000;
        up += to[1] > from[1] ? 1.0 / 4000 : 0;
        EXPECT_DOUBLE_EQ(std::abs(to[2] - from[2]), MorrisDesign::kStep);
    }
    for (const double one : share) EXPECT_NEAR(one, 0.25, 0.03);
    EXPECT_NEAR(up, 0.5, 0.04);
}

// Joe & Kuo's own first points of three dimensions (their page, sobol.cc).
TEST(Sobol, FollowsThePublishedDirections) {
    const ScrambledSobol sequence(3, 1);
    const auto at = [&](std::size_t i, std::size_t dimension) {
        return static_cast<double>(sequence.digits(i, dimension)) * 0x1p-32;
    };
    // In the order of the numbers themselves, where theirs is that of the Gray code.
    const std::vector<std::vector<double>> known{{0, 0, 0},          {.5, .5, .5},       {.75, .25, .25},
                                                 {.25, .75, .75},    {.375, .375, .625}, {.875, .875, .125},
                                                 {.625, .125, .875}, {.125, .625, .375}};
    for (std::size_t i = 0; i < known.size(); ++i) {
        const std::size_t gray = i ^ (i >> 1);
        for (std::size_t d = 0; d < 3; ++d) EXPECT_EQ(at(gray, d), known[i][d]) << i << ' ' << d;
    }
}

// Every dimension of the table: any 2^m points from a multiple of 2^m on fall into 2^m parts, one each.
TEST(Sobol, StaysEvenlySpreadWhenItIsScrambled) {
    constexpr std::size_t kDimensions = ScrambledSobol::kMostDimensions;
    const ScrambledSobol sequence(kDimensions, 5);
    for (std::size_t d = 0; d < kDimensions; ++d) {
        for (const std::size_t first : {0u, 64u}) {
            std::set<int> parts;
            for (std::size_t i = first; i < first + 64; ++i)
                parts.insert(static_cast<int>(sequence.at(i, d) * 64));
            ASSERT_EQ(parts.size(), 64u) << "dimension " << d;
        }
    }
}

// And in two dimensions at once: 64 points in 8 × 8 squares (a (0, 6, 2)-net) in the first two.
TEST(Sobol, IsEvenInSquares) {
    const ScrambledSobol sequence(2, 11);
    std::set<int> squares;
    for (std::size_t i = 0; i < 64; ++i)
        squares.insert(static_cast<int>(sequence.at(i, 0) * 8) * 8 + static_cast<int>(sequence.at(i, 1) * 8));
    EXPECT_EQ(squares.size(), 64u);
}

// Scrambled anew, a mean over few points has no bias, and its error falls far faster than that of random
// points: Π (1 + (u − ½)) over five factors has the mean 1 and a standard deviation of .66.
TEST(Sobol, HasMeansWithoutBias) {
    double sum = 0, squares = 0;
    constexpr int kTimes = 400;
    for (int seed = 0; seed < kTimes; ++seed) {
        const SobolDesign design({kFactors, 64, static_cast<std::uint64_t>(seed), {}});
        double mean = 0;
        for (std::size_t i = 0; i < 64; ++i) {
            double product = 1;
            for (const double u : point(design, i)) product *= 0.5 + u;
            mean += product / 64;
        }
        sum += mean;
        squares += (mean - 1) * (mean - 1);
    }
    const double error = std::sqrt(squares / kTimes);
    EXPECT_NEAR(sum / kTimes, 1, 4 * error / std::sqrt(kTimes));
    EXPECT_LT(error, 0.02);
}

TEST(PermutedPlaces, AreEachTakenOnce) {
    for (const std::uint64_t count : {1u, 2u, 5u, 64u, 1000u}) {
        std::set<std::uint64_t> places;
        for (std::uint64_t place = 0; place < count; ++place) places.insert(permuted(place, count, 42));
        EXPECT_EQ(places.size(), count);
        EXPECT_LT(*places.rbegin(), count);
    }
}

}  // namespace
}  // namespace clout
