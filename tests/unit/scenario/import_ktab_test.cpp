// KTAB's CSV files: what is read, what is refused with which line, and that what comes out is a sound
// scenario.
#include "engine/scenario/make/import_ktab.hpp"
#include "engine/scenario/reader.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

Result<KtabCase> read(const std::string& csv) {
    const Folder folder;
    return read_ktab(folder.write("case.csv", csv));
}

// All its problems, a line each, without the folder.
std::string problems_of(const std::string& csv) {
    std::string text;
    const auto result = read(csv);
    for (const Problem& problem : result.problems()) {
        text += std::to_string(problem.line) + (problem.severity == Severity::error ? " " : " warning ") +
                problem.path + ": " + problem.message + "\n";
    }
    return text;
}

constexpr const char* kTwoIssues =
    "Pipes; scen 2,Two issues, 3, 2, \n"
    "Actor,Description,Influence,Policy Position,Policy Salience,Prices Position,Prices Salience, \n"
    "A-1,First,    100.0,30,24.0,20,48.0, \n"
    "\n"
    "B 2,\"Second, \"\"the\"\" other\",  60.2,45,44.7,65,0, \n"
    "value,,35,30,28.9,15,65.1\n";

TEST(Ktab, ReadsSpacesTrailingCommasAndQuotes) {
    const auto read_case = read(kTwoIssues);
    ASSERT_TRUE(static_cast<bool>(read_case)) << problems_of(kTwoIssues);
    const KtabCase& ktab = read_case.value();
    EXPECT_EQ(ktab.title, "Pipes; scen 2");
    EXPECT_EQ(ktab.description, "Two issues");
    EXPECT_EQ(ktab.issues, (std::vector<std::string>{"Policy", "Prices"}));
    ASSERT_EQ(ktab.actors.size(), 3u);
    EXPECT_EQ(ktab.actors[1].name, "B 2");
    EXPECT_EQ(ktab.actors[1].description, "Second, \"the\" other");
    EXPECT_EQ(ktab.actors[1].influence, 60.2);
    EXPECT_EQ(ktab.actors[1].position, (std::vector<double>{45, 65}));
    EXPECT_EQ(ktab.actors[1].salience, (std::vector<double>{44.7, 0}));
    EXPECT_EQ(ktab.actors[1].line, 5);
    EXPECT_TRUE(read_case.problems().empty());
}

TEST(Ktab, WhatComesOutIsASoundScenario) {
    const Folder folder;
    const KtabCase ktab = read(kTwoIssues).value();
    const auto library = read_library(folder.write("made.yaml", ktab_scenario(ktab, "case.csv")));
    ASSERT_TRUE(static_cast<bool>(library)) << ktab_scenario(ktab, "case.csv");
    EXPECT_TRUE(library.problems().empty());
    const Scenario& scenario = library.value().arms.at(0).scenario;
    EXPECT_EQ(scenario.title, "Pipes; scen 2");
    ASSERT_EQ(scenario.funds.size(), 2u);
    ASSERT_EQ(scenario.bodies.size(), 2u);
    EXPECT_EQ(scenario.bodies[0].protocol, "condorcet");
    EXPECT_EQ(scenario.bodies[0].members.size(), 3u);
    EXPECT_EQ(scenario.bodies[1].members.size(), 2u) << "whoever does not care for an issue does not sit";
    const auto found = std::find_if(scenario.organisations.begin(), scenario.organisations.end(),
                                    [](const auto& kind) { return kind.name == "b-2-policy"; });
    ASSERT_NE(found, scenario.organisations.end());
    EXPECT_EQ(found->caption.label, "B 2 on Policy");
    EXPECT_EQ(found->caption.note, "Second, \"the\" other");
    EXPECT_EQ(found->clout->parameters[0], 60.2);
    EXPECT_NEAR(found->traits.salience.parameters[0], 0.447, 1e-15);
    EXPECT_EQ(found->traits.position[0].parameters[0], 45);
    EXPECT_EQ(found->traits.position[1].parameters[0], 55);
}

TEST(Ktab, NamesThatAreNoneBecomeSome) {
    const Folder folder;
    const std::string csv =
        "Actor,Description,Influence,Position,Salience\nvalue,,1,10,50\nVALUE,,1,20,50\n3rd,,1,30,"
        "50\n\xC3\x89,,1,40,50\nboard,,1,50,50\n";
    const auto read_case = read(csv);
    ASSERT_TRUE(static_cast<bool>(read_case));
    const auto library =
        read_library(folder.write("made.yaml", ktab_scenario(read_case.value(), "case.csv")));
    ASSERT_TRUE(static_cast<bool>(library)) << ktab_scenario(read_case.value(), "case.csv");
    EXPECT_EQ(library.value().arms.at(0).scenario.bodies.at(0).members.size(), 5u);
}

TEST(Ktab, ScalesThatEndAtOneAreStretched) {
    const std::string csv = "Actor,Description,Influence,Position,Salience\nA,,1,0.25,0.5\nB,,1,1,40\n";
    const auto read_case = read(csv);
    ASSERT_TRUE(static_cast<bool>(read_case));
    EXPECT_EQ(read_case.value().actors[0].position[0], 25);
    EXPECT_EQ(read_case.value().actors[0].salience[0], 0.5);
    EXPECT_NE(problems_of(csv).find("1 warning : positions are read on a scale from 0 to 1"),
              std::string::npos);
}

TEST(Ktab, EveryBadRowWithItsLine) {
    EXPECT_EQ(problems_of("Case,x,3,1\n"
                          "Actor,Description,Influence,Position,Salience\n"
                          "A,x,1,50,40\n"
                          "A,x,1,50,40\n"
                          "B,x,-1,150,abc\n"
                          "C,x,1,50\n"
                          ",x,1,50,40\n"
                          "D,x\"y,1,50,40\n"
                          "E,x,nan,50,101\n"),
              "4 Actor: 'A' is on line 3 already\n"
              "5 Influence: -1 is out of range\n"
              "5 Position: 150 is out of range\n"
              "5 Salience: 'abc' is no number\n"
              "6 : this line has 4 cells, the header has 5\n"
              "7 Actor: the name is missing\n"
              "8 : a quote inside a cell that does not start with one\n"
              "9 Influence: 'nan' is no number\n"
              "9 Salience: 101 is out of range\n");
}

TEST(Ktab, FilesThatAreNoCase) {
    EXPECT_EQ(problems_of(""), "1 : the file is empty\n");
    EXPECT_EQ(problems_of("Case,x,3,1\n"), "1 : the header is missing\n");
    EXPECT_EQ(problems_of("Case,x,3,1\nA,x,1,50,40\n"), "2 : this is no header of 5 columns\n");
    EXPECT_EQ(problems_of("Actor,Description,Influence,Position\n"), "1 : this is no header of 4 columns\n");
    EXPECT_EQ(problems_of("Case,x,many,1\nActor,Description,Influence,Position,Salience\nA,x,1,50,40\n"),
              "1 : 'many' is no number of actors\n");
    EXPECT_EQ(problems_of("Actor,Description,Influence,Position,Salience\n"), "1 : there are no actors\n");
    EXPECT_EQ(
        problems_of("Actor,Description,Influence,Position,Salience\nA,x,1,50,0\n"),
        "2 warning A: cares for no issue, and sits on no board\n2 Salience: nobody cares for this issue\n");
}

TEST(Ktab, CountsThatDoNotFitAreWarnings) {
    EXPECT_EQ(
        problems_of("Case,x,3,2\nActor,Description,Influence,Position,Salience\nA,x,1,50,40\nB,x,0,50,40\n"),
        "2 warning : the first line speaks of 2 issues, the header has 1\n"
        "1 warning : the first line speaks of 3 actors, there are 2\n"
        "4 warning B: has no influence and so no voice\n");
}

}  // namespace
}  // namespace clout
