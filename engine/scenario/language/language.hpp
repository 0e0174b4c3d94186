// The whole language as data, gathered from the lines of fields_*.hpp: what keys a map may have and what each
// may hold.
#pragma once

#include "engine/scenario/language/field.hpp"
#include "engine/scenario/language/names.hpp"

#include <string>
#include <vector>

namespace clout {

enum class Type : std::uint8_t {
    text,
    name,
    choice,
    flag,
    whole,
    real,
    number,
    weights,      // a map from names of a space to numbers
    reference,    // a name of a space, or one of the choices
    references,   // a list of them
    place_names,  // the list that defines the places
    citations,    // a map from any key to text
    per_place,    // a whole number, or a map from place to whole number
    amount,       // a number, or a map from place to number
    member_name,  // a member of the same body
    instances,    // a list of names of instances
    path,         // of a file
    record,       // a map with the keys of `child`
    table,        // a map from names to maps with the keys of `child`
    patch,        // part of a scenario
};

struct MapForm;

struct KeyForm {
    Field field;
    Type type = Type::text;
    Space space = Space::programme;    // weights, reference(s): whose names
    std::vector<std::string> choices;  // choice, reference
    bool named_by_space = false;       // table: its names are names of `space` (members, red lines)
    std::vector<MapForm> child;        // record, table: one
};

struct MapForm {
    std::vector<KeyForm> slots;

    [[nodiscard]] const KeyForm* find(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> keys() const;
};

// What every named thing may carry.
[[nodiscard]] const MapForm& caption_form();

// A scenario: what a patch is a part of.
[[nodiscard]] const MapForm& scenario_form();

// A file: a scenario with its version, levers, arms and so on.
[[nodiscard]] const MapForm& document_form();

}  // namespace clout
