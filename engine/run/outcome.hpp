// What an arm's replicates left behind: every measure, by year and replicate.
#pragma once

#include "engine/base/pages.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace clout {

struct Quantity {
    std::string name;  // "share.acute", "lapsed"
    std::string unit;  // "share of contested money", "£m a year"
};

struct Outcome {
    std::vector<Quantity> quantities;
    std::size_t years = 0;
    std::size_t replicates = 0;  // finished, from replicate 0 on, without gaps
    // [quantity's unit] (quantities × years × replicates) Memory is taken only where a value is written: a
    // run of many futures starts at once, and one that is stopped early never took it.
    std::vector<double, Pages<double, PageSize::small>> values;
    // [1 or 0] (bodies) Whether it said anything in any round of any of them.
    std::vector<char> spoke;

    // All replicates' values of one quantity in one year (0-based). A year's value is the mean over its
    // rounds; of numbers of organisations, the number at its end.
    [[nodiscard]] std::span<const double> of(std::size_t quantity, std::size_t year) const {
        return {values.data() + (quantity * years + year) * replicates, replicates};
    }
    // What a replicate ends up with: the last year.
    [[nodiscard]] std::span<const double> last(std::size_t quantity) const { return of(quantity, years - 1); }
};

}  // namespace clout
