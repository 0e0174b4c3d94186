// Influence shares are derivatives: move one organisation's opinion a little, and the decision moves by its
// share.
#include "engine/analysis/influence.hpp"
#include "engine/analysis/authorship.hpp"
#include "engine/analysis/ladder.hpp"
#include "engine/run/block.hpp"
#include "engine/run/watch/trace.hpp"
#include "tests/scenes.hpp"

#include <numeric>

namespace clout {
namespace {

// One round on the median path, where members of a body agree, so that to first order nobody's voice depends
// on it.
const std::vector<Override> kOneRound{
    {"stochastic", "false"}, {"clock", "{years: 1, rounds_per_year: 1}"}, {"bodies.board.agenda_power", "0"}};

// The split after the first round when an organisation wants a little more of one programme and less of
// another.
std::vector<double> split_after(const System& system, Row organisation, double nudge) {
    State<1> state = initialise<1>(system, 0);
    Pack<1>* position = &state.organisations.position[organisation * system.programmes.size()];
    position[0] += Pack<1>(nudge);
    position[2] -= Pack<1>(nudge);
    speak(system, state);
    negotiate(system, state);
    std::vector<double> split;
    for (std::size_t k = 0; k < system.programmes.size(); ++k) split.push_back(state.tables.split[k][0]);
    return split;
}

class EveryArm : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(OneArea, EveryArm,
                         testing::Values("fragmented", "united", "second-seat", "champion"));

TEST_P(EveryArm, InfluenceIsTheDerivativeOfTheDecision) {
    const Library read = scenes::library(scenes::scenario_file("one-area"), kOneRound);
    const System system = compile(scenes::arm(read, GetParam()));
    const Authorship found = find_authorship(system, 0, 1, 0).value();
    const State<1> start = initialise<1>(system, 0);
    const double moves = 1 - start.fixed.stay[1][0];  // the part of the way that a decision goes in one round
    constexpr double kNudge = 1e-4;
    for (const Row i : {Row{0}, Row{7}, static_cast<Row>(system.organisations.size() - 1),
                        static_cast<Row>(system.organisations.size() - 7)}) {
        const auto up = split_after(system, i, kNudge), down = split_after(system, i, -kNudge);
        const double slope = (up[0] - down[0]) / (2 * kNudge * moves);
        EXPECT_NEAR(slope, found.organisations[i], 1e-7) << organisation_name(system, i);
    }
}

class InfluenceInEveryScenario : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Library, InfluenceInEveryScenario, scenes::every_name(), scenes::as_test_name);

TEST_P(InfluenceInEveryScenario, PartsSumToOneAndAgreeWithOneAnother) {
    scenes::each_arm(GetParam(), [](const System& system) {
        const Authorship found = find_authorship(system, 0, 16, 0).value();
        std::vector<double> by_sector(system.sectors.size(), 0.0);
        for (Row i = 0; i < system.organisations.size(); ++i)
            by_sector[system.sector_of(i).row()] += found.organisations[i];
        for (int lane = 0; lane < 16; ++lane) {
            double sectors = 0, kinds = found.sectors.back()[lane];
            for (const auto& part : found.sectors) sectors += part[lane];
            for (const auto& part : found.kinds) kinds += part[lane];
            EXPECT_NEAR(sectors, 1.0, 1e-12);
            EXPECT_NEAR(kinds, 1.0, 1e-12);
        }
        for (std::size_t s = 0; s < system.sectors.size(); ++s) {
            double lanes = 0;
            for (int lane = 0; lane < 16; ++lane) lanes += found.sectors[s][lane];
            EXPECT_NEAR(by_sector[s], lanes, 1e-11);
        }
    });
}

// Whatever bodies, seats and boards lie between: what the seats bring together is the organisation's
// influence.
TEST_P(InfluenceInEveryScenario, TheLadderEndsAtTheInfluenceOfTheOrganisation) {
    scenes::each_arm(GetParam(), [](const System& system) {
        for (const Row organisation : {Row{0}, static_cast<Row>(system.organisations.size() / 2)}) {
            const Ways ways = ways_up(system, organisation);
            const Authorship found = find_authorship(system, 0, 16, organisation).value();
            double whole = 0;
            for (std::size_t seat = 0; seat < ways.seats.size(); ++seat) {
                const auto& part = found.ways[(ways.tiers.size() + seat) * kWayFigures + kPart];
                for (std::size_t lane = 0; lane < 16; ++lane) whole += part[lane];
            }
            EXPECT_NEAR(whole, found.organisations[organisation], 1e-11)
                << organisation_name(system, organisation);
            // Into each body its ways together bring what it says of the organisation.
            std::vector<double> said(system.bodies.size(), 0.0);
            for (std::size_t tier = 0; tier < ways.tiers.size(); ++tier) {
                const Pack<kInfluenceLanes>* figures = &found.ways[tier * kWayFigures];
                said[ways.tiers[tier].to] += figures[kPart][3];
                for (const std::size_t cause : {kShare, kCommitment, kCohesion, kMandate, kWeighs}) {
                    EXPECT_GE(figures[cause][3], 0);
                    EXPECT_LE(figures[cause][3], 1 + 1e-12);
                }
            }
            for (Row b = 0; b < system.bodies.size(); ++b) EXPECT_NEAR(said[b], found.said[b][3], 1e-12);
        }
    });
}

// Leverage in a report is that of the same futures told one at a time; what a seat moves it takes from
// somebody.
TEST_P(EveryArm, LeverageIsThatOfTheSameFuturesOneByOne) {
    const Library read = scenes::library(scenes::scenario_file("one-area"));
    System system = compile(scenes::arm(read, GetParam()));
    system.asks_leverage = true;
    const Authorship found = find_authorship(system, 0, 16, 0).value();
    const std::size_t sectors = system.sectors.size();
    ASSERT_EQ(system.tables.size(), 1u);
    double largest = 0;
    for (const std::size_t future : {0u, 5u}) {
        const Trace told = trace(system, future);
        Row seat = 0;
        std::vector<double> of_sector(sectors, 0.0);
        for (const SeatLeverage& of : told.leverage[0].seats) {
            while (!(found.seat_weight[seat][future] > 0)) ++seat;
            double sum = 0;
            for (std::size_t s = 0; s < sectors; ++s) {
                EXPECT_EQ(found.seat_leverage[seat * sectors + s][future], of.moved[s]) << of.name;
                sum += of.moved[s];
                largest = std::max(largest, std::abs(of.moved[s]));
            }
            EXPECT_NEAR(sum, 0, 1e-12) << of.name;
            ++seat;
        }
    }
    EXPECT_GT(largest, 0.001);
    InfluenceOptions options;
    options.replicates = 16;
    const InfluenceReport report = report_influence(system, options);
    for (std::size_t s = 0; s < sectors; ++s) {
        double mean = 0;
        for (int lane = 0; lane < 16; ++lane) mean += found.leverage[s][lane] / 16;
        EXPECT_NEAR(report.sectors[s].leverage.mean, mean, 1e-15);
        double told = 0, all = 0;  // what the seats of an entry move each, and what every seat moves
        for (const SeatPower& entry : report.boards[0].seats)
            told += static_cast<double>(entry.seats) * entry.each.by_sector[s];
        for (Row seat = 0; seat < system.seats(); ++seat)
            for (int lane = 0; lane < 16; ++lane) all += found.seat_leverage[seat * sectors + s][lane] / 16;
        EXPECT_NEAR(told, all, 1e-14);
    }
    EXPECT_TRUE(report_influence(compile(scenes::arm(read, GetParam())), options)
                    .boards[0]
                    .seats[0]
                    .each.by_sector.empty());
}

// Two of two votes each vote as one: with four of seven they decide alone.
TEST(Power, OfABlocIsThatOfAllItsVotes) {
    const Library read = scenes::library(scenes::written(R"(clock: {years: 1}
clout: 1
title: Bloc
programmes: {a: {delivered_by: {gp: 1}}}
sectors: {gp: {position: {a: 1}}}
organisations: {one: {sector: gp, income: 5}, two: {sector: gp, income: 5}, three: {sector: gp, income: 5}}
bodies: {board: {members: {one: {votes: 2, bloc: pair}, two: {votes: 2, bloc: pair}, three: {votes: 3}}}}
funds: {pot: {amount: 1, decided_by: board, status_quo: {a: 1}}}
)"));
    InfluenceOptions options;
    options.replicates = 16;
    const InfluenceReport report = report_influence(compile(read.arms.at(0).scenario), options);
    ASSERT_EQ(report.boards.at(0).seats.size(), 2u);
    for (const SeatPower& entry : report.boards[0].seats)
        EXPECT_NEAR(entry.power.shapley_shubik, entry.name == "pair" ? 1.0 : 0.0, 1e-15) << entry.name;
}

TEST(Concentration, HasItsTextbookValues) {
    EXPECT_DOUBLE_EQ(concentration_of(std::vector<double>{1, 1, 1, 1}).herfindahl, 0.25);
    EXPECT_NEAR(concentration_of(std::vector<double>{1, 1, 1, 1}).gini, 0.0, 1e-15);
    EXPECT_DOUBLE_EQ(concentration_of(std::vector<double>{0, 0, 0, 8}).herfindahl, 1.0);
    EXPECT_DOUBLE_EQ(concentration_of(std::vector<double>{0, 0, 0, 8}).gini, 0.75);
    EXPECT_NEAR(concentration_of(std::vector<double>{1, 2, 3, 4}).gini, 0.25, 1e-15);
}

}  // namespace
}  // namespace clout
