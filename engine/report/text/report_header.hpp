// What stands above and below every report: whose futures these are, what was assumed, and how to read it.
#pragma once

#include "engine/report/text/table.hpp"
#include "engine/study/provenance.hpp"

#include <cstddef>
#include <string>

namespace clout {

inline constexpr std::size_t kIndent = 13;  // [columns] of the words that lead a paragraph

// What --set laid over the file, behind a title: ", with dynamics.tolerance=5"; empty where nothing was.
[[nodiscard]] std::string settings_words(const Provenance& provenance);
// The title, and what --set and --seed have laid over the file: "An area, with seed=7".
[[nodiscard]] std::string titled(const Provenance& provenance);

// The title; `luck` ("1,000 futures to year 5") with the seed and the file; and where it was stopped early or
// is a median path, that.
[[nodiscard]] std::string report_header(const Provenance& provenance, const std::string& luck,
                                        const Style& style);

// What was assumed, and that this is a scenario; `more` is added to the latter.
[[nodiscard]] std::string beside_finding(const Provenance& provenance, const std::string& more,
                                         const Style& style);

}  // namespace clout
