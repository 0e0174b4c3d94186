// What is written back: the resolved scenario, the schema, the difference between two scenarios in sentences.
#include "engine/scenario/language/difference.hpp"
#include "engine/scenario/language/language.hpp"
#include "engine/scenario/language/resolved.hpp"
#include "engine/scenario/language/schema.hpp"
#include "tests/unit/scenario/desk.hpp"

#include <nlohmann/json.hpp>

#include <functional>

namespace clout {
namespace {

using namespace desk;
using Json = nlohmann::json;

void expect_same_when_read_again(const Library& library) {
    for (std::size_t arm = 0; arm < library.arms.size(); ++arm) {
        const std::string written = resolved_yaml(library, arm);
        const auto again = read_text(written);
        ASSERT_TRUE(again) << told(again.problems());
        EXPECT_EQ(resolved_yaml(again.value(), 0), written);
        EXPECT_EQ(again.value().arms[0].name, library.arms[arm].name);
        EXPECT_TRUE(difference(library.arms[arm].scenario, again.value().arms[0].scenario).empty());
    }
}

TEST(Resolved, ReadsBackAsTheSame) {
    expect_same_when_read_again(sound());
    expect_same_when_read_again(sound(
        {{"bodies.network.mandate", "{value: {triangular: [0.1, 0.3333333333333333, 1]}, source: \"a: b\"}"},
         {"bodies.board.red_lines", "{access: {floor: 0.1, held_by: trust}}"},
         {"bodies.board.members.trust.bloc", "nhs"},
         {"bodies.board.per_place", "{north: 1}"},
         {"bodies.voice.leaning", "trust"},
         {"funds.local.amount", "{north: {uniform: [1, 2]}}"},
         {"funds.core.exposed", "0.25"},
         {"funds.core.exposed_to", "local"},
         {"funds.local.top_slice", "{sector: acute, share: 0.1}"},
         {"sectors.primary.imposed_below", "0.3"},
         {"shifts", "{s: {programme: access, from: acute, to: primary, share: 0.1}}"},
         {"sources", "{A1: 'A report: 2024'}"},
         {"title", "'#1: \"yes\"'"},
         {"seed", "18446744073709551615"}}));
}

TEST(Resolved, HoldsEveryDefaultAndNothingInherited) {
    const std::string text = resolved_yaml(sound(), 0);
    for (const char* part :
         {"clout: 1\n", "replicates: 200\n", "focus: primary\n", "tolerance: 0.08\n", "leaning: status_quo\n",
          "protocol: compromise\n", "exposed: 0\n", "money_to_clout: 0\n"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part;
    }
    const auto read = read_text(text);
    ASSERT_TRUE(read);
    const Traits& trust = read.value().arms[0].scenario.organisations[1].traits;
    EXPECT_EQ(trust.susceptibility.path, "sectors.acute.susceptibility");
}

TEST(Resolved, MergedDocumentReadsBackWithItsArms) {
    const Library library = sound();
    const auto again = read_text(library.merged);
    ASSERT_TRUE(again) << told(again.problems());
    EXPECT_EQ(again.value().merged, library.merged);
    ASSERT_EQ(again.value().arms.size(), 2u);
    for (std::size_t arm = 0; arm < 2; ++arm) {
        EXPECT_TRUE(difference(library.arms[arm].scenario, again.value().arms[arm].scenario).empty());
    }
}

TEST(Difference, IsToldInSentences) {
    const Library library = sound();
    const Scenario &now = library.arms[0].scenario, &later = library.arms[1].scenario;
    EXPECT_TRUE(difference(now, now).empty());
    EXPECT_EQ(difference(now, later),
              (std::vector<std::string>{"acute's salience rises from 0.5 to 0.7",
                                        "Network's mandate rises from 0.5 to 0.9",
                                        "GP voice loses a member: Network", "GP voice gains a member: Forum",
                                        "a body is added: Forum, which speaks for Network"}));
    const auto back = difference(later, now);
    EXPECT_NE(std::find(back.begin(), back.end(), "Network's mandate falls from 0.9 to 0.5"), back.end());
    EXPECT_NE(std::find(back.begin(), back.end(), "a body is removed: Forum"), back.end());
}

TEST(Difference, SeesEachKindOfChange) {
    const Library before = sound();
    const auto said = [&](const Set& sets) {
        return difference(before.arms[0].scenario, sound(sets).arms[0].scenario);
    };
    EXPECT_EQ(said({{"bodies.board.members.practice", "{votes: 2}"}}),
              (std::vector<std::string>{"The board gains a seat: practice"}));
    EXPECT_EQ(said({{"bodies.board.members.voice.votes", "2"}}),
              (std::vector<std::string>{"GP voice's votes at The board rises from 1 to 2"}));
    EXPECT_EQ(said({{"sectors.primary.commitment", "0.5"}}),
              (std::vector<std::string>{
                  "General practice's commitment changes from somewhere between 0.4 and 0.6 to 0.5"}));
    EXPECT_EQ(said({{"funds.local.status_quo.access", "2"}}),
              (std::vector<std::string>{"local's status quo for Access rises from 1 to 2"}));
    EXPECT_EQ(said({{"bodies.voice.leaning", "trust"}}),
              (std::vector<std::string>{"GP voice's leaning changes from status_quo to Trusts"}));
    EXPECT_EQ(said({{"sectors.primary.sign_off", "[voice]"}}),
              (std::vector<std::string>{
                  "General practice's list of bodies that must sign off changes from Network to GP voice"}));
    EXPECT_EQ(said({{"clock.years", "3"}}),
              (std::vector<std::string>{"the clock's years rises from 2 to 3"}));
    EXPECT_EQ(said({{"funds.local.top_slice", "{sector: acute, share: 0.1}"}}).size(), 1u);
    EXPECT_EQ(said({{"sectors.primary.can_fail", "false"}}).size(), 1u);
    EXPECT_EQ(said({{"title", "Another"}}).size(), 1u);
    EXPECT_EQ(said({{"organisations.practice.per_place", "5"}}).size(), 1u);
}

// A small judge of draft-07, as far as our schema uses it.
bool holds(const Json& schema, const Json& value, const Json& root);

bool has_type(const Json& value, const std::string& type) {
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
           (type == "null" && value.is_null()) || (type == "integer" && value.is_number_integer()) ||
           (type == "number" && value.is_number());
}

bool has_one_of_types(const Json& value, const Json& type) {
    if (!type.is_array()) return has_type(value, type);
    return std::any_of(type.begin(), type.end(), [&](const Json& one) { return has_type(value, one); });
}

bool within_limits(const Json& schema, double x) {
    if (schema.contains("minimum") && x < schema["minimum"]) return false;
    if (schema.contains("maximum") && x > schema["maximum"]) return false;
    if (schema.contains("exclusiveMinimum") && x <= schema["exclusiveMinimum"]) return false;
    return !schema.contains("exclusiveMaximum") || x < schema["exclusiveMaximum"];
}

bool holds_all(const Json& schema, const Json& value, const Json& root) {
    if (schema.contains("$ref")) {
        return holds(root.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1))), value, root);
    }
    if (schema.contains("type") && !has_one_of_types(value, schema["type"])) return false;
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
        return false;
    if (value.is_number() && !within_limits(schema, value)) return false;
    if (value.is_array()) {
        if (schema.contains("minItems") && value.size() < schema["minItems"]) return false;
        if (schema.contains("maxItems") && value.size() > schema["maxItems"]) return false;
        for (const Json& item : value) {
            if (schema.contains("items") && !holds(schema["items"], item, root)) return false;
        }
    }
    const auto one = [&](const Json& part) { return holds(part, value, root); };
    if (schema.contains("anyOf") && std::none_of(schema["anyOf"].begin(), schema["anyOf"].end(), one))
        return false;
    if (schema.contains("allOf") && !std::all_of(schema["allOf"].begin(), schema["allOf"].end(), one))
        return false;
    if (schema.contains("not") && one(schema["not"])) return false;
    if (schema.contains("if") && !one(schema[one(schema["if"]) ? "then" : "else"])) return false;
    return true;
}

bool holds(const Json& schema, const Json& value, const Json& root) {
    if (schema.is_boolean()) return schema.get<bool>();
    if (!holds_all(schema, value, root)) return false;
    if (!value.is_object() || schema.contains("$ref")) return true;
    for (const Json& key : schema.value("required", Json::array())) {
        if (!value.contains(key)) return false;
    }
    for (const auto& [key, part] : value.items()) {
        const bool known = schema.contains("properties") && schema["properties"].contains(key);
        if (schema.contains("propertyNames") && !holds(schema["propertyNames"], key, root)) return false;
        if (known && !holds(schema["properties"][key], part, root)) return false;
        if (!known && schema.contains("additionalProperties") &&
            !holds(schema["additionalProperties"], part, root))
            return false;
    }
    return true;
}

Json network(Json body) { return {{"extends", "x.yaml"}, {"bodies", {{"network", std::move(body)}}}}; }

TEST(Schema, AcceptsTheLanguageAndRefusesOthers) {
    const Json schema = Json::parse(schema_json());
    EXPECT_EQ(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    const auto accepts = [&](const Json& value) { return holds(schema, value, schema); };
    EXPECT_TRUE(accepts(network({{"mandate", 0.5}})));
    EXPECT_TRUE(accepts(network({{"mandate", {{"uniform", {0.1, 0.5}}}}})));
    EXPECT_TRUE(accepts(network({{"mandate", {{"value", 0.1}, {"source", "x"}, {"basis", "observed"}}}})));
    EXPECT_TRUE(accepts(network(nullptr)));
    EXPECT_TRUE(
        accepts({{"extends", "x.yaml"}, {"levers", {{"l", {{"patch", {{"bodies", {{"a", nullptr}}}}}}}}}}));
    EXPECT_FALSE(accepts(network({{"mandate", 1.5}})));
    EXPECT_FALSE(accepts(network({{"mandat", 0.5}})));
    EXPECT_FALSE(accepts(network({{"mandate", "0.5"}})));
    EXPECT_FALSE(accepts(network({{"mandate", {{"uniform", {0.1}}}}})));
    EXPECT_FALSE(accepts(network({{"mandate", {{"uniform", {0.1, 2}}}}})));
    EXPECT_FALSE(accepts(network({{"mandate", {{"value", 0.1}, {"basis", "guess"}}}})));
    EXPECT_FALSE(accepts({{"clout", 1}}));  // no extends: it must be whole
    EXPECT_FALSE(
        accepts({{"extends", "x.yaml"}, {"levers", {{"l", {{"patch", {{"arms", Json::object()}}}}}}}}));
}

// Every key of the language is in the schema, with its help; every number has its default, where it has one.
TEST(Schema, SaysWhatTheLanguageSays) {
    const Json schema = Json::parse(schema_json());
    const std::function<void(const MapForm&, const Json&)> compare = [&](const MapForm& form,
                                                                         const Json& part) {
        EXPECT_EQ(part["properties"].size(), form.slots.size());
        for (const KeyForm& slot : form.slots) {
            const Json& property = part["properties"][std::string(slot.field.key)];
            EXPECT_EQ(property["description"].get<std::string>().find(slot.field.help), 0u) << slot.field.key;
            EXPECT_EQ(property.contains("default"), slot.field.standard || slot.type == Type::choice)
                << slot.field.key;
            if (slot.type == Type::table) compare(slot.child.front(), property["additionalProperties"]);
            if (slot.type == Type::record) compare(slot.child.front(), property);
        }
    };
    compare(document_form(), schema["definitions"]["document"]);
}

}  // namespace
}  // namespace clout
