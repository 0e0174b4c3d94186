#include "engine/scenario/language/schema.hpp"

#include "engine/scenario/language/fields_document.hpp"
#include "engine/scenario/language/language.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace clout {
namespace {

using Json = nlohmann::ordered_json;

// A file that stands on its own must be whole; what is laid over another may leave things out and remove with
// null.
enum class Part { whole, patch };

// Whether a number may be different from year to year.
enum class Dates { any, none };

Json reference_to(const std::string& definition) { return {{"$ref", "#/definitions/" + definition}}; }

Json plain_number_schema(const Range& legal, const char* type = "number") {
    Json schema{{"type", type}};
    if (std::isfinite(legal.low)) schema[legal.low_open ? "exclusiveMinimum" : "minimum"] = legal.low;
    if (std::isfinite(legal.high)) schema[legal.high_open ? "exclusiveMaximum" : "maximum"] = legal.high;
    return schema;
}

Json object_schema(Json properties, Json required) {
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

Json map_schema(Json values) {
    return {{"type", "object"},
            {"propertyNames", reference_to("name")},
            {"additionalProperties", std::move(values)}};
}

Json list_schema(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json parameters(Json item, int count) {
    Json list = list_schema(std::move(item));
    list["minItems"] = count > 0 ? count : 1;
    if (count > 0) list["maxItems"] = count;
    return list;
}

class SchemaWriter {
public:
    std::string write() {
        definitions_["name"] = name_schema();
        definitions_["text"] = {{"type", {"string", "number", "boolean"}}};
        Json whole = form_schema(document_form(), Part::whole);
        Json part = form_schema(document_form(), Part::patch);
        definitions_["document"] = std::move(whole);
        definitions_["layer"] = std::move(part);
        Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                    {"title", "A clout scenario"},
                    {"description", "Everything about a system of organisations, and the arms to compare."},
                    {"type", "object"},
                    {"if", {{"required", {"extends"}}}},
                    {"then", reference_to("layer")},
                    {"else", reference_to("document")},
                    {"definitions", std::move(definitions_)}};
        return schema.dump(2) + "\n";
    }

private:
    static Json name_schema() {
        Json words = Json::array();
        for (const std::string_view word : kNumberWords) words.push_back(word);
        for (const std::string_view word : kTakenNames) words.push_back(word);
        return {{"type", "string"}, {"pattern", kNamePattern}, {"not", {{"enum", std::move(words)}}}};
    }

    // One definition for each legal range.
    // One with dates holds numbers of the same kind without any.
    Json number_schema(const Range& legal, Dates dates) {
        std::string name = dates == Dates::any ? "dated_number" : "number";
        const std::string range = to_text(legal);
        for (const char c : range) name += c == ' ' ? '_' : c;
        if (range.empty()) name += "_any";
        if (definitions_.contains(name)) return reference_to(name);
        const Json plain = plain_number_schema(legal), any = {{"type", "number"}};
        const Json from_zero = plain_number_schema(kFromZero), above_zero = plain_number_schema(kAboveZero);
        const auto one_key = [](const char* key, Json value) {
            return object_schema({{key, std::move(value)}, {"luck", reference_to("name")}},
                                 Json::array({key}));
        };
        Json bare = Json::array(
            {plain, one_key("uniform", parameters(plain, 2)), one_key("triangular", parameters(plain, 3)),
             one_key("normal", parameters(any, 2)), one_key("lognormal", parameters(from_zero, 2)),
             one_key("beta", parameters(above_zero, 2)), one_key("pick", parameters(plain, 0))});
        if (dates == Dates::any) {
            Json steps{{"type", "object"},
                       {"minProperties", 1},
                       {"required", {"0"}},
                       {"additionalProperties", number_schema(legal, Dates::none)}};
            bare.push_back(one_key("steps", std::move(steps)));
        }
        Json noted = object_schema({{"value", {{"anyOf", bare}}},
                                    {"luck", reference_to("name")},
                                    {"source", reference_to("text")},
                                    {"basis", {{"enum", {"illustrative", "calibrated", "observed"}}}}},
                                   Json::array({"value"}));
        bare.push_back(std::move(noted));
        definitions_[name] = {{"anyOf", std::move(bare)}};
        return reference_to(name);
    }

    Json form_schema(const MapForm& form, Part part) {
        Json properties = Json::object(), required = Json::array();
        for (const KeyForm& slot : form.slots) {
            const std::string key(slot.field.key);
            properties[key] = slot_schema(slot, part);
            if (part == Part::whole && slot.field.required) required.push_back(key);
        }
        return object_schema(std::move(properties), std::move(required));
    }

    Json slot_schema(const KeyForm& slot, Part part) {
        Json value = value_schema(slot, part);
        if (part == Part::patch)
            value = {{"anyOf", Json::array({std::move(value), {{"type", "null"}}})}};
        else if (value.contains("$ref"))
            value = {{"allOf", Json::array({std::move(value)})}};
        value["description"] = description(slot.field);
        if (slot.field.standard && slot.type == Type::flag)
            value["default"] = *slot.field.standard == 1.0;
        else if (slot.field.standard)
            value["default"] = *slot.field.standard;
        else if (slot.type == Type::choice)
            value["default"] = slot.field.otherwise;
        return value;
    }

    static std::string description(const Field& field) {
        std::string text(field.help);
        if (!field.unit.empty()) text += " [" + std::string(field.unit) + "]";
        if (!to_text(field.legal).empty()) text += "; " + to_text(field.legal);
        if (!field.otherwise.empty()) text += "; default: " + std::string(field.otherwise);
        return text;
    }

    Json value_schema(const KeyForm& slot, Part part) {
        const Dates dates = slot.field.once ? Dates::none : Dates::any;
        switch (slot.type) {
            case Type::text: return reference_to("text");
            case Type::path: return {{"type", "string"}};
            case Type::name:
            case Type::member_name: return reference_to("name");
            case Type::choice: return {{"enum", slot.choices}};
            case Type::flag: return {{"type", "boolean"}};
            case Type::whole: return plain_number_schema(slot.field.legal, "integer");
            case Type::real: return plain_number_schema(slot.field.legal);
            case Type::number: return number_schema(slot.field.legal, dates);
            case Type::weights: return map_schema(or_null(number_schema(kFromZero, dates), part));
            case Type::reference: return reference_schema(slot);
            case Type::references: return list_schema(reference_to("name"));
            case Type::instances: return list_schema({{"type", "string"}});
            case Type::place_names: return list_schema(reference_to("name"));
            case Type::citations:
                return {{"type", "object"}, {"additionalProperties", or_null(reference_to("text"), part)}};
            case Type::per_place:
                return one_or_by_place(plain_number_schema(slot.field.legal, "integer"), part);
            case Type::amount: return one_or_by_place(number_schema(slot.field.legal, dates), part);
            case Type::record: return form_schema(slot.child.front(), part);
            case Type::table: return map_schema(or_null(form_schema(slot.child.front(), part), part));
            case Type::patch: return patch_schema();
        }
        return {};
    }

    static Json or_null(Json value, Part part) {
        if (part == Part::whole) return value;
        return {{"anyOf", Json::array({std::move(value), {{"type", "null"}}})}};
    }
    static Json one_or_by_place(Json value, Part part) {
        return {{"anyOf", Json::array({value, map_schema(or_null(value, part))})}};
    }
    static Json reference_schema(const KeyForm& slot) {
        if (slot.choices.empty()) return reference_to("name");
        return {{"anyOf", Json::array({{{"enum", slot.choices}}, reference_to("name")})}};
    }
    Json patch_schema() {
        if (!definitions_.contains("patch")) {
            definitions_["patch"] = Json::object();
            definitions_["patch"] = form_schema(scenario_form(), Part::patch);
        }
        return reference_to("patch");
    }

    Json definitions_ = Json::object();
};

}  // namespace

std::string schema_json() { return SchemaWriter().write(); }

}  // namespace clout
