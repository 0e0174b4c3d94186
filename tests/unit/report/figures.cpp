#include "engine/report/text/figures.hpp"
#include "engine/report/text/words.hpp"
#include "engine/study/provenance.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace clout {
namespace {

TEST(Figures, Thousands) {
    EXPECT_EQ(grouped(1234567.891, 1), "1,234,567.9");
    EXPECT_EQ(grouped(-1234.0, 0), "-1,234");
    EXPECT_EQ(grouped(-123.0, 0), "-123");
    EXPECT_EQ(grouped(999.0, 2), "999.00");
    EXPECT_EQ(grouped(std::uint64_t{1000}), "1,000");
    EXPECT_EQ(grouped(std::uint64_t{100}), "100");
}

TEST(Figures, NothingIsNegativeZero) {
    EXPECT_EQ(grouped(-0.0, 2), "0.00");
    EXPECT_EQ(grouped(-0.001, 2), "0.00");
    EXPECT_EQ(level(-0.001, Manner::million_pounds, 2), "£0.00m");
    EXPECT_EQ(signed_percent(-0.0001, 1), "0.0 %");
}

TEST(Figures, WhatIsNoNumberIsADash) {
    EXPECT_EQ(grouped(std::nan(""), 2), "–");
    EXPECT_EQ(level(std::nan(""), Manner::part, 1), "–");
    EXPECT_EQ(change(INFINITY, Manner::pounds, 2), "–");
    EXPECT_EQ(signed_percent(std::nan(""), 1), "–");
}

TEST(Figures, MannersFollowUnits) {
    EXPECT_EQ(manner_of("£m a year"), Manner::million_pounds);
    EXPECT_EQ(manner_of("£ a year per registered patient"), Manner::pounds);
    EXPECT_EQ(manner_of("share of contested money"), Manner::part);
    EXPECT_EQ(manner_of("organisations"), Manner::number);
}

TEST(Figures, Levels) {
    EXPECT_EQ(level(2.551, Manner::million_pounds, 2), "£2.55m");
    EXPECT_EQ(level(-7.12, Manner::pounds, 2), "-£7.12");
    EXPECT_EQ(level(0.1414, Manner::part, 1), "14.1 %");
    EXPECT_EQ(level(48, Manner::number, 1), "48.0");
}

TEST(Figures, SmallMoneyIsInThousands) {
    EXPECT_EQ(sized(Manner::million_pounds, 1), Manner::million_pounds);
    EXPECT_EQ(sized(Manner::million_pounds, -0.999), Manner::thousand_pounds);
    EXPECT_EQ(sized(Manner::million_pounds, 0), Manner::million_pounds);
    EXPECT_EQ(sized(Manner::part, 0.1), Manner::part);
    EXPECT_EQ(level(0.0455, Manner::thousand_pounds, decimals_for(0.0455, Manner::thousand_pounds)),
              "£45.5k");
    EXPECT_EQ(change(-0.31, Manner::thousand_pounds, decimals_for(0.31, Manner::thousand_pounds)), "-£310k");
    EXPECT_EQ(bare_range(0.004, 0.02, Manner::thousand_pounds, 1), "+4.0 to +20.0");
}

TEST(Figures, ARangeThatIsNotKnownIsADash) {
    EXPECT_EQ(bare_range(std::nan(""), std::nan(""), Manner::pounds, 2), "–");
}

TEST(Figures, ChangesCarryTheirSign) {
    EXPECT_EQ(change(0.22, Manner::million_pounds, 2), "+£0.22m");
    EXPECT_EQ(change(-0.1, Manner::pounds, 2), "-£0.10");
    EXPECT_EQ(change(0.0234, Manner::part, 1), "+2.3 points");
    EXPECT_EQ(change(0, Manner::part, 1), "±0 points");
    EXPECT_EQ(change_range(0.31, 1.52, Manner::pounds, 2), "+£0.31 to +£1.52");
    EXPECT_EQ(change_range(-0.01, 0.039, Manner::part, 1), "-1.0 to +3.9 points");
    EXPECT_EQ(bare_range(-0.01, 0.039, Manner::part, 1), "-1.0 to +3.9");
    EXPECT_EQ(bare_range(0, 0, Manner::pounds, 2), "±0");
    EXPECT_EQ(signed_percent(0.003, 1), "+0.3 %");
}

TEST(Words, LabelsStandInSentences) {
    EXPECT_EQ(mid_sentence("General practice"), "general practice");
    EXPECT_EQ(mid_sentence("VCSE bodies"), "VCSE bodies");
    EXPECT_EQ(mid_sentence(""), "");
    EXPECT_EQ(with_verb("general practice", "gains", "gain"), "general practice gains");
    EXPECT_EQ(with_verb("acute trusts", "gains", "gain"), "acute trusts gain");
    EXPECT_EQ(owners("general practice"), "general practice's");
    EXPECT_EQ(owners("acute trusts"), "acute trusts'");
    EXPECT_EQ(futures(1), "1 future");
    EXPECT_EQ(futures(1000), "1,000 futures");
    EXPECT_EQ(measure_words("money_left"), "Money left");
}

TEST(Words, MeasuresAreSplitAtTheirSector) {
    EXPECT_EQ(split_measure("share.acute").what, "share");
    EXPECT_EQ(split_measure("share.acute").sector, "acute");
    EXPECT_EQ(split_measure("lapsed").sector, "");
}

TEST(Assumptions, EveryPlaceCountsOnce) {
    Number observed = Number::constant(1, "a");
    observed.basis = Basis::observed;
    Number drawn = Number::constant(1, "b");
    drawn.shape = Shape::uniform;
    drawn.parameters = {0, 1};
    const std::vector<Number> first{observed, drawn, Number::constant(3)}, second{observed, drawn};
    const std::vector<std::span<const Number>> arms{first, second};
    const Assumptions a = count_assumptions(arms);
    EXPECT_EQ(a.observed, 1u);
    EXPECT_EQ(a.unstated, 1u);
    EXPECT_EQ(a.uncertain, 1u);
    EXPECT_EQ(a.total(), 2u);
}

}  // namespace
}  // namespace clout
