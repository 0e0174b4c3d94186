// What each protocol is known to do, from its literature or by hand.
#include "tests/conformance/boards.hpp"

#include <cmath>
#include <numeric>

namespace clout {
namespace {

using namespace boards;

TEST(Compromise, IsTheWeightedMean) {
    const Board board{{{0.5, 1, 1, 0, {1, 0}}, {0.3, 1, 1, 0, {0, 1}}, {0.2, 0.5, 1, 0, {0.5, 0.5}}},
                      {0.5, 0.5}};
    const double total = 0.5 + 0.3 + 0.1;
    expect_near(decide<Compromise>(board), {(0.5 + 0.05) / total, (0.3 + 0.05) / total}, 1e-15);
}

// The 1980s emission-standard decision as two programmes: position 4 … 10 years of delay, capability ×
// salience (Bueno de Mesquita 1994, in Scholz et al. 2011, table 1): the weighted mean is 7.389955686853766
// years.
TEST(Compromise, EmissionStandardsMean) {
    struct Country {
        double capability, years, salience;
    };
    const std::vector<Country> countries{{.08, 4, 80},  {.08, 7, 40},  {.03, 4, 20},  {.16, 4, 80},
                                         {.16, 10, 60}, {.16, 10, 60}, {.16, 10, 90}, {.05, 7, 10},
                                         {.05, 4, 100}, {.08, 7, 70}};
    Board board{{}, {0.5, 0.5}};
    double total = 0;
    for (const Country& country : countries) total += country.capability;
    for (const Country& country : countries) {
        const double late = (country.years - 4) / 6;
        board.seats.push_back({country.capability / total, country.salience / 100, 1, 0, {late, 1 - late}});
    }
    EXPECT_NEAR(4 + 6 * decide<Compromise>(board)[0], 7.389955686853766, 1e-12);
}

// Valuations 100 and 50: winning probabilities 2/3 and 1/3 (Tullock 1980; Hillman and Riley 1989).
TEST(Contest, TwoUnequalContenders) {
    const Board board{{{2.0 / 3, 1, 1, 0, {1, 0}}, {1.0 / 3, 1, 1, 0, {0, 1}}}, {0.5, 0.5}};
    expect_near(decide<Contest>(board), {2.0 / 3, 1.0 / 3}, 1e-12);
}

TEST(Contest, WeakSeatsDropOut) {
    // V = 10, 10, 1: among all three E = 2 / 1.2 > 1, so the third stays out and the others share evenly.
    const double sum = 21;
    const Board board{
        {{10 / sum, 1, 1, 0, {1, 0, 0}}, {10 / sum, 1, 1, 0, {0, 1, 0}}, {1 / sum, 1, 1, 0, {0, 0, 1}}},
        {0.3, 0.3, 0.4}};
    expect_near(decide<Contest>(board), {0.5, 0.5, 0.0}, 1e-12);
}

// KTAB's law of victory: among two positions, the stronger side stands in proportion to its force (kmodel.h,
// k = 1).
TEST(Condorcet, TwoAlternativesStandAsOftenAsTheyAreBacked) {
    const Board board{{{0.5, 1, 1, 0, {1, 0}}, {0.25, 1, 1, 0, {0, 1}}, {0.25, 0.5, 1, 0, {0, 1}}},
                      {0.5, 0.5}};
    // Backing 0.5 against 0.375; the third seat's alternative is the second's, so each of the two stands half
    // as often.
    const double stands = decide<Condorcet>(board)[0];
    const double p = 0.5 / 0.875;  // chain of three: a beats b and c with p, b and c change places evenly
    EXPECT_NEAR(stands, p / (p + 2 * (1 - p)), 1e-12);
}

TEST(Condorcet, AnUnbeatenPositionStandsAlways) {
    const Board board{{{0.4, 1, 1, 0, {1, 0, 0}}, {0.3, 1, 1, 0, {1, 0, 0}}, {0.3, 0.0, 1, 0, {0, 0, 1}}},
                      {0.3, 0.3, 0.4}};
    expect_near(decide<Condorcet>(board), {1, 0, 0}, 1e-12);
}

TEST(Setter, MovesTheSplitAsFarAsTheMajorityAccepts) {
    // The proposer wants 1, its nearest seat 0.6, the split stands at 0.4: that seat accepts up to 0.8.
    const Board board{{{0.4, 1, 1, 1, {1, 0}}, {0.3, 1, 1, 0, {0.6, 0.4}}, {0.3, 1, 1, 0, {0, 1}}},
                      {0.4, 0.6}};
    expect_near(decide<Setter>(board), {0.8, 0.2}, 1e-12);
}

TEST(Setter, StaysWhereNoMajorityFollows) {
    const Board board{{{0.4, 1, 1, 1, {1, 0}}, {0.3, 1, 1, 0, {0.3, 0.7}}, {0.3, 1, 1, 0, {0, 1}}},
                      {0.4, 0.6}};
    expect_near(decide<Setter>(board), {0.4, 0.6}, 1e-12);
}

// Two seats are as near to the proposer as each other; the first of them joins the coalition, and its
// step holds, also where the other one is nearer by less than anybody can tell.
TEST(Setter, OfSeatsEquallyNearTheFirstJoins) {
    const Seat proposer{0.4, 1, 1, 1, {1, 0, 0}};
    const auto board_of = [&](double shift, bool reversed) {
        Board board{{proposer, {0.3, 1, 1, 0, {0.5 - shift, 0.5 + shift, 0}}, {0.3, 1, 1, 0, {0.5, 0, 0.5}}},
                    {0.2, 0.8, 0}};
        if (reversed) std::swap(board.seats[1], board.seats[2]);
        return board;
    };
    for (const double shift : {0.0, 1e-14}) {
        expect_near(decide<Setter>(board_of(shift, false)), {0.8, 0.2, 0},
                    1e-9);                                                    // it accepts ¾ of the way
        expect_near(decide<Setter>(board_of(shift, true)), {1, 0, 0}, 1e-9);  // this one all of it
    }
}

// The quota must be exceeded: of four votes two are no majority, and the second nearest seat is needed,
// too.
TEST(Setter, AMajorityIsMoreThanTheQuota) {
    const Board board{{{0.25, 1, 1, 1, {1, 0}},
                       {0.25, 1, 1, 0, {0.9, 0.1}},
                       {0.25, 1, 1, 0, {0.5, 0.5}},
                       {0.25, 1, 1, 0, {0, 1}}},
                      {0.4, 0.6}};
    expect_near(decide<Setter>(board), {0.6, 0.4}, 1e-12);
}

// On the median path the likeliest by votes and initiative proposes, the first of equals; where nobody
// brings papers, the weightiest.
TEST(Setter, TheFirstOfTheLikeliestProposes) {
    Board board{{{0.1, 1, 4, 0.25, {0, 1}}, {0.8, 1, 1, 1, {0.2, 0.8}}, {0.1, 1, 1, 0.2, {1, 0}}},
                {0.9, 0.1}};
    expect_near(decide<Setter>(board), {0, 1}, 1e-12);
    for (Seat& seat : board.seats) seat.initiative = 0;
    expect_near(decide<Setter>(board), {0.2, 0.8}, 1e-12);
}

// Two alternatives between which nobody prefers stand equally often, whichever comes first.
TEST(Condorcet, AlternativesThatNobodyPrefersStandEquallyOften) {
    for (const double hair : {0.0, 1e-14}) {
        const Board board{{{0.5, 1, 1, 0, {1, 0, 0}},
                           {0.5, 1, 1, 0, {0, 0.5, 0.5}},
                           {0, 1, 1, 0, {0.3, 0.5, 0.2}},
                           {0, 1, 1, 0, {0.3, 0.2 + hair, 0.5 - hair}}},
                          {0.4, 0.3, 0.3}};
        const auto split = decide<Condorcet>(board);
        EXPECT_NEAR(split[1], split[2], 1e-12);
        EXPECT_GT(split[1], 0.25) << "both stand now and then";
    }
}

// Nash with a breakdown worth half: at the bargain, Σ w s β q_k / z_k is the same for every programme, where
// β = e^U(z) / (e^U(z) − δ e^U(x)).
TEST(Nash, NoSmallChangeMakesTheProductOfGainsGreater) {
    const Board board{
        {{0.7, 1, 1, 0, {0.6, 0.3, 0.1}}, {0.2, 0.5, 1, 0, {0.1, 0.7, 0.2}}, {0.1, 1, 1, 0, {0.2, 0.2, 0.6}}},
        {0.4, 0.4, 0.2}};
    constexpr double kBreakdown = 0.5;
    const Laid<1> laid(board);
    BoardView<1> view = laid.view();
    view.reversion = Pack<1>(kBreakdown);
    Scratch<1> scratch;
    std::vector<Pack<1>> split(3);
    Nash::decide<1>(view, scratch, split.data());
    std::vector<double> pull(3);
    for (const Seat& seat : board.seats) {
        double here = 0, there = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            here += seat.position[k] * std::log(split[k][0]);
            there += seat.position[k] * std::log(board.standing[k]);
        }
        const double beta = std::exp(here) / (std::exp(here) - kBreakdown * std::exp(there));
        for (std::size_t k = 0; k < 3; ++k)
            pull[k] += seat.weight * seat.salience * beta * seat.position[k] / split[k][0];
    }
    EXPECT_NEAR(pull[1] / pull[0], 1, 1e-4);
    EXPECT_NEAR(pull[2] / pull[0], 1, 1e-4);
}

TEST(Contest, IsNotIndifferentToSplittingASeat) {
    const Board whole{{{0.5, 1, 1, 0, {1, 0}}, {0.5, 1, 1, 0, {0, 1}}}, {0.5, 0.5}};
    const Board parted{{{0.25, 1, 1, 0, {1, 0}}, {0.25, 1, 1, 0, {1, 0}}, {0.5, 1, 1, 0, {0, 1}}},
                       {0.5, 0.5}};
    EXPECT_NEAR(decide<Contest>(whole)[0], 0.5, 1e-12);
    EXPECT_LT(decide<Contest>(parted)[0], 0.45);
}

// Three seats that ask for the same, and three that ask for nearly the same: the same election.
TEST(Condorcet, SeatsThatAskForTheSameAreOneAlternative) {
    Board board = council();
    for (int copy = 0; copy < 2; ++copy) board.seats.push_back(board.seats[2]);
    for (Seat& seat : board.seats) seat.weight /= 1.4;
    const auto alike = decide<Condorcet>(board);
    double apart = 1e-7;
    for (std::size_t m : {4u, 5u}) {
        board.seats[m].position[0] += apart;
        board.seats[m].position[1] -= apart;
        apart *= 2;
    }
    expect_near(decide<Condorcet>(board), alike, 1e-5);
    EXPECT_GT(std::abs(alike[2] - decide<Condorcet>(council())[2]), 0.01);
}

// Seats that are alike in one replicate and not in its neighbours.
TEST(Condorcet, AReplicateDoesNotDependOnItsNeighbours) {
    Board board = council();
    board.seats.push_back(board.seats[1]);
    Board other = board;
    other.seats.back().position = {0.5, 0.25, 0.25};
    const auto alone = decide<Condorcet>(board), neighbour = decide<Condorcet>(other);
    const auto both = decide_in_two_lanes<Condorcet>(board, other);
    EXPECT_EQ(both[0], alone);
    EXPECT_EQ(both[1], neighbour);
}

TEST(Condorcet, ThousandsOfSeatsThatAreAlike) {
    Board board = council();
    for (int copy = 0; copy < 1500; ++copy)
        board.seats.push_back(board.seats[static_cast<std::size_t>(copy) % 4]);
    const auto split = decide<Condorcet>(board);
    EXPECT_NEAR(std::accumulate(split.begin(), split.end(), 0.0), 1.0, 1e-12);
}

}  // namespace
}  // namespace clout
