// How an organisation ended, and what became of what it had, in sentences.
#pragma once

#include <string>

namespace clout {

struct EndRecord;
struct Scenario;

[[nodiscard]] std::string end_words(const EndRecord& end, const Scenario& scenario);

}  // namespace clout
