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

// Of `rounds` rounds, after `warm` others.
std::size_t allocations_in(const Library& read, std::uint32_t warm, std::uint32_t rounds) {
    const System system = compile(read.arms[0].scenario);
    State<16> state = initialise<16>(system, 0);
    for (; state.round < warm; ++state.round) play_round(system, state);
    const std::size_t before = allocations;
    for (; state.round < warm + rounds; ++state.round) play_round(system, state);
    return allocations - before;
}

TEST(Rounds, AWarmRoundAllocatesNothing) {
    EXPECT_EQ(allocations_in(library(scenario_file("greater-manchester"),
                                     {{"sectors.general_practice.can_fail", "false"}}),
                             2, 4),
              0u);
}

// Closures and takeovers among sixteen futures, nearly every round; a round with more of them than any before
// may need more memory.
TEST(Rounds, WarmRoundsWithClosuresAllocateNothing) {
    EXPECT_EQ(allocations_in(library(scenario_file("greater-manchester")), 12, 8), 0u);
}

}  // namespace
}  // namespace clout
