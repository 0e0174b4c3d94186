// What can be moved on the page: the uncertain numbers of two arms, each under the path by which `--set`
// would move it.
#pragma once

#include "engine/core/number.hpp"
#include "engine/scenario/library.hpp"
#include "engine/system/system.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace clout::playground {

struct Knob {
    // As `--set` has it: the number's own path, or where an arm's lever or the arm itself says otherwise than
    // the file, the place there: "levers.mandate.patch.bodies.pcn.mandate".
    std::string path;
    Number number;                         // as it is spread
    std::array<bool, 2> moves{};           // which of the two arms it is a number of
    std::string label, group, help, unit;  // in words: "PCN: mandate"; where it stands among others
    std::string lever;                     // label of the lever or arm that says it; empty = the file itself
};

// Of both arms, in the order in which they have them. Numbers with dates are left out: a knob would hide
// them.
[[nodiscard]] std::vector<Knob> knobs_of(const Library& library, const std::array<std::size_t, 2>& rows,
                                         const std::array<System, 2>& systems);

// Whether a number of that arm is moved by the knob.
[[nodiscard]] bool moved_by(const Knob& knob, std::size_t arm, const Number& number);

// The ends of a slider: all that may come, or where a spread has no end, what 99 % of futures lie between.
struct Travel {
    double low = 0, high = 1;
};
[[nodiscard]] Travel travel_of(const Number& number);

}  // namespace clout::playground
