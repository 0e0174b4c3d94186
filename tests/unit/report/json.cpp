#include "engine/report/json/json.hpp"
#include "engine/report/json/json_manifest.hpp"

#include "engine/run/watch/trace.hpp"
#include "engine/scenario/scenario.hpp"
#include "tests/unit/report/two_arms.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace clout {
namespace {

using Json = nlohmann::json;

TEST(ComparisonJson, HasTheKeysOthersRelyOn) {
    const TwoArms two;
    const Json json = Json::parse(comparison_json(two.comparison, two.provenance));
    EXPECT_EQ(json["replicates"], 3);
    EXPECT_EQ(json["seed"], 7);
    const Json& measure = json["arms"]["split"]["measures"]["decided.gp"];
    EXPECT_EQ(measure["unit"], "£m a year");
    for (const char* key : {"mean", "p50"}) {
        EXPECT_TRUE(measure[key].is_number()) << key;
    }
    for (const char* key : {"p05", "p95"}) {
        EXPECT_TRUE(measure[key].is_null()) << key << ": three futures have no range";
    }
    EXPECT_EQ(measure["by_year"].size(), 2u);
    EXPECT_EQ(measure["by_year"][1], measure["mean"]);
    const Json& difference = json["differences"]["united"]["decided.gp"];
    for (const char* key : {"mean", "p50", "se", "p_greater"}) {
        EXPECT_TRUE(difference[key].is_number()) << key;
    }
    EXPECT_TRUE(difference["p95"].is_null());
    EXPECT_EQ(difference["p_greater"], 1);
    EXPECT_FALSE(json["differences"].contains("split"));
}

TEST(ComparisonJson, DoublesRoundTrip) {
    const TwoArms two;
    const Json json = Json::parse(comparison_json(two.comparison, two.provenance));
    EXPECT_EQ(json["arms"]["united"]["measures"]["share.gp"]["mean"].get<double>(),
              two.comparison.arms[1].measures[0].last().mean);
}

TEST(ComparisonJson, WhatIsNoNumberIsNull) {
    Outcome one;
    one.quantities = {{"lapsed", "£m a year"}};
    one.years = one.replicates = 1;
    one.values = {1};
    const std::vector<ArmOutcome> arms{{"a", "", &one}, {"b", "", &one}};
    const Json json = Json::parse(comparison_json(compare(arms, 0, Workers{1}), TwoArms().provenance));
    EXPECT_TRUE(json["differences"]["b"]["lapsed"]["se"].is_null());
}

TEST(TraceJson, HasTheKeysOthersRelyOn) {
    Scenario scenario;
    scenario.title = "An area";
    scenario.places = {"north"};
    scenario.programmes = {{"access", {}, {}}, {"urgent", {}, {}}};
    scenario.sectors.resize(2);
    scenario.sectors[0].name = "gp";
    scenario.sectors[1].name = "acute";
    scenario.funds.resize(2);
    scenario.funds[0].name = "core";
    scenario.funds[1].name = "local";
    RoundTrace round;
    round.year = 0.25;
    round.share = round.decided = round.received = round.uptake = round.controlled = {0.1, 0.9};
    round.imposed = {SectorId(0)};
    round.boards = {{FundId(1), PlaceId(0), {{"seat", 1.0}}, true, 0.5, 0.75, {0.3, 0.7}},
                    {FundId(1), PlaceId(), {}, false, 0, 1, {0.5, 0.5}}};
    const Trace trace{{round}, {{}, {0.25, 0.5, 0.25}}};
    const Json json = Json::parse(trace_json(trace, scenario, "base", std::nullopt));
    EXPECT_EQ(json["scenario"], "An area");
    EXPECT_EQ(json["arm"], "base");
    const Json& first = json["rounds"][0];
    EXPECT_EQ(first["year"], 0.25);
    EXPECT_EQ(first["share"]["acute"], 0.9);
    EXPECT_EQ(first["imposed"], Json::array({"gp"}));
    EXPECT_EQ(first["boards"][0]["place"], "north");
    EXPECT_EQ(first["boards"][0]["split"]["urgent"], 0.7);
    EXPECT_EQ(first["boards"][0]["seats"][0]["name"], "seat");
    EXPECT_TRUE(first["boards"][1]["place"].is_null());
    for (const char* key :
         {"decided", "received", "uptake", "lapsed", "unspent", "independent", "taken_over", "closed"}) {
        EXPECT_TRUE(first.contains(key)) << key;
    }
    EXPECT_EQ(json["influence"]["local"]["leaning"], 0.25);
    EXPECT_FALSE(json["influence"].contains("core"));
}

TEST(ManifestJson, ListsItsFilesAndIsRecognised) {
    const TwoArms two;
    const Manifest manifest{&two.provenance,     "clout: 1\n",     "clout compare area.yaml",
                            {"split", "united"}, {"measures.csv"}, "split"};
    const std::string text = manifest_json(manifest);
    EXPECT_EQ(Json::parse(text)["scenario_text"], "clout: 1\n");
    EXPECT_EQ(manifest_files(text), std::vector<std::string>{"measures.csv"});
}

TEST(ManifestJson, WhatIsNoneOfOursIsNotRecognised) {
    EXPECT_FALSE(manifest_files("{\"name\": \"a web application\", \"files\": []}"));
    EXPECT_FALSE(manifest_files("not json"));
    EXPECT_FALSE(manifest_files("[]"));
    EXPECT_FALSE(manifest_files(""));
}

TEST(CheckJson, TellsEveryProblem) {
    const std::vector<CheckedFile> files{
        {"a.yaml", false, {{Severity::error, "a.yaml", 3, 5, "seed", "is \"x\"", "0"}}}};
    const Json json = Json::parse(check_json(files));
    EXPECT_EQ(json["files"][0]["sound"], false);
    EXPECT_EQ(json["files"][0]["problems"][0]["line"], 3);
    EXPECT_EQ(json["files"][0]["problems"][0]["message"], "is \"x\"");
}

TEST(CheckJson, SurvivesTextThatIsNotUtf8) {
    const std::vector<CheckedFile> files{{"a\xff.yaml", true, {}}};
    EXPECT_EQ(Json::parse(check_json(files))["files"][0]["sound"], true);
}

}  // namespace
}  // namespace clout
