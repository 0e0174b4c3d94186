// Which arms are set side by side.
#include "engine/study/arm_choice.hpp"
#include "engine/study/attribution_study.hpp"
#include "engine/study/theories_study.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

// The small scenario with a third arm.
Library three_arms(const std::string& third = "  third: {}\n") {
    auto read = read_text(small_text() + third);
    EXPECT_TRUE(static_cast<bool>(read)) << told(read.problems());
    return read ? std::move(read).value() : Library{};
}

TEST(ArmChoice, AllOrThoseNamedInTheirOrder) {
    const Library library = three_arms();
    const auto all = choose_arms(library, {});
    ASSERT_TRUE(static_cast<bool>(all));
    EXPECT_EQ(all.value().rows, (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(all.value().baseline, 0u);
    const auto some = choose_arms(library, {"third", "now"});
    ASSERT_TRUE(static_cast<bool>(some));
    EXPECT_EQ(some.value().rows, (std::vector<std::size_t>{2, 0}));
    EXPECT_EQ(some.value().baseline, 1u);
    EXPECT_EQ(some.value().base(), 0u);
    const auto twice = choose_arms(library, {"third", "now", "third"});
    ASSERT_FALSE(static_cast<bool>(twice));
    EXPECT_NE(told(twice.problems()).find("arm 'third' is asked for twice"), std::string::npos);
    const auto without = choose_arms(library, {"third", "later"});
    EXPECT_EQ(without.value().base(), 2u);
}

TEST(ArmChoice, AnUnknownNameIsTheRequestsFault) {
    const Library library = three_arms();
    const auto slip = choose_arms(library, {"now", "latr"});
    ASSERT_FALSE(static_cast<bool>(slip));
    EXPECT_EQ(slip.problems()[0].fault, Fault::request);
    EXPECT_EQ(slip.problems()[0].hint, "did you mean 'later'?");
    const auto strange = find_arm(library, "something else");
    ASSERT_FALSE(static_cast<bool>(strange));
    EXPECT_EQ(strange.problems()[0].hint, "it has now, later and third");
    EXPECT_EQ(find_arm(library, "").value(), library.baseline);
}

TEST(ArmChoice, OnlyLikeWithLike) {
    EXPECT_TRUE(check_alike(three_arms(), {{0, 1, 2}, 0}).empty());
    for (const auto& [patch, why] :
         {std::pair{"clock: {years: 3}", "clock.years is 2 in 'now' and 3 in 'third'"},
          std::pair{"clock: {rounds_per_year: 2}", "clock.rounds_per_year is 4"},
          std::pair{"seed: 8", "seed is 7 in 'now' and 8 in 'third'"},
          std::pair{"stochastic: false", "stochastic is true"}}) {
        const Library library = three_arms("  third: {patch: {" + std::string(patch) + "}}\n");
        const auto problems = check_alike(library, {{0, 1, 2}, 0});
        ASSERT_EQ(problems.size(), 1u) << patch;
        EXPECT_EQ(problems[0].fault, Fault::scenario);
        EXPECT_EQ(problems[0].file, library.file);
        EXPECT_NE(problems[0].message.find(why), std::string::npos) << problems[0].message;
        EXPECT_TRUE(check_alike(library, {{0, 1}, 0}).empty());
    }
}

TEST(ArmChoice, EndsOfAnAttribution) {
    const Library library = three_arms();
    const auto both = choose_ends(library, "", "");
    ASSERT_TRUE(static_cast<bool>(both));
    EXPECT_EQ(both.value().from, 0u);
    EXPECT_EQ(both.value().to, 1u);
    EXPECT_EQ(choose_ends(library, "later", "").value().to, 0u);
    EXPECT_FALSE(static_cast<bool>(choose_ends(library, "later", "later")));
    EXPECT_FALSE(static_cast<bool>(choose_ends(library, "later", "lter")));
}

TEST(ArmChoice, Protocols) {
    const auto chosen = choose_protocols({"nash", "compromise", "nash"});
    ASSERT_TRUE(static_cast<bool>(chosen));
    EXPECT_EQ(chosen.value(), (std::vector<std::string>{"nash", "compromise"}));
    EXPECT_GE(choose_protocols({}).value().size(), 5u);
    const auto slip = choose_protocols({"nsh"});
    ASSERT_FALSE(static_cast<bool>(slip));
    EXPECT_EQ(slip.problems()[0].hint, "did you mean 'nash'?");
}

}  // namespace
}  // namespace clout
