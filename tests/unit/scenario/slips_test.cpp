// Slips of the pen, of spreadsheets and of word processors: what was typed, and the sentence that says what
// to do.
#include "engine/scenario/make/import_ktab.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

struct Figure {
    const char *typed, *advice;
};

class Figures : public testing::TestWithParam<Figure> {};

TEST_P(Figures, AreRefusedWithWhatWouldBeRight) {
    const PlainNumber read = plain_number(GetParam().typed);
    EXPECT_FALSE(read.value.has_value());
    EXPECT_EQ(read.hint, GetParam().advice) << GetParam().typed;
}

INSTANTIATE_TEST_SUITE_P(
    Typed, Figures,
    testing::Values(
        Figure{"7,183", "leave out the comma: 7183"},
        Figure{"1,286,000", "leave out the commas: 1286000, or 1.286 where it is £m"},
        Figure{"-1,000.5", "leave out the comma: -1000.5"}, Figure{"1,5", "the decimal sign is a point: 1.5"},
        Figure{"1.234,56", "the decimal sign is a point: 1234.56"},
        Figure{"1.234.567", "leave out the points between thousands: 1234567, or 1.234567 where it is £m"},
        Figure{"12 345", "leave out the space: 12345"},
        Figure{"12\xC2\xA0"
               "345",
               "leave out the space: 12345"},
        Figure{"12'345", "leave out the apostrophe: 12345"},
        Figure{"3%", "a share is a number from 0 to 1, without a percent sign: 0.03"},
        Figure{"12.5 %", "a share is a number from 0 to 1, without a percent sign: 0.125"},
        Figure{"\xC2\xA3"
               "1.2",
               "leave out the pound sign: 1.2; money is in £m"},
        Figure{"\xC2\xA3"
               "1.2m",
               "money is in £m: 1.2"},
        Figure{"\xC2\xA3"
               "1,286,000",
               "money is in £m: 1.286"},
        Figure{"\xC2\xA3"
               "1.2 bn",
               "money is in £m: 1200"},
        Figure{"5m", "write 5000000, or 5 where it is £m"},
        Figure{"500k", "write 500000, or 0.5 where it is £m"},
        Figure{"\xE2\x80\x93"
               "5",
               "there is a dash of a word processor in it: write -5"},
        Figure{"\xE2\x88\x92"
               "0.5",
               "there is a dash of a word processor in it: write -0.5"},
        Figure{"\xE2\x80\x9C"
               "3\xE2\x80\x9D",
               "these are curly quotes: write 3"},
        Figure{"\xC2\xA0"
               "8000",
               "there is a space that does not break in it: write 8000"},
        Figure{"5-10", "a range is written {uniform: [5, 10]}"},
        Figure{"5 \xE2\x80\x93 10", "a range is written {uniform: [5, 10]}"},
        Figure{"0.4 to 0.9", "a range is written {uniform: [0.4, 0.9]}"},
        Figure{"5 \xC2\xB1 1", "about so much is written {normal: [5, 1]}"},
        Figure{"~8000", "write the number alone: 8000, or a range: {uniform: [lowest, highest]}"},
        Figure{"1/4", "work it out: 0.25"}, Figure{"n/a", "where it is not known leave it out"},
        Figure{"TBC", "where it is not known leave it out"},
        Figure{"#REF!", "this is an error of a spreadsheet: mend the cell"},
        Figure{"8000 patients", "write the number alone: 8000"},
        Figure{"1_000", "write it without underscores: 1000"}, Figure{"0x1F", "write it as a decimal number"},
        Figure{"NaN", "a number must be finite"}, Figure{"007", "leave out the leading zero: 7"}));

struct Slip {
    const char* name;
    Set sets;
    const char *path, *sentence;
};

class Slips : public testing::TestWithParam<Slip> {};

TEST_P(Slips, AreQuestionedWithTheSumThatMakesThemOdd) {
    EXPECT_TRUE(tells(read_small(GetParam().sets).problems(), GetParam().path, GetParam().sentence));
}

INSTANTIATE_TEST_SUITE_P(
    Scenario, Slips,
    testing::Values(
        Slip{"GrowthInPercent",
             {{"funds.core.growth", "3"}},
             "funds.core.growth",
             "a growth of 3 is 300 % a year; 3 % a year is 0.03"},
        Slip{"NeedInPercent",
             {{"dynamics.demand_growth", "1.5"}},
             "dynamics.demand_growth",
             "a growth of 1.5 is 150 % a year; 1.5 % a year is 0.015"},
        Slip{"NeedOfASectorInPercent",
             {{"sectors.acute.demand_growth", "3"}},
             "sectors.acute.demand_growth",
             "a growth of 3 is 300 % a year; 3 % a year is 0.03"},
        Slip{"ShockInPerCent",
             {{"dynamics.shock", "3"}},
             "dynamics.shock",
             "luck of 3 a year takes more than any organisation has to lose: resilience is at most 1; 3 in a "
             "hundred "
             "are 0.03"},
        Slip{"RateInPercent",
             {{"dynamics.mandate_decay", "20"}},
             "dynamics.mandate_decay",
             "a rate of 20 a year leaves nothing after a few weeks or months; 20 % a year is 0.2"},
        Slip{"GrowthBeyondNumbers",
             {{"funds.core.growth", "1000"}, {"clock.years", "100"}},
             "funds.core.growth",
             "a growth of 1000 a year makes £10m of this fund more than"},
        Slip{"NeedBeyondNumbers",
             {{"dynamics.demand_growth", "40"}, {"clock.years", "100"}},
             "dynamics.demand_growth",
             "an organisation's need"},
        Slip{"ShareInPercent",
             {{"bodies.network.members.practice.share", "50"}},
             "bodies.network.members.practice.share",
             "found 50; it must be from 0 to 1"},
        Slip{"PercentSign",
             {{"bodies.network.mandate", "50%"}},
             "bodies.network.mandate",
             "without a percent sign: 0.5"},
        Slip{"PoundsForMillions",
             {{"organisations.trust.income", "1286000"}},
             "organisations.trust.income",
             "£1,286,000m a year is £1,286 thousand million for one 'trust'; money is in £m: "
             "£1,286,000 is 1.286"},
        Slip{"ThousandsForMillions",
             {{"organisations.practice.income", "1286"}},
             "organisations.practice.income",
             "£1,286m for a list of 8000 is £160,750 a patient"},
        Slip{"FundInPounds",
             {{"funds.local.amount", "5000000"}},
             "funds.local.amount",
             "£5,000,000m a year is £5,000 thousand million for a fund"},
        Slip{"ListInThousands",
             {{"organisations.practice.list_size", "7.183"}},
             "organisations.practice.list_size",
             "a list of 7.183 patients; list_size is in patients: 7.183 thousand are 7183"},
        Slip{"IncomeFarAbove",
             {{"organisations.trust.income", "15000"}},
             "sectors.acute",
             "times the £2.81m that the funds pay them"},
        Slip{"PercentBesideShare",
             {{"sectors.acute.position", "{hospital: 94, access: 0.06}"}},
             "sectors.acute.position",
             "94 beside 0.06 looks like percentages beside shares: together they would be 1"},
        Slip{"FarApart",
             {{"funds.local.status_quo", "{hospital: 94, access: 0.02}"}},
             "funds.local.status_quo",
             "one is 4,700 times the other"},
        Slip{"TooSmall",
             {{"sectors.acute.salience", "1e-300"}},
             "sectors.acute.salience",
             "too small to be told from 0"},
        Slip{
            "TooLarge", {{"organisations.trust.income", "1e300"}}, "organisations.trust.income", "too large"},
        Slip{"WideSpread",
             {{"sectors.acute.spread", "1000000"}},
             "sectors.acute.spread",
             "it must be from 0 to 10"},
        Slip{"OddBeta",
             {{"bodies.network.mandate", "{beta: [1e17, 1]}"}},
             "bodies.network.mandate",
             "alpha and beta of a beta are from 0.01 to 1000000"},
        Slip{"CommaInBraces",
             {{"organisations.trust", "{sector: acute, income: 1,000}"}},
             "organisations.trust.income",
             "found 1,000; inside braces a comma ends the value; leave out the commas: 1000"},
        Slip{"CommasInBraces",
             {{"organisations.trust", "{sector: acute, income: 1,286,500}"}},
             "organisations.trust.income",
             "leave out the commas: 1286500"},
        Slip{"CommaInList",
             {{"organisations.trust.income", "{uniform: [1,000, 2,000]}"}},
             "organisations.trust.income",
             "thousands are written without commas"},
        Slip{"CurlyName",
             {{"organisations.trust.sector",
               "\xE2\x80\x9C"
               "acute\xE2\x80\x9D"}},
             "organisations.trust.sector",
             "these are curly quotes: write acute"},
        Slip{"CurlyProtocol",
             {{"bodies.board.protocol", "\xE2\x80\x98nash\xE2\x80\x99"}},
             "bodies.board.protocol",
             "these are curly quotes: write nash"},
        Slip{"DashInKey",
             {{"clock.rounds\xE2\x80\x93per", "4"}},
             "clock.rounds\xE2\x80\x93per",
             "there is a dash of a word processor in it: write rounds-per"},
        Slip{"HardSpaceInKey",
             {{"clock.\xC2\xA0years", "4"}},
             "clock.\xC2\xA0years",
             "there is a space that does not break in it: write years"},
        Slip{"Yes", {{"stochastic", "yes"}}, "stochastic", "write true"},
        Slip{"Off", {{"stochastic", "off"}}, "stochastic", "write false"}),
    kNameOf);

struct Sheet {
    const char *name, *csv, *column, *sentence;
};

Result<Library> with_sheet(const std::string& csv) {
    const Folder folder;
    folder.write("r.csv", csv);
    return read_library(folder.write(
        "it.yaml",
        replaced(small_text(), "per_place: 4, income: 2, income_spread: 0.3", "roster: r.csv, income: 50")));
}

class Sheets : public testing::TestWithParam<Sheet> {};

TEST_P(Sheets, AreToldWhatTheSpreadsheetDid) {
    EXPECT_TRUE(tells(with_sheet(GetParam().csv).problems(), GetParam().column, GetParam().sentence));
}

constexpr const char* kSemicolons = "the cells are separated by semicolons; save it as CSV with commas";
constexpr const char* kHead = "name,place,income,list_size,member_of\n";
#define HEAD "name,place,income,list_size,member_of\n"  // joined to the rows when compiling

INSTANTIATE_TEST_SUITE_P(
    Roster, Sheets,
    testing::Values(
        Sheet{"Semicolons", "name;place;income;list_size;member_of\nA;north;1,2;9000;\n", "", kSemicolons},
        Sheet{"Tabs", "name\tplace\tincome\tlist_size\tmember_of\nA\tnorth\t50\t9000\t\n", "",
              "the cells are separated by tabs"},
        Sheet{"SepLine", "sep=;\nname;place;income;list_size;member_of\n", "",
              "the first line, 'sep=;', is for a spreadsheet alone; remove it"},
        Sheet{"Workbook", "PK\x03\x04 and so on", "", "this is an Excel workbook"},
        Sheet{"OldWorkbook", "\xD0\xCF\x11\xE0 and so on", "", "this is an old Excel workbook"},
        Sheet{"Pdf", "%PDF-1.7\n", "", "this is a PDF; save a table as CSV"},
        Sheet{"WebPage", "<!DOCTYPE html>\n", "", "this is a web page"},
        Sheet{"Headings", "Name,place,income,List size,member_of\nA,north,50,9000,\n", "",
              "the column 'list_size' is missing; is it the one headed 'List size'? call it list_size"},
        Sheet{"OtherWords", "Practice,place,income,Registered patients,PCN\nA,north,50,9000,\n", "",
              "the column 'member_of' is missing; is it the one headed 'PCN'? call it member_of"},
        Sheet{"ThousandsTorn", HEAD "A,north,50,9,400,\n", "", "thousands are written without a comma: 9400"},
        Sheet{"ThousandsQuoted", HEAD "A,north,50,\"9,400\",\n", "list_size", "leave out the comma: 9400"},
        Sheet{"Pounds",
              HEAD "A,north,\"\xC2\xA3"
                   "1,286,000\",9400,\n",
              "income", "money is in £m: 1.286"},
        Sheet{"PoundsPlain", HEAD "A,north,1286000,9400,\nB,north,1300000,9300,\n", "income",
              "income is in £m: £1,286,000 is 1.286"},
        Sheet{"OneInPounds", HEAD "A,north,60,9400,\nB,north,1300000,9300,\nC,south,60,9300,\n", "income",
              "an income of £1,300,000m, where the middle row has £60m"},
        Sheet{"Total", HEAD "A,north,50,9400,\nTotal,,50,9400,\n", "name",
              "'Total' looks like a row of totals, and would be an organisation; remove the row"},
        Sheet{"GrandTotal", HEAD "A,north,50,9400,\nGrand total,north,50,9400,\n", "name", "a row of totals"},
        Sheet{"GrandTotals", HEAD "A,north,50,9400,\nGrand-Totals,north,50,9400,\n", "name",
              "a row of totals"},
        Sheet{"SubTotals", HEAD "A,north,50,9400,\nNorth sub-totals,north,50,9400,\n", "name",
              "a row of totals"},
        Sheet{"ListsInThousands", HEAD "A,north,1.2,9.4,\nB,north,1.3,9.3,\n", "list_size",
              "the middle row has a list of 9.4 patients; lists are in patients"},
        Sheet{"NoPlace", HEAD "A,north,50,9400,\nB,,50,9300,\nC,south,50,9200,\n", "place",
              "'B' has no place, as most others do"},
        Sheet{"SmallList", HEAD "A,north,50,9400,\nB,north,50,9.3,\nC,south,50,9200,\n", "list_size",
              "a list of 9.3 patients, where the middle one has 9,200"},
        Sheet{"LargeList", HEAD "A,north,50,9400,\nB,north,50,930000,\nC,south,50,9200,\n", "list_size",
              "a list of 930,000 patients, where the middle one has 9,400"},
        Sheet{"NameOfAnInstance", HEAD "trust-2,north,50,9400,\n", "name",
              "'trust-2' is what one of a kind of organisations or bodies is called"},
        Sheet{"NameOfABody", HEAD "network@north-1,north,50,9400,\n", "name", "every name has its own luck"}),
    kNameOf);

TEST(SlipsOfSheets, RowsOfCommasAreSkipped) {
    const auto read =
        with_sheet(std::string(kHead) + "A,north,50,9400,\n,,,,\nB,south,50,9300,\n , ,,\xC2\xA0,\n");
    ASSERT_TRUE(read) << told(read.problems());
    EXPECT_EQ(read.value().arms[0].scenario.organisations[0].roster.size(), 2u);
}

TEST(SlipsOfSheets, SoundRowsAreNotQuestioned) {
    const auto read = with_sheet(std::string(kHead) +
                                 "A,north,50,9400,\nB,south,52,12000,\nC,north,49,2100,\nD,south,49,8100,\n");
    EXPECT_TRUE(read);
    EXPECT_EQ(told(read.problems()), "");
}

TEST(SlipsOfSheets, PercentagesOfAScaleToAHundredKeepTheirSize) {
    const Folder folder;
    const char* head = "Actor,Description,Influence,Policy Position,Policy Salience\n";
    const auto percent = read_ktab(folder.write("p.csv", std::string(head) + "A,x,1,50%,40\nB,x,2,60,50\n"));
    EXPECT_TRUE(tells(percent.problems(), "Policy Position", "leave out the percent sign: 50"));
    const auto thousands =
        read_ktab(folder.write("t.csv", std::string(head) + "A,x,\"1,200\",50,40\nB,x,2,60,50\n"));
    EXPECT_TRUE(tells(thousands.problems(), "Influence", "leave out the comma: 1200"));
    const auto semicolons = read_ktab(folder.write("s.csv", "Actor;Description;Influence\nA;x;1,5\n"));
    EXPECT_TRUE(tells(semicolons.problems(), "", kSemicolons));
}

}  // namespace
}  // namespace clout
