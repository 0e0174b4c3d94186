#include "engine/scenario/checks/validate.hpp"

#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

// The board of a decided fund that is well formed; else nullptr.
const BodyKind* board_of(const Subject& subject, const Fund& fund) {
    return fund.decided_by.exists() ? &subject.scenario.bodies[fund.decided_by.row()] : nullptr;
}

void check_deciders(const Subject& subject, const Fund& fund) {
    const std::string path = path_of(fund);
    const bool is_protected = subject.says(path + ".protected_for"),
               decided = subject.says(path + ".decided_by");
    if (is_protected == decided) {
        subject.error(path,
                      is_protected ? "a fund is protected for a sector or decided by a body, not both"
                                   : "neither 'protected_for' nor 'decided_by' is given",
                      "give exactly one of protected_for and decided_by");
        return;
    }
    if (!decided) return;
    if (!subject.says(path + ".status_quo")) {
        subject.error(path, "the key 'status_quo' is missing",
                      "it gives the split over programmes that stands at the start");
    }
    const BodyKind* board = board_of(subject, fund);
    if (board && !subject.exists(*board)) {
        subject.error(path + ".decided_by",
                      "the body '" + board->name + "' has no members, so it cannot decide",
                      "give it members under bodies." + board->name + ".members");
    }
}

void check_exposure(const Subject& subject, const Fund& fund) {
    if (!fund.protected_for.exists()) return;
    const std::string path = path_of(fund);
    if (subject.says(path + ".exposed") && upper_end(fund.exposed) > 0 &&
        !subject.says(path + ".exposed_to")) {
        subject.error(path + ".exposed", "it is not said where this part is negotiated",
                      "name a decided fund in exposed_to");
    }
    if (!fund.exposed_to.exists()) return;
    const Fund& target = subject.scenario.funds[fund.exposed_to.row()];
    if (!subject.says(path_of(target) + ".protected_for")) return;
    subject.error(path + ".exposed_to",
                  "the fund '" + target.name + "' is protected itself, so nothing is negotiated in it",
                  "name a fund that a board decides");
}

void check_amounts(const Subject& subject, const Fund& fund) {
    const std::string path = path_of(fund) + ".amount";
    if (fund.amount_by_place.empty()) return;
    if (fund.protected_for.exists()) {
        subject.error(path, "a protected fund has one amount, not one a place", "write one number");
    }
    const BodyKind* board = board_of(subject, fund);
    if (!board) return;
    const auto& places = subject.scenario.places;
    for (const auto& [place, amount] : fund.amount_by_place) {
        if (instances_at(board->siting, place) > 0) continue;
        subject.error(amount.path, "no '" + board->name + "' stands in '" + places[place.row()] + "'",
                      "remove this amount");
    }
    for (std::uint32_t row = 0; row < places.size(); ++row) {
        if (instances_at(board->siting, PlaceId{row}) == 0) continue;
        const bool given = std::any_of(fund.amount_by_place.begin(), fund.amount_by_place.end(),
                                       [&](const auto& one) { return one.first == PlaceId{row}; });
        if (given || subject.says(path + "." + places[row])) continue;
        subject.error(path, "the amount for '" + places[row] + "' is missing",
                      "a '" + board->name + "' stands there");
    }
}

bool delivers(const Programme& programme, std::size_t sector) {
    return upper_end(programme.delivered_by[sector]) > 0 || programme.delivered_by[sector].uncertain();
}

void check_delivery(const Subject& subject) {
    const auto& scenario = subject.scenario;
    std::vector<bool> staffed(scenario.sectors.size(), false);
    for (const OrganisationKind& kind : scenario.organisations) {
        if (kind.sector.exists()) staffed[kind.sector.row()] = true;
    }
    for (const Programme& programme : scenario.programmes) {
        for (std::size_t sector = 0; sector < programme.delivered_by.size(); ++sector) {
            if (staffed[sector] || !delivers(programme, sector)) continue;
            const std::string& name = scenario.sectors[sector].name;
            subject.error(programme.delivered_by[sector].path,
                          "the sector '" + name + "' delivers this programme but has no organisation",
                          "add one under organisations, or leave the sector out here");
        }
    }
}

void check_focus(const Subject& subject) {
    const auto& scenario = subject.scenario;
    if (!scenario.focus.exists()) return;
    const bool staffed =
        std::any_of(scenario.organisations.begin(), scenario.organisations.end(),
                    [&](const OrganisationKind& kind) { return kind.sector == scenario.focus; });
    if (staffed) return;
    const std::string& name = scenario.sectors[scenario.focus.row()].name;
    subject.error(subject.says("focus") ? "focus" : "sectors." + name,
                  "reports lead with the sector '" + name + "', and it has no organisation",
                  "add one under organisations, or name another sector in focus:");
}

// Money that a sector's organisations get at the start, and their income: medians, spread incomes at their
// mean.
struct Balance {
    double paid = 0, income = 0;
    double largest = 0;  // income of one organisation
};

// Income that can hardly be meant. Most of a council's or a large trust's comes from elsewhere, so a thousand
// times what these funds pay is odd only where no single organisation is as large.
bool far_above(const Balance& balance) {
    constexpr double kFar = 1000, kBeyondAll = 100'000;
    constexpr double kLarge = 5000;  // [£m] of one organisation
    if (!(balance.paid > 0)) return false;
    const double times = balance.income / balance.paid;
    return times > kBeyondAll || (times > kFar && balance.largest > kLarge);
}

double sum_of_medians(const std::vector<Number>& weights) {
    double sum = 0;
    for (const Number& weight : weights) sum += weight.median();
    return sum;
}

double amount_of(const Fund& fund) {
    if (fund.amount_by_place.empty()) return fund.amount.median();
    double sum = 0;
    for (const auto& [place, amount] : fund.amount_by_place) sum += amount.median();
    return sum;
}

double largest_of(const OrganisationKind& kind) {
    if (!kind.from_roster) return kind.income.median();
    double largest = 0;
    for (const RosterRow& row : kind.roster)
        largest = std::max(largest, std::isnan(row.income) ? kind.income.median() : row.income);
    return largest;
}

double income_of(const OrganisationKind& kind, bool stochastic) {
    const double spread = stochastic ? kind.traits.income_spread.median() : 0;
    double count = 0, income = 0;
    for (const RosterRow& row : kind.roster)
        income += std::isnan(row.income) ? kind.income.median() : row.income;
    if (!kind.from_roster) {
        count = static_cast<double>(kind.siting.count);
        if (!kind.siting.per_place.empty()) count = 0;
        for (const auto& [place, here] : kind.siting.per_place) count += static_cast<double>(here);
        income = count * kind.income.median();
    }
    return income * std::exp(spread * spread / 2);
}

void pay_out(const Scenario& scenario, const Fund& fund, std::vector<Balance>& balances) {
    const double amount = amount_of(fund);
    if (fund.protected_for.exists()) {
        balances[fund.protected_for.row()].paid += amount;
        return;
    }
    const double split = sum_of_medians(fund.status_quo);
    for (std::size_t k = 0; k < fund.status_quo.size() && split > 0; ++k) {
        const auto& row = scenario.programmes[k].delivered_by;
        const double whole = sum_of_medians(row);
        for (std::size_t s = 0; s < row.size() && whole > 0; ++s) {
            balances[s].paid += amount * fund.status_quo[k].median() / split * row[s].median() / whole;
        }
    }
}

}  // namespace

void check_sectors(const Subject& subject) {
    const auto& sectors = subject.scenario.sectors;
    for (std::uint32_t row = 0; row < sectors.size(); ++row) {
        const std::string path = "sectors." + sectors[row].name;
        const Number& after = sectors[row].imposed_after;
        if (after.uncertain() || after.parameters[0] != std::floor(after.parameters[0]))
            subject.error(path + ".imposed_after", "expected a whole number of rounds, and for sure",
                          "write it as 2");
        if (sectors[row].sign_off.empty()) continue;
        if (!subject.says(path + ".lapse_to")) {
            subject.error(path, "the key 'lapse_to' is missing",
                          "sign_off needs a sector that gets what is not taken up");
        } else if (sectors[row].lapse_to == SectorId{row}) {
            subject.error(path + ".lapse_to", "what a sector does not take up cannot lapse to itself",
                          "name another sector");
        }
        for (const BodyKindId body : sectors[row].sign_off) {
            const BodyKind& kind = subject.scenario.bodies[body.row()];
            if (!kind.is_board) continue;
            subject.error(path + ".sign_off", "'" + kind.name + "' is a board, and a board signs for nobody",
                          "name bodies that speak for members");
        }
    }
    check_delivery(subject);
    check_focus(subject);
}

void check_funds(const Subject& subject) {
    for (const Fund& fund : subject.scenario.funds) {
        check_deciders(subject, fund);
        check_exposure(subject, fund);
        check_amounts(subject, fund);
    }
}

void check_incomes(const Subject& subject) {
    const Scenario& scenario = subject.scenario;
    std::vector<Balance> balances(scenario.sectors.size());
    for (const Fund& fund : scenario.funds) pay_out(scenario, fund, balances);
    for (const OrganisationKind& kind : scenario.organisations) {
        if (!kind.sector.exists()) continue;
        Balance& balance = balances[kind.sector.row()];
        balance.income += income_of(kind, scenario.stochastic);
        balance.largest = std::max(balance.largest, largest_of(kind));
    }
    for (std::size_t s = 0; s < balances.size(); ++s) {
        constexpr double kMoneyRounding = 1e-9;
        const bool far = far_above(balances[s]);
        if (!far && balances[s].paid <= balances[s].income * (1 + kMoneyRounding)) continue;
        const auto money = [](double millions) { return "£" + grouped_text(millions, 2) + "m"; };
        if (far) {
            subject.warn("sectors." + scenario.sectors[s].name,
                         "its organisations have an income of about " + money(balances[s].income) +
                             " a year, " + grouped_text(balances[s].income / balances[s].paid) +
                             " times the " + money(balances[s].paid) + " that the funds pay them",
                         "check that both are in £m: £1,286,000 is 1.286");
            continue;
        }
        subject.warn("sectors." + scenario.sectors[s].name,
                     "its organisations have an income of about " + money(balances[s].income) +
                         " a year, less than the " + money(balances[s].paid) +
                         " that the funds already pay them",
                     "income includes what the funds pay; raise it or lower the amounts");
    }
}

}  // namespace clout
