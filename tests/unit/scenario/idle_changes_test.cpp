// Changes that change nothing, arms that are the same, entries by which nobody joins: told with where and
// why.
#include "engine/scenario/checks/in_effect.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

// The small scenario with more levers and arms.
Result<Library> with(const std::string& levers, const std::string& arms) {
    std::string text = small_text();
    text = replaced(text, "arms:\n", levers + "arms:\n" + arms);
    return read_text(text);
}

TEST(IdleChanges, ANullThatRemovesNothingIsAnError) {
    const auto read =
        with("  out: {patch: {bodies: {board: {members: {trst: null}}}}}\n", "  more: {levers: [out]}\n");
    EXPECT_FALSE(read);
    const Problem* problem = find(read.problems(), "levers.out.patch.bodies.board.members.trst",
                                  "there is no 'trst' here to remove (in arm more); did you mean 'trust'?");
    ASSERT_TRUE(problem) << told(read.problems());
    EXPECT_GT(problem->line, 0);
}

TEST(IdleChanges, ANullMayRemoveWhatAnEarlierLeverAdded) {
    const std::string levers =
        "  add: {patch: {bodies: {board: {members: {practice: {votes: 1}}}}}}\n"
        "  take: {patch: {bodies: {board: {members: {practice: null, trust: null}}}}}\n";
    EXPECT_TRUE(with(levers, "  more: {levers: [add, take]}\n"));
    EXPECT_TRUE(tells(with(levers, "  more: {levers: [take, add]}\n").problems(),
                      "levers.take.patch.bodies.board.members.practice",
                      "there is no 'practice' here to remove"));
}

TEST(IdleChanges, OneOfSeveralIsLeftOutInAnotherWay) {
    const auto read = with("  out: {patch: {bodies: {voice: {members: {network@north-1: null}}}}}\n",
                           "  more: {levers: [out]}\n");
    EXPECT_TRUE(tells(read.problems(), "levers.out.patch.bodies.voice.members.network@north-1",
                      "write except: [network@north-1] in the entry 'network'"));
}

TEST(IdleChanges, ALeverThatLeavesItsArmAsItWasIsAnErrorWithItsReason) {
    const auto same =
        with("  again: {patch: {bodies: {network: {mandate: 0.5}}}}\n", "  more: {levers: [again]}\n");
    EXPECT_FALSE(same);
    EXPECT_TRUE(
        tells(same.problems(), "levers.again", "bodies.network.mandate is 0.5 already (in arm more)"));
    const auto gone = with(
        "  champion: {patch: {bodies: {network: {champion: 3}}}}\n"
        "  dissolve: {patch: {bodies: {network: {members: {practice: null}}, "
        "voice: {members: {practice: {share: 0.5}}}}}}\n",
        "  more: {levers: [dissolve, champion]}\n");
    EXPECT_TRUE(tells(gone.problems(), "levers.champion",
                      "'network' has no members in this arm ('dissolve' takes them out)"));
    const auto words =
        with("  name: {patch: {bodies: {network: {label: PCN}}}}\n", "  more: {levers: [name]}\n");
    EXPECT_TRUE(tells(words.problems(), "levers.name", "it changes words only"));
}

TEST(IdleChanges, WhatALaterLeverBuildsOnIsNoIdleLever) {
    const auto read = with(
        "  found: {patch: {bodies: {club: {mandate: 0.2, members: {}}}}}\n"
        "  join: {patch: {bodies: {club: {members: {practice: {share: 0.1}}}, "
        "voice: {members: {club: {}}}}}}\n",
        "  more: {levers: [found, join]}\n");
    EXPECT_TRUE(read) << told(read.problems());
}

TEST(IdleChanges, WhatLaterLeversSetAgainIsAWarningThatNamesThem) {
    const auto read =
        with("  low: {patch: {bodies: {network: {mandate: 0.1}}}}\n", "  more: {levers: [low, mandate]}\n");
    ASSERT_TRUE(read) << told(read.problems());
    EXPECT_TRUE(tells(read.problems(), "levers.low.patch",
                      "all that this lever changes here is set again by 'mandate'"));
    EXPECT_FALSE(find(read.problems(), "levers.mandate.patch", ""));
}

TEST(IdleChanges, BlocsChangePowerIndicesOnly) {
    const auto read =
        with("  pact: {patch: {bodies: {board: {members: {trust: {bloc: care}, voice: {bloc: care}}}}}}\n",
             "  more: {levers: [pact]}\n");
    ASSERT_TRUE(read) << told(read.problems());
    EXPECT_TRUE(
        tells(read.problems(), "levers.pact.patch", "changes power indices only (blocs): no money moves"));
    EXPECT_TRUE(tells(read.problems(), "arms.now", "differs from 'more' in power indices only"));
    const auto& arms = read.value().arms;
    EXPECT_EQ(arms[0].effect.play, arms[1].effect.play);
    EXPECT_NE(arms[0].effect.votes, arms[1].effect.votes);
}

TEST(IdleChanges, ArmsThatAreTheSameAreNamed) {
    const auto read = with("", "  twin: {}\n  third: {label: now}\n");
    ASSERT_TRUE(read) << told(read.problems());
    EXPECT_TRUE(tells(read.problems(), "arms.third", "this arm is the same as 'twin'"));
    EXPECT_TRUE(tells(read.problems(), "arms.now.label", "arm 'third' is called 'now' too"));
    EXPECT_FALSE(find(read.problems(), "arms.later", ""));
}

TEST(IdleChanges, SettingsThatArmsReplaceAreNamed) {
    const auto some = read_small({{"sectors.acute.salience", "0.4"}});
    EXPECT_TRUE(tells(some.problems(), "sectors.acute.salience",
                      "arm 'later' replaces this, so it holds in the others only"));
    std::string text = replaced(small_text(), "now: {}", "now: {patch: {sectors: {acute: {salience: 0.6}}}}");
    EXPECT_TRUE(tells(read_text(text, {{"sectors.acute.salience", "0.4"}}).problems(),
                      "sectors.acute.salience", "every arm replaces this, so it changes nothing"));
    EXPECT_EQ(told(read_small({{"bodies.network.mandate", "0.4"}, {"seed", "3"}}).problems()).find("sets"),
              std::string::npos);
}

// The lever is right in itself: it is the command line that leaves it nothing to do.
TEST(IdleChanges, ALeverThatIsIdleOnlyByASettingIsAWarning) {
    std::string text = small_text();
    text = replaced(text, "arms:\n",
                    "  half: {patch: {bodies: {network: {mandate: 0.6}}}}\n"
                    "  out: {patch: {bodies: {board: {members: {trust: null}}}}}\n"
                    "arms:\n  more: {levers: [half]}\n");
    const auto idle = read_text(text, {{"bodies.network.mandate", "0.6"}});
    ASSERT_TRUE(idle) << told(idle.problems());
    EXPECT_TRUE(tells(idle.problems(), "levers.half",
                      "with what --set lays over the file this lever changes nothing here: "
                      "bodies.network.mandate is 0.6 already"));
    // It would change nothing without the setting either.
    EXPECT_FALSE(read_text(replaced(text, "{mandate: 0.6}", "{mandate: 0.5}"), {{"seed", "3"}}));
    text = replaced(text, "levers: [half]", "levers: [out]");
    const auto removed = read_text(text, {{"bodies.board.members.trust", "null"}});
    EXPECT_TRUE(tells(removed.problems(), "levers.out.patch.bodies.board.members.trust",
                      "--set has removed 'trust' already"))
        << told(removed.problems());
}

// Somebody without a place never joins a body of a place.
constexpr const char* kNobody =
    "  sit_in: {patch: {bodies: {network: {members: {trust: {share: 0.5, home: false}}}}}}\n";

TEST(MembershipLinks, EntriesThatLinkNobodyAreTold) {
    const auto read = read_small({{"bodies.network.members.trust", "{share: 0.5}"}});
    ASSERT_TRUE(read);
    EXPECT_TRUE(
        tells(read.problems(), "bodies.network.members.trust",
              "nobody joins by this entry: 'trust' stands in no place, and 'network' takes members of its"));
    EXPECT_TRUE(tells(with(kNobody, "  more: {levers: [sit_in]}\n").problems(), "levers.sit_in",
                      "no 'trust' joins 'network'"));
    const auto elsewhere = read_small(
        {{"organisations.practice.per_place", "{north: 3}"}, {"bodies.network.per_place", "{south: 2}"}});
    EXPECT_TRUE(tells(elsewhere.problems(), "bodies.network.members.practice",
                      "no 'practice' stands where a 'network' stands"));
}

TEST(MembershipLinks, BodiesWithoutMembersAreCounted) {
    const auto read = read_small({{"bodies.network.per_place", "7"}});
    ASSERT_TRUE(read);
    EXPECT_TRUE(
        tells(read.problems(), "bodies.network", "6 of 14 'network' have no members and do not exist"));
    const auto board =
        read_small({{"bodies.board.place", "north"}, {"bodies.board.members", "{voice: null}"}});
    EXPECT_TRUE(
        tells(board.problems(), "bodies.board", "this body has nobody at the table and decides nothing"));
}

TEST(MembershipLinks, WhoCanNeverSpeakIsTold) {
    const auto mute = read_small({{"bodies.network.members.practice.share", "0"}});
    EXPECT_TRUE(tells(mute.problems(), "bodies.network", "this body can never speak"));
    EXPECT_TRUE(tells(mute.problems(), "bodies.board.members.voice",
                      "this seat can never speak: 'voice' has no clout"));
    const auto handled = read_small({{"bodies.board.members.trust.standing", "0"}});
    EXPECT_TRUE(tells(handled.problems(), "bodies.board.members.trust",
                      "this seat can never speak: its standing is 0"));
}

TEST(MembershipLinks, ADifferenceNeverSpeaksOfMembersWhoJoinNobody) {
    const Scenario now = sound().arms[0].scenario;
    const Scenario more =
        sound({{"bodies.network.members.trust", "{share: 0.5, home: false}"}}).arms[0].scenario;
    EXPECT_TRUE(difference_in_effect(now, more).empty());
    EXPECT_EQ(effect_of(now), effect_of(more));
    const Scenario other = sound({{"bodies.voice.members.trust", "{share: 0.5}"}}).arms[0].scenario;
    EXPECT_FALSE(difference_in_effect(now, other).empty());
    EXPECT_NE(effect_of(now).play, effect_of(other).play);
}

TEST(Effects, WordsAndSourcesCountForNothing) {
    const Effect plain = sound().arms[0].effect;
    EXPECT_EQ(plain, sound({{"bodies.network.label", "PCN"},
                            {"title", "Another"},
                            {"sources", "{a: b}"},
                            {"bodies.network.mandate", "{value: 0.5, source: a, basis: observed}"},
                            {"bodies.board.members.voice.standing", "1"}})
                         .arms[0]
                         .effect);
    EXPECT_NE(plain, sound({{"bodies.network.mandate", "0.51"}}).arms[0].effect);
    EXPECT_NE(plain, sound({{"seed", "8"}}).arms[0].effect);
}

// What is written where text is shown: in one line, and nothing that a terminal would obey.
TEST(Labels, AreOneLineAndShowEscapes) {
    const auto read =
        read_text(replaced(small_text(), "label: Network", "label: \"\\e[31mNet\\n  work\\t\\x07\\x9b\""));
    ASSERT_TRUE(read) << told(read.problems());
    EXPECT_EQ(read.value().arms[0].scenario.bodies[0].caption.label, "\\x1b[31mNet work \\x07\\u009b");
    EXPECT_EQ(with("", "  more: {label: \"\"}\n").value().arms[0].label, "more");
}

TEST(Names, WithDotsAreRefusedEverywhere) {
    for (const char* name : {"x.y", "\".\"", "\"\""}) {
        for (const char* section :
             {"bodies", "organisations", "sectors", "programmes", "funds", "levers", "arms"}) {
            std::string text = small_text();
            const std::string under = std::string(section) + ":\n";
            text = replaced(text, under, under + "  " + name + ": {members: {trust: {}}}\n");
            const auto read = read_text(text);
            EXPECT_FALSE(read) << section << ": " << name;
            EXPECT_NE(told(read.problems()).find("cannot be a name"), std::string::npos)
                << told(read.problems());
        }
    }
}

TEST(Focus, NeedsAnOrganisation) {
    const auto read = read_small({{"sectors.charity", "{position: {access: 1}}"}, {"focus", "charity"}});
    EXPECT_TRUE(tells(read.problems(), "focus",
                      "reports lead with the sector 'charity', and it has no organisation"));
}

TEST(Links, OutOfTheFolderAreRefusedLikeDots) {
    const Folder folder;
    const auto secret = folder.write("secret.yaml", "password: 1\n");
    folder.write("in/base.yaml", small_text());
    std::filesystem::create_symlink(secret, folder.path() / "in/link.yaml");
    std::filesystem::create_symlink(folder.path() / "in/base.yaml", folder.path() / "in/near.yaml");
    const auto out = read_library(folder.write("in/out.yaml", "extends: link.yaml\n"));
    EXPECT_TRUE(tells(out.problems(), "extends", "a link that leads out of the folder"));
    EXPECT_EQ(told(out.problems()).find("password"), std::string::npos);
    EXPECT_TRUE(read_library(folder.write("in/fine.yaml", "extends: near.yaml\n")));
    std::filesystem::create_symlink(secret, folder.path() / "in/r.csv");
    const auto roster = read_library(folder.write(
        "in/roster.yaml", replaced(small_text(), "per_place: 4, income: 2", "roster: r.csv, income: 2")));
    EXPECT_TRUE(tells(roster.problems(), "", "a link that leads out of the folder"));
}

}  // namespace
}  // namespace clout
