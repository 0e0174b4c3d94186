// What must hold between the parts of a scenario: one broken thing at a time, and what is said about it.
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

struct Broken {
    const char* name;
    std::vector<Override> sets;
    const char *path, *part;
};

class Check : public testing::TestWithParam<Broken> {};

TEST_P(Check, IsToldWithItsPath) {
    const auto read = read_small(GetParam().sets);
    EXPECT_FALSE(read);
    EXPECT_TRUE(tells(read.problems(), GetParam().path, GetParam().part));
}

const Broken kForm[] = {
    {"NoVersion", Set{{"clout", "null"}}, "", "the key 'clout' is missing"},
    {"OtherVersion", Set{{"clout", "2"}}, "clout", "it must be 1"},
    {"UnknownTopKey", Set{{"levrs", "{}"}}, "levrs", "did you mean 'levers'?"},
    {"UnknownKey", Set{{"bodies.network.members.practice.shar", "1"}}, "bodies.network.members.practice.shar",
     "did you mean 'share'?"},
    {"FarKey", Set{{"clock.speed", "1"}}, "clock.speed", "known keys: years and rounds_per_year"},
    {"NoClock", Set{{"clock", "null"}}, "", "the key 'clock' is missing"},
    {"NoYears", Set{{"clock.years", "null"}}, "clock", "the key 'years' is missing"},
    {"NoPosition", Set{{"sectors.acute.position", "null"}}, "sectors.acute", "the key 'position' is missing"},
    {"NoSector", Set{{"organisations.trust.sector", "null"}}, "organisations.trust",
     "the key 'sector' is missing"},
    {"NoIncome", Set{{"organisations.trust.income", "null"}}, "organisations.trust",
     "the key 'income' is missing"},
    {"NoProgrammes", Set{{"programmes", "null"}}, "", "the key 'programmes' is missing"},
    {"NoSectors", Set{{"sectors", "{primary: null, acute: null}"}}, "sectors", "there are no sectors"},
    {"MapWanted", Set{{"bodies.network", "[x]"}}, "bodies.network", "found a list; expected a map"},
    {"ColonWithoutSpace", Set{{"clock", "'x'"}, {"dynamics", "tolerance:3"}}, "dynamics", "forget the space"},
    {"TextWanted", Set{{"title", "[x]"}}, "title", "expected a text"},
    {"FlagYes", Set{{"stochastic", "yes"}}, "stochastic", "expected true or false"},
    {"FlagQuoted", Set{{"stochastic", "'true'"}}, "stochastic", "remove the quotes"},
    {"ListWanted", Set{{"sectors.primary.sign_off", "network"}}, "sectors.primary.sign_off",
     "write [network]"},
    {"ListedTwice", Set{{"sectors.primary.sign_off", "[network, network]"}}, "sectors.primary.sign_off",
     "listed twice"},
    {"PlaceTwice", Set{{"places", "[north, south, north]"}}, "places", "'north' is listed twice"},
    {"PlacesText", Set{{"places", "north"}}, "places", "write [north]"},
    {"BadName", Set{{"bodies.Net", "{members: {trust: {}}}"}}, "bodies.Net",
     "a name starts with a small letter"},
    {"WordOfNumbers", Set{{"sectors.normal", "{}"}}, "sectors.normal", "a word of uncertain numbers"},
    {"TakenName", Set{{"bodies.status_quo", "{members: {trust: {}}}"}}, "bodies.status_quo",
     "a meaning of its own"},
    {"BadPlace", Set{{"places", "[north, south, East]"}}, "places", "'East' cannot be a name"},
    {"WeightsZero", Set{{"sectors.acute.position", "{hospital: 0}"}}, "sectors.acute.position", "sum to 0"},
    {"WeightsNegative", Set{{"sectors.acute.position.hospital", "-1"}}, "sectors.acute.position.hospital",
     "at least 0"},
    {"WeightsNumber", Set{{"funds.local.status_quo", "1"}}, "funds.local.status_quo",
     "a map from programme to number"},
    {"WeightsUnknown", Set{{"sectors.acute.position.acess", "1"}}, "sectors.acute.position.acess",
     "did you mean 'access'?"},
    {"UnknownSector", Set{{"organisations.trust.sector", "acut"}}, "organisations.trust.sector",
     "did you mean 'acute'?"},
    {"UnknownPlace", Set{{"bodies.voice.place", "nroth"}}, "bodies.voice.place", "did you mean 'north'?"},
    {"UnknownPerPlace", Set{{"organisations.practice.per_place", "{west: 3}"}},
     "organisations.practice.per_place.west", "there is no place 'west'"},
    {"UnknownFocus", Set{{"focus", "primry"}}, "focus", "did you mean 'primary'?"},
    {"UnknownBoard", Set{{"funds.local.decided_by", "bord"}}, "funds.local.decided_by",
     "did you mean 'board'?"},
    {"UnknownProtocol", Set{{"bodies.board.protocol", "compromis"}}, "bodies.board.protocol",
     "did you mean 'compromise'?"},
    {"UnknownLeaning", Set{{"bodies.voice.leaning", "trst"}}, "bodies.voice.leaning",
     "did you mean 'trust'?"},
    {"UnknownBaseline", Set{{"baseline", "nwo"}}, "baseline", "there is no arm 'nwo'"},
    {"UnknownLever", Set{{"arms.now.levers", "[mandat]"}}, "arms.now.levers", "did you mean 'mandate'?"},
    {"BadBloc", Set{{"bodies.board.members.trust.bloc", "A b"}}, "bodies.board.members.trust.bloc",
     "cannot be a name"},
    {"PatchOutside", Set{{"levers.mandate.patch.arms", "{}"}}, "levers.mandate.patch.arms",
     "a patch cannot change 'arms'"},
};

const Broken kSiting[] = {
    {"CountPerPlace", Set{{"organisations.practice.count", "2"}}, "organisations.practice.count",
     "exclude each other"},
    {"PlacePerPlace", Set{{"bodies.network.place", "north"}}, "bodies.network.place", "exclude each other"},
    {"NoPlaces", Set{{"places", "[]"}}, "organisations.practice.per_place", "there are no places"},
    {"RosterCount", Set{{"organisations.trust.roster", "x.csv"}}, "organisations.trust.count",
     "exclude each other"},
    {"SharedName", Set{{"bodies.trust", "{members: {practice: {share: 0}}}"}}, "bodies.trust",
     "one set of names"},
    {"NumberedName", Set{{"organisations.trust-2", "{sector: acute, income: 1}"}}, "organisations.trust-2",
     "what number 2 of 'trust' is called"},
    {"TooMany",
     Set{{"places", "[north, south, a, b, c, d, e, f, g, h, i]"},
         {"organisations.practice.per_place", "10000000"}},
     "organisations", "110000002 organisations in all; the limit is 100000000"},
};

const Broken kBodies[] = {
    {"UnknownMember", Set{{"bodies.network.members.practic", "{}"}}, "bodies.network.members.practic",
     "did you mean 'practice'?"},
    {"UnknownFrom", Set{{"bodies.network.members.x", "{from: practic}"}}, "bodies.network.members.x.from",
     "did you mean 'practice'?"},
    {"BoardAsMember", Set{{"bodies.voice.members.board", "{}"}}, "bodies.voice.members.board",
     "a board cannot be a member"},
    {"MemberOfItself", Set{{"bodies.voice.members.voice", "{}"}}, "bodies.voice.members.voice",
     "a member of itself"},
    {"Circle", Set{{"bodies.network.members.voice", "{}"}}, "bodies.voice.members.network",
     "network → voice → network"},
    {"NoVotes", Set{{"bodies.board.members.trust.votes", "0"}, {"bodies.board.members.voice.votes", "0"}},
     "bodies.board", "no member of this board has a vote"},
    {"BoardWithoutMembers", Set{{"bodies.board.members", "{trust: null, voice: null}"}},
     "funds.local.decided_by", "has no members"},
    {"LeansToItself", Set{{"bodies.voice.leaning", "voice"}}, "bodies.voice.leaning", "lean towards itself"},
    {"LeansInCircle", Set{{"bodies.voice.leaning", "network"}, {"bodies.network.leaning", "voice"}},
     "bodies.network.leaning", "network → voice → network"},
    {"LeansToBoard", Set{{"bodies.voice.leaning", "board"}}, "bodies.voice.leaning", "lean towards a board"},
    {"ShareOnBoard", Set{{"bodies.board.members.trust.share", "1"}}, "bodies.board.members.trust.share",
     "does not belong"},
    {"VotesElsewhere", Set{{"bodies.voice.members.network.votes", "1"}}, "bodies.voice.members.network.votes",
     "only the members of boards"},
    {"StandingElsewhere", Set{{"bodies.voice.members.network.standing", "1"}},
     "bodies.voice.members.network.standing", "does not belong"},
    {"InitiativeElsewhere", Set{{"bodies.voice.members.network.initiative", "1"}},
     "bodies.voice.members.network.initiative", "does not belong"},
    {"BlocElsewhere", Set{{"bodies.voice.members.network.bloc", "x"}}, "bodies.voice.members.network.bloc",
     "does not belong"},
    {"QuotaElsewhere", Set{{"bodies.voice.quota", "0.5"}}, "bodies.voice.quota", "only boards"},
    {"RedLineUnknown", Set{{"bodies.board.red_lines", "{acess: {floor: 0.1}}"}},
     "bodies.board.red_lines.acess", "there is no programme"},
    {"RedLineNoFloor", Set{{"bodies.board.red_lines", "{access: {}}"}}, "bodies.board.red_lines.access",
     "'floor' is missing"},
    {"RedLineHolder", Set{{"bodies.board.red_lines", "{access: {floor: 0.1, held_by: voise}}"}},
     "bodies.board.red_lines.access.held_by", "did you mean 'voice'?"},
    {"SharesDealt", Set{{"bodies.other", "{members: {practice: {share: 0.5}}}"}},
     "bodies.other.members.practice.share", "0.6 to network and 0.5 to other sum to 1.1"},
    {"SharesUndealt", Set{{"bodies.network.members.practice.deal", "false"}},
     "bodies.network.members.practice.share", "2 times 0.6 to network sum to 1.2"},
    {"SharesOfBodies", Set{{"bodies.other", "{members: {network: {share: {uniform: [0, 0.2]}}}}"}},
     "bodies.other.members.network.share", "sum to 1.2"},
};

const Broken kMoney[] = {
    {"NoDecider", Set{{"funds.core.protected_for", "null"}}, "funds.core", "exactly one of"},
    {"TwoDeciders", Set{{"funds.core.decided_by", "board"}}, "funds.core", "exactly one of"},
    {"NoStatusQuo", Set{{"funds.local.status_quo", "null"}}, "funds.local", "'status_quo' is missing"},
    {"NoAmount", Set{{"funds.local.amount", "null"}}, "funds.local", "'amount' is missing"},
    {"StatusQuoProtected", Set{{"funds.core.status_quo", "{access: 1}"}}, "funds.core.status_quo",
     "only decided funds"},
    {"InertiaProtected", Set{{"funds.core.inertia", "0.5"}}, "funds.core.inertia", "only decided funds"},
    {"SliceProtected", Set{{"funds.core.top_slice", "{sector: acute, share: 0.1}"}}, "funds.core.top_slice",
     "only decided funds"},
    {"ExposedDecided", Set{{"funds.local.exposed", "0.5"}}, "funds.local.exposed", "only protected funds"},
    {"ExposedNowhere", Set{{"funds.core.exposed", "0.5"}}, "funds.core.exposed", "exposed_to"},
    {"ExposedToProtected", Set{{"funds.core.exposed", "0.5"}, {"funds.core.exposed_to", "core"}},
     "funds.core.exposed_to", "protected itself"},
    {"SliceWithoutShare", Set{{"funds.local.top_slice", "{sector: acute}"}}, "funds.local.top_slice",
     "'share' is missing"},
    {"AmountsProtected", Set{{"funds.core.amount", "{north: 1, south: 1}"}}, "funds.core.amount",
     "one amount"},
    {"AmountNoBoard", Set{{"funds.local.amount", "{north: 1}"}}, "funds.local.amount.north",
     "no 'board' stands in 'north'"},
    {"AmountMissing", Set{{"bodies.board.per_place", "1"}, {"funds.local.amount", "{north: 1}"}},
     "funds.local.amount", "the amount for 'south' is missing"},
    {"AmountUnknown", Set{{"bodies.board.per_place", "1"}, {"funds.local.amount", "{nort: 1}"}},
     "funds.local.amount.nort", "did you mean 'north'?"},
    {"NoLapse", Set{{"sectors.primary.lapse_to", "null"}}, "sectors.primary", "'lapse_to' is missing"},
    {"LapseToItself", Set{{"sectors.primary.lapse_to", "primary"}}, "sectors.primary.lapse_to",
     "cannot lapse to itself"},
    {"BoardSigns", Set{{"sectors.primary.sign_off", "[board]"}}, "sectors.primary.sign_off",
     "a board signs for nobody"},
    {"NobodyDelivers", Set{{"organisations.trust.sector", "primary"}},
     "programmes.hospital.delivered_by.acute", "has no organisation"},
    {"ShiftIncomplete", Set{{"shifts", "{x: {programme: access, from: acute, to: primary}}"}}, "shifts.x",
     "'share' is missing"},
    {"ShiftUnknown", Set{{"shifts", "{x: {programme: access, from: acte, to: primary, share: 0.1}}"}},
     "shifts.x.from", "did you mean 'acute'?"},
};

INSTANTIATE_TEST_SUITE_P(Form, Check, testing::ValuesIn(kForm), kNameOf);
INSTANTIATE_TEST_SUITE_P(Siting, Check, testing::ValuesIn(kSiting), kNameOf);
INSTANTIATE_TEST_SUITE_P(Bodies, Check, testing::ValuesIn(kBodies), kNameOf);
INSTANTIATE_TEST_SUITE_P(Money, Check, testing::ValuesIn(kMoney), kNameOf);

// What looks odd and is fine.
TEST(Checks, LeaveSoundScenariosAlone) {
    (void)sound({{"bodies.other", "{members: {practice: {share: 0.4}}}"}});
    (void)sound({{"bodies.other", "{members: {practice: {share: {normal: [0.4, 5]}}}}"}});  // at its median
    (void)sound({{"bodies.other", "{place: north, members: {trust: {share: 1}}}"},
                 {"bodies.third", "{members: {trust: {}}}"}});
    (void)sound({{"bodies.voice.leaning", "trust"}, {"bodies.network.leaning", "voice"}});
    (void)sound({{"bodies.board.per_place", "1"}, {"funds.local.amount", "{south: 1, north: 4}"}});
    (void)sound({{"funds.core.exposed", "0.5"}, {"funds.core.exposed_to", "local"}});
    (void)sound({{"sectors.primary.sign_off", "[]"}, {"bodies.ghost", "{members: {}}"}});
    (void)sound({{"bodies.board.red_lines", "{access: {floor: 0.1, held_by: trust, note: why}}"}});
    (void)sound(
        {{"organisations.other", "{sector: acute, income: {value: 3, source: x}, note: n, source: s}"}});
}

TEST(Checks, HoldersGoByEntryThenByKind) {
    const Library library = sound({{"bodies.board.members.first", "{from: trust}"},
                                   {"bodies.board.members.trust", "null"},
                                   {"bodies.board.members.second", "{from: trust}"},
                                   {"bodies.board.red_lines",
                                    "{access: {floor: 0.1, held_by: trust}, "
                                    "hospital: {floor: 0.2, held_by: second}}"}});
    const auto& lines = library.arms[0].scenario.bodies[2].red_lines;
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].held_by, (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(lines[1].held_by, (std::vector<std::uint32_t>{2}));
}

TEST(Checks, LowIncomeIsAWarning) {
    const auto read = read_small({{"funds.core.amount", "30"}});
    EXPECT_TRUE(read);
    ASSERT_EQ(read.problems().size(), 1u);
    EXPECT_EQ(read.problems()[0].severity, Severity::warning);
    EXPECT_TRUE(
        tells(read.problems(), "sectors.primary", "less than the £32.19m that the funds already pay"));
    EXPECT_TRUE(sound().file.ends_with("small.yaml"));
    EXPECT_TRUE(read_small().problems().empty());
}

TEST(Checks, AllProblemsComeTogetherInTheOrderOfTheFile) {
    std::string text = replaced(small_text(), "years: 2", "years: 0");
    text = replaced(text, "salience: 0.8", "salience: 8");
    text = replaced(text, "sector: acute", "sector: cute");
    text = replaced(text, "inertia: 0.5", "inertial: 0.5");
    text = replaced(text, "label: A mandate", "lable: A mandate");
    text = replaced(text, "title: A small", "title:\ntitle: A small");
    const auto read = read_text(text);
    ASSERT_FALSE(read);
    for (const auto& [path, part] : std::vector<std::pair<const char*, const char*>>{
             {"title", "nothing after"},
             {"title", "stands here and on line 2"},
             {"clock.years", "found 0"},
             {"sectors.primary.salience", "found 8"},
             {"organisations.trust.sector", "did you mean 'acute'?"},
             {"funds.local.inertial", "did you mean 'inertia'?"},
             {"levers.mandate.lable", "did you mean 'label'?"}}) {
        EXPECT_TRUE(tells(read.problems(), path, part));
    }
    EXPECT_TRUE(std::is_sorted(read.problems().begin(), read.problems().end(),
                               [](const Problem& a, const Problem& b) { return a.line < b.line; }));
}

TEST(Checks, PlacesPointAtTheValueOrTheKey) {
    const auto read = read_text(replaced(small_text(), "fidelity: 0.9", "fidelty: 0.9, salience: 3"));
    const Problem* key = find(read.problems(), "bodies.voice.fidelty", "unknown key");
    const Problem* value = find(read.problems(), "bodies.voice.salience", "found 3");
    ASSERT_TRUE(key && value) << told(read.problems());
    EXPECT_EQ(key->line, 24);
    EXPECT_EQ(key->column, 28);
    EXPECT_EQ(value->column, 52);
    EXPECT_EQ(to_text(*value).substr(to_text(*value).find("it.yaml")),
              "it.yaml:24:52: error: bodies.voice.salience: found 3; it must be more than 0 and at most 1");
}

}  // namespace
}  // namespace clout
