// How two arms differ over futures: the spread of the paired difference, and in how many futures there is
// any.
#pragma once

#include "engine/report/page/chart.hpp"
#include "engine/report/text/figures.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace clout {

struct DifferenceSpread {
    std::string title, arm, baseline;  // the finding; labels of the two arms
    std::vector<double> values;        // [unit of manner] arm − baseline, one a future; at least one
    double band = 0;                   // [the same] no more than this is "about the same"
    Manner manner = Manner::million_pounds;
    std::string what;  // "contested money a patient a year"
};

inline constexpr std::size_t kDots = 50;

// Fifty dots, each two in a hundred futures (Kay and others 2016; Fernandes and others 2018): where they
// stand, there the differences are. No mean is marked, which would draw the eye from the spread (Kale and
// others 2020).
[[nodiscard]] Chart quantile_dotplot(const DifferenceSpread& spread);

struct FutureCounts {
    std::string title, who;  // the finding; "general practice"
    std::size_t more = 0, same = 0, less = 0;
};

// A hundred symbols, in proportion to the futures.
[[nodiscard]] Chart icon_array(const FutureCounts& counts);

// Parts of `whole` in proportion to `counts`: whole numbers that sum to `whole` (largest remainders first).
[[nodiscard]] std::vector<std::size_t> in_proportion(const std::vector<std::size_t>& counts,
                                                     std::size_t whole);

}  // namespace clout
