#include "engine/analysis/comparison.hpp"
#include "engine/analysis/percentile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace clout {
namespace {

// One measure a row of `values`: (years × replicates).
Outcome outcome_of(const std::vector<std::string>& names, std::size_t years, std::size_t replicates,
                   const std::vector<double>& values) {
    Outcome outcome;
    for (const auto& name : names) {
        outcome.quantities.push_back({name, "£m a year"});
    }
    outcome.years = years;
    outcome.replicates = replicates;
    outcome.values.assign(values.begin(), values.end());
    return outcome;
}

TEST(Summarise, PercentilesAreTypeSeven) {
    // numpy.percentile([1, 2, 4, 8, 16], [5, 50, 95]) = 1.2, 4.0, 14.4
    const Summary s = summarise(std::vector<double>{16, 1, 8, 2, 4});
    EXPECT_DOUBLE_EQ(s.mean, 6.2);
    EXPECT_DOUBLE_EQ(s.p05, 1.2);
    EXPECT_DOUBLE_EQ(s.p50, 4.0);
    EXPECT_DOUBLE_EQ(s.p95, 14.4);
}

TEST(Summarise, ReadsOffWhatSortingWholeWould) {
    const double parts[] = {0.05, 0.5, 0.95};
    for (std::size_t n = 1; n < 130; ++n) {
        std::vector<double> values;
        for (std::size_t i = 0; i < n; ++i) values.push_back(static_cast<double>(i * 7919 % 101) / 8 - 5);
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        const Summary s = summarise(values);
        const double found[] = {s.p05, s.p50, s.p95};
        for (std::size_t part = 0; part < 3; ++part)
            EXPECT_EQ(found[part], percentile(sorted, parts[part])) << n << " values";
    }
}

TEST(Summarise, OneValueIsEverything) {
    const Summary s = summarise(std::vector<double>{0.3});
    EXPECT_EQ(s.mean, 0.3);
    EXPECT_EQ(s.p05, 0.3);
    EXPECT_EQ(s.p95, 0.3);
}

TEST(Summarise, EqualValuesHaveExactlyThatMean) {
    const Summary s = summarise(std::vector<double>(1000, 0.1));
    EXPECT_EQ(s.mean, 0.1);
    EXPECT_EQ(s.p50, 0.1);
}

TEST(Summarise, WhatHasNoValueIsLeftOutAndCounted) {
    EXPECT_TRUE(std::isnan(summarise({}).mean));
    const Summary nothing = summarise(std::vector<double>{std::nan("")});
    EXPECT_TRUE(std::isnan(nothing.mean) && std::isnan(nothing.p05) && std::isnan(nothing.p95));
    const Summary s = summarise(std::vector<double>{1, std::nan(""), 2});
    EXPECT_EQ(s.mean, 1.5);
    EXPECT_EQ(s.futures, 2u);
    EXPECT_EQ(s.without, 1u);
    const Difference d = summarise_differences(std::vector<double>{1, std::nan(""), 3, -1, 0});
    EXPECT_EQ(d.summary.mean, 0.75);
    EXPECT_EQ(d.p_greater, 0.5);
    EXPECT_EQ(d.p_less, 0.25);
    EXPECT_EQ(d.p_equal, 0.25);
}

TEST(Summarise, FewerThanTwentyFuturesHaveNoRange) {
    EXPECT_FALSE(summarise(std::vector<double>(19, 1.0)).has_range());
    EXPECT_TRUE(summarise(std::vector<double>(20, 1.0)).has_range());
}

TEST(SummariseDifferences, StandardErrorIsSampleDeviationOverRootN) {
    // sd of 1, 2, 3, 4 is sqrt(5/3); over sqrt(4).
    const Difference d = summarise_differences(std::vector<double>{1, 2, 3, 4});
    EXPECT_DOUBLE_EQ(d.se, std::sqrt(5.0 / 3.0) / 2.0);
    EXPECT_EQ(d.p_greater, 1);
}

TEST(SummariseDifferences, OneReplicateHasNoStandardError) {
    EXPECT_TRUE(std::isnan(summarise_differences(std::vector<double>{1}).se));
}

TEST(SummariseDifferences, CountsGreaterLessAndEqual) {
    const Difference d = summarise_differences(std::vector<double>{-1, 0, 0, 5, 7, 0, 1, -2});
    EXPECT_EQ(d.p_greater, 3.0 / 8);
    EXPECT_EQ(d.p_less, 2.0 / 8);
    EXPECT_EQ(d.p_equal, 3.0 / 8);
}

TEST(Compare, DifferencesArePairedByReplicate) {
    // Unpaired the two look alike (same values, other order); paired each differs by at least 1.
    const Outcome base = outcome_of({"lapsed"}, 1, 3, {1, 2, 3});
    const Outcome arm = outcome_of({"lapsed"}, 1, 3, {2, 3, 1});
    const std::vector<ArmOutcome> arms{{"base", "Base", &base}, {"arm", "Arm", &arm}};
    const Comparison c = compare(arms, 0, Workers{1});
    const auto* lapsed = c.arms[1].find("lapsed");
    ASSERT_NE(lapsed, nullptr);
    ASSERT_EQ(lapsed->differences.size(), 1u);
    EXPECT_EQ(lapsed->differences[0].summary.mean, 0);
    EXPECT_EQ(lapsed->differences[0].p_greater, 2.0 / 3);
    EXPECT_EQ(lapsed->differences[0].p_less, 1.0 / 3);
    EXPECT_TRUE(c.arms[0].find("lapsed")->differences.empty());
}

TEST(Compare, AnEqualArmDiffersByExactlyZero) {
    std::vector<double> values(97);
    std::iota(values.begin(), values.end(), 1.0);
    std::transform(values.begin(), values.end(), values.begin(), [](double v) { return std::sqrt(v) / 7; });
    const Outcome a = outcome_of({"lapsed"}, 1, 97, values), b = a;
    const std::vector<ArmOutcome> arms{{"a", "a", &a}, {"b", "b", &b}};
    const Comparison c = compare(arms, 0, Workers{2});
    const Difference& d = c.arms[1].measures[0].differences[0];
    EXPECT_EQ(d.summary.mean, 0);
    EXPECT_EQ(d.summary.p05, 0);
    EXPECT_EQ(d.summary.p95, 0);
    EXPECT_EQ(d.se, 0);
    EXPECT_EQ(d.p_equal, 1);
}

TEST(Compare, EveryYearIsSummarisedAndTheLastIsTheFinding) {
    const Outcome base = outcome_of({"lapsed"}, 2, 2, {1, 1, 4, 6});
    const Outcome arm = outcome_of({"lapsed"}, 2, 2, {1, 1, 5, 8});
    const std::vector<ArmOutcome> arms{{"base", "", &base}, {"arm", "", &arm}};
    const Comparison c = compare(arms, 0, Workers{1});
    EXPECT_EQ(c.arms[0].measures[0].by_year[0].mean, 1);
    EXPECT_EQ(c.arms[0].measures[0].last().mean, 5);
    EXPECT_EQ(c.arms[1].measures[0].differences[0].summary.mean, 0);
    EXPECT_EQ(c.arms[1].measures[0].differences[1].summary.mean, 1.5);
    EXPECT_EQ(c.years, 2u);
    EXPECT_EQ(c.replicates, 2u);
}

TEST(Compare, AMeasureTheBaselineLacksHasNoDifference) {
    const Outcome base = outcome_of({"share.a"}, 1, 2, {1, 2});
    const Outcome arm = outcome_of({"share.b", "share.a"}, 1, 2, {9, 9, 3, 5});
    const std::vector<ArmOutcome> arms{{"base", "", &base}, {"arm", "", &arm}};
    const Comparison c = compare(arms, 0, Workers{1});
    EXPECT_TRUE(c.arms[1].find("share.b")->differences.empty());
    EXPECT_EQ(c.arms[1].find("share.a")->differences[0].summary.mean, 2.5);
    EXPECT_TRUE(paired_differences(arm, base, "share.b").empty());
}

TEST(Compare, ArmsLabelledAlikeAreToldApart) {
    Outcome outcome;
    outcome.years = outcome.replicates = 1;
    const std::vector<ArmOutcome> arms{
        {"a", "The same", &outcome}, {"b", "The same", &outcome}, {"c", "Other", &outcome}};
    const Comparison comparison = compare(arms, 0, Workers{1});
    EXPECT_EQ(comparison.arms[0].label, "The same (a)");
    EXPECT_EQ(comparison.arms[1].label, "The same (b)");
    EXPECT_EQ(comparison.arms[2].label, "Other");
}

TEST(Compare, ThreadsChangeNoBit) {
    std::vector<std::string> names;
    std::vector<double> values;
    for (int q = 0; q < 40; ++q) {
        names.push_back("m" + std::to_string(q));
        for (int r = 0; r < 3 * 101; ++r) {
            values.push_back(std::sin(q * 1000.0 + r));
        }
    }
    const Outcome base = outcome_of(names, 3, 101, values);
    std::reverse(values.begin(), values.end());
    const Outcome arm = outcome_of(names, 3, 101, values);
    const std::vector<ArmOutcome> arms{{"base", "", &base}, {"arm", "", &arm}};
    const Comparison one = compare(arms, 0, Workers{1}), eight = compare(arms, 0, Workers{8});
    for (std::size_t q = 0; q < names.size(); ++q) {
        const auto& a = one.arms[1].measures[q].differences;
        const auto& b = eight.arms[1].measures[q].differences;
        EXPECT_EQ(std::memcmp(a.data(), b.data(), a.size() * sizeof(Difference)), 0);
    }
}

}  // namespace
}  // namespace clout
