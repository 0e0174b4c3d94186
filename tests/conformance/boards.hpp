// Small boards, and what a protocol makes of them.
#pragma once

#include "engine/protocols/shelf.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace clout::boards {

struct Seat {
    double weight, salience, votes, initiative;
    std::vector<double> position;
    bool sits = true;
};

struct Board {
    std::vector<Seat> seats;
    std::vector<double> standing;
};

inline Board council() {
    return {{{0.5, 0.8, 2, 0.4, {0.6, 0.3, 0.1}},
             {0.2, 0.6, 1, 0.2, {0.1, 0.7, 0.2}},
             {0.2, 0.5, 1, 0.9, {0.2, 0.2, 0.6}},
             {0.1, 0.9, 1, 0.1, {0.3, 0.4, 0.3}}},
            {0.4, 0.4, 0.2}};
}

template <int L>
struct Laid {  // a board in lanes
    std::vector<Pack<L>> sits, weight, salience, votes, initiative, position, standing;

    explicit Laid(const Board& board) {
        for (const Seat& seat : board.seats) {
            sits.emplace_back(seat.sits ? 1.0 : 0.0);
            weight.emplace_back(seat.weight);
            salience.emplace_back(seat.salience);
            votes.emplace_back(seat.votes);
            initiative.emplace_back(seat.initiative);
            for (const double part : seat.position) position.emplace_back(part);
        }
        for (const double part : board.standing) standing.emplace_back(part);
    }

    [[nodiscard]] BoardView<L> view() const {
        BoardView<L> view;
        view.seats = sits.size();
        view.programmes = standing.size();
        view.sits = sits.data();
        view.weight = weight.data();
        view.salience = salience.data();
        view.votes = votes.data();
        view.initiative = initiative.data();
        view.position = position.data();
        view.standing = standing.data();
        view.stochastic = false;
        return view;
    }
};

template <class P, int L>
std::vector<std::vector<double>> splits_of(const Laid<L>& board) {  // (lanes)
    Scratch<L> scratch;
    std::vector<Pack<L>> split(board.standing.size());
    P::template decide<L>(board.view(), scratch, split.data());
    std::vector<std::vector<double>> plain(L);
    for (std::size_t lane = 0; lane < L; ++lane) {
        for (const auto& part : split) plain[lane].push_back(part[lane]);
    }
    return plain;
}

// The split of a board, computed in lane 0 of L lanes; the other lanes hold the board with its first weights
// swapped.
template <class P, int L = 1>
std::vector<double> decide(const Board& board) {
    Laid<L> laid(board);
    for (int lane = 1; lane < L; ++lane) {
        const auto at = static_cast<std::size_t>(lane);
        laid.weight.front().set(at, board.seats.back().weight);
        laid.weight.back().set(at, board.seats.front().weight);
    }
    return splits_of<P>(laid)[0];
}

// The first board in lane 0, the other in all other lanes, which differs in positions only.
template <class P>
std::vector<std::vector<double>> decide_in_two_lanes(const Board& first, const Board& other) {
    Laid<8> laid(first);
    const Laid<8> theirs(other);
    for (std::size_t i = 0; i < laid.position.size(); ++i) {
        for (std::size_t lane = 1; lane < 8; ++lane) laid.position[i].set(lane, theirs.position[i][lane]);
    }
    return splits_of<P>(laid);
}

inline void expect_near(const std::vector<double>& a, const std::vector<double>& b, double tolerance) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t k = 0; k < a.size(); ++k) EXPECT_NEAR(a[k], b[k], tolerance) << "programme " << k;
}

}  // namespace clout::boards
