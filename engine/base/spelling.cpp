#include "engine/base/spelling.hpp"

#include "engine/base/text.hpp"

#include <algorithm>

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

}  // namespace

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

namespace {

// Those of a long list whose first part, up to a point, is the name's; all where there are none.
std::vector<std::string> akin(std::string_view name, const std::vector<std::string>& known) {
    constexpr std::size_t kLong = 16;
    if (known.size() <= kLong) return known;
    const std::string_view stem = name.substr(0, name.find('.'));
    std::vector<std::string> alike;
    for (const std::string& one : known)
        if (one.starts_with(stem) && one.size() > stem.size() && one[stem.size()] == '.')
            alike.push_back(one);
    return alike.empty() ? known : alike;
}

}  // namespace

std::string instead_of(std::string_view name, const std::vector<std::string>& known,
                       std::string_view introduction) {
    const std::string near = nearest(name, known);
    return near.empty() ? std::string(introduction) + " " + and_list(akin(name, known))
                        : "did you mean '" + near + "'?";
}

}  // namespace clout
