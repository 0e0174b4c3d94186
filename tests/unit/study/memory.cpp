// What a study needs is held against what there is before it begins.
#include "engine/study/memory.hpp"

#include "engine/run/watch/observe.hpp"
#include "engine/study/playing.hpp"
#include "engine/system/compile.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

TEST(Memory, RefusedOnlyWhereItDoesNotFit) {
    const MemoryNeed need{1e9, "a thing"};  // 8 GB
    EXPECT_FALSE(short_of_memory(need, 0));
    EXPECT_FALSE(short_of_memory(need, 8e9));
    const auto problem = short_of_memory(need, 7.9e9);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->fault, Fault::machine);
    EXPECT_EQ(problem->message, "a thing need 8.0 GB of memory, and this process may have 7.9 GB");
    EXPECT_EQ(problem->hint, need.advice);
}

TEST(Memory, AnOutcomeIsAsLargeAsSaid) {
    const Library library = sound({{"replicates", "10"}});
    const System system = compile(library.arms[0].scenario);
    const System* systems[] = {&system};
    EnsembleOptions options;
    options.replicates = 10;
    const Outcome outcome = run_ensemble(systems, options)[0];
    EXPECT_EQ(doubles_of_outcome(system, 10), static_cast<double>(outcome.values.size()));
}

TEST(Memory, SystemsGrowWithOrganisations) {
    const double one = need_of_systems(sound().arms[0].scenario, 1).doubles;
    EXPECT_GT(need_of_systems(sound().arms[0].scenario, 2).doubles, one);
    EXPECT_GT(
        need_of_systems(sound({{"organisations.practice.per_place", "400"}}).arms[0].scenario, 1).doubles,
        10 * one);
    EXPECT_EQ(memory_for_replicates(0), 0u);
    EXPECT_LT(memory_for_replicates(1e9), 1'000'000'000u);
}

TEST(Memory, PlayRefusesWhatDoesNotFit) {
    const Library library = sound();
    StudyOptions options;
    options.memory = 1;
    const auto played = play(arms_of(library, {{0, 1}, 0}), 4, options);
    ASSERT_FALSE(static_cast<bool>(played));
    EXPECT_EQ(played.problems()[0].fault, Fault::machine);
}

}  // namespace
}  // namespace clout
