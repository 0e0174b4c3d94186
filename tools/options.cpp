#include "tools/options.hpp"

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

Option scenario_file(std::string& into) { return {.label = "FILE", .into = &into, .meaning = "a scenario"}; }

Option arm_option(std::string& into) {
    return {.label = "--arm", .into = &into, .meaning = "which arm (default: the baseline)", .value = "ARM"};
}

Option arms_option(std::vector<std::string>& into) {
    return {.label = "--arms",
            .into = &into,
            .meaning = "these arms only, in this order",
            .value = "A,B",
            .list = true};
}

}  // namespace clout
