// What differs between scenarios, arm by arm.
#include "engine/study/scenario_differences.hpp"

#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

Library of(const std::string& text) {
    auto read = read_text(text);
    EXPECT_TRUE(static_cast<bool>(read)) << told(read.problems());
    return read ? std::move(read).value() : Library{};
}

TEST(Differences, WhatEveryArmHasIsSaidOnce) {
    const Library a = of(small_text()), b = of(replaced(small_text(), "amount: 10", "amount: 12"));
    const auto found = differences_between_files(a, b);
    ASSERT_EQ(found.sections.size(), 1u);
    EXPECT_EQ(found.sections[0].first, "every arm");
    EXPECT_EQ(found.sections[0].second.size(), 1u);
    const auto same = differences_between_files(a, a);
    EXPECT_EQ(same.sections[0].first, "every arm");
    EXPECT_TRUE(same.sections[0].second.empty());
}

TEST(Differences, ArmsThatOnlyOneHas) {
    const Library a = of(small_text()), b = of(small_text() + "  third: {}\n");
    const auto found = differences_between_files(a, b);
    ASSERT_EQ(found.sections.size(), 2u);
    EXPECT_EQ(found.sections[1].first, "arms");
    EXPECT_EQ(found.sections[1].second, std::vector<std::string>{"arm 'third' is only in " + b.file});
}

TEST(Differences, TwoArmsOfOneFileOrOfTwo) {
    const Library a = of(small_text()), b = of(small_text());
    const auto one = differences_between_arms(a, 0, a, 1);
    EXPECT_EQ(one.from, "'now'");
    EXPECT_EQ(one.to, "'later' (Later)");
    ASSERT_EQ(one.sections.size(), 1u);
    EXPECT_FALSE(one.sections[0].second.empty());
    const auto two = differences_between_arms(a, 1, b, 1);
    EXPECT_EQ(two.from, a.file + " 'later' (Later)");
    EXPECT_TRUE(two.sections[0].second.empty());
}

}  // namespace
}  // namespace clout
