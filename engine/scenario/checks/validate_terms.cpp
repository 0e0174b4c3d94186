// Red lines, grants, first calls, yardsticks and offers: what binds a board, and who pays for a voice.
#include "engine/scenario/checks/validate.hpp"
#include "engine/scenario/language/uncertain_number.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <map>

namespace clout {
namespace {

void check_line(const Subject& subject, const RedLine& line, const std::string& path) {
    for (const char* key : {"backed", "dormant"}) {
        const bool set = std::string_view(key) == "backed" ? line.backed : line.dormant;
        if (set && line.held_by_name.empty())
            subject.error(path + "." + key, std::string("'") + key + "' needs somebody who holds the line",
                          "name a member in held_by");
    }
    const Node* floor = subject.tree.at(path + ".floor");
    if (floor && !line.relative && read_number(*floor, kFromZero, path, nullptr))
        (void)read_number(*floor, kUnitBelowOne, path + ".floor", &subject.problems);
}

// Two numbers that share a draw stand at the same quantile; else each may stand anywhere.
bool may_exceed(const Number& a, const Number& b, double year) {
    const Number &here = a.at(year), &there = b.at(year);
    if (a.address() != b.address()) return upper_end(here) > lower_end(there);
    for (const double u : {0.001, 0.25, 0.5, 0.75, 0.999}) {
        if (here.quantile(u) > there.quantile(u)) return true;
    }
    return false;
}

void check_grant(const Subject& subject, const BodyKind& body) {
    const std::string path = "bodies." + body.name;
    if (!subject.says(path + ".grant")) return;
    if (!subject.says(path + ".granted_by") && upper_end(body.grant) > 0)
        subject.error(path + ".grant", "it is not said who pays this grant",
                      "name a decided fund in granted_by");
    for (const double year : dates_of({&body.grant, &body.upkeep})) {
        if (!may_exceed(body.grant, body.upkeep, year)) continue;
        subject.error(path + ".grant",
                      "a grant of " + number_text(upper_end(body.grant.at(year))) +
                          " is more than the upkeep of " + number_text(lower_end(body.upkeep.at(year))),
                      "a grant pays at most all of the upkeep, at every date");
        return;
    }
}

void check_granter(const Subject& subject, const BodyKind& body) {
    if (!body.granted_by.exists()) return;
    const Fund& fund = subject.scenario.funds[body.granted_by.row()];
    if (subject.says("funds." + fund.name + ".decided_by")) return;
    subject.error("bodies." + body.name + ".granted_by",
                  "the fund '" + fund.name + "' is protected, and nobody grants from it",
                  "name a fund that a board decides");
}

void check_first_call(const Subject& subject, const Fund& fund) {
    if (!fund.first_call || !fund.top_slice) return;
    const Number &limit = fund.first_call->limit, &slice = fund.top_slice->share;
    for (const double year : dates_of({&limit, &slice})) {
        const double sum = upper_end(limit.at(year)) + upper_end(slice.at(year));
        if (sum < 1) continue;
        subject.error("funds." + fund.name + ".first_call.limit",
                      "with the top slice it may take " + number_text(sum) + " of the fund",
                      "the two together must be less than 1, at every date");
        return;
    }
}

void check_first_calls(const Subject& subject) {
    std::map<std::size_t, const Fund*> first;
    for (const Fund& fund : subject.scenario.funds) {
        check_first_call(subject, fund);
        if (!fund.first_call || !fund.first_call->sector.exists()) continue;
        const auto [known, fresh] = first.try_emplace(fund.first_call->sector.row(), &fund);
        if (fresh) continue;
        subject.error("funds." + fund.name + ".first_call.sector",
                      "'" + subject.scenario.sectors[fund.first_call->sector.row()].name +
                          "' has a first call on the fund '" + known->second->name + "' already",
                      "a sector has a first call on one fund only");
    }
}

void check_offer(const Subject& subject, const Offer& offer) {
    if (!offer.to.exists()) return;
    const BodyKind& body = subject.scenario.bodies[offer.to.row()];
    if (body.is_board)
        subject.error("offers." + offer.name + ".to", "'" + body.name + "' is a board, which nobody can buy",
                      "name a body that speaks for members");
}

// At some date all parts of a yardstick may be 0; then there is nothing to measure by.
void check_yardstick(const Subject& subject, const Fund& fund) {
    std::vector<double> years{0};
    for (const Number& part : fund.yardstick) {
        for (const NumberStep& step : part.steps) years.push_back(step.year);
    }
    for (const double year : years) {
        const bool any = std::any_of(fund.yardstick.begin(), fund.yardstick.end(),
                                     [&](const Number& part) { return upper_end(part.at(year)) > 0; });
        if (any || fund.yardstick.empty()) continue;
        subject.error("funds." + fund.name + ".yardstick",
                      "these weights sum to 0 in year " + number_text(year),
                      "at least one must be more than 0");
        return;
    }
}

}  // namespace

void check_terms(const Subject& subject) {
    for (const BodyKind& body : subject.scenario.bodies) {
        for (const RedLine& line : body.red_lines) {
            if (!line.programme.exists()) continue;
            const std::string& programme = subject.scenario.programmes[line.programme.row()].name;
            check_line(subject, line, "bodies." + body.name + ".red_lines." + programme);
        }
        check_grant(subject, body);
        check_granter(subject, body);
    }
    check_first_calls(subject);
    for (const Fund& fund : subject.scenario.funds) check_yardstick(subject, fund);
    for (const Offer& offer : subject.scenario.offers) check_offer(subject, offer);
}

}  // namespace clout
