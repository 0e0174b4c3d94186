// What every report says about where it comes from: the program, the scenario, the luck, and what was
// assumed.
#pragma once

#include "engine/core/number.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace clout {

struct Library;
struct System;

// The program's version: "0.1.0".
[[nodiscard]] const char* version();

// A number that rises whenever the figures of a sound scenario change.
[[nodiscard]] int results();

// How well founded the scenario's numbers are: a count for each basis, every place of the scenario once.
struct Assumptions {
    std::size_t unstated = 0, illustrative = 0, calibrated = 0, observed = 0;
    std::size_t uncertain = 0;  // of all of them: drawn anew in each replicate

    [[nodiscard]] std::size_t total() const { return unstated + illustrative + calibrated + observed; }
};

// Over all arms together; numbers without a path are the program's own and are not counted.
[[nodiscard]] Assumptions count_assumptions(std::span<const std::span<const Number>> arms);

struct Provenance {
    std::string file;  // as the user named it
    std::string title, as_at;
    std::uint64_t seed = 0;
    bool stochastic = true;
    std::size_t asked = 0, finished = 0;  // [replicates]; fewer finished than asked when stopped early
    std::vector<std::pair<std::string, std::string>> sector_labels;  // name → label, in the scenario's order
    std::string focus;  // name of the sector that reports lead with
    Assumptions assumptions;
    double elapsed = 0;                 // [s] that the study took; 0 where it was not measured
    std::vector<std::string> settings;  // "path=value": what --set laid over the file, and a --seed
    std::uint32_t rounds_per_year = 1, last_rounds = 1;  // [rounds] of a year; of the last year

    [[nodiscard]] bool stopped_early() const { return finished < asked; }
    // The label of a sector, or the name itself where it is none of ours.
    [[nodiscard]] std::string label(const std::string& sector) const;
};

// What is known of the library's arm in that row before anything has been run. Assumptions are counted later:
// they need the compiled arms.
[[nodiscard]] Provenance provenance_of(const Library& library, std::size_t row);
[[nodiscard]] Assumptions count_assumptions(std::span<const System> arms);

}  // namespace clout
