#include "engine/scenario/language/key_table.hpp"

#include "engine/scenario/language/language.hpp"
#include "engine/scenario/text/plain_number.hpp"

namespace clout {
namespace {

std::string in_code(std::string_view word) { return '`' + std::string(word) + '`'; }

std::string choices_of(const KeyForm& slot) {
    std::string text;
    for (const std::string& choice : slot.choices) text += (text.empty() ? "" : ", ") + in_code(choice);
    return text;
}

// What kind of value a key takes, before its range.
std::string kind_of(const KeyForm& slot) {
    const std::string one(word_for(slot.space));
    switch (slot.type) {
        case Type::text: return "text";
        case Type::name: return "a name";
        case Type::choice: return choices_of(slot);
        case Type::flag: return "true, false";
        case Type::whole: return "whole number";
        case Type::real: return "plain number";
        case Type::number: return "number";
        case Type::weights: return "map: " + one + " → number, normalised";
        case Type::reference: return slot.choices.empty() ? one : choices_of(slot) + ", " + one;
        case Type::references: return "list: " + one;
        case Type::instances: return "list of instances";
        case Type::place_names: return "list of names";
        case Type::citations: return "map: any key → text";
        case Type::per_place: return "whole number, or map: place → whole number";
        case Type::amount: return "number, or map: place → number";
        case Type::member_name: return "member of the board";
        case Type::path: return "path of a file";
        case Type::record: return "map, see below";
        case Type::table: return "map of named ones, see below";
        case Type::patch: return "part of a scenario";
    }
    return {};
}

std::string default_of(const KeyForm& slot) {
    if (slot.field.required) return "required";
    if (slot.field.standard && slot.type == Type::flag) return *slot.field.standard == 1.0 ? "true" : "false";
    if (slot.field.standard) return number_text(*slot.field.standard);
    return slot.field.otherwise.empty() ? "–" : std::string(slot.field.otherwise);
}

std::string_view owner_of(const Field& field) {
    switch (field.belongs) {
        case Belongs::anywhere: return "";
        case Belongs::boards: return "boards: ";
        case Belongs::other_bodies: return "bodies other than boards: ";
        case Belongs::protected_funds: return "protected funds: ";
        case Belongs::decided_funds: return "decided funds: ";
    }
    return "";
}

std::string row_of(const KeyForm& slot) {
    const Field& field = slot.field;
    std::string legal = kind_of(slot);
    if (const std::string range = to_text(field.legal); !range.empty()) legal += ", " + range;
    if (field.once) legal += ", no dates";
    std::string meaning = std::string(owner_of(field)) + std::string(field.help);
    if (!field.unit.empty()) meaning += " [" + std::string(field.unit) + ']';
    return "| " + in_code(field.key) + " | " + meaning + " | " + legal + " | " + default_of(slot) + " |\n";
}

bool is_caption(const KeyForm& slot) { return caption_form().find(slot.field.key) != nullptr; }

std::string tables_of(const MapForm& form, const std::string& path) {
    std::string text = "| key | meaning | legal | default |\n|---|---|---|---|\n", inner;
    for (const KeyForm& slot : form.slots) {
        if (!is_caption(slot)) text += row_of(slot);
        if (slot.child.empty()) continue;
        const std::string below =
            path + std::string(slot.field.key) + (slot.type == Type::table ? ".NAME." : ".");
        inner += "\n#### " + in_code(below.substr(0, below.size() - 1)) + "\n\n" +
                 tables_of(slot.child.front(), below);
    }
    return text + inner;
}

}  // namespace

std::string key_table() { return "#### The file\n\n" + tables_of(document_form(), ""); }

}  // namespace clout
