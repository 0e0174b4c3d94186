// What a round of the model cannot do without, counted from a compiled system, and the time in which this
// machine could do it.
//
// Counted is what engine/MODEL.md asks for, not what the phases do: one pass over a body's members where the
// algebra allows it (Σ e ‖q − q̄‖² = Σ e ‖q‖² − E ‖q̄‖²), and nothing for what stays as it is until an
// organisation closes or a scenario's number changes: (1 − λ) a, y / Σ y of a home, 1 / base. Not counted:
// events (closures, takeovers), reading the System itself, which all lanes share, and the searches of
// protocols other than `compromise`, for which the count is that of `compromise`.
#pragma once

#include "bench/ceilings.hpp"
#include "engine/system/system.hpp"

#include <array>

namespace clout::bench {

struct Needs {             // of one replicate in one round of the whole system, the mean over its rounds
    double flops = 0;      // adds, multiplies, comparisons, choices, minima and maxima
    double divisions = 0;  // roots are taken in normal draws alone, and counted there
    double exponentials = 0, logarithms = 0, powers = 0;
    double normals = 0;      // standard normal draws; they come in pairs, so that an odd number is one more
    double spare_words = 0;  // Philox gives four words at a time: those of which no normal draw is made
    double uniforms = 0;
    double bytes_read = 0, bytes_written = 0;  // doubles of the State, each once
    double bytes_again = 0;  // of those read: what an earlier phase of the round has had in hand

    Needs& operator+=(const Needs& more);
    Needs& operator*=(double times);
};

// [s] at those ceilings, with a State of so many bytes: the larger of arithmetic (one kind of work after
// the other) and memory (as many bytes read as written at the rate of copying, the rest at that of reading).
struct Time {
    double arithmetic = 0, memory = 0;
    [[nodiscard]] double floor() const { return arithmetic > memory ? arithmetic : memory; }
};
[[nodiscard]] Time time_of(const Needs& needs, const Ceilings& ceilings, double state_bytes);

struct Floor {
    std::array<Needs, 6> phases;  // in the order of kPhases
    double organisations = 0;

    // The first so many phases, which read nothing twice. What they read is the State that must stand
    // somewhere.
    [[nodiscard]] Needs together(std::size_t first_phases = 6) const;
};
[[nodiscard]] Floor floor_of(const System& system);

}  // namespace clout::bench
