// What may be typed after an option: each check answers with what is wrong, or with nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>

namespace clout {

using OptionCheck = std::function<std::string(const std::string&)>;

// Of its own, as the reader of options would take -1 for a very large number.
[[nodiscard]] OptionCheck whole_number(std::uint64_t least = 0,
                                       std::uint64_t most = std::numeric_limits<std::uint64_t>::max());

}  // namespace clout
