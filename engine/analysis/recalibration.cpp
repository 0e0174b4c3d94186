#include "engine/analysis/recalibration.hpp"

#include "engine/analysis/estimators/nearest_split.hpp"
#include "engine/analysis/theories.hpp"
#include "engine/run/block.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/system/compile.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace clout {
namespace {

// Weights that sum to 1 where any is more than 0.
std::vector<double> normalised(std::vector<double> weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight /= sum > 0 ? sum : 1;
    return weights;
}

std::vector<double> medians(const Position& position) {
    std::vector<double> weights;
    for (const Number& number : position) weights.push_back(number.median());
    return weights;
}

// Rows of the numbers that are the sector's position.
std::vector<Slots> position_slots(const System& system, const Scenario& scenario, SectorId sector) {
    std::vector<Slots> found;
    for (const OrganisationKindPlan& kind : system.organisation_kinds) {
        if (kind.sector == sector) found.push_back(kind.position);
    }
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        const Slots& exposed = system.funds[f].exposed_as;
        const Position& own = scenario.sectors[sector.row()].traits.position;
        const bool follows = system.funds[f].protected_for == sector && !exposed.empty() && !own.empty() &&
                             system.numbers[exposed[0].row].path == own[0].path;
        if (follows) found.push_back(exposed);
    }
    return found;
}

// Where the search begins: at what stands, at the even split, and half way to each corner, as some theories
// have several valleys.
std::vector<std::vector<double>> starts_around(const std::vector<double>& standing) {
    const std::size_t programmes = standing.size();
    std::vector<std::vector<double>> starts{
        standing, std::vector<double>(programmes, 1.0 / static_cast<double>(programmes))};
    for (std::size_t k = 0; k < programmes; ++k) {
        starts.push_back(standing);
        for (double& part : starts.back()) part /= 2;
        starts.back()[k] += 0.5;
    }
    return starts;
}

// [share] Differences table by table and programme by programme, weighed so that their squares sum to the
// squared distance.
std::vector<double> apart(const FirstYear& one, const FirstYear& other) {
    std::vector<double> differences(one.splits.size(), 0.0);
    const std::size_t programmes = one.splits.size() / std::max<std::size_t>(one.money.size(), 1);
    for (std::size_t at = 0; at < differences.size(); ++at)
        differences[at] = std::sqrt(one.money[at / programmes]) * (one.splits[at] - other.splits[at]);
    return differences;
}

bool same_number(const Number& a, const Number& b) {
    return a.path == b.path && a.shape == b.shape && a.parameters == b.parameters;
}

bool same_position(const Position& a, const Position& b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), same_number);
}

// The number times a factor; nothing where its shape has none such.
std::optional<Number> times(Number number, double factor) {
    if (number.shape == Shape::beta) return std::nullopt;
    const bool first_only = number.shape == Shape::lognormal;
    for (std::size_t p = 0; p < number.parameters.size(); ++p)
        number.parameters[p] *= first_only && p > 0 ? 1 : factor;
    return number;
}

// Weights of the same size and spread, moved to another split.
void move_to(Position& position, const std::vector<double>& split) {
    const auto weights = medians(position);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t k = 0; k < position.size(); ++k) {
        const double weight = split[k] * sum;
        const auto scaled = weights[k] > 0 ? times(position[k], weight / weights[k]) : std::nullopt;
        Number fixed = Number::constant(weight, position[k].path);
        fixed.basis = position[k].basis;
        position[k] = scaled ? *scaled : fixed;
    }
}

}  // namespace

FirstYear first_year(System system) {
    system.stochastic = false;
    system.rounds = std::min(system.rounds, system.rounds_per_year);
    const std::size_t programmes = system.programmes.size();
    FirstYear year{std::vector<double>(system.tables.size() * programmes, 0.0),
                   std::vector<double>(system.tables.size(), 0.0)};
    play_block<1>(system, 0, [&](const State<1>& state) {
        for (std::size_t at = 0; at < year.splits.size(); ++at)
            year.splits[at] += state.tables.split[at][0] / static_cast<double>(system.rounds);
        for (std::size_t t = 0; t < year.money.size(); ++t)
            year.money[t] += state.tables.own[t][0] + state.tables.incoming[t][0];
    });
    year.money = normalised(std::move(year.money));
    return year;
}

double distance_between(const FirstYear& one, const FirstYear& other) {
    double sum = 0;
    for (const double difference : apart(one, other)) sum += difference * difference;
    return std::sqrt(sum);
}

FoundPosition find_position(const Scenario& baseline, const std::string& protocol, SectorId sector) {
    const auto standing = normalised(medians(baseline.sectors[sector.row()].traits.position));
    const ArmScenario written{"", "", &baseline};
    FoundPosition found{standing, false, 0, 0};
    if (written_everywhere(std::span(&written, 1), protocol)) return found;
    const FirstYear target = first_year(compile(baseline));
    System system = compile_under(protocol, baseline);
    found.distance = found.standing = distance_between(target, first_year(system));
    const auto rows = position_slots(system, baseline, sector);
    const Misses misses = [&](std::span<const double> split) {
        for (const Slots& slots : rows)
            for (std::size_t k = 0; k < slots.size(); ++k)
                system.numbers[slots[k].row] = Number::constant(split[k]);
        return apart(target, first_year(system));
    };
    const NearestSplit nearest = nearest_split(misses, starts_around(standing));
    if (nearest.distance < found.standing) found = {nearest.split, true, nearest.distance, found.standing};
    return found;
}

Scenario with_position(Scenario arm, const Scenario& baseline, SectorId sector, const FoundPosition& found) {
    if (!found.moved) return arm;
    const auto own = baseline.sectors[sector.row()].traits.position;
    for (std::size_t row = 0; row < arm.organisations.size(); ++row) {
        OrganisationKind& kind = arm.organisations[row];
        const auto of_baseline =
            std::find_if(baseline.organisations.begin(), baseline.organisations.end(),
                         [&](const OrganisationKind& other) { return other.name == kind.name; });
        if (kind.sector == sector && of_baseline != baseline.organisations.end() &&
            same_position(kind.traits.position, of_baseline->traits.position))
            move_to(kind.traits.position, found.position);
    }
    for (Fund& fund : arm.funds) {
        if (fund.protected_for == sector && same_position(fund.exposed_as, own))
            move_to(fund.exposed_as, found.position);
    }
    Position& theirs = arm.sectors[sector.row()].traits.position;
    if (same_position(theirs, own)) move_to(theirs, found.position);
    return arm;
}

}  // namespace clout
