// Rosters: CSV as RFC 4180 has it, every problem with its line.
#include "engine/scenario/reader.hpp"
#include "engine/scenario/text/csv.hpp"
#include "tests/unit/scenario/desk.hpp"

#include <chrono>
#include <cmath>

namespace clout {
namespace {

using namespace desk;

constexpr const char* kHeader = "name,place,income,list_size,member_of\n";

// The small scenario with its practices read from `rows`.
Result<Library> with_roster(const std::string& csv, const std::vector<Override>& sets = {}) {
    const Folder folder;
    folder.write("r.csv", csv);
    const auto file = folder.write(
        "it.yaml",
        replaced(small_text(), "per_place: 4, income: 2, income_spread: 0.3", "roster: r.csv, income: 50"));
    return read_library(file, sets);
}

TEST(Csv, QuotesAndLineEnds) {
    CsvReader csv("a,\"b,\"\"c\"\"\",\n\n\"d\ne\",,f\ng\"h\n");
    std::vector<std::string> cells;
    ASSERT_TRUE(csv.next(cells));
    EXPECT_EQ(cells, (std::vector<std::string>{"a", "b,\"c\"", ""}));
    ASSERT_TRUE(csv.next(cells));
    EXPECT_EQ(cells, (std::vector<std::string>{"d\ne", "", "f"}));
    EXPECT_EQ(csv.line(), 3);
    ASSERT_TRUE(csv.next(cells));
    EXPECT_EQ(csv.line(), 5);
    EXPECT_FALSE(csv.trouble().empty());
    EXPECT_FALSE(csv.next(cells));
}

TEST(Roster, RowsBecomeOrganisations) {
    const auto read = with_roster(
        "\xEF\xBB\xBFmember_of,name,place,income,list_size\r\n"
        "network@north-2;voice,\"Smith, Jones & Co\",north,60,9000\r\n"
        ",P82001, south ,,\r\n",
        {{"bodies.voice.members.practice", "{share: 0.3}"}});
    ASSERT_TRUE(read) << told(read.problems());
    const OrganisationKind& kind = read.value().arms[0].scenario.organisations[0];
    ASSERT_TRUE(kind.from_roster);
    ASSERT_EQ(kind.roster.size(), 2u);
    EXPECT_EQ(kind.roster[0].name, "Smith, Jones & Co");
    EXPECT_EQ(kind.roster[0].place, PlaceId{0});
    EXPECT_EQ(kind.roster[0].income, 60);
    EXPECT_EQ(kind.roster[0].member_of, (std::vector<std::string>{"network@north-2", "voice"}));
    EXPECT_EQ(kind.roster[1].place, PlaceId{1});
    EXPECT_TRUE(std::isnan(kind.roster[1].income));
    EXPECT_TRUE(std::isnan(kind.roster[1].list_size));
    EXPECT_EQ(read.value().arms[1].scenario.organisations[0].roster.size(), 2u);
}

struct BadRow {
    const char *name, *rows, *column, *part;
    int line;
};

class RosterRefuses : public testing::TestWithParam<BadRow> {};

TEST_P(RosterRefuses, WithTheLine) {
    const auto read = with_roster(kHeader + std::string("first,north,60,8000,\n") + GetParam().rows);
    EXPECT_FALSE(read);
    const Problem* problem = find(read.problems(), GetParam().column, GetParam().part);
    ASSERT_TRUE(problem) << told(read.problems());
    EXPECT_TRUE(problem->file.ends_with("r.csv"));
    EXPECT_EQ(problem->line, GetParam().line);
    EXPECT_EQ(errors_in(read.problems()), 1u) << told(read.problems());
}

INSTANTIATE_TEST_SUITE_P(
    Roster, RosterRefuses,
    testing::Values(
        BadRow{"NoName", ",north,60,8000,\n", "name", "the name is missing", 3},
        BadRow{"SameName", "b,north,60,8000,\nfirst,north,60,8000,\n", "name", "on line 2 already", 4},
        BadRow{"KindName", "practice,north,60,8000,\n", "name", "the name of a kind", 3},
        BadRow{"UnknownPlace", "b,nroth,60,8000,\n", "place", "did you mean 'north'?", 3},
        BadRow{"TextIncome", "b,north,much,8000,\n", "income", "found 'much'; expected a number", 3},
        BadRow{"CommaIncome", "b,north,\"1,5\",8000,\n", "income", "the decimal sign is a point", 3},
        BadRow{"NegativeList", "b,north,60,-1,\n", "list_size", "at least 0", 3},
        BadRow{"FewCells", "b,north\n", "", "this line has 2 cells", 3},
        BadRow{"ManyCells", "b,north,1,2,3,4\n", "", "this line has 6 cells", 3},
        BadRow{"UnknownBody", "b,north,60,8000,network@west-1\n", "member_of", "there is no body", 3},
        BadRow{"NumberPastTheLast", "b,north,60,8000,network@north-3\n", "member_of", "there is no body", 3},
        BadRow{"BodyTwice", "b,north,60,8000,network@north-1;network@north-1\n", "member_of", "listed twice",
               3},
        BadRow{"BodyTakesOthers", "b,north,60,8000,voice\n", "member_of", "does not take 'practice'", 3},
        BadRow{"OpenQuote", "\"b,north,60,8000,\n", "", "never closed", 3},
        BadRow{"StrayQuote", "b\"c,north,60,8000,\n", "", "a quote inside a cell", 3},
        BadRow{"AfterQuotedLineEnd", "\"b\nc\",north,60,8000,\nd,west,60,8000,\n", "place", "no place 'west'",
               5}),
    kNameOf);

TEST(Roster, NeedsItsColumns) {
    const auto read = with_roster("name,place,list_size,member_of,code\nx,north,1,,Y\n");
    EXPECT_FALSE(read);
    EXPECT_TRUE(tells(read.problems(), "", "the column 'income' is missing"));
    EXPECT_TRUE(tells(read.problems(), "code", "this column is not read"));
    const auto extra = with_roster(
        "name,place,income,list_size,member_of,code\nw,north,90,9000,,W\nx,north,90,9000,,X\n"
        "y,south,90,9000,,Y\nz,south,90,9000,,Z\n");
    EXPECT_TRUE(extra) << told(extra.problems());
    EXPECT_EQ(extra.problems().size(), 1u) << told(extra.problems());
    EXPECT_TRUE(tells(with_roster("").problems(), "", "the roster is empty"));
    EXPECT_TRUE(tells(with_roster(kHeader).problems(), "organisations.practice.roster", "no rows"));
}

TEST(Roster, IncomeMayStandInEveryRowAlone) {
    const std::vector<Override> none{{"organisations.practice.income", "null"}};
    const std::string rows = std::string(kHeader) + "a,north,60,9000,\nb,south,60,9000,\n";
    EXPECT_TRUE(with_roster(rows, none));
    const auto read = with_roster(rows + "c,south,,9000,\n", none);
    ASSERT_EQ(errors_in(read.problems()), 1u) << told(read.problems());
    EXPECT_TRUE(tells(read.problems(), "income", "the income is missing"));
    EXPECT_EQ(read.problems()[0].line, 4);
}

TEST(Roster, SharesCountWhatARowLists) {
    const auto two = with_roster(std::string(kHeader) + "a,north,60,1,network@north-1;network@north-2\n");
    EXPECT_TRUE(
        tells(two.problems(), "bodies.network.members.practice.share", "'a' of the roster of 'practice'"));
    EXPECT_TRUE(with_roster(std::string(kHeader) + "a,north,90,1,network@north-1\n"));
}

TEST(Roster, StaysInsideItsFolder) {
    const Folder folder;
    folder.write("r.csv", std::string(kHeader) + "a,north,90,1,\n");
    folder.write("below/r.csv", std::string(kHeader) + "b,south,90,1,\n");
    const std::string text = replaced(small_text(), "per_place: 4", "roster: r.csv");
    folder.write("below/base.yaml", text);
    const auto below = read_library(folder.write("top.yaml", "extends: below/base.yaml\n"));
    ASSERT_TRUE(below) << told(below.problems());
    EXPECT_EQ(below.value().arms[0].scenario.organisations[0].roster[0].name, "b");
    EXPECT_EQ(below.value().arms[0].scenario.organisations[0].roster_file, "below/r.csv");
    const auto up = read_library(folder.write("below/up.yaml", replaced(text, "r.csv", "../r.csv")));
    EXPECT_TRUE(tells(up.problems(), "organisations.practice.roster", "outside the folder"));
    const auto none = read_library(folder.write("none.yaml", replaced(text, "r.csv", "no.csv")));
    EXPECT_TRUE(tells(none.problems(), "", "there is no such file"));
}

// A bound that a quadratic reader misses by orders of magnitude, on a busy machine and under sanitizers too.
TEST(Roster, AHundredThousandRowsTakeNoTime) {
    std::string rows = kHeader;
    for (int i = 0; i < 100'000; ++i)
        rows += "p" + std::to_string(i) + ",north,60,1,network@north-" + std::to_string(i % 2 + 1) + "\n";
    const auto start = std::chrono::steady_clock::now();
    const auto read = with_roster(rows);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    ASSERT_TRUE(read) << told(read.problems());
    EXPECT_EQ(read.value().arms[0].scenario.organisations[0].roster.size(), 100'000u);
    EXPECT_LT(took.count(), 20);
}

}  // namespace
}  // namespace clout
