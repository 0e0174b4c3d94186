// Money is conserved, shares sum to one, and nothing leaves its range, in every round of every arm of the
// library.
#include "engine/run/block.hpp"
#include "engine/run/watch/observe.hpp"
#include "tests/scenes.hpp"

#include <cmath>

namespace clout {
namespace {

class MoneyOfEveryScenario : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Library, MoneyOfEveryScenario, scenes::every_name(), scenes::as_test_name);

constexpr int kLanes = 16;
using Block = State<kLanes>;

void expect_near(const Pack<kLanes>& a, const Pack<kLanes>& b, const char* what) {
    for (int lane = 0; lane < kLanes; ++lane) {
        EXPECT_NEAR(a[lane], b[lane], 1e-9 * std::max(1.0, std::abs(b[lane]))) << what << ", lane " << lane;
    }
}

// The yearly amount of a fund at a round, from the scenario alone.
Pack<kLanes> amount(const System& system, const Block& state, const FundPlan& fund) {
    Pack<kLanes> base = state[fund.amount];
    if (fund.by_place) {
        base = Pack<kLanes>(0.0);
        for (Row t = fund.tables.first; t < fund.tables.last; ++t) base += state[system.tables[t].amount];
    }
    for (int lane = 0; lane < kLanes; ++lane) {
        base.set(lane, base[lane] * std::pow(1 + state[fund.growth][lane], state.round * system.dt));
    }
    return base;
}

void check_money(const System& system, const Block& state) {
    Pack<kLanes> amounts(0.0), received(0.0), paid(0.0), share(0.0);
    for (const FundPlan& fund : system.funds) amounts += amount(system, state, fund);
    for (const auto& money : state.sectors.received) received += money;
    for (const auto& part : state.sectors.share) share += part;
    for (Row i = 0; i < system.organisations.size(); ++i) {
        const auto& of = state.organisations;
        paid += of.income[i] * state.cells.rate[system.cell[i]] +
                where(of.open[i], state.cells.head[system.cell[i]]);
    }
    expect_near(received + state.unspent + state.granted, amounts,
                "sectors' receipts, grants and unspent money are the funds' amounts");
    expect_near(paid, received, "organisations get what sectors receive");
    expect_near(share, Pack<kLanes>(1.0), "shares of decided money");
}

void check_influence(const System& system, const Block& state) {
    Packs<kLanes> parts(system.sectors.size() + 1);
    influence_of(system, state, {0, static_cast<Row>(system.tables.size())}, TableWeight::whole,
                 parts.data());
    Pack<kLanes> sum(0.0);
    for (const auto& part : parts) sum += part;
    for (int lane = 0; lane < kLanes; ++lane) EXPECT_NEAR(sum[lane], 1.0, 1e-12);
}

void check_ranges(const System& system, const Block& state) {
    const auto within = [](const Packs<kLanes>& values, double low, double high, const char* what) {
        for (const auto& value : values) {
            EXPECT_TRUE(all(value >= Pack<kLanes>(low)) && all(value <= Pack<kLanes>(high))) << what;
        }
    };
    within(state.organisations.position, 0, 1 + 1e-12, "position");
    within(state.organisations.commitment, 0, 1, "commitment");
    within(state.organisations.resilience, -100, 100, "resilience");
    within(state.organisations.clout, 0, 1e9, "clout");
    within(state.bodies.cohesion, 0, 1, "cohesion");
    within(state.bodies.goodwill, 0, 1, "goodwill");
    within(state.bodies.assent, 0, 1 + 1e-12, "assent");
    within(state.tables.split, 0, 1 + 1e-12, "split");
    within(state.sectors.uptake, 0, 1 + 1e-12, "uptake");
    for (Row t = 0; t < system.tables.size(); ++t) {
        Pack<kLanes> weight(0.0);
        for (Row seat = system.first_seat[t]; seat < system.first_seat[t + 1]; ++seat)
            weight += state.tables.seat_weight[seat];
        expect_near(weight, state.tables.decides[t], "weights of a board's seats");
    }
}

// What is kept through closures and takeovers is what counting all organisations again would give.
void check_counts(const System& system, const Block& kept) {
    Block counted = kept;
    tally(system, counted);
    const auto same = [](const Pack<kLanes>& a, const Pack<kLanes>& b, const char* what) {
        for (int lane = 0; lane < kLanes; ++lane) EXPECT_EQ(a[lane], b[lane]) << what << ", lane " << lane;
    };
    for (std::size_t cell = 0; cell < system.cells(); ++cell) {
        expect_near(kept.cells.income[cell], counted.cells.income[cell], "income of a cell");
        same(kept.cells.open[cell], counted.cells.open[cell], "not closed in a cell");
    }
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        expect_near(kept.sectors.income[s], counted.sectors.income[s], "income of a sector");
        same(kept.sectors.open[s], counted.sectors.open[s], "not closed in a sector");
        same(kept.sectors.independent[s], counted.sectors.independent[s], "independent in a sector");
    }
    expect_near(kept.sum_other, counted.sum_other, "income from elsewhere");
    expect_near(kept.sum_base, counted.sum_base, "need");
    expect_near(kept.patients, counted.patients, "patients");
    same(kept.taken_over, counted.taken_over, "taken over");
    same(kept.closed, counted.closed, "closed");
}

TEST_P(MoneyOfEveryScenario, KeepsItsAccountsInEveryRound) {
    scenes::each_arm(GetParam(), [](const System& system) {
        Block state = initialise<kLanes>(system, 0);
        for (; state.round < system.rounds; ++state.round) {
            for (const auto& phase : kPhases<kLanes>) {
                if (phase.act == &adapt<kLanes>) check_money(system, state);  // before anybody closes
                phase.act(system, state);
            }
            check_influence(system, state);
            check_ranges(system, state);
            check_counts(system, state);
        }
    });
}

TEST_P(MoneyOfEveryScenario, PatientsIncomeAndCloutPassOn) {
    const Library read = scenes::library(scenes::scenario_file(GetParam()));
    const System system = compile(read.arms[0].scenario);
    Block state = initialise<kLanes>(system, 16);
    const Pack<kLanes> patients = state.patients, base = state.sum_base, other = state.sum_other;
    for (; state.round < system.rounds; ++state.round) play_round(system, state);
    EXPECT_TRUE(any(state.closed > Pack<kLanes>(0.0)));
    expect_near(state.patients, patients, "patients");
    expect_near(state.sum_base, base, "need");
    expect_near(state.sum_other, other, "income from elsewhere");
}

}  // namespace
}  // namespace clout
