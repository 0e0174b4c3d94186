#include "engine/study/future_study.hpp"

#include "engine/scenario/library.hpp"
#include "engine/system/compile.hpp"

#include <span>
#include <utility>

namespace clout {
namespace {

Provenance provenance_of_one(const Library& library, std::size_t row, const System& system) {
    Provenance provenance = provenance_of(library, row);
    provenance.assumptions = count_assumptions(std::span(&system, 1));
    provenance.asked = provenance.finished = 1;
    return provenance;
}

}  // namespace

TraceStudy study_trace(const Library& library, std::size_t row, std::optional<std::uint64_t> replicate) {
    System system = compile(library.arms[row].scenario);
    Provenance provenance = provenance_of_one(library, row, system);
    return {trace(std::move(system), replicate), std::move(provenance)};
}

ChronicleStudy study_chronicle(const Library& library, std::size_t row,
                               std::optional<std::uint64_t> replicate) {
    System system = compile(library.arms[row].scenario);
    Provenance provenance = provenance_of_one(library, row, system);
    return {chronicle(std::move(system), replicate), std::move(provenance)};
}

}  // namespace clout
