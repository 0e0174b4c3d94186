// What the second edition of the model computes, held against figures worked out by hand: dates, luck by
// name, signatures place by place, first calls, who is taken over first, what gains and work do to clout.
#include "tests/unit/run/by_hand.hpp"

#include <cmath>

namespace clout {
namespace {

// Two practices and a trust at one table; `more` overrides or adds.
System scene(const std::string& more = "", bool stochastic = false) {
    static const std::string kBase = R"(clout: 1
clock: {years: 6}
programmes: {access: {delivered_by: {gp: 1}}, urgent: {delivered_by: {acute: 1}}}
sectors:
  gp: {position: {access: 1}}
  acute: {position: {urgent: 1}}
organisations:
  practice: {sector: gp, count: 2, income: 10}
  trust: {sector: acute, income: 60}
bodies:
  pcn: {mandate: 0.5, members: {practice: {}}}
  board: {members: {practice: {standing: 0}, trust: {standing: 0}}}
funds:
  local: {amount: 10, decided_by: board, status_quo: {access: 1, urgent: 3}}
)";
    const auto base = scenes::written(kBase);
    const std::string text = "extends: " + base.filename().string() +
                             "\nclout: 1\nstochastic: " + (stochastic ? "true" : "false") + "\n" + more;
    return compile(scenes::library(scenes::written(text)).arms[0].scenario);
}

// The state after `rounds` rounds.
State<1> after(const System& system, std::uint32_t rounds) {
    State<1> state = initialise<1>(system, 0);
    for (; state.round < rounds; ++state.round) play_round(system, state);
    return state;
}

TEST(DatedNumbers, AmountsGrowFromTheirDates) {
    const System system = scene("funds: {local: {amount: {steps: {0: 10, 1.5: 30}}, growth: 0.1}}");
    EXPECT_NEAR(after(system, 2).tables.own[0][0], 10 * 1.1, kNear);
    EXPECT_NEAR(after(system, 3).tables.own[0][0], 30 * std::pow(1.1, 0.5), kNear);
    EXPECT_NEAR(after(system, 5).tables.own[0][0], 30 * std::pow(1.1, 2.5), kNear);
}

TEST(DatedNumbers, AMandateThatStepsIsGivenAnew) {
    const System system =
        scene("bodies: {pcn: {mandate: {steps: {0: 0.5, 2: 0.9}}}}\ndynamics: {mandate_decay: 0.3}");
    const Row pcn = row_of(system, "pcn");
    EXPECT_NEAR(after(system, 2).bodies.mandate[pcn][0], 0.5 * std::exp(-0.6), kNear);
    EXPECT_NEAR(after(system, 3).bodies.mandate[pcn][0], 0.9 * std::exp(-0.3), kNear);
}

TEST(DatedNumbers, AChampionWhoLeftDoesNotComeBack) {
    const std::string leaves = "dynamics: {champion_exit: {steps: {0: 1, 1: 0}}}\nbodies: {pcn: {champion: ";
    const Row pcn = row_of(scene(), "pcn");
    EXPECT_EQ(after(scene(leaves + "{steps: {0: 3, 2: 4}}}}"), 3).bodies.champion[pcn][0], 0);
    EXPECT_EQ(after(scene(leaves + "{steps: {0: 0, 2: 4}}}}"), 3).bodies.champion[pcn][0], 4);
}

TEST(DatedNumbers, MoneyThatIsExposedLaterArrivesWhereItStood) {
    const System system = scene(R"(funds:
  core: {amount: 20, protected_for: gp, exposed: {steps: {0: 0.1, 2: 0.5, 3: 0.2}}, exposed_to: local, exposed_as: {access: 1}}
)");
    // 10 of ¼ and 2 of 1; then 12 of that and 8 of 1; where less is exposed the split stays.
    EXPECT_NEAR(after(system, 1).tables.split[0][0], 4.5 / 12, kNear);
    EXPECT_NEAR(after(system, 3).tables.split[0][0], 12.5 / 20, kNear);
    EXPECT_NEAR(after(system, 4).tables.split[0][0], 12.5 / 20, kNear);
    EXPECT_NEAR(after(system, 4).tables.incoming[0][0], 4, kNear);
}

TEST(Luck, NamesShareADrawAndStepsStandAtItsQuantile) {
    const System system = scene(R"(bodies:
  pcn: {mandate: {steps: {0: {uniform: [0, 0.4]}, 1: {uniform: [0.5, 0.9]}}, luck: trust}, fidelity: {uniform: [0.1, 0.5], luck: trust}}
)",
                                true);
    const auto at = [&](std::uint32_t rounds, Slot slot) { return after(system, rounds)[slot][0]; };
    const BodyKindPlan& pcn = system.body_kinds[0];
    EXPECT_NEAR(at(1, pcn.mandate) + 0.1, at(1, pcn.fidelity), kNear);
    EXPECT_NEAR(at(2, pcn.mandate), at(1, pcn.mandate) + 0.5, kNear);
}

// A programme more, and in another order: nobody else's luck changes.
TEST(Luck, OfPositionsBelongsToProgrammesByName) {
    const std::string noise = "sectors: {gp: {spread: 0.4, position: {urgent: 1, access: 1}}}\n";
    const System system = scene(noise, true);
    const System both = scene(noise + R"(programmes: {social: {delivered_by: {gp: 1}}}
)",
                              true);
    const Row i = row_of(system, "practice-2"), j = row_of(both, "practice-2");
    const State<1> a = after(system, 0), b = after(both, 0);
    EXPECT_NEAR(a.organisations.anchor[2 * i][0] / a.organisations.anchor[2 * i + 1][0],
                b.organisations.anchor[3 * j][0] / b.organisations.anchor[3 * j + 1][0], kNear);
}

TEST(Luck, OfRoundsIsDrawnFourAtATimeAndNeverTwice) {
    const System system =
        scene("dynamics: {opinion_noise: 0.01}\nsectors: {gp: {position: {access: 1, urgent: 1}}}", true);
    const Row i = row_of(system, "practice-1");
    std::vector<double> met;
    for (std::uint32_t round = 2; round <= 6; ++round)
        met.push_back(after(system, round).organisations.position[2 * i][0]);
    for (std::size_t a = 0; a < met.size(); ++a) {
        EXPECT_NE(met[a], 0.5);
        for (std::size_t b = 0; b < a; ++b) EXPECT_NE(met[a], met[b]) << a << ' ' << b;
    }
}

// Boards in two places; north's practices stand behind what is signed, south's only in part.
System apart(const std::string& gp, const std::string& more = "") {
    return scene(R"(places: [north, south]
sectors: {gp: {sign_off: [pcn], lapse_to: acute, )" +
                 gp + R"(}}
organisations:
  practice: null
  northern: {sector: gp, place: north, count: 2, income: 10}
  southern: {sector: gp, place: south, count: 2, income: 10, commitment: 0.36}
bodies:
  pcn: {per_place: 1, mandate: 0, members: {practice: null, northern: {deal: true}, southern: {deal: true}}}
  board: {per_place: 1, members: {practice: null, trust: null, northern: {}, southern: {}}}
funds:
  local: {status_quo: {access: 0, urgent: 1}}
)" + more);
}

TEST(Signatures, ArePlaceByPlace) {
    const System system = apart("unanimity: 0");
    const State<1> state = after(system, 1);
    EXPECT_NEAR(state.sites.own[0][0], 1, kNear);
    EXPECT_NEAR(state.sites.own[1][0], 0.36, kNear);
    EXPECT_NEAR(state.sectors.uptake[0][0], 0.68, kNear);
    EXPECT_NEAR(state.lapsed[0], 5 * 0.64, kNear);
    EXPECT_NEAR(state.sectors.decided[0][0], 5 + 5 * 0.36, kNear);
}

TEST(Signatures, ManyMustAllSayYesUnderUnanimity) {
    const auto own = [&](const char* unanimity, const std::string& more) {
        std::string text = R"(places: [north, south]
sectors: {gp: {sign_off: [pcn], lapse_to: acute, unanimity: )";
        text += unanimity;
        text += R"(}}
organisations: {practice: {count: 4, commitment: 0.36}}
bodies: {pcn: {count: )" +
                more + ", mandate: 0, members: {practice: {deal: true}}}}\n";
        return after(scene(text), 1).sites.own[2][0];
    };
    EXPECT_NEAR(own("0", "2"), 0.36, kNear);
    EXPECT_NEAR(own("1", "2"), 0.36 * 0.36, kNear);
    EXPECT_NEAR(own("1", "4"), std::pow(0.36, 4), kNear);
    EXPECT_NEAR(own("0.5", "4"), 0.36 * 0.36, kNear);
}

TEST(Imposition, IsPaidInPartAndSufferedWhereItHappens) {
    const System system =
        apart("imposed_below: 0.5, imposed_after: 1, imposed_pay: 0.7, imposition_cost: 0.1");
    const State<1> before = after(system, 1), state = after(system, 2);
    EXPECT_NEAR(before.sites.paid[1][0], 0.36, kNear);
    EXPECT_NEAR(state.sites.paid[1][0], 0.7, kNear);
    EXPECT_EQ(state.sites.work[1][0], 1);
    EXPECT_EQ(state.sectors.imposed[0][0], 1);
    EXPECT_NEAR(state.lapsed[0], 5 * 0.3, kNear);
    EXPECT_NEAR(state.organisations.commitment[row_of(system, "northern-1")][0], 1, kNear);
    EXPECT_NEAR(state.organisations.commitment[row_of(system, "southern-1")][0], 0.26, kNear);
}

TEST(Honoured, IsThePartOfExposedMoneyThatCountsAsAgreed) {
    const auto lapsed = [](const char* honoured) {
        return after(
                   apart(
                       "unanimity: 0",
                       std::string(
                           R"(  core: {amount: 20, protected_for: gp, exposed: 0.5, exposed_to: local, honoured: )") +
                           honoured + "}\n"),
                   1)
            .lapsed[0];
    };
    // In the south 10 of new money and of exposed money, 0.64 of what is new lapses.
    EXPECT_NEAR(lapsed("1"), 0.64 * 5, kNear);
    EXPECT_NEAR(lapsed("0.4"), 0.64 * (10 - 2), kNear);
}

TEST(FirstCalls, MeetTheUnmetNeedOfTheLastRound) {
    const System system = scene(R"(sectors: {acute: {demand_growth: 0.5}}
funds: {local: {first_call: {sector: acute, limit: 0.6, softness: 0.5}, top_slice: {sector: gp, share: 0.1}}}
organisations: {trust: {income: 10}}
)");
    // Need in round 0 is income: it lacks the tenth of its 7.5 that is sliced off.
    const State<1> first = after(system, 1), second = after(system, 2), third = after(system, 3);
    EXPECT_EQ(first.tables.called[0][0], 0);
    EXPECT_NEAR(first.tables.gap[0][0], 0.75, kNear);
    EXPECT_NEAR(second.tables.called[0][0], 0.375, kNear);
    EXPECT_NEAR(second.tables.rest[0][0], 8.625, kNear);
    EXPECT_NEAR(second.sectors.decided[1][0], 0.375 + 8.625 * 0.75, kNear);
    // Called money apart: 15 needed, 2.5 and 0.75 of 8.625 there.
    EXPECT_NEAR(second.tables.gap[0][0], 15 - 2.5 - 0.75 * 8.625, kNear);
    EXPECT_NEAR(third.tables.called[0][0], std::min(6.0, 0.5 * (12.5 - 0.75 * 8.625)), kNear);
    const MinutesRecord minutes = chronicle(system, std::nullopt).told.at(1).minutes.at(0);
    EXPECT_NEAR(minutes.called, 0.375, kNear);
    EXPECT_NEAR(minutes.gap, 0.75, kNear);
    EXPECT_NEAR(minutes.sliced, 1, kNear);
    EXPECT_EQ(minutes.taken_off, 0);
}

TEST(Acquisition, TakesTheWeakAndTheAloneFirst) {
    const auto taken = [](const char* resilience, const char* mandate) {
        return after(scene(std::string("sectors: {gp: {taken_over_by: acute, resilience: ") + resilience +
                           "}}\nbodies: {pcn: {mandate: " + mandate + "}}\ndynamics: {acquisition: 1}"),
                     1)
            .taken_over[0];
    };
    EXPECT_EQ(taken("0.2", "0.1"), 2);  // a hazard of 0.72, more than log 2
    EXPECT_EQ(taken("0.2", "0.2"), 0);
    EXPECT_EQ(taken("0.4", "0.1"), 0);
}

TEST(Advantage, EveryPointOfShareWonMakesTheSameDifference) {
    const System system = scene(R"(bodies: {board: {members: {practice: {standing: 1}}}}
dynamics: {cumulative_advantage: 2}
)");
    const State<1> state = after(system, 1);
    EXPECT_NEAR(state.sectors.share[0][0], 1, kNear);
    EXPECT_NEAR(state.organisations.clout[row_of(system, "practice-1")][0], 10 * std::exp(1.5), 1e-9);
    EXPECT_NEAR(state.organisations.clout[row_of(system, "trust")][0], 60 * std::exp(-1.5), 1e-9);
}

TEST(Work, ThatShiftsMakesCloutOfWhoDoesIt) {
    const System system =
        scene(R"(shifts: {move: {programme: urgent, from: acute, to: gp, share: 0.4, clout: 2}}
organisations: {practice: null, small: {sector: gp, income: 5}, large: {sector: gp, income: 15}}
bodies: {pcn: {members: {practice: null, small: {}, large: {}}}, board: {members: {practice: null, small: {standing: 0}}}}
)");
    const State<1> state = after(system, 1);  // 0.4 of 7.5, times 2, by income
    EXPECT_NEAR(state.organisations.clout[row_of(system, "small")][0], 5 + 6 * 0.25, kNear);
    EXPECT_NEAR(state.organisations.clout[row_of(system, "large")][0], 15 + 6 * 0.75, kNear);
}

}  // namespace
}  // namespace clout
