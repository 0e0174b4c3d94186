// The log of a future adds up: it tells the same future as the trace, its steps lead from the split that
// stood to the one that stands, and its events account for what changed.
#include "engine/run/watch/chronicle.hpp"
#include "engine/run/block.hpp"
#include "engine/run/watch/trace.hpp"
#include "tests/scenes.hpp"
#include "tests/turbulent.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace clout {
namespace {

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

void expect_same(const std::vector<double>& found, const std::vector<double>& expected, const char* what) {
    ASSERT_EQ(found.size(), expected.size()) << what;
    for (std::size_t at = 0; at < found.size(); ++at)
        EXPECT_NEAR(found[at], expected[at], 1e-12) << what << ' ' << at;
}

void check_minutes(const MinutesRecord& minutes, const BoardTrace& board) {
    expect_same(minutes.split, board.split, "the steps lead to the split that stands");
    EXPECT_EQ(minutes.agreed, board.agreed);
    EXPECT_EQ(minutes.agreed, minutes.decides && minutes.chance > minutes.draw);
    EXPECT_EQ(minutes.dispersion, board.dispersion);
    ASSERT_EQ(minutes.seats.size(), board.seats.size());
    double votes = 0;
    for (std::size_t m = 0; m < minutes.seats.size(); ++m) {
        EXPECT_EQ(minutes.seats[m].who.name, board.seats[m].name);
        EXPECT_EQ(minutes.seats[m].weight, board.seats[m].weight);
        EXPECT_NEAR(sum(minutes.seats[m].asks), 1, 1e-12);
        votes += minutes.seats[m].votes;
    }
    EXPECT_NEAR(votes, minutes.decides ? 1 : 0, 1e-12);
    for (const RedLineRecord& line : minutes.red_lines) {
        EXPECT_LT(line.before, line.floor);
        EXPECT_GT(line.after, line.before);
        EXPECT_NEAR(sum(line.programmes), 0, 1e-12);
        EXPECT_NEAR(sum(line.sectors), 0, 1e-12);
    }
}

// x* of the protocol, pulled towards the seats whose papers it takes; where need is published, towards that
// as well, so that only what is left over of the whole can be told here.
void check_papers(const System& system, const MinutesRecord& minutes) {
    const bool published = !system.funds[minutes.fund.row()].yardstick.empty();
    double left_over = 0;
    for (std::size_t k = 0; k < minutes.proposed.size() && minutes.decides; ++k) {
        double tabled = minutes.proposed[k];
        for (const SeatRecord& seat : minutes.seats)
            tabled += seat.papers * (seat.asks[k] - minutes.proposed[k]);
        if (!published) {
            EXPECT_NEAR(minutes.tabled[k], tabled, 1e-12);
        }
        left_over += minutes.tabled[k] - tabled;
    }
    EXPECT_NEAR(left_over, 0, 1e-12);
}

void check_ends(const RoundRecord& record, const RoundTrace& before, const RoundTrace& after) {
    std::uint64_t closed = 0, taken_over = 0;
    for (const EndRecord& end : record.ends) {
        (end.taken_over ? taken_over : closed) += 1;
        double parts = end.heirs.empty() ? 1 : 0;
        for (const HeirRecord& heir : end.heirs) parts += heir.part;
        if (end.heirs.size() < end.heirs_in_all) {
            EXPECT_LT(parts, 1) << end.who.name << ": only the largest of many heirs are named";
        } else {
            EXPECT_NEAR(parts, 1, 1e-12) << end.who.name;
        }
    }
    EXPECT_EQ(closed, after.closed - before.closed);
    EXPECT_EQ(taken_over, after.taken_over - before.taken_over);
    EXPECT_EQ(closed + taken_over, before.independent - after.independent);
}

void check_round(const System& system, const RoundRecord& record, const RoundTrace& before,
                 const RoundTrace& after) {
    ASSERT_EQ(record.minutes.size(), after.boards.size());
    for (std::size_t t = 0; t < after.boards.size(); ++t) {
        check_minutes(record.minutes[t], after.boards[t]);
        check_papers(system, record.minutes[t]);
    }
    double lapsed = 0;
    for (const LapseRecord& lapse : record.lapses) lapsed += lapse.lapsed;
    EXPECT_NEAR(lapsed, after.lapsed, 1e-12 * std::max(1.0, after.lapsed));
    EXPECT_EQ(record.lapsed, after.lapsed);
    EXPECT_EQ(record.unspent, after.unspent);
    expect_same(record.decided, after.decided, "decided");
    expect_same(record.received, after.received, "received");
    // Signatures count place by place: what all organs assent to is the product only where all boards stand
    // in one.
    const bool one_place =
        std::all_of(after.boards.begin(), after.boards.end(),
                    [&](const BoardTrace& board) { return board.place == after.boards.front().place; });
    std::set<std::size_t> imposed;
    for (const ConsentRecord& consent : record.consents) {
        EXPECT_EQ(consent.uptake, after.uptake[consent.sector.row()]);
        double product = 1;
        for (const OrganRecord& organ : consent.organs) product *= organ.assent;
        if (one_place) {
            EXPECT_NEAR(product, consent.own, 1e-12);
        }
        if (consent.imposed) imposed.insert(consent.sector.row());
    }
    EXPECT_EQ(imposed.size(), after.imposed.size());
    check_ends(record, before, after);
}

void check_future(const System& system, std::optional<std::uint64_t> replicate) {
    const Chronicle told = chronicle(system, replicate);
    const Trace traced = trace(system, replicate);
    ASSERT_EQ(told.told.size(), traced.rounds.size());
    RoundTrace before;
    before.independent = system.organisations.size();
    for (std::size_t t = 0; t < told.told.size(); ++t) {
        check_round(system, told.told[t], before, traced.rounds[t]);
        before = traced.rounds[t];
    }
}

class EveryLog : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Library, EveryLog, scenes::every_name(), scenes::as_test_name);

TEST_P(EveryLog, AddsUpInEveryArm) {
    scenes::each_arm(GetParam(), [](const System& system) {
        check_future(system, std::nullopt);
        check_future(system, 3);
    });
}

TEST(Log, AddsUpWhereEverythingHappens) {
    const System system = compile(scenes::library(scenes::written(scenes::kTurbulent)).arms.at(0).scenario);
    std::size_t lines = 0, lapses = 0, closed = 0, taken = 0, left = 0, imposed = 0, broken = 0;
    for (std::uint64_t replicate = 0; replicate < 20; ++replicate) {
        check_future(system, replicate);
        for (const RoundRecord& record : chronicle(system, replicate).told) {
            for (const MinutesRecord& minutes : record.minutes) {
                lines += minutes.red_lines.size();
                broken += !minutes.agreed;
            }
            for (const EndRecord& end : record.ends) (end.taken_over ? taken : closed) += 1;
            for (const ConsentRecord& consent : record.consents) imposed += consent.imposed;
            lapses += record.lapses.size();
            left += record.champions.size();
        }
    }
    EXPECT_TRUE(lines && lapses && closed && taken && left && imposed && broken)
        << lines << ' ' << lapses << ' ' << closed << ' ' << taken << ' ' << left << ' ' << imposed << ' '
        << broken;
}

// Whoever is named as an heir has, after the round, what passed on: patients of the closed, clout of those
// taken over.
TEST(Log, HeirsHoldWhatPassedOn) {
    const System system = compile(scenes::library(scenes::written(scenes::kTurbulent)).arms.at(0).scenario);
    double passed = 0;
    for (std::uint64_t replicate = 0; replicate < 20; ++replicate) {
        const Chronicle told = chronicle(system, replicate);
        const State<1> start = initialise<1>(system, replicate);
        Packs<1> list = start.organisations.list, clout = start.organisations.clout0;
        play_block<1>(system, replicate, [&](const State<1>& state) {
            for (const EndRecord& end : told.told[state.round].ends) {
                if (!end.taken_over) {
                    list[end.who.row] -= Pack<1>(end.patients);
                    clout[end.who.row] -= Pack<1>(end.clout);
                }
                for (const HeirRecord& heir : end.heirs) {
                    list[heir.who.row] += Pack<1>(end.patients * heir.part);  // none of those taken over
                    clout[heir.who.row] += Pack<1>(end.clout * heir.part);
                    passed += end.patients * heir.part;
                }
            }
            for (Row i = 0; i < system.organisations.size(); ++i) {
                EXPECT_NEAR(state.organisations.list[i][0], list[i][0], 1e-6) << organisation_name(system, i);
                EXPECT_NEAR(state.organisations.clout0[i][0], clout[i][0], 1e-9)
                    << organisation_name(system, i);
            }
        });
    }
    EXPECT_GT(passed, 1000);
}

// Goodwill wears and mends along both funds of one board, and is what the next round begins with.
TEST(Log, GoodwillGoesOnWhereItEnded) {
    const System system = compile(scenes::library(scenes::written(scenes::kTurbulent)).arms.at(0).scenario);
    const Chronicle told = chronicle(system, 5);
    const Trace traced = trace(system, 5);
    double goodwill = 1;
    for (std::size_t t = 0; t < told.told.size(); ++t) {
        for (const MinutesRecord& minutes : told.told[t].minutes) {
            EXPECT_NEAR(minutes.goodwill_before, goodwill, 1e-12);
            goodwill = minutes.goodwill_after;
        }
        EXPECT_NEAR(goodwill, traced.rounds[t].boards.back().goodwill, 1e-12);
    }
    EXPECT_LT(goodwill, 1);
}

}  // namespace
}  // namespace clout
