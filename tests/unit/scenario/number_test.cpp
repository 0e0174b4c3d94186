// Numbers: how they may be written, what range they must lie in, where they say they stand.
#include "engine/scenario/checks/validate.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

TEST(PlainNumber, IsDecimalAndFinite) {
    for (const auto& [text, value] : std::vector<std::pair<const char*, double>>{{"0", 0},
                                                                                 {"-1.5", -1.5},
                                                                                 {"+2", 2},
                                                                                 {".5", 0.5},
                                                                                 {"1.", 1},
                                                                                 {"1e3", 1000},
                                                                                 {"2.5E-1", 0.25},
                                                                                 {"0.10", 0.1}}) {
        EXPECT_EQ(plain_number(text).value, value) << text;
    }
    for (const char* text :
         {"",      "-",   ".",   "e3",   "1e",  "1e+",  "x",     "1 2", "0x1F",  "0o17", "010",  "00",
          "1_000", "1,5", "50%", ".nan", "nan", ".inf", "-.inf", "inf", "1e400", "yes",  "1:30", "--1"}) {
        EXPECT_FALSE(plain_number(text).value) << text;
    }
}

TEST(PlainNumber, SaysWhatWouldBeRight) {
    EXPECT_EQ(plain_number("010").hint, "leave out the leading zero: 10");
    EXPECT_EQ(plain_number("-00.5").hint, "leave out the leading zero: -0.5");
    EXPECT_EQ(plain_number("1_000").hint, "write it without underscores: 1000");
    EXPECT_EQ(plain_number("1,5").hint, "the decimal sign is a point: 1.5");
    EXPECT_EQ(plain_number(".nan").hint, "a number must be finite");
    EXPECT_EQ(plain_number("0x1F").hint, "write it as a decimal number");
    EXPECT_NE(plain_number("50%").hint.find("from 0 to 1"), std::string::npos);
}

TEST(PlainNumber, IsWrittenToReadBack) {
    for (const double value : {0.1, 1.0 / 3, 1e-300, 1.7976931348623157e308, -0.0, 5e-324}) {
        EXPECT_EQ(plain_number(number_text(value)).value, value) << number_text(value);
    }
    EXPECT_EQ(number_text(0.1), "0.1");
    EXPECT_EQ(number_text(-0.0), "0");
}

// What `bodies.network.mandate` (a share) becomes.
struct Written {
    const char *text, *part;  // part: of what is said; nullptr = it is fine
};

class ShareText : public testing::TestWithParam<Written> {};

TEST_P(ShareText, IsReadOrRefused) {
    const auto read = read_small({{"bodies.network.mandate", GetParam().text}});
    if (!GetParam().part) {
        EXPECT_TRUE(read) << told(read.problems());
        return;
    }
    EXPECT_FALSE(read);
    EXPECT_TRUE(tells(read.problems(), "bodies.network.mandate", GetParam().part));
}

INSTANTIATE_TEST_SUITE_P(
    Number, ShareText,
    testing::Values(
        Written{"0", nullptr}, Written{"1", nullptr}, Written{"{uniform: [0, 1]}", nullptr},
        Written{"{triangular: [0, 0.2, 1]}", nullptr}, Written{"{normal: [0.5, 3]}", nullptr},
        Written{"{normal: [7, 0]}", nullptr}, Written{"{lognormal: [0.5, 1]}", nullptr},
        Written{"{beta: [2, 5]}", nullptr}, Written{"{pick: [0.1, 0.9, 0.3]}", nullptr},
        Written{"{value: 0.3, source: here, basis: observed}", nullptr},
        Written{"{value: {uniform: [0, 1]}}", nullptr}, Written{"1.5", "found 1.5; it must be from 0 to 1"},
        Written{"-0.1", "it must be from 0 to 1"}, Written{"'0.5'", "remove the quotes"},
        Written{"yes", "found the text 'yes'; expected a number"}, Written{"[0.5]", "found a list"},
        Written{"{}", "found an empty map"}, Written{"{mean: 3}", "found a map"}, Written{"0x1", "decimal"},
        Written{"010", "leading zero"}, Written{"0,5", "point"}, Written{".inf", "finite"},
        Written{"{uniform: [0, 1.5]}", "found 1.5"}, Written{"{uniform: [0.6, 0.5]}", "must go up"},
        Written{"{uniform: [0.6]}", "it has 1 numbers"},
        Written{"{uniform: 0.6}", "expected a list of numbers"},
        Written{"{uniform: [a, 1]}", "found the text 'a'"},
        Written{"{uniform: ['0', 1]}", "remove the quotes"},
        Written{"{triangular: [0, 1, 0.5]}", "must go up"},
        Written{"{normal: [0.5, -1]}", "cannot be negative"}, Written{"{lognormal: [0, 1]}", "more than 0"},
        Written{"{lognormal: [1, -1]}", "cannot be negative"},
        Written{"{beta: [0, 1]}", "from 0.01 to 1000000"}, Written{"{pick: []}", "an empty list"},
        Written{"{pick: [0.5, 2]}", "found 2"}, Written{"{uniform: [0, 1], normal: [0, 1]}", "has one key"},
        Written{"{uniform: [0, 1], source: x}", "write {value:"},
        Written{"{value: 0.5, sauce: x}", "does not belong"},
        Written{"{value: {value: 0.5}}", "a value inside a value"},
        Written{"{value: 0.5, basis: guess}", "illustrative"},
        Written{"{value: 0.5, source: [x]}", "expected a text"}));

TEST(Number, SupportMustLieInOpenRangesToo) {
    EXPECT_TRUE(tells(read_small({{"bodies.voice.fidelity", "{uniform: [0, 1]}"}}).problems(),
                      "bodies.voice.fidelity", "more than 0 and at most 1"));
    EXPECT_TRUE(read_small({{"bodies.voice.fidelity", "{beta: [2, 2]}"}}));
    EXPECT_TRUE(tells(read_small({{"bodies.board.reversion", "{beta: [2, 2]}"}}).problems(),
                      "bodies.board.reversion", "a beta runs from 0 to 1"));
    EXPECT_TRUE(
        tells(read_small({{"dynamics.tolerance", "0"}}).problems(), "dynamics.tolerance", "more than 0"));
    EXPECT_TRUE(
        tells(read_small({{"funds.local.growth", "-1"}}).problems(), "funds.local.growth", "more than -1"));
    EXPECT_TRUE(
        tells(read_small({{"funds.local.inertia", "1"}}).problems(), "funds.local.inertia", "less than 1"));
}

TEST(Number, KnowsItsPathItsRangeAndItsSource) {
    const Library library =
        sound({{"bodies.network.mandate", "{value: {normal: [0.5, 0.2]}, source: A survey, basis: observed}"},
               {"dynamics.tolerance", "{normal: [0.1, 0.1]}"}});
    const Number& mandate = library.arms[0].scenario.bodies[0].mandate;
    EXPECT_EQ(mandate.path, "bodies.network.mandate");
    EXPECT_EQ(mandate.shape, Shape::normal);
    EXPECT_EQ(mandate.parameters, (std::vector<double>{0.5, 0.2}));
    EXPECT_EQ(mandate.lower, 0);
    EXPECT_EQ(mandate.upper, 1);
    EXPECT_EQ(mandate.source, "A survey");
    EXPECT_EQ(mandate.basis, Basis::observed);
    EXPECT_GT(library.arms[0].scenario.dynamics.tolerance.lower, 0);
    const auto& trust = library.arms[0].scenario.organisations[1].traits;
    EXPECT_EQ(trust.salience.path, "organisations.trust.salience");
    EXPECT_EQ(trust.susceptibility.path, "sectors.acute.susceptibility");  // the sector's draw
    const auto& practice = library.arms[0].scenario.organisations[0].traits;
    EXPECT_EQ(practice.commitment.path, "sectors.primary.commitment");
    EXPECT_EQ(practice.position[1].path, "sectors.primary.position.access");
    EXPECT_EQ(library.arms[0].scenario.funds[0].exposed_as[0].path, "sectors.primary.position.hospital");
    EXPECT_EQ(library.arms[0].scenario.sectors[1].traits.position[1].parameters[0], 0);  // not named
}

TEST(Number, WholeNumbersArePlainAndWhole) {
    const auto refused = [](const char* path, const char* value, const char* part) {
        return tells(read_small({{path, value}}).problems(), path, part);
    };
    EXPECT_TRUE(refused("organisations.trust.count", "{uniform: [1, 2]}", "cannot be uncertain"));
    EXPECT_TRUE(refused("organisations.trust.count", "2.5", "expected a whole number"));
    EXPECT_TRUE(refused("organisations.trust.count", "2.0", "write it as 2"));
    EXPECT_TRUE(refused("organisations.trust.count", "0", "from 1 to 10000000"));
    EXPECT_TRUE(refused("organisations.trust.count", "10000001", "from 1 to 10000000"));
    EXPECT_TRUE(tells(read_small({{"organisations.practice.per_place", "{north: 1.5}"}}).problems(),
                      "organisations.practice.per_place.north", "expected a whole number"));
    EXPECT_TRUE(refused("clock.years", "{uniform: [1, 2]}", "cannot be uncertain"));
    EXPECT_TRUE(refused("clock.years", "201", "from 1 to 200"));
    EXPECT_TRUE(refused("clock.rounds_per_year", "53", "from 1 to 52"));
    EXPECT_TRUE(refused("clock.years", "1.3", "not a whole number of rounds"));
    EXPECT_TRUE(refused("replicates", "1e3", "write it as 1000"));
    EXPECT_TRUE(refused("seed", "18446744073709551616", "at most 18446744073709551615"));
    EXPECT_TRUE(refused("seed", "-1", "at least 0"));
    const Library library = sound({{"seed", "18446744073709551615"}, {"clock.years", "1.5"}});
    EXPECT_EQ(library.arms[0].scenario.seed, 18446744073709551615u);
    EXPECT_EQ(library.arms[0].scenario.clock.rounds, 6u);
}

TEST(Number, UpperEnds) {
    const auto number = [](Shape shape, std::vector<double> parameters) {
        Number result;
        result.shape = shape;
        result.parameters = std::move(parameters);
        return result;
    };
    EXPECT_EQ(upper_end(number(Shape::constant, {3})), 3);
    EXPECT_EQ(upper_end(number(Shape::uniform, {1, 4})), 4);
    EXPECT_EQ(upper_end(number(Shape::triangular, {1, 2, 5})), 5);
    EXPECT_EQ(upper_end(number(Shape::pick, {1, 6, 2})), 6);
    EXPECT_NEAR(upper_end(number(Shape::normal, {0.5, 2})), 0.5, 1e-12);
}

}  // namespace
}  // namespace clout
