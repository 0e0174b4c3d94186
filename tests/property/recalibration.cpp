// A position found again under another theory begins as the file does; under the file's own theory it is what
// stood there.
#include "engine/analysis/recalibration.hpp"

#include "engine/analysis/theories.hpp"
#include "engine/protocols/shelf.hpp"
#include "engine/scenario/scenario.hpp"
#include "tests/scenes.hpp"

#include <numeric>

namespace clout {
namespace {

SectorId sector_named(const Scenario& scenario, const std::string& name) {
    for (std::size_t row = 0; row < scenario.sectors.size(); ++row)
        if (scenario.sectors[row].name == name) return SectorId(row);
    ADD_FAILURE() << name;
    return {};
}

class EveryTheory : public testing::TestWithParam<std::string_view> {};
INSTANTIATE_TEST_SUITE_P(Shelf, EveryTheory, testing::ValuesIn(Protocols::names()),
                         [](const auto& tested) { return std::string(tested.param); });

TEST_P(EveryTheory, TheFilesOwnIsLeftAsItIs) {
    const std::string protocol(GetParam());
    const Library read =
        scenes::library(scenes::scenario_file("one-area"), {{"bodies.board.protocol", protocol}});
    const Scenario& baseline = read.arms[read.baseline].scenario;
    const SectorId officers = sector_named(baseline, "system");
    const FoundPosition found = find_position(baseline, protocol, officers);
    EXPECT_FALSE(found.moved);
    EXPECT_EQ(found.distance, 0);
    EXPECT_EQ(found.standing, 0);
    double sum = 0;
    for (const Number& weight : baseline.sectors[officers.row()].traits.position) sum += weight.median();
    for (std::size_t k = 0; k < found.position.size(); ++k)
        EXPECT_EQ(found.position[k], baseline.sectors[officers.row()].traits.position[k].median() / sum);
    const Scenario same = with_position(baseline, baseline, officers, found);
    EXPECT_EQ(compile(same).numbers.size(), compile(baseline).numbers.size());
}

// What is said of a position is so when it is written into the scenario and played.
TEST_P(EveryTheory, ThePositionBeginsAsNearAsItSays) {
    const std::string protocol(GetParam());
    const Library read = scenes::library(scenes::scenario_file("one-area"));
    const Scenario& baseline = read.arms[read.baseline].scenario;
    const SectorId officers = sector_named(baseline, "system");
    const FoundPosition found = find_position(baseline, protocol, officers);
    const FirstYear target = first_year(compile(baseline));
    const auto apart = [&](const FoundPosition& position) {
        return distance_between(
            target,
            first_year(compile_under(protocol, with_position(baseline, baseline, officers, position))));
    };
    EXPECT_NEAR(apart(found), found.distance, 1e-9);
    EXPECT_LE(found.distance, found.standing);
    EXPECT_NEAR(std::accumulate(found.position.begin(), found.position.end(), 0.0), 1, 1e-9);
    if (!found.moved) return;
    // A little further on in any direction it is no nearer.
    for (std::size_t from = 0; from < found.position.size(); ++from) {
        for (std::size_t to = 0; to < found.position.size(); ++to) {
            FoundPosition other = found;
            const double part = std::min(0.01, other.position[from]);
            other.position[from] -= part;
            other.position[to] += part;
            EXPECT_GE(apart(other), found.distance - 1e-4) << from << " to " << to;
        }
    }
}

// What another arm says for itself it keeps.
TEST(Recalibration, AnArmThatSaysOtherwiseKeepsIt) {
    const Library read =
        scenes::library(scenes::scenario_file("one-area"),
                        {{"arms.bent", "{patch: {sectors: {system: {position: {urgent: 9}}}}}"}});
    const Scenario& baseline = read.arms[read.baseline].scenario;
    const SectorId officers = sector_named(baseline, "system");
    FoundPosition found;
    found.moved = true;
    found.position.assign(baseline.programmes.size(), 1.0 / static_cast<double>(baseline.programmes.size()));
    const auto weight = [&](const Scenario& scenario, std::size_t k) {
        for (const OrganisationKind& kind : scenario.organisations)
            if (kind.sector == officers) return kind.traits.position[k].median();
        return -1.0;
    };
    const Scenario &bent = scenes::arm(read, "bent"), &united = scenes::arm(read, "united");
    const Scenario kept = with_position(bent, baseline, officers, found),
                   moved = with_position(united, baseline, officers, found);
    for (std::size_t k = 0; k < found.position.size(); ++k) {
        EXPECT_EQ(weight(kept, k), weight(bent, k));
        EXPECT_NEAR(weight(moved, k), weight(moved, 0), 1e-12);
    }
}

}  // namespace
}  // namespace clout
