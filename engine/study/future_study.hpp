// One future of one arm (or the median path), told round by round.
#pragma once

#include "engine/run/watch/chronicle.hpp"
#include "engine/run/watch/trace.hpp"
#include "engine/study/provenance.hpp"

#include <cstdint>
#include <optional>

namespace clout {

struct Library;

struct TraceStudy {
    Trace trace;
    Provenance provenance;
};
struct ChronicleStudy {
    Chronicle chronicle;
    Provenance provenance;
};

// The median path where `replicate` is absent (MODEL.md 4).
[[nodiscard]] TraceStudy study_trace(const Library& library, std::size_t row,
                                     std::optional<std::uint64_t> replicate);
[[nodiscard]] ChronicleStudy study_chronicle(const Library& library, std::size_t row,
                                             std::optional<std::uint64_t> replicate);

}  // namespace clout
