// England as one scenario: its 42 systems add up to the country that was counted and paid, money is
// conserved, and what comes out is of the size that scenarios of single systems give. National figures are
// those of the sources that scenarios/england.yaml names.
#include "tests/scenes.hpp"

#include <cmath>
#include <map>
#include <numeric>

namespace clout {
namespace {

constexpr std::size_t kReplicates = 32;
constexpr double kYears = 10;
constexpr const char* kMoney = "decided.general_practice";

const Library& england() {
    static const Library read = scenes::library(scenes::scenario_file("england"));
    return read;
}
const Scenario& as_it_is() { return scenes::arm(england(), "fragmented"); }

// Instances of a kind, place by place.
std::vector<double> by_place(const Siting& siting) {
    std::vector<double> counts(as_it_is().places.size(), 0.0);
    if (siting.place.exists()) counts[siting.place.row()] += static_cast<double>(siting.count);
    for (const auto& [place, count] : siting.per_place) counts[place.row()] += static_cast<double>(count);
    return counts;
}
double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }
double count(const Siting& siting) {
    const double sited = sum(by_place(siting));
    return sited > 0 ? sited : static_cast<double>(siting.count);
}

const OrganisationKind& kind(const std::string& name) {
    const auto& kinds = as_it_is().organisations;
    return *std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.name == name; });
}
const BodyKind& body(const std::string& name) {
    const auto& kinds = as_it_is().bodies;
    return *std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.name == name; });
}
const Fund& fund(const std::string& name) {
    const auto& funds = as_it_is().funds;
    return *std::find_if(funds.begin(), funds.end(), [&](const auto& f) { return f.name == name; });
}
bool is_practice(const OrganisationKind& kind) { return kind.sector == as_it_is().focus; }

// The mean of a lognormal figure over its median.
double mean_over_median(const OrganisationKind& kind) {
    const double sigma = kind.traits.income_spread.median();
    return std::exp(sigma * sigma / 2);
}

struct Practices {
    std::vector<double> number, patients, income;  // (places) [practices], [patients], [£m a year]
};
Practices practices() {
    const std::size_t places = as_it_is().places.size();
    Practices all{std::vector<double>(places), std::vector<double>(places), std::vector<double>(places)};
    for (const OrganisationKind& of : as_it_is().organisations) {
        if (!is_practice(of)) continue;
        const auto here = by_place(of.siting);
        for (std::size_t p = 0; p < places; ++p) {
            all.number[p] += here[p];
            all.patients[p] += here[p] * of.list_size.value().median() * mean_over_median(of);
            all.income[p] += here[p] * of.income.median() * mean_over_median(of);
        }
    }
    return all;
}

std::vector<double> normalised(const std::vector<Number>& weights) {
    std::vector<double> parts;
    for (const Number& weight : weights) parts.push_back(weight.median());
    const double all = sum(parts);
    for (double& part : parts) part /= all;
    return parts;
}

// General practice's part of a pot that stands at its status quo.
double opening_share() {
    const auto split = normalised(fund("local_schemes").status_quo);
    double share = 0;
    for (std::size_t k = 0; k < split.size(); ++k) {
        share += split[k] * normalised(as_it_is().programmes[k].delivered_by)[as_it_is().focus.row()];
    }
    return share;
}
std::vector<double> pots() {
    std::vector<double> amounts(as_it_is().places.size(), 0.0);
    for (const auto& [place, amount] : fund("local_schemes").amount_by_place)
        amounts[place.row()] = amount.median();
    return amounts;
}

void expect_within(double found, double published, double tolerance) {
    EXPECT_NEAR(found, published, tolerance * published);
}

TEST(England, HasAsManyOfEachAsWereCounted) {
    EXPECT_EQ(as_it_is().places.size(), 42u);
    EXPECT_EQ(sum(practices().number), 6669);
    expect_within(sum(practices().number), 6544, 0.03);  // open in April 2023; paid in the year: 6,669
    EXPECT_EQ(count(body("pcn").siting), 1250);
    EXPECT_EQ(count(kind("council").siting), 153);
    const double trusts = count(kind("hospital_trust").siting) + count(kind("community_trust").siting) +
                          count(kind("ambulance_trust").siting);
    expect_within(trusts, 209, 0.01);  // July 2024; open on 1 April 2023: 211
    EXPECT_GE(count(body("lmc").siting), 80);
    EXPECT_LE(count(body("lmc").siting), 125);
    EXPECT_GE(count(body("federation").siting), 150);
    EXPECT_LE(count(body("federation").siting), 250);
}

TEST(England, EverySystemHasItsBoardItsPotAndItsPeople) {
    const auto everywhere = [](const std::vector<double>& values, const char* what) {
        for (std::size_t p = 0; p < values.size(); ++p)
            EXPECT_GT(values[p], 0) << as_it_is().places[p] << what;
    };
    everywhere(practices().number, ": practices");
    everywhere(pots(), ": pot");
    for (const char* name : {"pcn", "federation", "lmc", "gp_board"})
        everywhere(by_place(body(name).siting), name);
    for (const char* name : {"hospital_trust", "council", "vcse"})
        everywhere(by_place(kind(name).siting), name);
    for (const double boards : by_place(body("board").siting)) EXPECT_EQ(boards, 1);
    std::vector<double> officers(as_it_is().places.size(), 0.0);
    for (const RosterRow& row : kind("officer").roster) ++officers.at(row.place.row());
    for (const double here : officers) EXPECT_EQ(here, 7);
}

TEST(England, PatientsAndMoneyAddUpToTheCountrys) {
    expect_within(sum(practices().patients), 62134645, 0.0005);
    expect_within(sum(practices().income), 11012.0, 0.001);
    expect_within(fund("core_contract").amount.median(), 4368.7 + 1652.6 + 768.5, 0.0001);
    expect_within(sum(pots()) * opening_share(), 538.4, 0.001);
    double turnover = 0, allocation = 0;
    for (const char* trust : {"hospital_trust", "community_trust", "ambulance_trust"})
        turnover += count(kind(trust).siting) * kind(trust).income.median();
    expect_within(turnover, 124000, 0.001);
    for (const RosterRow& row : kind("officer").roster) allocation += row.income;
    expect_within(allocation, 88400, 0.001);
}

TEST(England, LocalMoneyAPatientRunsFromTheLeastPaidSystemToTheBest) {
    const auto money = pots(), patients = practices().patients;
    std::map<double, std::string> a_patient;
    for (std::size_t p = 0; p < money.size(); ++p) {
        a_patient[1e6 * money[p] * opening_share() / patients[p]] = as_it_is().places[p];
    }
    EXPECT_NEAR(a_patient.begin()->first, 1.28, 0.01);
    EXPECT_EQ(a_patient.begin()->second, "south_east_london");
    EXPECT_NEAR(a_patient.rbegin()->first, 18.16, 0.01);
    EXPECT_EQ(a_patient.rbegin()->second, "northamptonshire");
}

// As it is, united, and a placebo: a red line at a floor of nothing.
const std::vector<Outcome>& played() {
    static const std::vector<Outcome> outcomes = [] {
        const Library read = scenes::library(scenes::scenario_file("england"),
                                             {{"levers.idle.patch.bodies.board.red_lines.social.floor", "0"},
                                              {"arms.placebo.levers", "[idle]"},
                                              {"funds.local_schemes.growth", "0.03"}});
        const auto& bodies = scenes::arm(read, "placebo").bodies;
        EXPECT_TRUE(
            std::any_of(bodies.begin(), bodies.end(), [](const auto& b) { return !b.red_lines.empty(); }));
        return scenes::play(read, {"fragmented", "united", "placebo"}, kReplicates);
    }();
    return outcomes;
}
double mean(const Outcome& outcome, const std::string& measure) {
    return summarise(scenes::last_year(outcome, measure)).mean;
}

TEST(England, SharesOutEachPotWholeInEveryFuture) {
    double expected = 0;  // the mean of the last year's rounds, at 3 % a year
    for (const double round : {36, 37, 38, 39}) expected += sum(pots()) * std::pow(1.03, round / 4) / 4;
    for (const Outcome& outcome : played()) {
        std::vector<double> all(kReplicates, 0.0);
        for (const Sector& sector : as_it_is().sectors) {
            const auto part = scenes::last_year(outcome, "decided." + sector.name);
            for (std::size_t r = 0; r < all.size(); ++r) all[r] += part[r];
        }
        for (const double money : all) expect_within(money, expected, 1e-9);
    }
}

TEST(England, UnityIsWorthAFewPercentOfLocalMoneyAndLittleOfAll) {
    const Difference local = scenes::difference_in(played()[1], played()[0], kMoney);
    EXPECT_GT(local.summary.mean, 4 * local.se);
    EXPECT_GT(local.summary.mean / mean(played()[0], kMoney), 0.01);
    EXPECT_LT(local.summary.mean / mean(played()[0], kMoney), 0.1);
    const Difference all = scenes::difference_in(played()[1], played()[0], "received.general_practice");
    EXPECT_LT(std::abs(all.summary.mean) / mean(played()[0], "received.general_practice"), 0.01);
}

TEST(England, AFragmentedVoiceLosesGroundSlowly) {
    const double a_year =
        1 - std::pow(mean(played()[0], "share.general_practice") / opening_share(), 1 / kYears);
    EXPECT_GT(a_year, 0.0);
    EXPECT_LT(a_year, 0.02);
}

TEST(England, PracticesCeaseToBeIndependentAsOftenAsObserved) {
    for (const Outcome& outcome : played()) {
        const double left = mean(outcome, "independent.general_practice") / sum(practices().number);
        const double a_year = 1 - std::pow(left, 1 / kYears);
        EXPECT_GT(a_year, 0.015);
        EXPECT_LT(a_year, 0.025);
    }
}

TEST(England, APlaceboDiffersByExactlyNothing) { EXPECT_EQ(played()[2].values, played()[0].values); }

}  // namespace
}  // namespace clout
