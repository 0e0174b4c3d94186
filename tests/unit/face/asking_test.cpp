// Every future's figures, settings over what was read, drivers and thresholds through the public face.
#include "tests/unit/face/area.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

using namespace desk;

TEST(FaceValues, AreThoseOfEveryMeasureYearAndReplicateAndOutliveTheComparison) {
    face::Values values;
    std::vector<double> last, means;
    std::size_t row = 0;
    {
        const face::Comparison found = face::compare(small({{"replicates", "40"}})).value();
        const face::ArmResult& later = *found.find("later");
        values = later.values;
        const face::Measure& measure = *later.find("decided.primary");
        row = static_cast<std::size_t>(&measure - later.measures.data());
        last = measure.values;
        for (const face::Summary& year : measure.by_year) means.push_back(year.mean);
        ASSERT_EQ(values.measures, later.measures.size());
    }
    ASSERT_EQ(values.years, 2u);
    ASSERT_EQ(values.replicates, 40u);
    for (std::size_t year = 0; year < 2; ++year) {
        double sum = 0;
        for (std::size_t replicate = 0; replicate < 40; ++replicate) sum += values.at(row, year, replicate);
        EXPECT_NEAR(sum / 40, means[year], 1e-12);
    }
    for (std::size_t replicate = 0; replicate < 40; ++replicate)
        EXPECT_EQ(values.at(row, 1, replicate), last[replicate]);
}

TEST(FaceScenario, SettingsAreLaidOverWhatWasSetBefore) {
    const face::Scenario first = small({{"replicates", "40"}, {"seed", "3"}});
    const face::Scenario other = first.with({{"seed", "4"}}).value();
    EXPECT_EQ(other.replicates(), 40u);
    EXPECT_EQ(face::compare(first).value().seed, 3u);
    EXPECT_EQ(face::compare(other).value().seed, 4u);
    const auto wrong = first.with({{"seeed", "4"}});
    ASSERT_FALSE(static_cast<bool>(wrong));
    EXPECT_EQ(wrong.problems()[0].file, "--set");
}

TEST(FaceDrivers, SharesOfADifferenceAndOfAMeasure) {
    const face::Scenario scenario = small({{"replicates", "200"}});
    const face::Drivers found = face::drivers(scenario).value();
    EXPECT_TRUE(found.figure.starts_with("difference("));
    EXPECT_EQ(found.from, "now");
    EXPECT_EQ(found.to, "later");
    EXPECT_EQ(found.ensembles, 3u);
    ASSERT_TRUE(found.chance && found.numbers && found.foretold);
    ASSERT_FALSE(found.drivers.empty());
    for (const face::Driver& driver : found.drivers) {
        EXPECT_LE(driver.share.low, driver.share.value);
        EXPECT_GE(driver.share.high, driver.share.value);
        EXPECT_EQ(driver.total.has_value(), found.believed);
    }
    EXPECT_NE(found.printed.json().find("\"drivers\""), std::string::npos);
    EXPECT_FALSE(found.printed.text().empty());
    const face::Drivers quick =
        face::drivers(scenario, {"share.primary", "", "later"}, face::AskChance::no).value();
    EXPECT_EQ(quick.ensembles, 1u);
    EXPECT_FALSE(quick.chance);
    EXPECT_EQ(quick.from, quick.to);
    EXPECT_FALSE(static_cast<bool>(face::drivers(scenario, {"no such measure", "", ""})));
}

TEST(FaceThreshold, WhereAConditionBeginsToHold) {
    const face::Scenario scenario = small({{"replicates", "40"}});
    const auto level = [&](const char* amount) {
        const auto run = face::run(scenario.with({{"funds.local.amount", amount}}).value(), "now").value();
        return run.arms[0].find("decided.primary")->by_year.back().mean;
    };
    // Money decided grows with the fund: half way in amounts is half way in money.
    const double middle = level("3");
    face::ThresholdAsked asked;
    asked.until = "decided.primary >= " + std::to_string(middle);
    asked.vary = {{"funds.local.amount", 2, 4}};
    const face::Threshold found = face::threshold(scenario, asked).value();
    EXPECT_EQ(found.holds, face::Threshold::Holds::from);
    ASSERT_TRUE(found.at);
    EXPECT_NEAR(*found.at, 3, 2e-3);
    EXPECT_LE(found.ladder.size(), 12u);
    EXPECT_NE(found.printed.json().find("\"ladder\""), std::string::npos);
    EXPECT_FALSE(found.printed.text().empty());
    asked.until = "decided.primary >= 1000";
    EXPECT_EQ(face::threshold(scenario, asked).value().holds, face::Threshold::Holds::nowhere);
    asked.vary = {{"mix", 0, 1}};
    asked.until = "difference(decided.primary) >= 0";
    asked.mix = face::Mix{"now", "later", 0.5};
    EXPECT_TRUE(static_cast<bool>(face::threshold(scenario, asked)));
    asked.vary.clear();
    EXPECT_FALSE(static_cast<bool>(face::threshold(scenario, asked)));
}

TEST(FaceThreshold, TheLineInThePlaneOfTwo) {
    const face::Scenario scenario = small({{"replicates", "16"}});
    const double middle =
        face::run(scenario, "now").value().arms[0].find("decided.primary")->by_year.back().mean;
    face::ThresholdAsked asked;
    asked.until = "decided.primary >= " + std::to_string(middle);
    asked.vary = {{"funds.local.amount", 0.5, 8}, {"funds.local.inertia", 0.1, 0.9}};
    const face::Threshold found = face::threshold(scenario, asked).value();
    EXPECT_EQ(found.holds, face::Threshold::Holds::plane);
    EXPECT_GT(found.part, 0);
    EXPECT_LT(found.part, 1);
    EXPECT_FALSE(found.line.empty());
    for (const auto& [place, mean] : found.played) {
        EXPECT_TRUE(place.x >= 0.5 && place.x <= 8 && place.y >= 0.1 && place.y <= 0.9);
    }
}

}  // namespace
}  // namespace clout
