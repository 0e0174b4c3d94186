// From arms to their replicates, with progress and Ctrl-C: what `compare`, `run` and `doctor` share.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/provenance.hpp"
#include "engine/system/system.hpp"
#include "tools/progress_meter.hpp"
#include "tools/request.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace clout {

struct Played {
    std::vector<System> systems;    // (arms played)
    std::vector<Outcome> outcomes;  // (arms played); all with the same replicates
    std::vector<ArmOutcome> arms;   // (arms played) names beside outcomes
    Provenance provenance;
    double elapsed = 0;  // [s]
};

// Compiles and runs the arms in those rows of the library, all with as many replicates as the baseline (a row
// in `rows`) asks for; stops early after a signal. An Interruption must live while this runs.
[[nodiscard]] Played play(const Library& library, const std::vector<std::size_t>& rows, std::size_t baseline,
                          const Request& request);

// After a signal before any replicate was complete: says so; 130 or 143.
[[nodiscard]] int nothing_finished();

// Prints the results and, where a signal has cut them short, how many replicates they rest on; 0, 1, 130 or
// 143.
[[nodiscard]] int print_results(const Provenance& provenance, const std::string& results);
[[nodiscard]] int print_results(const Played& played, const std::string& results);

// What reports say of the library's arm in that row, before anything has been run.
[[nodiscard]] Provenance provenance_of(const Library& library, std::size_t row);

// Throws where so many doubles do not fit into the machine: said before it is tried, as the system would give
// the memory and then kill us.
void require_memory(double values, const std::string& what,
                    const std::string& advice = "ask for fewer with --replicates or --arms");

// [bytes] that the replicates in hand may take together on this machine.
[[nodiscard]] std::size_t memory_for_replicates();

// As require_memory, for so many systems like this one, and the state of a single replicate of it.
void require_systems(const Scenario& scenario, std::size_t systems);

[[nodiscard]] Workers workers_for(const Request& request);

// Workers, progress on that meter, and a stop at the first signal. An Interruption must live while it is
// used.
[[nodiscard]] EnsembleOptions options_for(const Request& request, std::size_t replicates,
                                          ProgressMeter& meter);

// Everything of a comparison (or of one arm) that goes into the folder --out names, and `text` as
// finding.txt.
void write_results(const Request& request, const Library& library, const Played& played,
                   const Comparison& comparison, const std::string& text);

// Why --out cannot be used, said on stderr: 2. 0 = it can, or was not given.
[[nodiscard]] int refuse_out(const Request& request);

}  // namespace clout
