#include "engine/scenario/language/names.hpp"

#include <algorithm>

namespace clout {
namespace {

void add_keys(const Node& merged, std::string_view table, const auto& add) {
    const Node* node = merged.find(table);
    if (!node) return;
    for (const Entry& entry : node->entries) add(entry.key);
}

}  // namespace

std::string_view word_for(Space space) {
    static constexpr std::array<std::string_view, kSpaces> kWords{
        "programme", "sector", "place", "organisation", "body", "organisation or body",
        "fund",      "lever",  "arm"};
    return kWords[static_cast<std::size_t>(space)];
}

Names::Names(const Node& merged) {
    add_keys(merged, "programmes", [this](const std::string& name) { add(Space::programme, name); });
    add_keys(merged, "sectors", [this](const std::string& name) { add(Space::sector, name); });
    add_keys(merged, "funds", [this](const std::string& name) { add(Space::fund, name); });
    add_keys(merged, "levers", [this](const std::string& name) { add(Space::lever, name); });
    add_keys(merged, "arms", [this](const std::string& name) { add(Space::arm, name); });
    add_keys(merged, "organisations", [this](const std::string& name) {
        add(Space::organisation, name);
        add(Space::agent, name);
    });
    add_keys(merged, "bodies", [this](const std::string& name) {
        add(Space::body, name);
        add(Space::agent, name);
    });
    if (const Node* places = merged.find("places")) {
        for (const Node& place : places->items) {
            if (place.is_scalar()) add(Space::place, place.text);
        }
    }
}

std::optional<std::uint32_t> Names::row(Space space, std::string_view name) const {
    const auto& rows = rows_[index(space)];
    const auto found = rows.find(name);
    if (found == rows.end()) return std::nullopt;
    return found->second;
}

void Names::add(Space space, const std::string& name) {
    auto& list = lists_[index(space)];
    if (rows_[index(space)].emplace(name, static_cast<std::uint32_t>(list.size())).second)
        list.push_back(name);
}

std::string why_no_name(std::string_view name) {
    static constexpr std::string_view kRule =
        "a name starts with a small letter and goes on with small letters, digits, '_' and '-'";
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool formed =
        !name.empty() && letter(name[0]) && std::all_of(name.begin(), name.end(), [&](char c) {
            return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
        });
    if (!formed) return std::string(kRule);
    if (is_number_word(name))
        return "'" + std::string(name) + "' is a word of uncertain numbers; choose another name";
    if (std::find(kTakenNames.begin(), kTakenNames.end(), name) != kTakenNames.end()) {
        return "'" + std::string(name) + "' has a meaning of its own; choose another name";
    }
    return {};
}

}  // namespace clout
