// All that a measure may see: one year of one finished replicate, each figure the mean over the year's rounds
// unless said otherwise.
#pragma once

#include <concepts>
#include <cstddef>
#include <span>
#include <string_view>

namespace clout {

struct YearView {
    std::span<const double> share;        // [share]        of decided money           (sectors)
    std::span<const double> decided;      // [£m a year]    what is left after lapses  (sectors)
    std::span<const double> received;     // [£m a year]    protected and decided      (sectors)
    std::span<const double> influence;    // [share]        of the decisions taken     (sectors)
    std::span<const double> uptake;       // [0..1]                                    (sectors)
    std::span<const double> independent;  // [organisations] at the year's end         (sectors)
    std::span<const double> imposed;      // [share of rounds] with something imposed     (sectors)
    // [£m a year] of decided money: what its own and those taken over for it get, and its own alone (sectors)
    std::span<const double> controlled, independent_decided;
    std::span<const double> taken_over, closed;  // [organisations] at the year's end  (sectors)
    std::span<const double> share_of_fund;       // [share]         (decided funds × sectors)
    double unspent = 0, granted = 0;             // [£m a year]
    double goodwill = 1;                         // G, a mean over boards by what they decide
    double influence_concentration = 0, control_concentration = 0;  // Σ of squares over sectors
    double lapsed = 0;                                              // [£m a year]
    double agreed = 0;                                              // [share]        of negotiations
    double patients = 0;  // [patients]     registered, at the year's end
};

// The contract of the shelf: a name, what people call it, a unit (which says how figures are written,
// report/text/figures.hpp), whether it is read sector by sector, and the number.
template <class M>
concept Measure = requires(const YearView& year, std::size_t sector) {
    { M::kName } -> std::convertible_to<std::string_view>;
    { M::kLabel } -> std::convertible_to<std::string_view>;
    { M::kUnit } -> std::convertible_to<std::string_view>;
    { M::kBySector } -> std::convertible_to<bool>;
    { M::kNeedsPatients } -> std::convertible_to<bool>;
    { M::of(year, sector) } -> std::convertible_to<double>;
};

}  // namespace clout
