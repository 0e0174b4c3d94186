// What is read off a round, and off a year for the measures. Observing changes nothing.
#pragma once

#include "engine/run/outcome.hpp"
#include "engine/run/state.hpp"

namespace clout {

// Rows first … first + count − 1 of one replicate's figures, as plain numbers.
[[nodiscard]] inline std::vector<double> plain(const Packs<1>& values, std::size_t first, std::size_t count) {
    std::vector<double> numbers;
    for (std::size_t at = first; at < first + count; ++at) numbers.push_back(values[at][0]);
    return numbers;
}

// Who wrote the decisions of this round (MODEL.md 8), each fund's tables weighted by amount; a part per
// sector, then the leanings'. Over one fund's tables, or over all where `tables` spans them.
template <int L>
void influence_of(const System& system, const State<L>& state, Span tables, Pack<L>* influence);

// Sums one year's rounds and, at its end, writes every measure of every lane into the outcome.
template <int L>
class YearBook {
public:
    explicit YearBook(const System& system);
    void add_round(const System& system, const State<L>& state);
    // Lane l's year goes to row first + l of `outcome`, for the first `lanes` lanes.
    void close_year(const System& system, const State<L>& state, std::size_t year, std::size_t first,
                    int lanes, Outcome& outcome);

private:
    Packs<L> share_, decided_, received_, influence_, uptake_;  // (sectors), influence_ one longer
    Packs<L> round_influence_;
    Pack<L> lapsed_{0.0}, agreed_{0.0};
    double rounds_ = 0;  // so far in this year: the last one may be cut short
};

}  // namespace clout
