// From a scenario to arrays: who stands where, who is whose member, and how much memory a large system takes.
#include "engine/system/compile.hpp"
#include "engine/base/mix.hpp"
#include "engine/scenario/make/synthetic.hpp"
#include "engine/scenario/reader.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

// `oddity`: what the one warning is about, where the scene has one.
System compiled(const std::string& yaml, const std::string& csv = {}, const std::string& oddity = {}) {
    const Folder folder;
    if (!csv.empty()) folder.write("roster.csv", csv);
    auto read = read_library(folder.write("scene.yaml", yaml));
    for (const Problem& problem : read.problems()) {
        const bool expected = !oddity.empty() && problem.message.find(oddity) != std::string::npos;
        if (!expected) ADD_FAILURE() << to_text(problem);
    }
    EXPECT_EQ(read.problems().size(), oddity.empty() ? 0u : 1u);
    return read ? compile(read.value().arms.at(0).scenario) : System{};
}

// Names of the members of one body's line.
std::vector<std::string> members_of(const System& system, const std::string& body, Row line) {
    std::vector<std::string> names;
    for (Row b = 0; b < system.bodies.size(); ++b) {
        if (body_name(system, b) != body) continue;
        const Span lines = system.bodies[b].entries;
        if (line >= lines.size()) continue;  // nobody filled it
        const MemberLine& entry = system.entries[lines.first + line];
        for (Row at = entry.members.first; at < entry.members.last; ++at) {
            names.push_back(entry.of_bodies ? body_name(system, system.member[at])
                                            : organisation_name(system, system.member[at]));
        }
    }
    return names;
}

using Names = std::vector<std::string>;

class Large : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Large, EveryOrganisationStandsOnceInItsHomeAndItsCell) {
    const System system = compiled(synthetic_scenario({GetParam(), 3}));
    const std::size_t count = system.organisations.size();
    ASSERT_EQ(count, GetParam());
    Row next = 0;
    for (Row b = 0; b < system.bodies.size(); ++b) {
        const Span home = system.bodies[b].home_of;
        if (home.size() == 0) continue;
        ASSERT_EQ(home.first, next) << "homes follow one another";
        for (next = home.first; next < home.last; ++next) ASSERT_EQ(system.home[next], b);
    }
    EXPECT_EQ(system.homeless.first, next);
    EXPECT_EQ(system.homeless.last, count);
    std::vector<char> met(count, 0), ordered(count, 0);
    for (std::size_t cell = 0; cell < system.cells(); ++cell) {
        for (Row at = system.cell_first[cell]; at < system.cell_first[cell + 1]; ++at) {
            ASSERT_EQ(system.cell[system.cell_member[at]], cell);
            ++met[system.cell_member[at]];
        }
    }
    for (const Row place : system.order) ++ordered[place];
    EXPECT_EQ(std::count(met.begin(), met.end(), 1), static_cast<std::ptrdiff_t>(count));
    EXPECT_EQ(std::count(ordered.begin(), ordered.end(), 1), static_cast<std::ptrdiff_t>(count));
}

// Rows of the organisations that a line calls up, by caucus and alone, in order.
std::vector<Row> called_up(const System& system, const MemberLine& line) {
    std::vector<Row> rows(system.single.begin() + line.singles.first,
                          system.single.begin() + line.singles.last);
    for (Row at = line.caucuses.first; at < line.caucuses.last; ++at) {
        const Span caucus = system.caucuses[system.caucus_in[at]];
        for (Row row = caucus.first; row < caucus.last; ++row) rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

TEST_P(Large, EveryLineCallsUpItsMembersOnce) {
    const System system = compiled(synthetic_scenario({GetParam(), 3}));
    for (const Row body : system.speaking_order) {
        const Span lines = system.bodies[body].entries;
        for (Row e = lines.first; e < lines.last; ++e) {
            const MemberLine& line = system.entries[e];
            if (line.of_bodies) continue;
            const auto member = system.member.begin();
            std::vector<Row> members(member + line.members.first, member + line.members.last);
            std::sort(members.begin(), members.end());
            ASSERT_EQ(called_up(system, line), members);
        }
    }
    for (const Span& caucus : system.caucuses) {
        for (Row row = caucus.first; row < caucus.last; ++row)
            ASSERT_EQ(system.home[row], system.home[caucus.first]);
    }
}

TEST_P(Large, LuckIsAddressedByTheNameThatPeopleRead) {
    const System system = compiled(synthetic_scenario({GetParam()}));
    const auto step = static_cast<Row>(std::max<std::size_t>(system.organisations.size() / 997, 1));
    for (Row i = 0; i < system.organisations.size(); i += step)
        ASSERT_EQ(system.organisations[i].name, name_hash(organisation_name(system, i)));
    for (Row b = 0; b < system.bodies.size(); b += step)
        ASSERT_EQ(system.bodies[b].instance.name, name_hash(body_name(system, b)));
}

TEST_P(Large, TakesLessThanAHundredAndFiftyBytesAnOrganisation) {
    if (GetParam() < 10'000) GTEST_SKIP() << "what does not grow with organisations counts for more";
    const System system = compiled(synthetic_scenario({GetParam()}));
    const auto bytes = [](const auto&... rows) { return (... + (rows.capacity() * sizeof(rows[0]))); };
    const std::size_t all =
        bytes(system.organisations, system.cell, system.home, system.order, system.cell_first,
              system.cell_member, system.bodies, system.entries, system.member, system.speaking_order,
              system.caucuses, system.caucus_in, system.single);
    EXPECT_LT(static_cast<double>(all) / static_cast<double>(GetParam()), 150);
}

INSTANTIATE_TEST_SUITE_P(Compile, Large, testing::Values(100, 10'000, 1'000'000),
                         testing::PrintToStringParamName());

constexpr const char* kHead =
    "clout: 1\ntitle: A scene\nplaces: [a, b]\nclock: {years: 1}\n"
    "programmes: {access: {delivered_by: {practice: 1}}}\nsectors: {practice: {position: {access: 1}}}\n";
constexpr const char* kPot = "funds: {pot: {amount: 1, decided_by: board, status_quo: {access: 1}}}\n";

TEST(Compile, MembersAreDealtInTurnInTheirPlaceOrAllJoin) {
    const System system = compiled(std::string(kHead) +
                                   "organisations: {s: {sector: practice, income: 1, per_place: 3}}\n"
                                   "bodies:\n"
                                   "  pcn: {per_place: 2, members: {s: {deal: true, share: 0.5}}}\n"
                                   "  all: {members: {s: {share: 0.5}}}\n"
                                   "  board: {members: {pcn: {}, all: {bloc: both}}}\n" +
                                   kPot);
    EXPECT_EQ(members_of(system, "pcn@a-1", 0), (Names{"s@a-1", "s@a-3"}));
    EXPECT_EQ(members_of(system, "pcn@a-2", 0), Names{"s@a-2"});
    EXPECT_EQ(members_of(system, "pcn@b-2", 0), Names{"s@b-2"});
    EXPECT_EQ(members_of(system, "all", 0).size(), 6u);
    EXPECT_EQ(members_of(system, "board", 0), (Names{"pcn@a-1", "pcn@a-2", "pcn@b-1", "pcn@b-2"}));
    const MemberLine& first = system.entries[system.bodies.back().entries.first];
    const MemberLine& second = system.entries[system.bodies.back().entries.first + 1];
    EXPECT_EQ(system.words[first.name], "pcn");
    EXPECT_EQ(first.bloc, kNoRow);
    EXPECT_EQ(system.words[second.bloc], "both");
}

TEST(Compile, ARosterNamesBodiesAndTheRestAreDealt) {
    const System system =
        compiled(std::string(kHead) +
                     "organisations: {s: {sector: practice, roster: roster.csv, income: 1}}\n"
                     "bodies:\n"
                     "  pcn: {per_place: 2, members: {s: {deal: true, share: 0.5}}}\n"
                     "  fed: {count: 2, members: {s: {share: 0.2}}}\n"
                     "  board: {members: {pcn: {}, fed: {}}}\n" +
                     kPot,
                 "name,place,income,list_size,member_of\n"
                 "one,a,,,\n"
                 "two,a,,,pcn@a-1;fed-2\n"
                 "three,b,,,pcn@a-2\n"
                 "four,a,,,\n",
                 "2 of 4 'pcn' have no members");
    EXPECT_EQ(members_of(system, "pcn@a-1", 0), (Names{"one", "two"}));
    EXPECT_EQ(members_of(system, "pcn@a-2", 0), (Names{"three", "four"}));
    EXPECT_EQ(members_of(system, "pcn@b-1", 0), Names{});
    EXPECT_EQ(members_of(system, "fed-1", 0), (Names{"one", "three", "four"}));
    EXPECT_EQ(members_of(system, "fed-2", 0), (Names{"one", "two", "three", "four"}));
}

TEST(Compile, BodiesOfOnePlaceShareALeaning) {
    const System system = compiled(std::string(kHead) +
                                   "organisations: {s: {sector: practice, income: 1, per_place: 4}}\n"
                                   "bodies:\n"
                                   "  pcn: {per_place: 2, leaning: s, members: {s: {deal: true}}}\n"
                                   "  board: {members: {pcn: {}}}\n" +
                                   kPot);
    ASSERT_EQ(system.leaning_kinds.size(), 2u);
    EXPECT_EQ(system.bodies[0].leaning, system.places.size() + 1);
    EXPECT_EQ(system.bodies[1].leaning, system.bodies[0].leaning);
    EXPECT_EQ(system.bodies[2].leaning, system.places.size() + 2);
    EXPECT_EQ(system.bodies[4].leaning, system.places.size()) << "the board leans to what stands";
}

TEST(Compile, MembersSpeakBeforeThoseWhoSpeakForThem) {
    const System system = compiled(synthetic_scenario({1000, 5}));
    std::vector<std::size_t> turn(system.bodies.size(), 0);
    for (std::size_t at = 0; at < system.speaking_order.size(); ++at)
        turn[system.speaking_order[at]] = at + 1;
    for (const Row b : system.speaking_order) {
        EXPECT_FALSE(system.bodies[b].board);
        for (Row e = system.bodies[b].entries.first; e < system.bodies[b].entries.last; ++e) {
            const MemberLine& entry = system.entries[e];
            for (Row at = entry.members.first; entry.of_bodies && at < entry.members.last; ++at)
                EXPECT_LT(turn[system.member[at]], turn[b]);
        }
    }
}

}  // namespace
}  // namespace clout
