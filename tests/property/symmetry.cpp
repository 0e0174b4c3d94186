// Identical sectors get equal shares; other names and another order of sectors and programmes change only
// labels.
#include "engine/protocols/shelf.hpp"
#include "engine/run/watch/trace.hpp"
#include "tests/scenes.hpp"

#include <regex>

namespace clout {
namespace {

// Three sectors that differ in nothing but their names; each programme is delivered alike.
const char* const kTriplets = R"(clout: 1
title: Three of a kind
clock: {years: 5, rounds_per_year: 4}
programmes:
  one: {delivered_by: {a: 1, b: 1, c: 1}}
  two: {delivered_by: {a: 2, b: 2, c: 2}}
sectors:
  a: &same {position: {one: 3, two: 1}, spread: 0.5, susceptibility: 0.3, commitment: 0.6}
  b: *same
  c: *same
organisations:
  of_a: {sector: a, count: 5, income: 10, list_size: 100}
  of_b: {sector: b, count: 5, income: 10, list_size: 100}
  of_c: {sector: c, count: 5, income: 10, list_size: 100}
bodies:
  body_a: {mandate: 0.5, fidelity: 0.9, members: {of_a: {}}}
  body_b: {mandate: 0.5, fidelity: 0.9, members: {of_b: {}}}
  body_c: {mandate: 0.5, fidelity: 0.9, members: {of_c: {}}}
  board: {members: {body_a: {}, body_b: {}, body_c: {}}}
funds:
  pot: {amount: 9, decided_by: board, inertia: 0.5, status_quo: {one: 1, two: 1}}
dynamics: {opinion_noise: 0.02, money_to_clout: 0.5, success: 0.3, norm: 0.2}
)";

TEST(Symmetry, IdenticalSectorsGetEqualShares) {
    const Library read = scenes::library(scenes::written(kTriplets));
    const Trace median = trace(compile(read.arms[0].scenario), std::nullopt);
    for (const RoundTrace& round : median.rounds) {
        for (const double share : round.share) EXPECT_NEAR(share, 1.0 / 3, 1e-12);
        for (const SeatTrace& seat : round.boards[0].seats) EXPECT_NEAR(seat.weight, 1.0 / 3, 1e-12);
    }
    for (std::size_t s = 0; s < 3; ++s) EXPECT_NEAR(median.influence[0][s], 0.3, 1e-12);
    const Outcome noisy = scenes::play(read, {"base"}, 400)[0];
    const auto a = scenes::last_year(noisy, "influence.a"), b = scenes::last_year(noisy, "influence.b");
    std::vector<double> differences;
    for (std::size_t r = 0; r < a.size(); ++r) differences.push_back(a[r] - b[r]);
    const Difference difference = summarise_differences(differences);
    EXPECT_LT(std::abs(difference.summary.mean), 4 * difference.se);
}

// A lopsided little system, so that labels have something to carry.
const char* const kLopsided = R"(clout: 1
title: Lopsided
clock: {years: 4, rounds_per_year: 2}
programmes:
  early: {delivered_by: {small: 3, large: 1}}
  middle: {delivered_by: {small: 1, large: 5, third: 1}}
  late: {delivered_by: {third: 1}}
sectors:
  small: {position: {early: 5, middle: 1, late: 2}, commitment: 0.6, susceptibility: 0.3, sign_off: [club], lapse_to: large, can_fail: true}
  large: {position: {early: 1, middle: 6, late: 1}}
  third: {position: {early: 1, middle: 1, late: 4}, salience: 0.9}
organisations:
  shop: {sector: small, count: 7, income: 2, list_size: 10}
  hall: {sector: large, income: 60}
  trio: {sector: third, count: 3, income: 5}
bodies:
  club: {mandate: 0.6, fidelity: 0.8, feedback: 0.3, members: {shop: {}}}
  board: {protocol: PROTOCOL, formality: 0.4, agenda_power: 0.2, members: {club: {initiative: 0.5}, hall: {votes: 2}, trio: {initiative: 0.9}}}
funds:
  pot: {amount: 6, growth: 0.02, decided_by: board, inertia: 0.4, status_quo: {early: 2, middle: 5, late: 1}}
dynamics: {money_to_clout: 0.7, success: 0.4, norm: 0.2, strain: 0.5, demand_growth: 0.05}
)";

std::string replaced(std::string text, const std::vector<std::pair<std::string, std::string>>& words) {
    for (const auto& [from, to] : words)
        text = std::regex_replace(text, std::regex("\\b" + from + "\\b"), to);
    return text;
}

class Relabelling : public testing::TestWithParam<std::string_view> {};
constexpr auto kNames = Protocols::names();
INSTANTIATE_TEST_SUITE_P(EveryProtocol, Relabelling, testing::ValuesIn(kNames),
                         [](const auto& tested) { return std::string(tested.param); });

TEST_P(Relabelling, ChangesOnlyLabels) {
    const std::string text = replaced(kLopsided, {{"PROTOCOL", std::string(GetParam())}});
    const Library plain = scenes::library(scenes::written(text));
    // Other names, whose alphabetical order is another one too.
    const Library renamed = scenes::library(scenes::written(replaced(text, {{"small", "zz"},
                                                                            {"third", "aa"},
                                                                            {"early", "omega"},
                                                                            {"late", "aleph"},
                                                                            {"club", "ring"},
                                                                            {"shop", "stall"}})));
    const Trace a = trace(compile(plain.arms[0].scenario), std::nullopt),
                b = trace(compile(renamed.arms[0].scenario), std::nullopt);
    for (std::size_t t = 0; t < a.rounds.size(); ++t) {
        EXPECT_EQ(a.rounds[t].share, b.rounds[t].share);
        EXPECT_EQ(a.rounds[t].boards[0].split, b.rounds[t].boards[0].split);
        EXPECT_EQ(a.rounds[t].closed, b.rounds[t].closed);
    }
}

TEST_P(Relabelling, AnotherOrderOfSectorsAndProgrammesChangesNothingElse) {
    const std::string text = replaced(kLopsided, {{"PROTOCOL", std::string(GetParam())}});
    std::string turned = text;
    const auto swap_lines = [&](const std::string& first, const std::string& second) {
        const auto line = [&](const std::string& key) {
            const auto at = turned.find("\n  " + key + ":") + 1;
            return std::pair{at, turned.substr(at, turned.find('\n', at) - at)};
        };
        const auto [at_second, late] = line(second);
        turned.replace(at_second, late.size(), "LATER");
        const auto [at_first, early] = line(first);
        turned.replace(at_first, early.size(), late);
        turned.replace(turned.find("LATER"), 5, early);
    };
    swap_lines("small", "third");
    swap_lines("early", "late");
    const Library plain = scenes::library(scenes::written(text + "focus: small\n"));
    const Library other = scenes::library(scenes::written(turned + "focus: small\n"));
    const Trace a = trace(compile(plain.arms[0].scenario), std::nullopt),
                b = trace(compile(other.arms[0].scenario), std::nullopt);
    const std::size_t sector[] = {2, 1, 0}, programme[] = {2, 1, 0};
    for (std::size_t t = 0; t < a.rounds.size(); ++t) {
        for (std::size_t s = 0; s < 3; ++s) {
            EXPECT_NEAR(a.rounds[t].share[s], b.rounds[t].share[sector[s]], 1e-12);
            EXPECT_NEAR(a.rounds[t].boards[0].split[s], b.rounds[t].boards[0].split[programme[s]], 1e-12);
        }
    }
}

}  // namespace
}  // namespace clout
