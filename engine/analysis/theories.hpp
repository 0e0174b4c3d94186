// Does a finding survive the theory of bargaining? The same arms with the same luck under every protocol.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/headline.hpp"
#include "engine/run/ensemble.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace clout {

struct System;
// The system of a scenario in which every board decides by that protocol (a name on the shelf).
[[nodiscard]] System compile_under(const std::string& protocol, Scenario scenario);
// Whether every board of every arm has it in the file.
[[nodiscard]] bool written_everywhere(std::span<const ArmScenario> arms, const std::string& protocol);

// What a finding is put in: £ a patient where list sizes are given, else £m a year.
struct MoneySize {
    Difference difference;  // arm − baseline, what the headline judges
    bool per_patient = false;
};
[[nodiscard]] MoneySize money_size(const Headline& headline);

// The focus sector under one theory, one arm against the baseline.
struct TheoryFinding {
    Headline headline;
    MoneySize size;
    // [part of the sector's own contested money: its mean in the baseline under this theory]
    Summary relative;
};

struct Theory {
    std::string name;      // of the protocol
    bool written = false;  // every board of every arm has it in the file
    double level = 0;      // [£ a patient or £m a year] the sector's contested money in the baseline, mean
    std::vector<std::optional<TheoryFinding>> arms;  // nothing for the baseline
};

// What can be said of one arm over all theories.
struct Survival {
    // Which way each theory's mean goes, judged by two standard errors: all one way, at least one the other
    // way, or none contradicts but some cannot be told from nothing. Before that: no theory makes any
    // difference at all, or under every theory it is about the same (headline.hpp).
    enum class Sign : std::uint8_t { up, down, mixed, open, nothing, same };
    Sign sign = Sign::open;
    // Rows of theories: nearest to 0 and furthest from it where the sign survives, else lowest and highest.
    std::size_t least = 0, most = 0;
    double factor = 0;  // size of `most` over that of `least`; NaN unless the sign survives
    std::vector<std::size_t> gains, same, loses, unclear;  // rows of theories by verdict
};

struct Theories {
    std::size_t replicates = 0, years = 0, baseline = 0;
    std::vector<std::pair<std::string, std::string>> arms;  // name, label
    std::vector<Theory> theories;
    std::vector<Survival> survival;  // (arms); the baseline's is empty
    bool per_patient = false;        // what sizes are in
};

// Every board of every arm decides by each of `protocols` (names on the shelf) in turn. The arms must be
// alike in clock, seed and focus. With replicates = 0 where it was stopped before any was complete.
[[nodiscard]] Theories compare_theories(std::span<const ArmScenario> arms, std::size_t baseline,
                                        std::span<const std::string> protocols,
                                        const EnsembleOptions& options);

// The same of arms that have been played already: `outcomes` (protocols × arms), all with the same
// replicates.
[[nodiscard]] Theories read_theories(std::span<const ArmScenario> arms, std::size_t baseline,
                                     std::span<const std::string> protocols,
                                     std::span<const Outcome* const> outcomes, Workers workers);

// Of one arm's findings, one a theory.
[[nodiscard]] Survival survival_of(std::span<const TheoryFinding* const> findings);

}  // namespace clout
