// Points of studies: factors, patches, figures, what is varied.
#include "engine/run/ensemble.hpp"
#include "engine/run/watch/observe.hpp"
#include "engine/study/drivers.hpp"
#include "engine/study/factors.hpp"
#include "engine/study/figure.hpp"
#include "engine/study/mixture.hpp"
#include "engine/study/played_point.hpp"
#include "engine/study/sweep_plan.hpp"
#include "engine/study/varied.hpp"
#include "tests/scenes.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace clout {
namespace {

Library one_area(const std::vector<Override>& overrides = {}) {
    auto read = read_library(scenes::scenario_file("one-area"), overrides);
    EXPECT_TRUE(read) << (read.problems().empty() ? "" : to_text(read.problems().front()));
    return std::move(read).value();
}

std::vector<Outcome> play(std::span<const System* const> arms, std::size_t replicates) {
    EnsembleOptions options;
    options.replicates = replicates;
    return run_ensemble(arms, options);
}

TEST(Factors, AreTheUncertainNumbersOnce) {
    const Library library = one_area();
    const System a = compile(library.arms[0].scenario), b = compile(library.arms[1].scenario);
    const auto one = factors_of(std::vector{&a}), both = factors_of(std::vector{&a, &b});
    EXPECT_FALSE(one.empty());
    EXPECT_GE(both.size(), one.size());
    for (std::size_t i = 0; i < both.size(); ++i) {
        EXPECT_TRUE(both[i].number.uncertain());
        for (std::size_t j = 0; j < i; ++j) EXPECT_NE(both[i].name, both[j].name);
    }
}

// What futures drew is known without playing them: a number that is the whole of a measure shows it.
TEST(Factors, DrewWhatFuturesPlayWith) {
    const Library library = one_area({{"dynamics.norm", "0"}});
    const System system = compile(library.arms[0].scenario);
    const auto factors = factors_of(std::vector{&system});
    const auto drawn = drawn_quantiles(factors, system.seed, 0, 40),
               later = drawn_quantiles(factors, system.seed, 16, 4);
    for (std::size_t f = 0; f < factors.size(); ++f) {
        EXPECT_EQ(drawn[17 * factors.size() + f], later[1 * factors.size() + f]);
        double sum = 0;
        for (std::size_t r = 0; r < 40; ++r) sum += drawn[r * factors.size() + f] / 40;
        EXPECT_NEAR(sum, 0.5, 0.25);
    }
    // A future at the quantiles that it drew is that future.
    for (const std::size_t r : {0u, 5u}) {
        PatchedArms patched(std::vector{&system}, factors);
        patched.set_quantiles(std::span(drawn).subspan(r * factors.size(), factors.size()));
        const auto as_drawn = play(std::vector{&system}, r + 1), as_set = play(patched.arms(), r + 1);
        for (std::size_t q = 0; q < as_drawn[0].quantities.size(); ++q)
            EXPECT_EQ(as_drawn[0].last(q)[r], as_set[0].last(q)[r]) << as_drawn[0].quantities[q].name;
    }
}

// A point is what --set says, to the bit, in every arm.
TEST(Patch, IsWhatSettingTheNumberGives) {
    const std::string path = "dynamics.tolerance";
    const auto varied = to_varied(path + "=0.2:0.8");
    ASSERT_TRUE(varied);
    const Library ranged = one_area({*override_of(varied.value())}), set = one_area({{path, "0.35"}});
    std::vector<System> a, b;
    for (std::size_t arm = 0; arm < 2; ++arm) {
        a.push_back(compile(ranged.arms[arm].scenario));
        b.push_back(compile(set.arms[arm].scenario));
    }
    const std::vector<const System*> arms{&a[0], &a[1]}, plain{&b[0], &b[1]};
    const auto factor = bind_factor(varied.value(), arms);
    ASSERT_TRUE(factor);
    PatchedArms patched(arms, std::vector{factor.value()});
    const double value = 0.35;
    patched.set_values({&value, 1});
    const auto found = play(patched.arms(), 20), wanted = play(plain, 20);
    for (std::size_t arm = 0; arm < 2; ++arm) EXPECT_EQ(found[arm].values, wanted[arm].values);
    // And again with another value: nothing of the first is left.
    const double quantile = 0.25;
    patched.set_quantiles({&quantile, 1});
    EXPECT_NE(play(patched.arms(), 20)[0].values, found[0].values);
    patched.set_quantiles(std::vector{(0.35 - 0.2) / 0.6});
    EXPECT_EQ(play(patched.arms(), 20)[1].quantities.size(), wanted[1].quantities.size());
}

TEST(Varied, IsReadAndSaidAgain) {
    for (const char* text : {"a.b=0.1:0.9", "a.b=1,2,5", "a.b"}) {
        const auto varied = to_varied(text);
        ASSERT_TRUE(varied) << text;
        EXPECT_EQ(to_text(varied.value()), text);
    }
    EXPECT_EQ(override_of(to_varied("a.b=0.1:0.9").value())->value, "{uniform: [0.1, 0.9]}");
    EXPECT_EQ(override_of(to_varied("a.b=1,2").value())->value, "{pick: [1, 2]}");
    EXPECT_FALSE(override_of(to_varied("a.b").value()));
    for (const char* text : {"=1:2", "a=2:1", "a=1:1", "a=1", "a=x:2", "a=1:2:3", "a="})
        EXPECT_FALSE(to_varied(text)) << text;
}

TEST(Varied, ThatNobodyFollowsIsRefused) {
    const Library library = one_area();
    const System system = compile(library.arms[0].scenario);
    const auto fixed =
        bind_factor(to_varied("sectors.general_practice.resilience").value(), std::vector{&system});
    EXPECT_FALSE(fixed);
    EXPECT_FALSE(bind_factor(to_varied("no.such=0:1").value(), std::vector{&system}));
}

TEST(Figures, AreReadFromText) {
    EXPECT_EQ(to_figure("share.gp"), (Figure{"share.gp", false}));
    EXPECT_EQ(to_figure(" difference(share.gp) "), (Figure{"share.gp", true}));
    for (const char* text :
         {"", "difference(share.gp", "difference(difference(a))", "a b", "difference()", "x)"})
        EXPECT_FALSE(to_figure(text)) << text;
    const auto condition = to_condition("difference(share.gp) >= -0.02");
    ASSERT_TRUE(condition);
    EXPECT_TRUE(condition->figure.paired && condition->at_least);
    EXPECT_EQ(condition->level, -0.02);
    EXPECT_TRUE(condition->holds(0) && !condition->holds(-0.1));
    EXPECT_EQ(condition->text(), "difference(share.gp) >= -0.02");
    const auto least = to_condition("lapsed<3");
    ASSERT_TRUE(least);
    EXPECT_TRUE(least->holds(2) && !least->holds(4));
    for (const char* text : {"share.gp", "share.gp >=", ">= 3", "share.gp => 3", "share.gp >= 1 2"})
        EXPECT_FALSE(to_condition(text)) << text;
}

TEST(PlayedPoints, NeedNoFileAndAreTheSameWhoeverPlays) {
    // The scenario is a file that is gone before the first point is played.
    const auto folder = std::filesystem::temp_directory_path() / "clout-unit-points";
    std::filesystem::create_directories(folder);
    const auto file = folder / "moving.yaml";
    std::filesystem::copy_file(scenes::scenario_file("one-area"), file,
                               std::filesystem::copy_options::overwrite_existing);
    SweepAsked asked;
    asked.varied = {to_varied("dynamics.tolerance=0.2:0.8").value()};
    asked.design = {"latin", 6, 3, {}};
    asked.keep = Keep::series;
    auto read = read_library(file, {*override_of(asked.varied[0]), {"replicates", "12"}});
    ASSERT_TRUE(read);
    const auto plan = plan_sweep(read.value(), asked);
    std::filesystem::remove_all(folder);
    ASSERT_TRUE(plan);
    PointPlayer first(plan.value()), second(plan.value());
    (void)second.play(5, {1});
    const PlayedPoint a = first.play(2, {1}), b = second.play(2, {2}), c = first.play(3, {1});
    ASSERT_TRUE(a.error.empty()) << a.error;
    const std::size_t measures = plan.value().quantities.size(), arms = plan.value().systems.size();
    ASSERT_EQ(a.arms.size(), arms);
    for (std::size_t arm = 0; arm < arms; ++arm) {
        EXPECT_EQ(a.arms[arm].summaries, b.arms[arm].summaries);
        EXPECT_EQ(a.arms[arm].differences, b.arms[arm].differences);
        EXPECT_EQ(a.arms[arm].kept, b.arms[arm].kept);
        EXPECT_NE(a.arms[arm].summaries, c.arms[arm].summaries);
        EXPECT_EQ(a.arms[arm].summaries.size(), measures * kSummaryFigures);
        EXPECT_EQ(a.arms[arm].differences.size(), arm == 0 ? 0 : measures * kDifferenceFigures);
        EXPECT_EQ(a.arms[arm].kept.size(), measures * plan.value().years * 12);
    }
    // The mean of what is kept of the last year is what the summary says.
    double sum = 0;
    for (std::size_t r = 0; r < 12; ++r) sum += a.arms[1].kept[(plan.value().years - 1) * 12 + r] / 12;
    EXPECT_NEAR(sum, a.arms[1].summaries[0], 1e-12);
    EXPECT_NEAR(a.arms[1].differences[0], a.arms[1].summaries[0] - a.arms[0].summaries[0], 1e-9);
}

Number spread(Shape shape, std::vector<double> parameters) {
    Number number;
    number.shape = shape;
    number.parameters = std::move(parameters);
    return number;
}

// Of what may be mixed, quantiles lie on a straight line between those of the two.
TEST(Mixture, MovesQuantilesEvenly) {
    const Number fixed = Number::constant(2);
    const std::vector<std::pair<Number, Number>> pairs{
        {fixed, Number::constant(5)},
        {fixed, spread(Shape::uniform, {0, 1})},
        {spread(Shape::uniform, {3, 8}), spread(Shape::uniform, {0, 1})},
        {spread(Shape::triangular, {0, 1, 4}), fixed},
        {spread(Shape::triangular, {0, 1, 4}), spread(Shape::triangular, {10, 12, 18})},
        {spread(Shape::normal, {1, 2}), spread(Shape::normal, {4, 0.5})},
        {fixed, spread(Shape::normal, {4, 0.5})},
        {spread(Shape::lognormal, {1, 0.4}), spread(Shape::lognormal, {3, 0.4})},
        {spread(Shape::pick, {5, 1, 3}), spread(Shape::pick, {2, 9, 4})},
        {spread(Shape::pick, {5, 1, 3}), fixed}};
    for (const auto& [a, b] : pairs) {
        for (const double part : {0.0, 0.3, 1.0}) {
            const auto between = mixed(a, b, part), back = mixed(b, a, 1 - part);
            ASSERT_TRUE(between && back);
            for (const double u : {0.02, 0.3, 0.5, 0.77, 0.99}) {
                const double wanted = (1 - part) * a.quantile(u) + part * b.quantile(u);
                EXPECT_NEAR(between->quantile(u), wanted, 1e-12) << static_cast<int>(a.shape) << ' ' << part;
                EXPECT_NEAR(back->quantile(u), wanted, 1e-12);
            }
        }
    }
    EXPECT_FALSE(mixed(spread(Shape::beta, {2, 3}), fixed, 0.5));
    EXPECT_FALSE(mixed(spread(Shape::triangular, {0, 1, 4}), spread(Shape::triangular, {0, 3, 4}), 0.5));
    EXPECT_FALSE(mixed(spread(Shape::lognormal, {1, 0.4}), spread(Shape::lognormal, {3, 0.5}), 0.5));
    EXPECT_FALSE(mixed(spread(Shape::uniform, {0, 1}), spread(Shape::normal, {0, 1}), 0.5));
    EXPECT_TRUE(mixed(spread(Shape::beta, {2, 3}), spread(Shape::beta, {2, 3}), 0.5));
}

TEST(Mixture, IsEitherArmAtItsEnds) {
    const Library library = one_area();
    const System a = compile(library.arms[0].scenario), b = compile(library.arms[1].scenario);
    const auto mixture = Mixture::make(a, b, 0.5);
    ASSERT_TRUE(mixture);
    EXPECT_GT(mixture.value().moving(), 0u);
    const System start = mixture.value().at(0), end = mixture.value().at(1);
    const auto mixed_ends = play(std::vector{&start, &end}, 8), arms = play(std::vector{&a, &b}, 8);
    EXPECT_EQ(mixed_ends[0].values, arms[0].values);
    EXPECT_EQ(mixed_ends[1].values, arms[1].values);
    const System before = mixture.value().at(0.49), after = mixture.value().at(0.5);
    EXPECT_EQ(before.bodies.size(), a.bodies.size());
    EXPECT_EQ(after.bodies.size(), b.bodies.size());
}

TEST(DriversOfArms, TellNumbersFromChance) {
    // Where nothing happens by chance, all of the spread is the numbers'.
    const Library library = one_area({{"replicates", "400"}});
    const System a = compile(library.arms[0].scenario), b = compile(library.arms[1].scenario);
    const std::vector<const System*> arms{&a, &b};
    EnsembleOptions options;
    options.replicates = 400;
    const auto outcomes = run_ensemble(arms, options);
    const Figure figure{leading_measure(library.arms[0].scenario, outcomes[0].quantities), true};
    Drivers drivers = read_drivers(arms, outcomes, figure);
    EXPECT_EQ(drivers.drivers.size(), factors_of(arms).size());
    double sum = 0;
    for (const Driver& driver : drivers.drivers) sum += driver.first.share.value;
    EXPECT_LT(sum, 1.2);
    add_chance(arms, outcomes, options, drivers);
    ASSERT_TRUE(drivers.chance && drivers.chaos);
    EXPECT_GE(drivers.chance->chance.value, 0);
    EXPECT_GE(drivers.chance->chance.value + drivers.chance->numbers.value, 0.9);
    EXPECT_LT(drivers.chaos->q2, 1 - drivers.chance->chance.low + 0.05);
    EXPECT_EQ(drivers.ensembles, 3u);
}

// The two further ensembles change one kind of luck each.
TEST(DriversOfArms, DrawNumbersApartFromAllOtherLuck) {
    const Library library = one_area();
    const System plain = compile(library.arms[0].scenario);
    System other_numbers = plain, all_fixed = plain;
    other_numbers.number_seed = plain.seed + 1;
    EXPECT_NE(play(std::vector<const System*>{&plain}, 8)[0].values,
              play(std::vector<const System*>{&other_numbers}, 8)[0].values);
    for (Number& number : all_fixed.numbers) {
        number.parameters = {number.median()};
        number.shape = Shape::constant;
    }
    System fixed_elsewhere = all_fixed;
    fixed_elsewhere.number_seed = plain.seed + 1;
    EXPECT_EQ(play(std::vector<const System*>{&all_fixed}, 8)[0].values,
              play(std::vector<const System*>{&fixed_elsewhere}, 8)[0].values);
}

}  // namespace
}  // namespace clout
