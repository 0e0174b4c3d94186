// What one file may hold at most. Past these limits a file is an accident or an attack, and is refused.
#pragma once

#include <cstddef>

namespace clout {

inline constexpr int kDeepest = 64;                   // levels of maps and lists
inline constexpr std::size_t kMostAliased = 100'000;  // [nodes] copied by aliases in one file
inline constexpr std::size_t kMostNodes = 2'000'000;  // [nodes] in one file

}  // namespace clout
