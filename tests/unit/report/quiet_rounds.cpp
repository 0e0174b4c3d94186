#include "engine/report/text/quiet_rounds.hpp"

#include <gtest/gtest.h>

namespace clout {
namespace {

TEST(QuietRounds, TheSameWordsAndAboutTheSameFigures) {
    EXPECT_TRUE(
        told_alike("Moved from 10.0 to 10.6 % (+£0.106m).", "Moved from 10.6 to 11.1 %\n (+£0.090m)."));
    EXPECT_FALSE(told_alike("Moved from 10.0 to 10.6 %.", "Moved from 10.0 to 15.0 %."));
    EXPECT_FALSE(told_alike("Mental health moved 3.", "Beds moved 3."));
    EXPECT_TRUE(told_alike("", ""));
}

TEST(QuietRounds, FiguresAreReadWhole) {
    EXPECT_TRUE(told_alike("£1,200 lapsed.", "£1,000 lapsed."));
    EXPECT_FALSE(told_alike("£1,200 lapsed.", "£1.2 lapsed."));
    EXPECT_FALSE(told_alike("It rose by 1.", "It rose by 0."));
    EXPECT_TRUE(told_alike("0 closed.", "0 closed."));
    EXPECT_FALSE(told_alike("1 2", "12"));
}

}  // namespace
}  // namespace clout
