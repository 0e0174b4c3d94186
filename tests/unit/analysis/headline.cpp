#include "engine/analysis/headline.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace clout {
namespace {

// Two arms in which general practice decides over `base` and `arm` (£m a year, by replicate), beside 80
// protected.
class HeadlineOf {
public:
    HeadlineOf(std::vector<double> base, std::vector<double> arm, double protected_in_arm = 80)
        : base_(outcome(base, 80)), arm_(outcome(arm, protected_in_arm)) {
        arms_ = {{"base", "Base", &base_}, {"arm", "Arm", &arm_}};
        comparison_ = compare(arms_, 0, Workers{1});
    }
    [[nodiscard]] std::optional<Headline> get(std::size_t arm = 1) const {
        return headline(comparison_, arms_, arm, "gp");
    }

private:
    static Outcome outcome(const std::vector<double>& decided, double safe) {
        Outcome result;
        result.quantities = {{"decided.gp", "£m a year"},
                             {"decided.acute", "£m a year"},
                             {"received.gp", "£m a year"},
                             {"share.gp", "share of contested money"},
                             {"per_patient.gp", "£ a year per registered patient"}};
        result.years = 1;
        result.replicates = decided.size();
        const auto add = [&](auto value) {
            for (const double d : decided) {
                result.values.push_back(value(d));
            }
        };
        add([](double d) { return d; });
        add([](double d) { return 20 - d; });
        add([=](double d) { return d + safe; });
        add([](double d) { return d / 20; });
        add([](double d) { return d * 2; });  // half a million patients
        return result;
    }
    Outcome base_, arm_;
    std::vector<ArmOutcome> arms_;
    Comparison comparison_;
};

TEST(Headline, NamesTheSizesOfAGain) {
    const auto h = HeadlineOf({4, 4, 4, 4}, {5, 5.5, 5, 4.5}).get();
    ASSERT_TRUE(h);
    EXPECT_EQ(h->verdict, Verdict::gains);
    EXPECT_DOUBLE_EQ(h->money.summary.mean, 1);
    EXPECT_DOUBLE_EQ(h->per_patient->summary.mean, 2);
    EXPECT_FALSE(h->in_all);
    EXPECT_DOUBLE_EQ(h->relative(), 0.25);
    EXPECT_DOUBLE_EQ(h->band, 0.04);
    EXPECT_DOUBLE_EQ(h->share->summary.mean, 0.05);
    EXPECT_DOUBLE_EQ(h->received_change, 1);
    EXPECT_DOUBLE_EQ(h->received_baseline, 84);
    EXPECT_DOUBLE_EQ(h->contested, 20);
    EXPECT_EQ(h->more, 4u);
}

TEST(Headline, ALossIsTheMirrorImage) {
    const auto h = HeadlineOf({5, 5.5, 5, 4.5}, {4, 4, 4, 4}).get();
    ASSERT_TRUE(h);
    EXPECT_EQ(h->verdict, Verdict::loses);
    EXPECT_EQ(h->less, 4u);
}

TEST(Headline, ADifferenceInsideTheBandIsAboutTheSame) {
    const auto h = HeadlineOf({4, 4, 4, 4}, {4.01, 4.02, 4.01, 4.0}).get();
    ASSERT_TRUE(h);
    EXPECT_EQ(h->verdict, Verdict::about_the_same);
    EXPECT_EQ(h->same, 4u);
}

TEST(Headline, AnEqualArmIsAboutTheSame) {
    const auto h = HeadlineOf({3, 4, 5}, {3, 4, 5}).get();
    ASSERT_TRUE(h);
    EXPECT_EQ(h->verdict, Verdict::about_the_same);
    EXPECT_EQ(h->money.summary.mean, 0);
}

TEST(Headline, ScatterWiderThanTheDifferenceFindsNothing) {
    const auto h = HeadlineOf({4, 4, 4, 4}, {6, 2, 5, 3.2}).get();
    ASSERT_TRUE(h);
    EXPECT_EQ(h->verdict, Verdict::unclear);
    EXPECT_EQ(h->more, 2u);
    EXPECT_EQ(h->less, 2u);
}

// The band is .04 either side; a finding needs two standard errors beside the mean.
TEST(Headline, TwoStandardErrorsGoWithTheMean) {
    const std::vector<double> base{4, 4, 4, 4};
    EXPECT_EQ(HeadlineOf(base, {4, 4.6, 4, 4.6}).get()->verdict, Verdict::unclear);  // .3 ± .17
    EXPECT_EQ(HeadlineOf(base, {4.2, 3.8, 4.2, 3.8}).get()->verdict, Verdict::unclear)
        << "about the same by its mean";
    EXPECT_EQ(HeadlineOf(base, {4.05, 4.05, 4.05, 4.03}).get()->verdict, Verdict::unclear)
        << "more than nothing, and less than the band";
}

TEST(Headline, OneReplicateFindsNothing) {
    const auto h = HeadlineOf({4}, {6}).get();
    ASSERT_TRUE(h);
    EXPECT_EQ(h->verdict, Verdict::unclear);
}

TEST(Headline, ABaselineWithoutContestedMoneyHasNoRelativeSize) {
    const auto h = HeadlineOf({0, 0, 0}, {1, 1, 1}).get();
    ASSERT_TRUE(h);
    EXPECT_EQ(h->verdict, Verdict::gains);
    EXPECT_FALSE(std::isfinite(h->relative()));
}

TEST(Headline, ProtectedMoneyPutUpForNegotiationIsNoGain) {
    // Contested money grows by 3 while 5 that were protected are gone: 2 less in all.
    const auto h = HeadlineOf({4, 4, 4, 4}, {7, 7, 7.2, 6.8}, 75).get();
    ASSERT_TRUE(h);
    EXPECT_TRUE(h->in_all);
    EXPECT_EQ(h->verdict, Verdict::loses);
    EXPECT_EQ(h->less, 4u);
    EXPECT_DOUBLE_EQ(h->money.summary.mean, -2);
    EXPECT_DOUBLE_EQ(h->per_patient->summary.mean, -4);
    EXPECT_DOUBLE_EQ(h->decided_change, 3);
}

Outcome over_years(std::vector<double> decided) {  // one value a year, two futures
    Outcome outcome;
    outcome.quantities = {
        {"decided.gp", "£m a year"}, {"received.gp", "£m a year"}, {"agreed", "share of x"}};
    outcome.years = decided.size();
    outcome.replicates = 2;
    for (int measure = 0; measure < 2; ++measure) {
        for (const double d : decided) outcome.values.insert(outcome.values.end(), {d, d});
    }
    for (const double d : decided) outcome.values.insert(outcome.values.end(), {d / 100, d / 100});
    return outcome;
}

TEST(Headline, TellsFromWhichYearOn) {
    const Outcome base = over_years({4, 4, 4, 4}), arm = over_years({5, 4, 5, 5});
    const std::vector<ArmOutcome> arms{{"base", "Base", &base}, {"arm", "Arm", &arm}};
    const Comparison comparison = compare(arms, 0, Workers{1});
    const auto h = headline(comparison, arms, 1, "gp");
    ASSERT_TRUE(h);
    EXPECT_EQ(h->since(), 3u);
    EXPECT_EQ(h->by_year[1], Verdict::about_the_same);
}

TEST(WhatMoved, IsBeyondItsBand) {
    const Outcome base = over_years({50}), point = over_years({51}), more = over_years({51.5});
    const std::vector<ArmOutcome> arms{{"base", "", &base}, {"point", "", &point}, {"more", "", &more}};
    const Comparison comparison = compare(arms, 0, Workers{1});
    EXPECT_TRUE(what_moved(comparison, 1, "gp").empty()) << "just the band";
    const auto moved = what_moved(comparison, 2, "gp");
    ASSERT_EQ(moved.size(), 1u) << "money is told elsewhere";
    EXPECT_EQ(moved[0].measure, "agreed");
    EXPECT_NEAR(moved[0].bands, 1.5, 1e-9);
    EXPECT_TRUE(what_moved(comparison, 0, "gp").empty());
}

TEST(Headline, TheBaselineHasNone) { EXPECT_FALSE(HeadlineOf({4, 4}, {5, 5}).get(0)); }

}  // namespace
}  // namespace clout
