// A warm round allocates nothing. A program of its own, because it counts allocations by replacing the
// operators, which sanitizers replace themselves.
#include "engine/run/block.hpp"
#include "tests/scenes.hpp"

#include <atomic>

extern std::atomic<std::size_t> allocations;  // of this program: counted_allocations.cpp

namespace clout {
namespace {

using scenes::library;
using scenes::scenario_file;

TEST(Rounds, AWarmRoundAllocatesNothing) {
    const Library read =
        library(scenario_file("greater-manchester"),
                {{"sectors.general_practice.can_fail", "false"}});  // closures are rare and may allocate
    const System system = compile(read.arms[0].scenario);
    State<16> state = initialise<16>(system, 0);
    for (; state.round < 2; ++state.round) play_round(system, state);
    const std::size_t before = allocations;
    for (; state.round < 6; ++state.round) play_round(system, state);
    EXPECT_EQ(allocations - before, 0u);
}

}  // namespace
}  // namespace clout
