// What stands before the first round, and what one phase alone does to it: figures worked out by hand from
// MODEL.md.
#include "tests/unit/run/by_hand.hpp"

#include <cmath>

namespace clout {
namespace {

// Two places; practices in the north alone.
constexpr const char* kNorth = R"(
clock: {years: 1}
places: [north, south]
programmes: {a: {delivered_by: {gp: 1}}, b: {delivered_by: {gp: 1}}}
sectors: {gp: {position: {a: 3, b: 1}}}
organisations: {practice: {sector: gp, place: north, income: 5}}
)";

// 5: the first message of a body is the mean of those of its members that have somebody behind them.
TEST(Start, AMemberWithoutMembersIsNoPartOfTheFirstMessage) {
    const System system = by_hand(std::string(kNorth) + R"(bodies:
  club: {per_place: 1, members: {practice: {}}}
  group: {members: {club: {}}}
  board: {members: {group: {}}}
funds: {pot: {amount: 1, decided_by: board, status_quo: {a: 1, b: 1}}}
)");
    const State<1> state = initialise<1>(system, 0);
    EXPECT_EQ(state.bodies.speaks[row_of(system, "club@south")][0], 0.0);
    const Row group = row_of(system, "group");
    EXPECT_NEAR(state.bodies.message[2 * group][0], 0.75, kNear);
    EXPECT_NEAR(state.bodies.message[2 * group + 1][0], 0.25, kNear);
}

// One practice a place, thrice as many patients in the south; each place has a board.
std::string places_with(const std::string& amount, const std::string& more = "") {
    return R"(
clock: {years: 2}
places: [north, south]
programmes: {a: {delivered_by: {gp: 1}}, b: {delivered_by: {gp: 1}}}
sectors: {gp: {position: {a: 3, b: 1}}}
organisations:
  northern: {sector: gp, place: north, income: 5, list_size: 1000}
  southern: {sector: gp, place: south, income: 5, list_size: 3000}
bodies:
  board: {per_place: 1, members: {northern: {}, southern: {}}}
)" + more +
           "funds: {pot: {amount: " + amount + ", decided_by: board, status_quo: {a: 1, b: 1}}}\n";
}

// 5: a fund without amounts by place is divided by the patients of each.
TEST(Start, AFundIsDividedByPatients) {
    const State<1> state = initialise<1>(by_hand(places_with("8")), 0);
    EXPECT_NEAR(state.tables.part[0][0], 0.25, kNear);
    EXPECT_NEAR(state.tables.part[1][0], 0.75, kNear);
    EXPECT_NEAR(state.tables.own[1][0], 6, kNear);
}

// 5: what funds pay an organisation may be more than its income; nothing is then left to come from outside.
TEST(Start, WhatComesFromOutsideIsNeverLessThanNothing) {
    const State<1> state = initialise<1>(by_hand(places_with("8")), 0);
    EXPECT_NEAR(state.organisations.other[0][0], 3, kNear);
    EXPECT_NEAR(state.organisations.base[0][0], 5, kNear);
    EXPECT_EQ(state.organisations.other[1][0], 0.0);
    EXPECT_NEAR(state.organisations.base[1][0], 6, kNear);
}

// 5: where every board has a place, a body of a place leans to what stands there, and one without a place to
// the mean of the splits, each with its part of the fund.
TEST(Start, BodiesLeanToTheSplitOfTheirPlace) {
    const System system = by_hand(places_with("8", "  group: {members: {northern: {}, southern: {}}}\n"));
    State<1> state = initialise<1>(system, 0);
    state.tables.split[0] = 1.0, state.tables.split[1] = 0.0;
    state.tables.split[2] = 0.2, state.tables.split[3] = 0.8;
    find_leanings(system, state);
    const auto& leaning = state.bodies.leaning;
    EXPECT_NEAR(leaning[0][0], 1.0, kNear);
    EXPECT_NEAR(leaning[2][0], 0.2, kNear);
    EXPECT_NEAR(leaning[4][0], 0.25 * 1.0 + 0.75 * 0.2, kNear);
    EXPECT_NEAR(leaning[5][0], 0.75 * 0.8, kNear);
}

TEST(Start, ABodyOfAPlaceLeansThere) {
    const System system = by_hand(places_with("8", "  group: {members: {northern: {}, southern: {}}}\n"));
    EXPECT_EQ(system.bodies[row_of(system, "board@north")].leaning, 0u);
    EXPECT_EQ(system.bodies[row_of(system, "board@south")].leaning, 1u);
    EXPECT_EQ(system.bodies[row_of(system, "group")].leaning, 2u);
}

// 6.1: who has been taken over or has closed wants what it wanted.
TEST(Deliberation, OfThoseWhoAreIndependent) {
    const System system = by_hand(R"(
clock: {years: 3}
programmes: {a: {delivered_by: {gp: 1}}, b: {delivered_by: {gp: 1}}}
sectors: {gp: {position: {a: 3, b: 1}, susceptibility: 0.5}, acute: {position: {b: 1}}}
organisations: {practice: {sector: gp, count: 2, income: 5}, trust: {sector: acute, income: 50}}
bodies: {club: {members: {practice: {}, trust: {}}}, board: {members: {club: {}}}}
funds: {pot: {amount: 1, decided_by: board, status_quo: {a: 1, b: 1}}}
)");
    State<1> state = initialise<1>(system, 0);
    state.round = 1;
    state.organisations.independent[0] = false;
    const auto before = state.organisations.position;
    deliberate(system, state);
    EXPECT_EQ(state.organisations.position[0][0], before[0][0]);
    EXPECT_NE(state.organisations.position[2][0], before[2][0]);
}

// 6.5: of bodies of one kind as many count as stand behind their clout: (9 + 1)² / (81 + 1) of a large and a
// small one, not two.
TEST(Signatures, ASmallOrganAddsLittleToHowManyMustAgree) {
    const auto uptake = [](const char* unanimity) {
        const System system = by_hand(std::string(R"(
clock: {years: 1}
programmes: {a: {delivered_by: {gp: 1}}, b: {delivered_by: {acute: 1}}}
sectors:
  gp: {position: {a: 1}, commitment: 0.5, sign_off: [pcn], lapse_to: acute, unanimity: )") +
                                      unanimity + R"(}
  acute: {position: {b: 1}}
organisations:
  practice: {sector: gp, count: 2, income: 10}
  trust: {sector: acute, income: 50}
bodies:
  pcn: {count: 2, members: {practice: {share: 0.5}}}
  board: {members: {practice: {}, trust: {}}}
funds: {pot: {amount: 1, decided_by: board, status_quo: {a: 1, b: 1}}}
)");
        State<1> state = initialise<1>(system, 0);
        state.bodies.potential[0] = 9.0, state.bodies.potential[1] = 1.0;
        state.bodies.assent[0] = 0.5, state.bodies.assent[1] = 0.5;
        take_up(system, state);
        return state.sites.own[0][0];
    };
    EXPECT_NEAR(uptake("0"), 0.5, kNear);
    EXPECT_NEAR(uptake("1"), std::pow(0.5, 100.0 / 82), kNear);
}

}  // namespace
}  // namespace clout
