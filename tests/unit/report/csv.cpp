#include "engine/report/files/csv.hpp"

#include "tests/unit/report/two_arms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace clout {
namespace {

std::size_t count_of_lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(Csv, FieldsAreQuotedWhereTheyMustBe) {
    EXPECT_EQ(csv_field("plain text"), "plain text");
    EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_field("say \"x\""), "\"say \"\"x\"\"\"");
    EXPECT_EQ(csv_field("two\nlines"), "\"two\nlines\"");
}

TEST(Csv, MeasuresHaveALineForEachArmMeasureAndYear) {
    const TwoArms two;
    const std::string text = measures_csv(two.comparison);
    EXPECT_TRUE(
        text.starts_with("arm,measure,unit,year,mean,p05,p50,p95\r\n"
                         "split,share.gp,share of contested money,1,0.2,"));
    EXPECT_EQ(count_of_lines(text), 1u + 2 * 7 * 2);
}

TEST(Csv, DifferencesAreThoseOfOtherArmsOnly) {
    const TwoArms two;
    const std::string text = differences_csv(two.comparison);
    EXPECT_EQ(count_of_lines(text), 1u + 7 * 2);
    EXPECT_NE(text.find("united,split,decided.acute,£m a year,2,0,0,0,0,0,0,0,1\r\n"), std::string::npos)
        << text;
}

TEST(Csv, ReplicatesReadBackToTheSameBits) {
    const TwoArms two;
    const std::string text = replicates_csv(two.arms);
    EXPECT_TRUE(text.starts_with("arm,replicate,share.gp,decided.gp,decided.acute,"));
    const std::size_t line = text.find("united,1,");
    ASSERT_NE(line, std::string::npos);
    EXPECT_EQ(std::strtod(text.c_str() + line + 9, nullptr), two.arm.last(0)[1]);
    EXPECT_EQ(count_of_lines(text), 1u + 6);
}

TEST(Csv, AMeasureOneArmLacksIsAnEmptyField) {
    Outcome a, b;
    a.years = b.years = a.replicates = b.replicates = 1;
    a.quantities = {{"x", ""}, {"y", ""}};
    a.values = {1, 2};
    b.quantities = {{"y", ""}};
    b.values = {3};
    const std::vector<ArmOutcome> arms{{"a", "", &a}, {"b", "", &b}};
    EXPECT_EQ(replicates_csv(arms), "arm,replicate,x,y\r\na,0,1,2\r\nb,0,,3\r\n");
}

}  // namespace
}  // namespace clout
