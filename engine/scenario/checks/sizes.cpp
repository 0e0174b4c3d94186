#include "engine/scenario/checks/validate.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr double kMostMoney =
    1e12;  // [£m] beyond any currency; squares and sums of it are still exact enough

// What a rate can come to in all but one future in a million.
double high_end(const Number& number) {
    return number.uncertain() ? std::max(number.quantile(1 - 1e-6), number.median()) : number.median();
}

double most_of(const Fund& fund) {
    double most = fund.amount_by_place.empty() ? high_end(fund.amount) : 0;
    for (const auto& [place, amount] : fund.amount_by_place) most += high_end(amount);
    return most;
}

void check_growth(const Subject& subject, const Number& growth, double money, const std::string& path,
                  const std::string& what) {
    const double rate = high_end(growth), years = subject.scenario.clock.years;
    if (!(money > 0) || !(rate > 0)) return;
    const double years_to_go = std::log(kMostMoney / money) / std::log1p(rate);
    if (years <= years_to_go) return;
    subject.error(path,
                  "a growth of " + number_text(rate) + " a year makes £" + number_text(money) + "m of " +
                      what + " more than £" + number_text(kMostMoney) + "m within " +
                      number_text(std::max(1.0, std::ceil(years_to_go))) + " years",
                  "growth is a part of the whole: 3 % a year is 0.03");
}

}  // namespace

// Money that no number could hold would make everything else nothing.
void check_sizes(const Subject& subject) {
    const Scenario& scenario = subject.scenario;
    for (const Fund& fund : scenario.funds)
        check_growth(subject, fund.growth, most_of(fund), "funds." + fund.name + ".growth", "this fund");
    double largest = 0;
    for (const OrganisationKind& kind : scenario.organisations) {
        largest = std::max(largest, high_end(kind.income));
        for (const RosterRow& row : kind.roster)
            largest = std::isnan(row.income) ? largest : std::max(largest, row.income);
    }
    check_growth(subject, scenario.dynamics.demand_growth, largest, "dynamics.demand_growth",
                 "an organisation's need");
    for (const Sector& sector : scenario.sectors) {
        if (sector.demand_growth)
            check_growth(subject, *sector.demand_growth, largest, "sectors." + sector.name + ".demand_growth",
                         "an organisation's need");
    }
}

}  // namespace clout
