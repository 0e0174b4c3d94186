// The same bits for any number of threads, lanes and replicates; luck that depends on names alone.
#include "engine/run/block.hpp"
#include "engine/run/watch/trace.hpp"
#include "tests/scenes.hpp"

#include <atomic>
#include <cstring>

namespace clout {
namespace {

using scenes::library;
using scenes::scenario_file;

class EveryScenario : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Library, EveryScenario, scenes::every_area(), scenes::as_test_name);

std::vector<std::string> all_arms(const Library& library) {
    std::vector<std::string> names;
    for (const Arm& arm : library.arms) names.push_back(arm.name);
    return names;
}

// Every number of threads from 1 to 8, arm by arm: fingerprint.cpp.
TEST_P(EveryScenario, AllArmsTogetherGiveTheSameBitsOnOneThreadAndOnEight) {
    const Library read = library(scenario_file(GetParam()));
    const auto one = scenes::play(read, all_arms(read), 50, 1);
    const auto eight = scenes::play(read, all_arms(read), 50, 8);
    for (std::size_t a = 0; a < one.size(); ++a) EXPECT_EQ(one[a].values, eight[a].values);
}

// One thread draws what organisations draw once for all arms that have it; an arm alone draws for itself.
TEST_P(EveryScenario, LuckThatIsKeptFromArmToArmIsWhatEachArmDraws) {
    const Library read = library(scenario_file(GetParam()));
    const auto together = scenes::play(read, all_arms(read), 32, 1);
    for (std::size_t a = 0; a < read.arms.size(); ++a)
        EXPECT_EQ(together[a].values, scenes::play(read, {read.arms[a].name}, 32, 1)[0].values)
            << read.arms[a].name;
}

TEST_P(EveryScenario, AnyNumberOfReplicatesThatIncludesOneGivesItTheSameBits) {
    const Library read = library(scenario_file(GetParam()));
    const std::vector<std::string> arms{read.arms[0].name};
    const Outcome few = scenes::play(read, arms, 21)[0], many = scenes::play(read, arms, 70)[0];
    for (std::size_t q = 0; q < few.quantities.size(); ++q) {
        for (std::size_t year = 0; year < few.years; ++year) {
            const auto a = few.of(q, year), b = many.of(q, year);
            EXPECT_TRUE(std::equal(a.begin(), a.end(), b.begin())) << few.quantities[q].name;
        }
    }
}

// The arrays of two states that nothing can differ in without showing in one of them.
template <int A, int B, class Compare>
void each_array(const State<A>& a, const State<B>& b, Compare same) {
    same(a.organisations.position, b.organisations.position, "position");
    same(a.organisations.clout, b.organisations.clout, "clout");
    same(a.organisations.income, b.organisations.income, "income");
    same(a.organisations.resilience, b.organisations.resilience, "resilience");
    same(a.bodies.voice, b.bodies.voice, "voice");
    same(a.tables.split, b.tables.split, "split");
    same(a.sectors.share, b.sectors.share, "share");
}

TEST_P(EveryScenario, ABookOfOtherLuckIsDrawnAnew) {
    const Library read = library(scenario_file(GetParam()));
    const System system = compile(read.arms[0].scenario);
    System reseeded = system, renamed = system;
    reseeded.seed += 1;
    renamed.organisations.back().name ^= 1;
    LuckBook<16> kept;
    const auto last_positions = [&](const System& played, std::uint64_t first, LuckBook<16>* book) {
        Packs<16> positions;
        play_block<16>(
            played, first, [&](const State<16>& s) { positions = s.organisations.position; }, nullptr, {},
            book);
        return positions;
    };
    const auto is_what_is_drawn = [&](const System& played, std::uint64_t first) {
        const Packs<16> drawn = last_positions(played, first, nullptr);
        const Packs<16> taken = last_positions(played, first, &kept);
        return std::memcmp(drawn.data(), taken.data(), drawn.size() * sizeof(drawn[0])) == 0;
    };
    EXPECT_TRUE(is_what_is_drawn(system, 0));
    EXPECT_TRUE(is_what_is_drawn(system, 0)) << "again";
    EXPECT_TRUE(is_what_is_drawn(system, 16)) << "other replicates";
    EXPECT_TRUE(is_what_is_drawn(reseeded, 16)) << "another seed";
    EXPECT_TRUE(is_what_is_drawn(renamed, 16)) << "another organisation";
    EXPECT_TRUE(is_what_is_drawn(system, 16)) << "back again";
}

TEST(LuckShelf, GoesRoundAndRoundWithoutGivingUpWhatItKeeps) {
    const System system = compile(library(scenario_file("one-area")).arms[0].scenario);
    System other = system;
    other.seed += 1;
    LuckShelf<1> shelf;
    LuckBook<1>* const first = &shelf.book_for(system, 0, 2);
    LuckBook<1>* const second = &shelf.book_for(system, 1, 2);
    EXPECT_NE(first, second);
    EXPECT_EQ(&shelf.book_for(system, 0, 2), first);
    EXPECT_EQ(&shelf.book_for(system, 1, 2), second);
    EXPECT_EQ(&shelf.book_for(system, 2, 2), second) << "the one used last makes room";
    EXPECT_EQ(&shelf.book_for(system, 0, 2), first);
    EXPECT_EQ(&shelf.book_for(other, 0, 2), first) << "of other luck";
    EXPECT_EQ(&shelf.book_for(other, 2, 2), second);
    EXPECT_EQ(&shelf.book_for(system, 5, 1), first) << "a smaller shelf";
}

TEST_P(EveryScenario, OneLaneAndSixteenGiveTheSameBits) {
    const Library read = library(scenario_file(GetParam()));
    const System system = compile(read.arms.back().scenario);
    State<16> block = initialise<16>(system, 32);
    for (; block.round < system.rounds; ++block.round) play_round(system, block);
    for (const int lane : {0, 5, 15}) {
        State<1> alone = initialise<1>(system, 32 + static_cast<std::uint64_t>(lane));
        for (; alone.round < system.rounds; ++alone.round) play_round(system, alone);
        each_array(block, alone, [&](const Packs<16>& many, const Packs<1>& one, const char* what) {
            ASSERT_EQ(many.size(), one.size());
            for (std::size_t row = 0; row < one.size(); ++row)
                EXPECT_EQ(many[row][lane], one[row][0]) << what << ' ' << row;
        });
    }
}

TEST(Crew, SharesABlockWithoutChangingABit) {
    const System system = compile(library(scenario_file("england")).arms[0].scenario);
    State<8> alone = initialise<8>(system, 0);
    for (; alone.round < 6; ++alone.round) play_round(system, alone);
    EXPECT_FALSE(alone.failures.empty()) << "closures should be among what is shared";
    for (const std::size_t threads : {2, 5}) {
        Crew crew(Workers{threads});
        State<8> shared = initialise<8>(system, 0, &crew);
        for (; shared.round < 6; ++shared.round) play_round(system, shared);
        each_array(alone, shared, [&](const Packs<8>& one, const Packs<8>& other, const char* what) {
            ASSERT_EQ(one.size(), other.size());
            EXPECT_EQ(std::memcmp(one.data(), other.data(), one.size() * sizeof(Pack<8>)), 0) << what;
        });
    }
}

TEST(Luck, AnUnrelatedOrganisationLeavesEverybodyElsesAlone) {
    const Library plain = library(scenario_file("one-area"));
    const Library more = library(scenario_file("one-area"),
                                 {{"organisations.allotment",
                                   "{sector: voluntary, count: 3, income: 0, clout: 0, label: Allotments}"}});
    const System a = compile(plain.arms[0].scenario), b = compile(more.arms[0].scenario);
    const auto before = initialise<16>(a, 0), after = initialise<16>(b, 0);
    for (Row i = 0; i < a.organisations.size(); ++i) {
        Row same = 0;
        while (b.organisations[same].name != a.organisations[i].name) ++same;
        EXPECT_EQ(before.organisations.income[i][3], after.organisations.income[same][3]);
        EXPECT_EQ(before.organisations.commitment[i][3], after.organisations.commitment[same][3]);
        for (std::size_t k = 0; k < a.programmes.size(); ++k) {
            EXPECT_EQ(before.organisations.anchor[i * a.programmes.size() + k][3],
                      after.organisations.anchor[same * b.programmes.size() + k][3]);
        }
    }
    // Nor do they sit anywhere: the whole run is the same, too.
    EXPECT_EQ(scenes::last_year(scenes::play(plain, {"united"}, 16)[0], "decided.general_practice"),
              scenes::last_year(scenes::play(more, {"united"}, 16)[0], "decided.general_practice"));
}

TEST(Luck, SeedsAndReplicatesDiffer) {
    const Library read = library(scenario_file("one-area"));
    const Library other = library(scenario_file("one-area"), {{"seed", "2023"}});
    const auto here = scenes::last_year(scenes::play(read, {"fragmented"}, 32)[0], "share.general_practice");
    const auto there =
        scenes::last_year(scenes::play(other, {"fragmented"}, 32)[0], "share.general_practice");
    for (std::size_t r = 0; r < here.size(); ++r) EXPECT_NE(here[r], there[r]);
    auto sorted = here;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end());
}

TEST(Stopping, KeepsWholePairsFromTheFirstReplicateOn) {
    const Library read = library(scenario_file("one-area"));
    const System a = compile(read.arms[0].scenario), b = compile(read.arms[1].scenario);
    const System* const systems[] = {&a, &b};
    EnsembleOptions options;
    options.replicates = 320;
    options.workers = {2};
    std::atomic<int> blocks{0};
    options.on_progress = [&](Progress) { ++blocks; };
    options.stop = [&] { return blocks >= 7; };
    const auto outcomes = run_ensemble(systems, options);
    ASSERT_EQ(outcomes[0].replicates, outcomes[1].replicates);
    EXPECT_LT(outcomes[0].replicates, 320u);
    EXPECT_GE(outcomes[0].replicates, 32u);
    const auto whole = scenes::play(read, {read.arms[0].name, read.arms[1].name}, 320);
    for (std::size_t arm = 0; arm < 2; ++arm) {
        const auto kept = scenes::last_year(outcomes[arm], "share.acute"),
                   all = scenes::last_year(whole[arm], "share.acute");
        EXPECT_TRUE(std::equal(kept.begin(), kept.end(), all.begin()));
    }
}

}  // namespace
}  // namespace clout
