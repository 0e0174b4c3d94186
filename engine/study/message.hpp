// What processes that play one study send each other, as bytes. All of them are the same program on alike
// machines.
#pragma once

#include "engine/study/played_point.hpp"
#include "engine/study/store.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace clout {

[[nodiscard]] std::string to_bytes(const std::vector<PlayedPoint>& played);
[[nodiscard]] std::vector<PlayedPoint> to_played(const std::string& bytes);

[[nodiscard]] std::string to_bytes(const StudyCard& card);
[[nodiscard]] StudyCard to_card(const std::string& bytes);

}  // namespace clout
