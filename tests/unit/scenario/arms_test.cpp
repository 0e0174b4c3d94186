// Arms: levers in order, then the arm's own patch; one list of problems for all of them; the example of the
// articles.
#include "engine/scenario/reader.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

TEST(Arms, ApplyLeversInOrderThenTheirOwnPatch) {
    const Library library =
        sound({{"levers.less", "{patch: {bodies: {network: {mandate: 0.2}}}}"},
               {"arms.more", "{levers: [less, mandate]}"},
               {"arms.less", "{levers: [mandate, less]}"},
               {"arms.own", "{levers: [mandate], patch: {bodies: {network: {mandate: 0.3}}}}"}});
    ASSERT_EQ(library.arms.size(), 5u);
    const auto mandate = [&](std::size_t arm) {
        return library.arms[arm].scenario.bodies[0].mandate.parameters[0];
    };
    EXPECT_EQ(mandate(0), 0.5);
    EXPECT_EQ(mandate(1), 0.9);
    EXPECT_EQ(mandate(2), 0.9);
    EXPECT_EQ(mandate(3), 0.2);
    EXPECT_EQ(mandate(4), 0.3);
    EXPECT_EQ(library.arms[1].levers, (std::vector<std::string>{"forum", "mandate"}));
}

TEST(Arms, KnowLabelsBaselineAndLevers) {
    const Library library = sound({{"baseline", "later"}});
    EXPECT_EQ(library.baseline, 1u);
    EXPECT_EQ(library.arms[0].label, "now");
    EXPECT_EQ(library.arms[1].label, "Later");
    ASSERT_EQ(library.lever_labels.size(), 2u);
    EXPECT_EQ(library.lever_labels[0], (std::pair<std::string, std::string>{"mandate", "A mandate"}));
    EXPECT_EQ(library.lever_labels[1].second, "forum");
    EXPECT_EQ(sound().baseline, 0u);
}

TEST(Arms, OneCalledBaseWhereNoneIsGiven) {
    const Library library = sound({{"arms", "{now: null, later: null}"}});
    ASSERT_EQ(library.arms.size(), 1u);
    EXPECT_EQ(library.arms[0].name, "base");
}

TEST(Arms, NewBodiesGoLastAndGoneMembersGo) {
    const Library library = sound();
    const Scenario& later = library.arms[1].scenario;
    ASSERT_EQ(later.bodies.size(), 4u);
    EXPECT_EQ(later.bodies[3].name, "forum");
    ASSERT_EQ(later.bodies[1].members.size(), 1u);
    EXPECT_EQ(later.bodies[1].members[0].name, "forum");
    EXPECT_EQ(library.arms[0].scenario.bodies.size(), 3u);
}

TEST(Arms, AProblemOfAllIsToldOnce) {
    const auto read = read_small({{"bodies.voice.fidelity", "2"}});
    ASSERT_EQ(read.problems().size(), 1u) << told(read.problems());
    EXPECT_EQ(read.problems()[0].message, "found 2; it must be more than 0 and at most 1");
}

TEST(Arms, AProblemOfOneSaysWhich) {
    const auto read = read_text(replaced(small_text(), "mandate: 0.9", "mandate: 9"));
    ASSERT_EQ(read.problems().size(), 1u) << told(read.problems());
    EXPECT_EQ(read.problems()[0].message, "found 9; it must be from 0 to 1 (in arm later)");
    EXPECT_EQ(read.problems()[0].path, "bodies.network.mandate");
    EXPECT_EQ(read.problems()[0].line, 35);
}

TEST(Arms, AProblemOfSomeNamesThem) {
    const auto read = read_small({{"arms.third", "{}"}, {"bodies.network.mandate", "3"}});
    ASSERT_EQ(read.problems().size(), 1u) << told(read.problems());
    EXPECT_NE(read.problems()[0].message.find("(in arms now and third)"), std::string::npos);
}

TEST(Arms, LeversThatNobodyPullsAreCheckedForForm) {
    const auto read = read_small(
        {{"levers.spare", "{patch: {bodies: {network: {mandat: 1, quota: 3}}, sectors: {x: {}}}}"}});
    EXPECT_EQ(errors_in(read.problems()), 2u) << told(read.problems());
    EXPECT_TRUE(
        tells(read.problems(), "levers.spare.patch.bodies.network.mandat", "did you mean 'mandate'?"));
    EXPECT_TRUE(tells(read.problems(), "levers.spare.patch.bodies.network.quota", "found 3"));
    EXPECT_TRUE(read_small({{"levers.spare", "{patch: {bodies: {network: null, ghost: {mandate: 1}}}}"}}));
    EXPECT_TRUE(tells(read_small({{"levers.spare", "{patch: {levers: {}}}"}}).problems(),
                      "levers.spare.patch.levers", "a patch cannot change 'levers'"));
}

TEST(Arms, ABodyMayExistInSomeOnly) {
    // Its mandate is given to all arms, its members to one.
    const Library library = sound({{"bodies.forum", "{mandate: 0.4}"}});
    EXPECT_TRUE(library.arms[0].scenario.bodies.back().members.empty());
    EXPECT_EQ(library.arms[1].scenario.bodies.back().mandate.parameters[0], 0.4);
    const auto set = read_small({{"bodies.forun.mandate", "0.4"}});
    EXPECT_FALSE(set);
    EXPECT_TRUE(tells(set.problems(), "bodies.forun", "did you mean 'forum'?"));
    const auto written = read_text(replaced(small_text(), "bodies:\n", "bodies:\n  forun: {mandate: 0.4}\n"));
    EXPECT_TRUE(written) << told(written.problems());
    EXPECT_EQ(written.problems().size(), 1u);
    EXPECT_TRUE(
        read_small({{"bodies.voice.members.gone", "{from: idle}"}, {"bodies.idle", "{members: {}}"}}));
}

TEST(Arms, DefaultsAreThoseOfTheDocuments) {
    const Library library = sound();
    const Scenario& s = library.arms[0].scenario;
    EXPECT_TRUE(s.stochastic);
    EXPECT_EQ(s.replicates, 200u);
    EXPECT_EQ(s.focus, SectorId{0});
    const Traits& acute = s.sectors[1].traits;
    EXPECT_EQ(acute.spread.parameters[0], 0);
    EXPECT_EQ(acute.salience.parameters[0], 0.5);
    EXPECT_EQ(acute.commitment.parameters[0], 1);
    EXPECT_EQ(acute.clout_factor.parameters[0], 1);
    const BodyKind& board = s.bodies[2];
    EXPECT_TRUE(board.is_board);
    EXPECT_EQ(board.protocol, "compromise");
    EXPECT_EQ(board.mandate.parameters[0], 1);
    EXPECT_EQ(board.salience.parameters[0], 0.5);
    EXPECT_EQ(board.quota.parameters[0], 0.5);
    EXPECT_EQ(board.patience.parameters[0], 1);
    EXPECT_EQ(board.members[0].votes.parameters[0], 3);
    EXPECT_EQ(board.members[1].standing.parameters[0], 1);
    EXPECT_TRUE(board.members[0].home);
    EXPECT_FALSE(board.members[0].salience);
    EXPECT_FALSE(board.leaning);
    EXPECT_FALSE(s.sectors[0].imposed_below);
    EXPECT_EQ(s.dynamics.tolerance.parameters[0], 0.08);
    EXPECT_EQ(s.dynamics.strain.parameters[0], 0);
    EXPECT_EQ(s.programmes[0].caption.label, "Hospital care");
    EXPECT_EQ(s.sectors[1].caption.label, "acute");
}

TEST(Arms, SitingsAsWritten) {
    const Library library =
        sound({{"bodies.a", "{place: north, members: {practice: {share: 0}}}"},
               {"bodies.b", "{per_place: 1, members: {practice: {share: 0}}}"},
               {"bodies.c", "{per_place: {south: 1, north: 2}, members: {practice: {share: 0}}}"},
               {"bodies.d", "{count: 1, place: south, members: {practice: {share: 0}}}"}});
    const auto& bodies = library.arms[0].scenario.bodies;
    EXPECT_EQ(bodies[3].siting.form, Siting::Form::single);
    EXPECT_EQ(bodies[3].siting.place, PlaceId{0});
    EXPECT_EQ(bodies[4].siting.form, Siting::Form::one_per_place);
    EXPECT_EQ(bodies[4].siting.per_place.size(), 2u);
    EXPECT_EQ(bodies[5].siting.form, Siting::Form::numbered_per_place);
    EXPECT_EQ(bodies[5].siting.per_place[0], (std::pair<PlaceId, std::uint64_t>{PlaceId{0}, 2}));
    EXPECT_EQ(bodies[6].siting.form, Siting::Form::counted);
    EXPECT_EQ(bodies[6].siting.count, 1u);
    EXPECT_EQ(bodies[0].siting.form, Siting::Form::numbered_per_place);
}

TEST(OneArea, IsReadWithItsArms) {
    const auto read = read_library(std::filesystem::path(CLOUT_ROOT) / "scenarios/one-area.yaml");
    ASSERT_TRUE(read) << told(read.problems());
    EXPECT_TRUE(read.problems().empty()) << told(read.problems());
    const Library& library = read.value();
    ASSERT_GE(library.arms.size(), 2u);
    EXPECT_EQ(library.arms[0].name, "fragmented");
    EXPECT_EQ(library.arms[1].name, "united");
    const Scenario &fragmented = library.arms[0].scenario, &united = library.arms[1].scenario;
    EXPECT_EQ(fragmented.programmes.size(), 6u);
    EXPECT_EQ(fragmented.sectors.size(), 7u);
    EXPECT_EQ(fragmented.clock.rounds, 20u);
    EXPECT_EQ(fragmented.organisations[0].siting.per_place,
              (std::vector<std::pair<PlaceId, std::uint64_t>>{{PlaceId{0}, 50}}));
    EXPECT_EQ(fragmented.bodies[0].name, "pcn");
    EXPECT_GT(united.bodies[0].mandate.parameters[0], fragmented.bodies[0].mandate.parameters[0]);
    for (const Scenario* arm : {&fragmented, &united}) {  // who must sign still signs
        ASSERT_EQ(arm->sectors[0].sign_off.size(), 1u);
        EXPECT_EQ(arm->bodies[arm->sectors[0].sign_off[0].row()].name, "pcn");
    }
    const auto all_sign = std::find_if(library.arms.begin(), library.arms.end(),
                                       [](const Arm& arm) { return arm.name == "all-sign"; });
    ASSERT_NE(all_sign, library.arms.end());
    EXPECT_EQ(all_sign->scenario.sectors[0].sign_off.size(), 3u);
    EXPECT_EQ(united.sectors[0].traits.commitment.shape, Shape::uniform);
    EXPECT_EQ(united.organisations[0].traits.commitment.path, "sectors.general_practice.commitment");
}

TEST(Library, EveryScenarioIsSound) {
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(CLOUT_ROOT) / "scenarios")) {
        if (entry.path().extension() != ".yaml") continue;
        const auto read = read_library(entry.path());
        EXPECT_TRUE(read) << told(read.problems());
        EXPECT_TRUE(read.problems().empty()) << told(read.problems());
    }
}

}  // namespace
}  // namespace clout
