// Systems of any size, as scenario files that are written when they are asked for and removed at the end.
#pragma once

#include <cstddef>
#include <filesystem>

namespace clout::nation {

// Five practices to a network, up to a thousand networks to a place, a board in every place and one above;
// 3 programmes, 20 rounds.
[[nodiscard]] std::filesystem::path nation_file(std::size_t practices);

// The same with fifty practices to a place.
[[nodiscard]] std::filesystem::path hamlets_file(std::size_t practices);

// The same, the practices named in a roster beside it.
[[nodiscard]] std::filesystem::path roster_file(std::size_t practices);

// Each practice written out as a kind of its own: a long file instead of a large number.
[[nodiscard]] std::filesystem::path roll_file(std::size_t practices);

// How many practices the largest nation of a benchmark may have: 10,000 unless CLOUT_BENCH_ORGANISATIONS says
// otherwise, for the tests run every benchmark. Ends the program with a message where that is no number.
[[nodiscard]] std::size_t largest();

}  // namespace clout::nation
