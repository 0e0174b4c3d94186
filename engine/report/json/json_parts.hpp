// The parts that several JSON texts are made of; for the json_*.cpp beside it alone, which are the door to
// nlohmann.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/study/provenance.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace clout {

using Json = nlohmann::ordered_json;

// Indented, with a line break at the end; bytes that are no UTF-8 are replaced.
[[nodiscard]] std::string printed(const Json& json);

[[nodiscard]] Json summary_json(const Summary& summary);
[[nodiscard]] Json difference_json_of(const Difference& difference);
[[nodiscard]] Json provenance_json(const Provenance& provenance);

}  // namespace clout
