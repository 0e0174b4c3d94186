#include "engine/core/number.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

#include "engine/base/mix.hpp"
#include "engine/core/quantiles.hpp"

namespace clout {
namespace {

// Truths in this file without another source were computed with mpmath 1.3 in 40 digits (700 for the far
// tail).
void expect_close(double found, double truth, double tolerance = 1e-14) {
    EXPECT_LE(std::abs(found - truth), tolerance * std::abs(truth)) << found << " against " << truth;
}

Number of(Shape shape, std::vector<double> parameters) {
    Number number;
    number.shape = shape;
    number.parameters = std::move(parameters);
    return number;
}

TEST(NormalQuantile, MatchesTheTruthFromTheMiddleToTheFarTail) {
    const double truths[][2] = {
        {1e-300, -37.047096299361199237}, {1e-20, -9.2623400897984075796}, {1e-9, -5.9978070150076868614},
        {0.001, -3.0902323061678135354},  {0.05, -1.644853626951472688},   {0.074, -1.4466320671589785099},
        {0.08, -1.4050715603096325447},   {0.3, -0.52440051270804081597},  {0.7, 0.52440051270804065631},
        {0.95, 1.6448536269514722843},    {0.999, 3.0902323061678132778}};
    for (const auto& [u, z] : truths) {
        expect_close(normal_quantile(u), z, 2e-15);
    }
    EXPECT_EQ(normal_quantile(0.5), 0.0);
}

TEST(NormalQuantile, UndoesTheDistribution) {
    for (double u = 0.0005; u < 1.0; u += 0.001) {
        EXPECT_NEAR(0.5 * std::erfc(-normal_quantile(u) / std::sqrt(2.0)), u, 1e-15);
    }
}

TEST(LogGamma, MatchesTheTruth) {
    const double truths[][2] = {{0.01, 4.5994798780420217016},   {0.5, 0.57236494292470008707},
                                {3.7, 1.4280723266653881292},    {11.9, 17.258477450595522012},
                                {12.1, 17.747007270798739306},   {50, 144.56574394634488601},
                                {1000.5, 5908.6741758486774887}, {1e6, 12815504.56914761166}};
    for (const auto& [x, truth] : truths) {
        expect_close(log_gamma(x), truth, 1e-14);
    }
    EXPECT_NEAR(log_gamma(1.0), 0.0, 1e-14);
    EXPECT_NEAR(log_gamma(2.0), 0.0, 1e-14);
}

TEST(IncompleteBeta, MatchesTheTruth) {
    const double truths[][4] = {{2, 5, 0.3, 0.579825},
                                {0.5, 0.5, 0.1, 0.20483276469913345754},
                                {0.1, 3, 0.001, 0.57876603308573559495},
                                {30, 4, 0.9, 0.57694366412569270102},
                                {200, 300, 0.41, 0.67762816477217894864},
                                {1000, 2000, 0.34, 0.78121509116064272515},
                                {2, 2, 0.999, 0.999997002}};
    for (const auto& [a, b, x, truth] : truths) {
        // The logarithms of the weight are some (a + b), so that many last places are lost.
        expect_close(incomplete_beta(x, a, b), truth, 1e-14 + 1e-15 * (a + b));
    }
    EXPECT_EQ(incomplete_beta(0.0, 2, 3), 0.0);
    EXPECT_EQ(incomplete_beta(1.0, 2, 3), 1.0);
}

TEST(BetaQuantile, MatchesTheTruth) {
    const double truths[][4] = {
        {2, 5, 0.1, 0.092595258913128752116},        {2, 5, 0.5, 0.26444998329565996232},
        {2, 5, 0.99, 0.70568632831970745237},        {0.5, 0.5, 0.01, 0.00024671981713422150993},
        {0.5, 0.5, 0.7, 0.79389262614623650815},     {0.2, 3, 0.05, 7.7979495673500739404e-8},
        {8, 2, 0.001, 0.33489051082789413176},       {8, 2, 0.5, 0.82038038801963899749},
        {30, 4, 0.25, 0.85009170491376000631},       {200, 300, 0.975, 0.44325729803373690429},
        {1000, 2000, 0.025, 0.31657412994546034007}, {1.5, 40, 0.999, 0.18298078878308757838}};
    for (const auto& [a, b, u, truth] : truths) {
        expect_close(beta_quantile(u, a, b), truth, 4e-14);
    }
}

TEST(BetaQuantile, MatchesClosedForms) {
    for (double u = 0.01; u < 1.0; u += 0.01) {
        EXPECT_NEAR(beta_quantile(u, 1, 1), u, 1e-14);
        EXPECT_NEAR(beta_quantile(u, 1, 3), 1.0 - std::cbrt(1.0 - u), 1e-14);
        EXPECT_NEAR(beta_quantile(u, 4, 1), std::sqrt(std::sqrt(u)), 1e-14);
        const double x = beta_quantile(u, 2, 2);
        EXPECT_NEAR(x * x * (3.0 - 2.0 * x), u, 1e-14);
        const double sine = std::sin(u * 3.14159265358979323846 / 2.0);
        EXPECT_NEAR(beta_quantile(u, 0.5, 0.5), sine * sine, 1e-14);  // the arcsine law
    }
}

TEST(Number, UniformAndTriangularFollowTheirClosedForms) {
    EXPECT_EQ(of(Shape::uniform, {2.0, 6.0}).quantile(0.25), 3.0);
    const Number triangle = of(Shape::triangular, {1.0, 2.0, 5.0});
    EXPECT_DOUBLE_EQ(triangle.quantile(0.25), 2.0);  // a quarter of the area lies below the mode
    EXPECT_DOUBLE_EQ(triangle.quantile(0.0625), 1.5);
    EXPECT_DOUBLE_EQ(triangle.median(), 5.0 - std::sqrt(6.0));
    EXPECT_EQ(of(Shape::triangular, {3.0, 3.0, 3.0}).quantile(0.4), 3.0);
    EXPECT_DOUBLE_EQ(of(Shape::triangular, {0.0, 0.0, 1.0}).quantile(0.75), 0.5);
    EXPECT_DOUBLE_EQ(of(Shape::triangular, {0.0, 1.0, 1.0}).quantile(0.25), 0.5);
}

TEST(Number, NormalAndLognormalKeepToTheLegalRange) {
    Number normal = of(Shape::normal, {0.4, 0.5});
    EXPECT_EQ(normal.median(), 0.4);
    expect_close(normal.quantile(0.95), 0.4 + 0.5 * 1.6448536269514722843);
    normal.lower = 0.0;
    normal.upper = 1.0;
    EXPECT_EQ(normal.quantile(0.01), 0.0);
    EXPECT_EQ(normal.quantile(0.99), 1.0);
    Number lognormal = of(Shape::lognormal, {3.0, 0.2});
    EXPECT_EQ(lognormal.median(), 3.0);
    expect_close(lognormal.quantile(0.05), 3.0 * std::exp(-0.2 * 1.644853626951472688));
    lognormal.upper = 3.5;
    EXPECT_EQ(lognormal.quantile(0.999), 3.5);
}

TEST(Number, PickTakesEveryOptionEquallyOftenInOrderOfSize) {
    const Number pick = of(Shape::pick, {5.0, 1.0, 3.0, 9.0});
    EXPECT_EQ(pick.quantile(0.24), 1.0);
    EXPECT_EQ(pick.quantile(0.26), 3.0);
    EXPECT_EQ(pick.quantile(0.51), 5.0);
    EXPECT_EQ(pick.quantile(1.0 - 0x1p-53), 9.0);
    EXPECT_EQ(pick.median(), 3.0) << "the lower middle";
    EXPECT_EQ(of(Shape::pick, {7.0, 2.0, 4.0}).median(), 4.0);
    EXPECT_EQ(of(Shape::pick, {7.0}).median(), 7.0);
}

TEST(Number, AConstantIsCertain) {
    const Number five = Number::constant(5.0, "funds.new.amount");
    EXPECT_FALSE(five.uncertain());
    EXPECT_EQ(five.quantile(0.01), 5.0);
    EXPECT_EQ(five.median(), 5.0);
    EXPECT_EQ(five.path, "funds.new.amount");
    EXPECT_TRUE(of(Shape::pick, {1.0, 2.0}).uncertain());
}

std::vector<Number> one_of_each() {
    return {of(Shape::uniform, {-1.0, 2.0}),  of(Shape::triangular, {0.0, 0.1, 3.0}),
            of(Shape::normal, {5.0, 2.0}),    of(Shape::lognormal, {2.0, 0.7}),
            of(Shape::beta, {0.7, 4.0}),      of(Shape::beta, {60.0, 20.0}),
            of(Shape::pick, {3.0, -1.0, 8.0})};
}

TEST(Number, MoreLuckIsNeverLess) {
    for (const Number& number : one_of_each()) {
        double before = number.quantile(1e-9);
        for (int i = 1; i < 10'000; ++i) {
            const double now = number.quantile(i * 1e-4);
            ASSERT_GE(now, before) << static_cast<int>(number.shape) << " at " << i;
            before = now;
        }
        ASSERT_GE(number.quantile(1.0 - 1e-9), before);
        ASSERT_GE(number.median(), number.quantile(0.49));
        ASSERT_LE(number.median(), number.quantile(0.51));
    }
}

// Read off an AVX-512 build of g++ 12; every target and compiler must come to the same.
TEST(Number, EveryTargetDrawsTheSame) {
    std::uint64_t all = 0;
    for (const Number& number : one_of_each()) {
        for (std::uint64_t i = 0; i < 2'000; ++i) {
            const double u = (static_cast<double>(mix(i) >> 11) + 0.5) * 0x1p-53;
            all = mix(all ^ std::bit_cast<std::uint64_t>(number.quantile(u)));
        }
    }
    EXPECT_EQ(all, 13713105797942763371u);
}

}  // namespace
}  // namespace clout
