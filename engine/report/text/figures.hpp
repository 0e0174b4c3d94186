// How numbers are put for people: thousands, units, signs, and no more digits than carry meaning.
#pragma once

#include "engine/base/text.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace clout {

// 1234567.891 with 1 decimal → "1,234,567.9"; NaN → "–". Never "-0".
[[nodiscard]] std::string grouped(double value, int decimals);

// How a measure's unit is written. `part` is a number from 0 to 1 shown in per cent, its differences in
// points.
enum class Manner : std::uint8_t { million_pounds, thousand_pounds, pounds, part, number };
[[nodiscard]] Manner manner_of(std::string_view unit);
// £m of that size: less than a million is written in thousands.
[[nodiscard]] Manner sized(Manner manner, double size);

// Decimals that leave about three significant digits of a figure of that size.
[[nodiscard]] int decimals_for(double size, Manner manner);

// "£2.55m", "£7.12", "14.1 %", "48"; 0.0455 in thousands "£45.5k".
[[nodiscard]] std::string level(double value, Manner manner, int decimals);
// "14.1 %"
[[nodiscard]] std::string percent(double part, int decimals = 1);
// How the figures of one table are written.
struct Digits {
    Manner manner;
    int decimals;
};
// The same with its sign: "+£0.22m", "-£0.10", "+2.3 points", "±0" only where it is exactly 0.
[[nodiscard]] std::string change(double value, Manner manner, int decimals);
// How far apart: a difference or a standard deviation without a sign, "£0.22m", "2.3 points".
[[nodiscard]] std::string distance(double value, Manner manner, int decimals);
// £m as it reads best: "£2.55m", "£310k"; "+£220k".
[[nodiscard]] std::string pounds(double millions);
[[nodiscard]] std::string pounds_change(double millions);
// "+£0.31 to +£1.52".
[[nodiscard]] std::string change_range(double low, double high, Manner manner, int decimals);

// The same without units, for a column that stands beside one with them; parts in points: "+0.31 to +1.52".
[[nodiscard]] std::string bare_range(double low, double high, Manner manner, int decimals);

// Per cent with about three digits, however small: a practice's part in a decision is often a few in ten
// thousand. "12.3 %", "0.123 %".
[[nodiscard]] std::string fine_percent(double part);
// "1 in 8.1", "1 in 1,240"; "none" of nothing.
[[nodiscard]] std::string one_in(double part);

// A part as per cent with its sign: "+0.3 %".
[[nodiscard]] std::string signed_percent(double part, int decimals);

}  // namespace clout
