// The seats of a board as minutes tell them: many of a kind together, what they ask for, and what has changed
// about them.
#pragma once

#include "engine/report/text/table.hpp"
#include "engine/run/watch/chronicle.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace clout {

struct Scenario;

// Seats of one kind that are told together: three and more of a kind, else each by itself.
struct SeatGroup {
    std::string name;  // "Acute trust", "5 × Officer of the system"
    std::string key;   // what it is known by from round to round
    std::size_t seats = 0;
    double weight = 0;         // [share] together
    double force = 0;          // Σ w s: what it brings to the table
    double papers = 0;         // [share] part of the way to its position that its papers go
    std::vector<double> asks;  // [simplex] mean, weighted by w s (programmes)
    SeatRecord one;            // its first seat
};

// The lines of minutes: what a line is about stands in its own column.
inline constexpr std::size_t kLead = 12;
[[nodiscard]] std::string line_of(const std::string& about, const std::string& text, const Style& style);

// What was last said of who sits at a board, so that it need not be said again.
struct SaidOfBoard {
    std::vector<SeatGroup> groups;
    std::vector<std::string> silent;
};

// By weight, the heaviest first.
[[nodiscard]] std::vector<SeatGroup> seat_groups_of(const MinutesRecord& minutes, const Scenario& scenario);

// Who sat and asked for what; in later rounds only what is new since it was said, which `said` then
// remembers.
[[nodiscard]] std::string who_text(const MinutesRecord& minutes, const std::vector<SeatGroup>& groups,
                                   const Scenario& scenario, const Style& style, SaidOfBoard& said);

// Rows by size, the largest first, those below `least` left out.
template <class Size>
std::vector<std::size_t> leading(std::size_t rows, std::size_t most, double least, const Size& size) {
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return size(a) > size(b); });
    while (!order.empty() && (order.size() > most || size(order.back()) < least)) order.pop_back();
    return order;
}

}  // namespace clout
