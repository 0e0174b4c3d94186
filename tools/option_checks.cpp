#include "tools/option_checks.hpp"

#include <fmt/format.h>

#include <charconv>

namespace clout {

OptionCheck whole_number(std::uint64_t least, std::uint64_t most) {
    return [=](const std::string& text) {
        std::uint64_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool good = read.ec == std::errc{} && read.ptr == text.data() + text.size() && value >= least &&
                          value <= most;
        return good ? "" : fmt::format("{} is no whole number from {} to {}", text, least, most);
    };
}

}  // namespace clout
