// What was asked in Python as the face takes it.
#pragma once

#include "engine/clout.hpp"
#include "engine/face/sweep.hpp"
#include "tools/python/named_objects.hpp"

#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clout::python {

// A mapping in its own order: of settings the later wins, and numbers are varied in the order in which they
// are named.
template <class Item>
struct InOrder : std::vector<std::pair<std::string, Item>> {
    template <class... Parts>
    void emplace(Parts&&... parts) {
        this->emplace_back(std::forward<Parts>(parts)...);
    }
};
using Settings = InOrder<Value>;
using Varying = InOrder<Vary>;
using Ranges = InOrder<std::pair<double, double>>;

// Values as YAML; clout/_values.py.
[[nodiscard]] std::vector<face::Setting> settings_of(const Settings& settings);

[[nodiscard]] face::ThresholdAsked threshold_asked(
    const std::string& until, const Ranges& vary, const std::string& from, const std::string& to,
    const std::optional<std::pair<std::string, std::string>>& mix, double switches);

// A pair is a range; a list, one of its values; None, as the file spreads it.
[[nodiscard]] std::vector<face::Varied> varied_of(const Varying& vary);

// Columns by the paths of numbers: a mapping or a DataFrame.
void take_table(const pybind11::object& table, face::SweepAsked& asked);

// Throws ValueError where there is no such word.
[[nodiscard]] face::Keep keep_of(const std::string& word);
[[nodiscard]] const char* word(face::Keep keep);

}  // namespace clout::python

namespace pybind11::detail {
template <class Item>
struct type_caster<clout::python::InOrder<Item>>
    : map_caster<clout::python::InOrder<Item>, std::string, Item> {};
}  // namespace pybind11::detail
