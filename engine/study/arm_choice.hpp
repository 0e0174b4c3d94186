// Which arms are set side by side, and whether they can be.
#pragma once

#include "engine/base/result.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace clout {

struct Library;
struct Scenario;

struct ArmChoice {
    std::vector<std::size_t> rows;  // of the library's arms, in the order named; at least one
    std::size_t baseline = 0;       // row in rows: the scenario's where it takes part, else the first named

    // The library's row of the baseline.
    [[nodiscard]] std::size_t base() const { return rows[baseline]; }
};

// The arm's row in the library; an empty name is the baseline. A name that is not there is a problem of the
// request, which says which there are.
[[nodiscard]] Result<std::size_t> find_arm(const Library& library, const std::string& name);

// Those named, each once, or all where none is named.
[[nodiscard]] Result<ArmChoice> choose_arms(const Library& library, const std::vector<std::string>& names);

// Arms can be compared only like with like: the same horizon and the same luck. Empty = they can.
[[nodiscard]] std::string why_not_alike(const std::string& base, const Scenario& baseline,
                                        const std::string& name, const Scenario& other);

// What keeps these arms from being compared; empty = nothing.
[[nodiscard]] std::vector<Problem> check_alike(const Library& library, const ArmChoice& choice);

}  // namespace clout
