// A sector's position is an assumption that was made under one theory of bargaining. Found again under
// another, so that the baseline begins as it began, it lets theories be compared on equal terms.
#pragma once

#include "engine/base/id.hpp"

#include <string>
#include <vector>

namespace clout {

struct Scenario;
struct System;

// What the first year decides on the median path.
struct FirstYear {
    std::vector<double> splits;  // [share] (tables × programmes) the mean over the year's rounds
    std::vector<double> money;   // [share] (tables) of what is decided; sums to 1
};
[[nodiscard]] FirstYear first_year(System system);

// [share] How far two first years of one system lie apart: the root of the mean over tables, by money, of the
// squared differences summed over programmes.
[[nodiscard]] double distance_between(const FirstYear& one, const FirstYear& other);

struct FoundPosition {
    std::vector<double> position;  // [share] (programmes) sums to 1
    bool moved = false;            // false: it is what stands in the file
    double distance = 0;           // [share] from the file's first year, with this position
    double standing = 0;           // [share] the same with what stands in the file
};

// The position of the sector (of every kind of organisation in it) under which the scenario, its boards
// deciding by `protocol`, has the first year that it has as written; the nearest that was found where none
// does. Where boards decide so as written, it is what stands there.
[[nodiscard]] FoundPosition find_position(const Scenario& baseline, const std::string& protocol,
                                          SectorId sector);

// The scenario of an arm with that position. What the arm says otherwise than the baseline it keeps. Weights
// that are uncertain stay so, in proportion.
[[nodiscard]] Scenario with_position(Scenario arm, const Scenario& baseline, SectorId sector,
                                     const FoundPosition& found);

}  // namespace clout
