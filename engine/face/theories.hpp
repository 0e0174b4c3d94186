// Does a finding survive the theory of bargaining?
#pragma once

#include "engine/face/comparison.hpp"

namespace clout::face {

// One arm against the baseline under one theory, in the focus sector's money.
struct TheoryFinding {
    Verdict verdict = Verdict::unclear;
    Difference difference;  // [£ a patient a year, or £m a year: Theories::unit]
    Summary relative;       // [part of the sector's own contested money in the baseline under this theory]
    std::size_t more = 0, same = 0, less = 0;  // [replicates]
};

struct Theory {
    std::string protocol;
    bool written = false;  // every board of every arm has it in the file
    double level = 0;      // [Theories::unit] the sector's contested money in the baseline, mean
    std::vector<std::optional<TheoryFinding>> arms;  // (arms); nothing for the baseline
};

// What can be said of one arm over all theories: its mean goes up, down or both ways; it may be open, or
// there is no difference at all, or about the same under every theory.
enum class Survival : std::uint8_t { up, down, mixed, open, nothing, same };

struct Theories {
    std::vector<std::pair<std::string, std::string>> arms;  // name, label
    std::size_t baseline = 0, replicates = 0, asked = 0;
    std::string unit;  // "£ a patient a year" or "£m a year"
    std::vector<Theory> theories;
    std::vector<Survival> survival;  // (arms); the baseline's says nothing
    Printed printed;
};

// Arms as in compare, at least two; protocols by name, or all that there are.
[[nodiscard]] Result<Theories> theories(const Scenario& scenario, const std::vector<std::string>& arms = {},
                                        const std::vector<std::string>& protocols = {},
                                        const Options& options = {});

}  // namespace clout::face
