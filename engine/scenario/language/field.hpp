// One parameter of the language as people and programs need to know it. fields_*.hpp say each parameter once,
// in this form; the reader, the checks, the resolved copy, the comparison of scenarios and the schema are
// visitors of those lines.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace clout {

// Legal values, bounds included unless open.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_open = false, high_open = false;

    [[nodiscard]] bool holds(double value) const;
    // The least and greatest numbers that are legal: an open bound's neighbour.
    [[nodiscard]] double least() const;
    [[nodiscard]] double greatest() const;
};

// No number of a scenario is greater, and none but 0 nearer to 0: products and sums of such numbers stay
// numbers.
inline constexpr double kLargestNumber = 1e18;
inline constexpr double kSmallestNumber = 1e-18;

inline constexpr Range kSpread{0, 10};  // of logarithms: e^10 is 22,000 times as much
inline constexpr Range kExponent{0, 10};
inline constexpr Range kFromZero{0};
inline constexpr Range kAboveZero{.low = 0, .low_open = true};
inline constexpr Range kUnit{0, 1};
inline constexpr Range kUnitAboveZero{.low = 0, .high = 1, .low_open = true};
inline constexpr Range kUnitBelowOne{.low = 0, .high = 1, .high_open = true};
inline constexpr Range kAboveMinusOne{.low = -1, .low_open = true};
inline constexpr Range kCounts{1, 1e7};  // of organisations or bodies of a kind

[[nodiscard]] std::string to_text(const Range& range);  // "from 0 to 1", "more than 0"

// Whose key it is: some keys have a meaning only on boards, only on the entries of other bodies, and so on.
enum class Belongs : std::uint8_t { anywhere, boards, other_bodies, protected_funds, decided_funds };

struct Field {
    std::string_view key;
    std::string_view help;  // one line, for people
    Range legal{};
    std::optional<double> standard{};  // the default of a number, a whole number or a flag (0, 1)
    std::string_view otherwise{};      // what holds where it is absent and that is no figure: "its sector's"
    std::string_view unit{};
    bool required = false;
    Belongs belongs = Belongs::anywhere;
    bool once = false;  // read before the first round, or compounding over time: it has no dates (MODEL.md 2)
    std::string_view words{};  // what a sentence calls it; the key itself where none are given
};

// The fields of T: Fields<T>::visit(visitor, object) calls the visitor once for each, in the order of the
// documents.
template <class T>
struct Fields;

}  // namespace clout
