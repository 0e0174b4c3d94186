// Plain words for measures, arms and counts: what a reader sees in place of keys.
#pragma once

#include "engine/study/provenance.hpp"

#include <string>
#include <string_view>

namespace clout {

// "share.acute" → {"share", "acute"}; "lapsed" → {"lapsed", ""}.
struct MeasureName {
    std::string_view what, sector;
};
[[nodiscard]] MeasureName split_measure(std::string_view measure);

// "share" → "Part of contested money". Words for a measure without any are its name with spaces.
[[nodiscard]] std::string measure_words(std::string_view what);

// "year 3"; "the first half of year 3" of a last year that is cut short.
[[nodiscard]] std::string year_words(const Provenance& provenance, std::size_t year, std::size_t years);

// "941 of 1,000".
[[nodiscard]] std::string count_of(std::size_t count, std::size_t all);
// 1 → "1 future"; 20 → "20 futures".
[[nodiscard]] std::string futures(std::size_t count);

// Lower case at the front, for the middle of a sentence; abbreviations ("VCSE …") stay.
[[nodiscard]] std::string mid_sentence(const std::string& label);
[[nodiscard]] std::string capitalised(std::string text);
// "general practice gains", "acute trusts gain": a label that ends like a plural is one.
[[nodiscard]] std::string with_verb(const std::string& label, std::string_view one, std::string_view many);
// "general practice's", "acute trusts'".
[[nodiscard]] std::string owners(const std::string& label);

// "23 illustrative, 4 observed, 41 without a stated basis; 5 of the 68 are uncertain and drawn anew in each
// future".
[[nodiscard]] std::string assumptions_words(const Assumptions& assumptions);

}  // namespace clout
