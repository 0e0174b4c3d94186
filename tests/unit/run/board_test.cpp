// One board, phase by phase: who sits, what a seat says, which lines are held. Figures worked out by hand
// from MODEL.md 6.3.
#include "engine/run/phases/seats.hpp"
#include "tests/unit/run/by_hand.hpp"

#include <cmath>

namespace clout {
namespace {

// A trust, and practices who speak through a club in each of two places. `board` is what follows its members.
System boardroom(const std::string& members, const std::string& board = "", const std::string& more = "") {
    const std::string text = R"(clock: {years: 2}
places: [north, south]
programmes:
  a: {delivered_by: {gp: 1}}
  b: {delivered_by: {acute: 1}}
  c: {delivered_by: {acute: 1}}
sectors: {gp: {position: {a: 6, b: 4}}, acute: {position: {b: 1, c: 1}}}
organisations:
  northern: {sector: gp, place: north, income: 5, clout: 4}
  southern: {sector: gp, place: south, income: 5, clout: 2}
  trust: {sector: acute, income: 50, clout: 6}
bodies:
  club: {per_place: 1, mandate: 1, members: {northern: {}, southern: {}}}
  board:
    members: )" + members + "\n" +
                             board +
                             R"(funds: {pot: {amount: 1, decided_by: board, status_quo: {a: 1, b: 1, c: 1}}}
)" + more;
    return by_hand(text);
}

State<1> spoken(const System& system) {
    State<1> state = initialise<1>(system, 0);
    deliberate(system, state);
    speak(system, state);
    return state;
}

TEST(Board, AnEntrysVotesAreThoseOfItsMembersWhoSit) {
    const System system = boardroom("{club: {votes: 2}, trust: {votes: 2}}");
    State<1> state = spoken(system);
    state.bodies.voice[row_of(system, "club@south")] = 0.0;
    Seats<1> seats(system, state, 0, 0);
    take_seats(system, state, 0, seats);
    EXPECT_EQ(seats.sitting[0], 2.0);
    EXPECT_EQ(seats.votes[0][0], 2.0);
    EXPECT_EQ(seats.votes[1][0], 0.0);
    EXPECT_EQ(seats.votes[2][0], 2.0);
}

TEST(Board, WhoHasBeenBoughtDoesNotSit) {
    const System system = boardroom("{club: {votes: 2}, trust: {votes: 2}}");
    State<1> state = spoken(system);
    state.bodies.bought.assign(system.bodies.size(), Pack<1>(0.0));
    state.bodies.bought[row_of(system, "club@north")] = 1.0;
    Seats<1> seats(system, state, 0, 0);
    take_seats(system, state, 0, seats);
    EXPECT_EQ(seats.sits[0][0], 0.0);
    EXPECT_EQ(seats.sits[1][0], 1.0);
    EXPECT_EQ(seats.votes[1][0], 2.0);
}

TEST(Board, AConflictedSeatSpeaksForWhatStands) {
    const System system = boardroom("{club: {conflicted: true}, trust: {conflicted: true}}");
    State<1> state = spoken(system);
    Seats<1> seats(system, state, 0, 0);
    take_seats(system, state, 0, seats);
    for (std::size_t number = 0; number < 9; ++number) EXPECT_NEAR(seats.position[number][0], 1.0 / 3, kNear);
}

// Half a foresight, and only a fifth of what practices are offered is taken up: .6 of what a would gain is
// offered.
TEST(Board, ForesightOffersLessOfWhatWouldLapse) {
    const System system = boardroom("{northern: {}}", "    foresight: 0.5\n");
    State<1> state = spoken(system);
    for (std::size_t column = 0; column < 3; ++column) state.sites.paid[column] = 0.2;
    negotiate(system, state);
    const double a = 1.0 / 3 + 0.6 * (0.6 - 1.0 / 3), b = 0.4;
    EXPECT_NEAR(state.tables.split[0][0], a / (a + b), kNear);
    EXPECT_NEAR(state.tables.split[1][0], b / (a + b), kNear);
}

// A quarter is trusts' before anybody asks who delivers; practices get .6 of the rest.
TEST(Board, ATopSliceIsPaidToItsSector) {
    const System system = by_hand(R"(
clock: {years: 1}
programmes: {a: {delivered_by: {gp: 1}}, b: {delivered_by: {acute: 1}}}
sectors: {gp: {position: {a: 6, b: 4}}, acute: {position: {b: 1}}}
organisations: {practice: {sector: gp, income: 5}, trust: {sector: acute, income: 50}}
bodies: {board: {members: {practice: {}}}}
funds: {pot: {amount: 8, decided_by: board, status_quo: {a: 1}, top_slice: {sector: acute, share: 0.25}}}
)");
    State<1> state = spoken(system);
    for (const auto act : {&negotiate<1>, &allocate<1>, &deliver<1>}) act(system, state);
    EXPECT_NEAR(state.sectors.received[0][0], 6 * 0.6, kNear);
    EXPECT_NEAR(state.sectors.received[1][0], 2 + 6 * 0.4, kNear);
}

// 6.6: at nothing, not only below it.
TEST(Resilience, IsSpentAtNothing) {
    const System system = by_hand(R"(
clock: {years: 2}
programmes: {a: {delivered_by: {gp: 1}}}
sectors: {gp: {position: {a: 1}, can_fail: true}, acute: {position: {a: 1}}}
organisations: {practice: {sector: gp, income: 5}, trust: {sector: acute, income: 50}}
bodies: {board: {members: {trust: {}}}}
funds: {pot: {amount: 1, decided_by: board, status_quo: {a: 1}}}
dynamics: {shock: 0.1}
)");
    State<1> state = spoken(system);
    for (const auto act : {&negotiate<1>, &allocate<1>, &deliver<1>}) act(system, state);
    state.organisations.resilience[row_of(system, "practice")] = 0.0;
    adapt(system, state);
    EXPECT_FALSE(any(state.organisations.independent[row_of(system, "practice")]));
}

TEST(Lines, AreHeldByWhoSits) {
    const auto held = [](const char* standing) {
        const System system = boardroom("{northern: {}, trust: {standing: " + std::string(standing) + "}}",
                                        "    red_lines: {c: {floor: 0.3, rigidity: 1, held_by: trust}}\n");
        State<1> state = spoken(system);
        negotiate(system, state);
        return state.tables.split[2][0];
    };
    EXPECT_NEAR(held("1e-9"), 0.3, 1e-6);
    EXPECT_NEAR(held("0"), 0.0, kNear);
}

// A lever takes trusts off the board: nobody holds their line.
TEST(Lines, OfWhoIsNoMemberAreNone) {
    const auto file = scenes::written(R"(clock: {years: 1}
clout: 1
title: Taken off
programmes: {a: {delivered_by: {gp: 1}}, c: {delivered_by: {acute: 1}}}
sectors: {gp: {position: {a: 1}}, acute: {position: {c: 1}}}
organisations: {practice: {sector: gp, income: 5}, trust: {sector: acute, income: 50}}
bodies:
  board: {members: {practice: {}, trust: {}}, red_lines: {c: {floor: 0.3, rigidity: 1, held_by: trust}}}
funds: {pot: {amount: 1, decided_by: board, status_quo: {a: 1, c: 1}}}
levers: {taken_off: {patch: {bodies: {board: {members: {trust: null}}}}}}
arms: {with: {levers: []}, without: {levers: [taken_off]}}
)");
    const Library read = scenes::library(file);
    ASSERT_EQ(read.arms.size(), 2u);
    EXPECT_EQ(compile(read.arms[0].scenario).body_kinds[0].red_lines.size(), 1u);
    EXPECT_EQ(compile(read.arms[1].scenario).body_kinds[0].red_lines.size(), 0u);
}

// A line that is enforced wakes the dormant line of another, and none of who holds it.
TEST(Lines, AnswerThoseOfOthers) {
    const auto wakes = [](const char* holder) {
        const System system = boardroom("{northern: {}, southern: {}, trust: {standing: 1e-9}}",
                                        "    red_lines:\n      c: {floor: 0.3, rigidity: 0.5, held_by: "
                                        "trust}\n      b: {floor: 0.6, rigidity: 1, "
                                        "dormant: true, held_by: " +
                                            std::string(holder) + "}\n",
                                        "dynamics: {escalation: 2}\n");
        State<1> state = spoken(system);
        negotiate(system, state);
        EXPECT_TRUE(any(state.tables.breached[0]) != any(state.tables.breached[1])) << holder;
        return any(state.tables.awake[0]) || any(state.tables.awake[1]);
    };
    EXPECT_FALSE(wakes("trust"));
    EXPECT_TRUE(wakes("southern"));
}

}  // namespace
}  // namespace clout
