// What this machine can do at most, measured in the run that asks: the denominators of every "fraction of the
// floor". One core, unless said otherwise.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace clout::bench {

// Work of which only the speed matters. A pass does it once and returns how much it did: operations, numbers
// or bytes. Each thread makes its own pass, with its own memory.
struct Probe {
    std::string name;
    std::function<std::function<double()>()> make;
};

// [a second] of one thread: the best of several short runs. Of more threads: what all together do, while all
// of them do it (the median of their runs).
[[nodiscard]] double rate_of(const Probe& probe, std::size_t threads = 1);

// Bytes a second; a byte read and a byte written count one each.
struct Bandwidth {
    double read = 0;   // a sum over an array
    double copy = 0;   // b = s a
    double triad = 0;  // c = a + s b
};

struct Level {  // of the memory
    std::string name;
    double holds = 0;     // [bytes] that one core finds here; DRAM: infinite
    double walked = 0;    // [bytes] over which each thread was measured
    Bandwidth one, both;  // of one thread; of two at once
};

struct Ceilings {
    // [operations on doubles a second], in whole vectors that stay in registers
    double add_multiply = 0;  // as many adds as multiplies, none fused: the same bits on every machine
    double fused = 0;         // multiply-adds of one rounding, two operations each; for comparison only
    double divide = 0, root = 0;
    // [numbers a second], 16 lanes (elementary functions 32), in the first cache
    double words = 0;  // 32 bits of Philox4x32-10
    double uniforms = 0;
    double normals = 0, normals_of_8 = 0;  // asked for by four, and by eight
    double exponentials = 0, logarithms = 0, powers = 0;
    std::vector<Level> levels;  // L1, L2, L3, DRAM

    // The fastest level that holds so much.
    [[nodiscard]] const Level& level_of(double bytes) const;
};

// Everything above, one probe a figure.
[[nodiscard]] std::vector<Probe> arithmetic_probes();
[[nodiscard]] std::vector<Probe> memory_probes(const Level& level);  // read, copy, triad
[[nodiscard]] std::vector<Level> memory_levels();                    // not measured yet

// Measured at the first call, in about a second a look; of several looks the best of each figure: others may
// be at work on the same core.
[[nodiscard]] const Ceilings& ceilings(int looks = 1);

// Adds and multiplies, compiled so that the processor fuses them where it can (fused.cpp). Returns how many
// operations that was.
double fused_pass();

}  // namespace clout::bench
