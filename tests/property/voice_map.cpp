// The map of who speaks through whom carries what influence says: what reaches boards is all that was
// decided.
#include "engine/analysis/influence.hpp"
#include "tests/scenes.hpp"

namespace clout {
namespace {

class EveryMap : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Library, EveryMap, scenes::every_area(), scenes::as_test_name);

TEST_P(EveryMap, WhatPassesIsWhatWasWritten) {
    scenes::each_arm(GetParam(), [](const System& system) {
        InfluenceOptions options;
        options.replicates = 16;
        const InfluenceReport report = report_influence(system, options);
        const VoiceMap& map = report.map;
        std::vector<double> in(map.nodes.size(), 0.0), out(map.nodes.size(), 0.0);
        double at_boards = 0;
        for (const VoiceWay& way : map.ways) {
            out[way.from] += way.part;
            in[way.to] += way.part;
            EXPECT_LT(map.nodes[way.from].level, map.nodes[way.to].level);
            if (map.nodes[way.to].board) at_boards += way.part;
        }
        const double leaning = report.sectors.back().part.mean;
        EXPECT_GE(at_boards, 1 - leaning - 1e-9);
        EXPECT_LE(at_boards, 1 + 1e-9);
        for (std::size_t node = 0; node < map.nodes.size(); ++node) {
            const VoiceNode& of = map.nodes[node];
            EXPECT_GT(of.instances, 0u);
            // A body passes on at most what comes in: the rest is what it leans to.
            if (of.of_bodies && !of.board) {
                EXPECT_LE(in[node], out[node] + 1e-12) << of.name;
            }
            if (of.of_bodies) continue;
            EXPECT_EQ(of.level, 0u);
            EXPECT_NEAR(out[node], report.kinds[of.kind].part.mean, 1e-9) << of.name;
        }
    });
}

}  // namespace
}  // namespace clout
