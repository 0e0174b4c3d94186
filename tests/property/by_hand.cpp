// Systems so small that what they come to can be reckoned by hand from MODEL.md, on the median path.
#include "engine/run/block.hpp"
#include "engine/run/watch/chronicle.hpp"
#include "engine/run/watch/trace.hpp"
#include "tests/scenes.hpp"
#include "tests/turbulent.hpp"

#include <cmath>

namespace clout {
namespace {

Library read(const std::string& text, const std::vector<Override>& overrides = {}) {
    return scenes::library(scenes::written("clout: 1\ntitle: By hand\nstochastic: false\n" + text),
                           overrides);
}

System system_of(const std::string& text, const std::vector<Override>& overrides = {}) {
    return compile(read(text, overrides).arms.at(0).scenario);
}

Row row_of(const System& system, const std::string& name) {
    for (Row i = 0; i < system.organisations.size(); ++i) {
        if (organisation_name(system, i) == name) return i;
    }
    ADD_FAILURE() << "no organisation " << name;
    return 0;
}

// A state whose first round stands before `adapt`: money is paid, and nobody has adapted to it.
State<1> once_paid(const System& system) {
    State<1> state = initialise<1>(system, 0);
    for (const auto& phase : kPhases<1>) {
        if (phase.act != &adapt<1>) phase.act(system, state);
    }
    return state;
}

// 6.4: money of a place goes to its organisations and to those of none; here the north has only the latter.
TEST(ByHand, MoneyOfAPlaceWhoseOnlyRecipientsHaveNoPlace) {
    const System system = system_of(R"(
clock: {years: 1}
places: [north, south]
programmes: {care: {delivered_by: {mobile: 1}}}
sectors: {mobile: {position: {care: 1}}, local: {position: {care: 1}}}
organisations:
  clinic: {sector: local, per_place: 1, income: 10}
  van: {sector: mobile, place: south, income: 10}
  rover: {sector: mobile, count: 2, income: 5}
bodies: {board: {per_place: 1, members: {clinic: {}}}}
funds: {pot: {amount: {north: 4, south: 2}, decided_by: board, status_quo: {care: 1}}}
)");
    const State<1> state = once_paid(system);
    EXPECT_NEAR(paid_to(system, state, row_of(system, "van"))[0], 1.0, 1e-12);
    EXPECT_NEAR(paid_to(system, state, row_of(system, "rover-1"))[0], 2.5, 1e-12);
    EXPECT_NEAR(paid_to(system, state, row_of(system, "rover-2"))[0], 2.5, 1e-12);
    EXPECT_EQ(state.unspent[0], 0.0);
}

// 6.4: where a place has nobody of a sector, and nobody is without a place, the sector anywhere is paid.
TEST(ByHand, MoneyOfAPlaceWithoutRecipientsGoesToTheSectorAnywhere) {
    const System system = system_of(R"(
clock: {years: 1}
places: [north, south]
programmes: {care: {delivered_by: {mobile: 1}}}
sectors: {mobile: {position: {care: 1}}, local: {position: {care: 1}}}
organisations:
  clinic: {sector: local, per_place: 1, income: 10}
  van: {sector: mobile, place: south, income: 10}
bodies: {board: {per_place: 1, members: {clinic: {}}}}
funds: {pot: {amount: {north: 4, south: 2}, decided_by: board, status_quo: {care: 1}}}
)");
    EXPECT_NEAR(paid_to(system, once_paid(system), row_of(system, "van"))[0], 6.0, 1e-12);
}

// Three seats, one of them an entry of two members, and one who does not sit.
constexpr const char* kTable = R"(
clock: {years: 1}
programmes: {a: {delivered_by: {one: 1}}, b: {delivered_by: {two: 1}}}
sectors:
  one: {position: {a: 3, b: 1}, salience: 0.8}
  two: {position: {a: 1, b: 4}, salience: 0.4}
organisations:
  first: {sector: one, income: 10, clout: 2}
  pair: {sector: two, count: 2, income: 10, clout: 3}
  muted: {sector: two, income: 10, clout: 50}
bodies:
  board:
    formality: 0.5
    agenda_power: 0.4
    members: {first: {votes: 3, initiative: 0.5}, pair: {votes: 2, standing: 0.5}, muted: {votes: 4, standing: 0}}
funds: {pot: {amount: 2, decided_by: board, status_quo: {a: 1, b: 1}}}
)";

// 6.3, from votes and voices to the split: w ∝ (κ / Σκ)^½ (ς v / Σ ς v)^½, compromise, papers.
TEST(ByHand, WeightsOfABoardAndThePapersOnIt) {
    const Trace told = trace(system_of(kTable), std::nullopt);
    const BoardTrace& board = told.rounds.at(0).boards.at(0);
    ASSERT_EQ(board.seats.size(), 3u) << "who is not to be reckoned with does not sit";
    const double first = std::sqrt(3.0 / 5 * 2 / 5), each = std::sqrt(1.0 / 5 * 1.5 / 5),
                 all = first + 2 * each;
    EXPECT_NEAR(board.seats[0].weight, first / all, 1e-12);
    EXPECT_NEAR(board.seats[1].weight, each / all, 1e-12);
    EXPECT_NEAR(board.seats[2].weight, each / all, 1e-12);
    const double ws_first = first * 0.8, ws_pair = 2 * each * 0.4;
    const double agreed = (ws_first * 0.75 + ws_pair * 0.2) / (ws_first + ws_pair);
    const double papers = agreed + 0.4 * (3.0 / 5 * 0.5) * (0.75 - agreed);
    EXPECT_TRUE(board.agreed);
    EXPECT_NEAR(board.split[0], papers, 1e-12);
    EXPECT_NEAR(board.dispersion, 2 * (first / all) * (2 * each / all) / 2 * (0.55 * 0.55), 1e-12);
}

// Votes count by their shares: a board on which everybody has ten times as many decides the same.
TEST(ByHand, VotesAreCountedByTheirShares) {
    const Trace few = trace(system_of(kTable), std::nullopt);
    const Trace many = trace(system_of(kTable, {{"bodies.board.members.first.votes", "30"},
                                                {"bodies.board.members.pair.votes", "20"},
                                                {"bodies.board.members.muted.votes", "40"}}),
                             std::nullopt);
    for (std::size_t k = 0; k < 2; ++k)
        EXPECT_NEAR(few.rounds[0].boards[0].split[k], many.rounds[0].boards[0].split[k], 1e-12);
}

// Two funds at boards that never agree, one of them fed by exposed money; practices speak through a club.
constexpr const char* kDeadlock = R"(
clock: {years: 3}
programmes: {a: {delivered_by: {gp: 1}}, b: {delivered_by: {acute: 1}}}
sectors: {gp: {position: {a: 1}, commitment: 0.5}, acute: {position: {b: 1}}}
organisations: {practice: {sector: gp, count: 4, income: 5}, trust: {sector: acute, income: 50}}
bodies:
  club: {members: {practice: {}}}
  board: {patience: 0.001, members: {club: {}, trust: {}}}
funds:
  core: {amount: 4, protected_for: gp, exposed: 0.5, exposed_to: local}
  local: {amount: 2, decided_by: board, status_quo: {b: 1}}
  growth: {amount: 4, decided_by: board, status_quo: {b: 1}}
dynamics: {success: 1}
)";

// 6.6: the share at the start has exposed money in, so that where nothing moves nobody has gained.
TEST(ByHand, NobodyGainsWhereNothingMoves) {
    const System system = system_of(kDeadlock);
    State<1> state = initialise<1>(system, 0);
    EXPECT_NEAR(state.sectors.start_share[0][0], 2.0 / 8, 1e-12) << "half of 4 exposed, of 8 in all";
    for (; state.round < system.rounds; ++state.round) {
        play_round(system, state);
        EXPECT_EQ(state.tables.agreed[0][0], 0.0);
        EXPECT_NEAR(state.sectors.share[0][0], 2.0 / 8, 1e-12);
        EXPECT_NEAR(state.organisations.commitment[row_of(system, "practice-1")][0], 0.5, 1e-12);
    }
}

// 6.6: commitment gains with the share, by at most the whole of it.
TEST(ByHand, CommitmentFollowsSuccess) {
    const auto commitment = [](const std::string& exposed_to_fund) {
        const System system = system_of(kDeadlock, {{"bodies.board.patience", "1000"},
                                                    {"bodies.board.members.trust.standing", "0"},
                                                    {"dynamics.success", "0.2"},
                                                    {"funds.growth.amount", "0"},
                                                    {"funds.local.amount", exposed_to_fund}});
        State<1> state = initialise<1>(system, 0);
        play_round(system, state);  // the club alone decides: everything goes to practices
        EXPECT_NEAR(state.sectors.share[0][0], 1.0, 1e-12);
        return state.organisations.commitment[row_of(system, "practice-1")][0];
    };
    EXPECT_NEAR(commitment("0.5"), 0.5 + 0.2 * 0.25, 1e-12) << "from four fifths to all";
    EXPECT_NEAR(commitment("6"), 0.5 + 0.2, 1e-12) << "from a quarter to all: a gain beyond 1 counts as 1";
}

// 8: influence over several funds weighs tables by all their money, exposed money in.
TEST(ByHand, InfluenceOverFundsWeighsThemByTheirMoney) {
    const Library library = read(R"(
clock: {years: 1}
programmes: {a: {delivered_by: {one: 1}}, b: {delivered_by: {two: 1}}}
sectors: {one: {position: {a: 1}}, two: {position: {b: 1}}}
organisations: {first: {sector: one, income: 10}, second: {sector: two, income: 10}}
bodies: {board_a: {members: {first: {}}}, board_b: {members: {second: {}}}}
funds:
  core: {amount: 2, protected_for: two, exposed: 0.5, exposed_to: small}
  large: {amount: 3, decided_by: board_a, status_quo: {a: 1}}
  small: {amount: 1, decided_by: board_b, status_quo: {b: 1}}
)");
    const Outcome outcome = scenes::play(library, {"base"}, 1)[0];
    EXPECT_NEAR(scenes::last_year(outcome, "influence.one")[0], 3.0 / 5, 1e-12);
    EXPECT_NEAR(scenes::last_year(outcome, "influence.two")[0], 2.0 / 5, 1e-12);
}

// 5: a body without members is silent from before the first round on; it is not part of a mean.
TEST(ByHand, ABodyWithoutMembersIsLeantToByNobody) {
    const Trace told = trace(system_of(R"(
clock: {years: 1}
places: [north, south]
programmes: {a: {delivered_by: {gp: 1}}, b: {delivered_by: {gp: 1}}}
sectors: {gp: {position: {a: 3, b: 1}}}
organisations: {practice: {sector: gp, place: north, income: 5}}
bodies:
  club: {per_place: 1, members: {practice: {share: 0.5}}}
  group: {fidelity: 0.5, leaning: club, members: {practice: {share: 0.5}}}
  board: {members: {group: {}}}
funds: {pot: {amount: 1, decided_by: board, status_quo: {a: 1, b: 1}}}
)"),
                             std::nullopt);
    EXPECT_NEAR(told.rounds[0].boards[0].split[0], 0.75, 1e-12);
    EXPECT_NEAR(told.rounds[0].boards[0].split[1], 0.25, 1e-12);
}

// 6.6: need is never less than a hundredth of what it would be without shifts.
TEST(ByHand, NeedHasAFloor) {
    const System system = system_of(R"(
clock: {years: 1}
programmes: {a: {delivered_by: {gp: 0.001, acute: 0.999}}}
sectors: {gp: {position: {a: 1}, can_fail: true}, acute: {position: {a: 1}}}
organisations: {practice: {sector: gp, income: 1}, trust: {sector: acute, income: 50}}
bodies: {board: {members: {trust: {}}}}
funds: {pot: {amount: 10, decided_by: board, status_quo: {a: 1}}}
shifts: {all: {programme: a, from: gp, to: acute, share: 1, money_follows: 0}}
dynamics: {strain: 0.001}
)");
    State<1> state = once_paid(system);
    const Row practice = row_of(system, "practice");
    state.organisations.resilience[practice] = Pack<1>(0.5);
    adapt(system, state);
    EXPECT_NEAR(state.organisations.resilience[practice][0], 0.5 + 0.001 * (1 / 0.01 - 1), 1e-12);
}

// 6.3: a line lifts its programme part of the way, the rest shrinks in proportion, and goodwill pays for it.
TEST(ByHand, ALineLiftsItsProgramme) {
    const Trace told = trace(system_of(R"(
clock: {years: 1, rounds_per_year: 2}
programmes: {a: {delivered_by: {one: 1}}, b: {delivered_by: {one: 1}}, c: {delivered_by: {one: 1}}}
sectors: {one: {position: {a: 1, b: 4, c: 5}}}
organisations: {first: {sector: one, income: 10}}
bodies: {board: {members: {first: {}}, red_lines: {a: {floor: 0.3, rigidity: 0.75, held_by: first}}}}
funds: {pot: {amount: 1, decided_by: board, inertia: 0.25, status_quo: {a: 1, b: 4, c: 5}}}
dynamics: {friction: 0.36, goodwill_recovery: 0.75}
)"),
                             std::nullopt);
    const BoardTrace& board = told.rounds[0].boards[0];
    EXPECT_NEAR(board.split[0], 0.2, 1e-12) << "half of the way from 0.1 to 0.3 in half a year";
    EXPECT_NEAR(board.split[1], 0.4 * 0.8 / 0.9, 1e-12);
    EXPECT_NEAR(board.split[2], 0.5 * 0.8 / 0.9, 1e-12);
    EXPECT_NEAR(board.goodwill, 0.8 + 0.5 * 0.2, 1e-12);
}

// 6.5: of new money only what is signed for is taken up; the rest lapses.
TEST(ByHand, NewMoneyThatNobodySignsForLapses) {
    const Trace told = trace(system_of(R"(
clock: {years: 1}
programmes: {a: {delivered_by: {gp: 1}}, b: {delivered_by: {acute: 1}}}
sectors:
  gp: {position: {a: 1}, commitment: 0.5, sign_off: [club], lapse_to: acute}
  acute: {position: {b: 1}}
organisations: {practice: {sector: gp, count: 4, income: 5}, trust: {sector: acute, income: 50}}
bodies:
  club: {mandate: 0.2, members: {practice: {}}}
  board: {members: {club: {}}}
funds: {pot: {amount: 10, decided_by: board, inertia: 0.5, status_quo: {a: 1, b: 1}}}
)"),
                             std::nullopt);
    const RoundTrace& round = told.rounds[0];
    const double uptake = 0.2 + 0.8 * 0.5;  // g = μ + (1 − μ) m
    EXPECT_NEAR(round.uptake[0], uptake, 1e-12);
    EXPECT_NEAR(round.lapsed, (1 - uptake) * 2.5, 1e-12) << "the split moves from ½ to ¾";
    EXPECT_NEAR(round.decided[0], 5 + uptake * 2.5, 1e-12);
    EXPECT_NEAR(round.decided[1], 2.5 + (1 - uptake) * 2.5, 1e-12);
}

// What a log says of commitment is the mean over those who are independent before and after the round.
TEST(ByHand, ALogCountsTheCommitmentOfWhoIsLeft) {
    const System system = compile(scenes::library(scenes::written(scenes::kTurbulent)).arms.at(0).scenario);
    const Chronicle told = chronicle(system, 1);
    State<1> state = initialise<1>(system, 1);
    bool ended = false;
    for (const RoundRecord& round : told.told) {
        const auto before = state.organisations.commitment;
        play_round(system, state);
        ++state.round;
        ended = ended || !round.ends.empty();
        for (const WearRecord& wear : round.commitments) {
            double was = 0, is = 0, heads = 0;
            for (Row i = 0; i < system.organisations.size(); ++i) {
                if (system.sector_of(i).row() != wear.row || system.home[i] == kNoRow) continue;
                if (!state.organisations.independent[i][0]) continue;
                was += before[i][0], is += state.organisations.commitment[i][0], ++heads;
            }
            EXPECT_NEAR(wear.before, was / heads, 1e-12);
            EXPECT_NEAR(wear.after, is / heads, 1e-12);
        }
    }
    EXPECT_TRUE(ended) << "the scene has somebody who closes";
}

}  // namespace
}  // namespace clout
