#include "engine/run/block_plan.hpp"

#include "engine/run/block.hpp"
#include "engine/run/luck_book.hpp"
#include "tests/scenes.hpp"

namespace clout {
namespace {

System scenario_system(const std::string& name) {
    return compile(scenes::library(scenes::scenario_file(name)).arms[0].scenario);
}

BlockPlan planned(const System& system, std::size_t replicates, std::size_t threads, std::size_t memory = 0) {
    const System* const systems[] = {&system};
    EnsembleOptions options;
    options.replicates = replicates;
    options.workers = {threads};
    options.memory = memory;
    return plan_blocks(systems, options);
}

std::size_t threads_here(std::size_t threads) { return thread_count({threads}); }

TEST(BlockPlan, ManyBlocksOfASmallSystemShareNothing) {
    const BlockPlan found = planned(scenario_system("one-area"), 1000, 8);
    EXPECT_EQ(found.lanes, 16u);
    EXPECT_EQ(found.blocks, 63u);
    EXPECT_EQ(found.at_once, threads_here(8));
    EXPECT_EQ(found.threads, 1u);
}

TEST(BlockPlan, NoLaneStaysEmptyForLong) {
    const System system = scenario_system("one-area");
    EXPECT_EQ(planned(system, 1, 4).lanes, 1u);
    EXPECT_EQ(planned(system, 2, 4).lanes, 8u);
    EXPECT_EQ(planned(system, 8, 4).lanes, 8u);
    EXPECT_EQ(planned(system, 9, 4).lanes, 16u);
}

TEST(BlockPlan, FewBlocksOfALargeSystemAreSharedInside) {
    const System england = scenario_system("england");
    const BlockPlan one = planned(england, 8, 3);
    EXPECT_EQ(one.blocks, 1u);
    EXPECT_EQ(one.at_once, 1u);
    EXPECT_EQ(one.threads, threads_here(3));
    const BlockPlan small = planned(scenario_system("one-area"), 8, 3);
    EXPECT_EQ(small.threads, 1u) << "not worth it";
}

TEST(BlockPlan, LanesAreFewerWhereTheCacheOrTheMemoryIsShort) {
    const System england = scenario_system("england");
    EXPECT_EQ(planned(england, 1000, 1).lanes, 8u) << "sixteen lanes take 31 MB";
    const std::size_t lane = bytes_a_lane(england);
    EXPECT_EQ(planned(england, 1000, 1, 8 * lane).lanes, 8u);
    EXPECT_EQ(planned(england, 1000, 1, 7 * lane).lanes, 1u);
    EXPECT_EQ(planned(england, 1000, 1, 1).lanes, 1u) << "less than one replicate cannot be";
}

TEST(BlockPlan, MemoryLimitsWhatIsInHand) {
    const System system = scenario_system("greater-manchester");
    const std::size_t block = 16 * bytes_a_lane(system);
    const BlockPlan found = planned(system, 1000, 8, 3 * block);
    EXPECT_LE(found.at_once, 3u);
    EXPECT_EQ(found.lanes, 16u);
}

TEST(BlockPlan, LanesThatAreAskedForAreGiven) {
    const System system = scenario_system("one-area");
    const System* const systems[] = {&system};
    EnsembleOptions options;
    for (const std::size_t lanes : {1u, 8u, 16u}) {
        options.lanes = lanes;
        EXPECT_EQ(plan_blocks(systems, options).lanes, lanes);
    }
}

TEST(BlockPlan, LuckIsKeptForSeveralArmsWhereThereIsRoomForIt) {
    const System area = scenario_system("one-area"), england = scenario_system("england");
    const auto keeps = [](std::vector<const System*> systems, std::size_t memory) {
        EnsembleOptions options;
        options.workers = {1};
        options.lanes = 16;
        options.memory = memory;
        options.replicates = 48;
        return plan_blocks(systems, options).books;
    };
    EXPECT_EQ(keeps({&area, &area}, 0), 3u) << "of every block";
    EXPECT_EQ(keeps({&area}, 0), 0u) << "nobody else has it";
    EXPECT_EQ(keeps({&england, &england}, 0), 0u) << "beyond the last cache";
    const std::size_t both = 16 * (bytes_a_lane(area) + packs_of_luck(area, true) * sizeof(double));
    EXPECT_EQ(keeps({&area, &area}, both), 1u);
    EXPECT_EQ(keeps({&area, &area}, both - 1), 0u);
}

// What stands in the arrays of a state, in doubles a lane.
template <class... Arrays>
std::size_t held(const Arrays&... arrays) {
    return (arrays.size() + ...);
}

TEST(BlockPlan, BytesALaneAreThoseOfTheState) {
    for (const char* name : {"one-area", "greater-manchester", "england"}) {
        const System system = scenario_system(name);
        const State<16> state = initialise<16>(system, 0);
        const auto& o = state.organisations;
        const auto& b = state.bodies;
        const auto& c = state.caucuses;
        const auto& t = state.tables;
        const std::size_t doubles =
            held(o.anchor, o.position, o.income, o.other, o.base, o.list, o.clout0, o.clout, o.commitment0,
                 o.commitment, o.resilience, state.book.positions, state.book.fates) +
            held(c.potential, c.committed, c.apart, c.reference, c.scatter) +
            held(b.will, b.message, b.speaks, b.committed, b.potential, b.dispersion, b.cohesion, b.voice,
                 b.assent, b.mandate, b.mandate0, b.champion, b.goodwill, b.sources, b.leaning) +
            held(t.split, t.proposed, t.target, t.part, t.own, t.incoming, t.decides, t.agreed, t.dispersion,
                 t.seat_sits, t.seat_weight, t.influence, t.allotted, t.lapsed, t.sliced, t.called, t.rest,
                 t.gap) +
            held(state.cells.income, state.cells.open, state.cells.pool, state.cells.rate, state.cells.head,
                 state.cells.drift, state.sites.own, state.sites.paid, state.sites.work, state.sites.imposed,
                 state.sites.below) +
            state.counts.size() * sizeof(Count<16>) / sizeof(Pack<16>);
        const auto estimate = static_cast<double>(bytes_a_lane(system));
        const std::size_t masks = held(o.independent, o.open) * sizeof(Mask<16>) / 16;
        EXPECT_NEAR(static_cast<double>(doubles * sizeof(double) + masks), estimate, 0.05 * estimate) << name;
    }
}

}  // namespace
}  // namespace clout
