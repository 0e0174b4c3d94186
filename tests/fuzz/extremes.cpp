// Whatever extreme scenario the reader lets through is played to the end, and every study of it is told.
#include "engine/analysis/influence.hpp"
#include "tests/fuzz/every_study.hpp"
#include "tests/fuzz/extreme_scenarios.hpp"
#include "tests/scenes.hpp"

#include <cmath>
#include <cstdlib>
#include <string>

namespace clout::fuzz {
namespace {

void expect_sound(const Outcome& outcome) {
    for (std::size_t q = 0; q < outcome.quantities.size(); ++q) {
        const std::string& name = outcome.quantities[q].name;
        for (std::size_t year = 0; year < outcome.years; ++year) {
            for (const double value : outcome.of(q, year)) {
                // £ a patient has no value where nobody is registered.
                if (name.starts_with("per_patient")) continue;
                ASSERT_TRUE(std::isfinite(value)) << name << " in year " << year + 1;
                if (name.starts_with("share.") || name.starts_with("uptake.") ||
                    name.starts_with("influence.")) {
                    ASSERT_GE(value, 0) << name;
                    ASSERT_LE(value, 1 + 1e-9) << name;
                }
            }
        }
    }
}

// CLOUT_FUZZ_CASES=10000 and CLOUT_FUZZ_FROM=… play more of them.
std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

TEST(Extremes, OfEveryKindArePlayedToTheEnd) {
    const std::uint64_t from = setting("CLOUT_FUZZ_FROM", 0), cases = setting("CLOUT_FUZZ_CASES", 150);
    std::size_t played = 0;
    for (std::uint64_t seed = from; seed < from + cases; ++seed) {
        const std::string text = Extremes(seed).scenario();
        SCOPED_TRACE(text);
        const auto read = read_library(scenes::written(text));
        if (!read) {
            EXPECT_FALSE(read.problems().empty());
            continue;
        }
        ++played;
        const Library& library = read.value();
        for (const std::size_t replicates : {std::size_t{1}, std::size_t{17}}) {
            for (const Outcome& outcome : scenes::play(library, {"base", "other"}, replicates))
                expect_sound(outcome);
        }
        ASSERT_FALSE(testing::Test::HasFailure()) << "case " << seed;
    }
    EXPECT_GT(played, cases / 4);
}

TEST(Extremes, EveryStudyOfThemIsTold) {
    const std::uint64_t from = setting("CLOUT_FUZZ_FROM", 0), cases = setting("CLOUT_FUZZ_CASES", 40);
    StudyOptions options;
    options.workers = {1};
    std::size_t told = 0;
    for (std::uint64_t seed = from; seed < from + cases; ++seed) {
        const std::string text = Extremes(seed).scenario();
        SCOPED_TRACE(text);
        const auto read = read_library(scenes::written(text), {{"replicates", "3"}});
        if (!read) continue;
        for (const std::string& each : tell_everything(read.value(), options)) {
            EXPECT_FALSE(each.empty());
            for (const char* none : {"-nan", " nan ", "£nan", "£inf", " inf ", "inf %"})
                EXPECT_EQ(each.find(none), std::string::npos) << none << " in " << each;
        }
        ++told;
        ASSERT_FALSE(testing::Test::HasFailure()) << "case " << seed;
    }
    EXPECT_GT(told, cases / 5);
}

}  // namespace
}  // namespace clout::fuzz
