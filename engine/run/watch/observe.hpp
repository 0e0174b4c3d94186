// What is read off a round, and off a year for the measures. Observing changes nothing.
#pragma once

#include "engine/core/year_view.hpp"
#include "engine/run/outcome.hpp"
#include "engine/run/state.hpp"

namespace clout {

// Rows first … first + count − 1 of one replicate's figures, as plain numbers.
[[nodiscard]] inline std::vector<double> plain(const Packs<1>& values, std::size_t first, std::size_t count) {
    std::vector<double> numbers;
    for (std::size_t at = first; at < first + count; ++at) numbers.push_back(values[at][0]);
    return numbers;
}

// What tables weigh by: of one fund, their own amounts of the round; of several, all that they divide.
enum class TableWeight : std::uint8_t { own, whole };

// Who wrote the decisions of this round (MODEL.md 8), each fund's tables weighted by amount; a part per
// sector, then the leanings'. Over one fund's tables, or over all where `tables` spans them.
template <int L>
void influence_of(const System& system, const State<L>& state, Span tables, TableWeight by,
                  Pack<L>* influence);

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
    void add_sectors(const System& system, const State<L>& state);
    void add_funds(const System& system, const State<L>& state);
    void add_totals(const System& system, const State<L>& state);
    // A lane's figures as the measures see them; spans point into `figures`.
    [[nodiscard]] YearView view_of(const State<L>& state, int lane, std::vector<double>& figures) const;

    // What is summed over rounds, sector by sector, and for the whole system.
    enum Figure : std::size_t {
        kShare,
        kDecided,
        kReceived,
        kInfluence,
        kUptake,
        kImposed,
        kControlled,
        kOwn,
        kFigures
    };
    enum Total : std::size_t {
        kLapsed,
        kAgreed,
        kUnspent,
        kGranted,
        kGoodwill,
        kHhiInfluence,
        kHhiControlled,
        kTotals
    };
    std::size_t sectors_, rounds_ = 0;
    Packs<L> sums_;             // (figures × sectors)
    Packs<L> of_fund_;          // (decided funds × sectors)
    Packs<L> round_influence_;  // (sectors + 1)
    std::array<Pack<L>, kTotals> totals_;
};

}  // namespace clout
