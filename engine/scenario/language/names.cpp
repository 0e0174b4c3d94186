#include "engine/scenario/language/names.hpp"

#include <algorithm>
#include <limits>

namespace clout {
namespace {

// Damerau-Levenshtein distance (neighbours swapped count once), given up past `limit`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
    std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = row[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u);
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                next[j] = std::min(next[j], before[j - 2] + 1);
            }
        }
        before.swap(row);
        row.swap(next);
    }
    return row[b.size()];
}

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

std::string nearest(std::string_view name, const std::vector<std::string>& known) {
    constexpr std::size_t kLongest = 64, kMost = 10'000;
    if (name.size() > kLongest || known.size() > kMost) return {};
    const std::size_t limit = std::max<std::size_t>(1, name.size() / 3);
    std::size_t best = limit + 1;
    std::string found;
    for (const std::string& candidate : known) {
        const std::size_t far = distance(name, candidate, limit);
        if (far < best) {
            best = far;
            found = candidate;
        }
    }
    return found;
}

std::string suggestion(std::string_view name, const std::vector<std::string>& known,
                       std::string_view introduction) {
    constexpr std::size_t kListed = 30;
    const std::string near = nearest(name, known);
    if (!near.empty()) return "did you mean '" + near + "'?";
    if (known.empty() || known.size() > kListed) return {};
    return std::string(introduction) + " " + and_list(known);
}

std::string and_list(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

}  // namespace clout
