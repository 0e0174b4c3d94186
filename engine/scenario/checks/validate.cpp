#include "engine/scenario/checks/validate.hpp"

#include "engine/scenario/language/language.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

void check_clock(const Subject& subject) {
    const Clock& clock = subject.scenario.clock;
    const double rounds = clock.years * clock.rounds_per_year;
    if (std::abs(rounds - std::round(rounds)) < 1e-9 && rounds >= 1) return;
    subject.error("clock.years",
                  number_text(clock.years) + " years of " + std::to_string(clock.rounds_per_year) +
                      " rounds are not a whole number of rounds",
                  "choose years so that years times rounds_per_year is whole");
}

// What a part of the scenario is, for keys that only some parts may have.
struct Facts {
    Belongs what;
    std::string_view only;  // what has such keys
};

void refuse_keys(const Subject& subject, const Node* node, const MapForm& form, const std::string& path,
                 Facts refused) {
    if (!node) return;
    for (const Entry& entry : node->entries) {
        const KeyForm* slot = form.find(entry.key);
        if (!slot || slot->field.belongs != refused.what) continue;
        subject.problems.error(entry.mark, join_path(path, entry.key),
                               "'" + entry.key + "' does not belong here",
                               "only " + std::string(refused.only) + " have it");
    }
}

enum class End { lower, upper };

double end_of(const Number& number, End end) {
    const auto& p = number.parameters;
    switch (number.shape) {
        case Shape::constant:
        case Shape::uniform:
        case Shape::triangular: return end == End::upper ? p.back() : p.front();
        case Shape::pick: {
            const auto [least, most] = std::minmax_element(p.begin(), p.end());
            return end == End::upper ? *most : *least;
        }
        case Shape::normal:
        case Shape::lognormal:
        case Shape::beta: break;
    }
    return number.quantile(0.5);
}

constexpr Facts kBoards{Belongs::boards, "boards (bodies that a fund names in decided_by)"};
constexpr Facts kEntriesOfBoards{Belongs::boards, "the members of boards"};
constexpr Facts kEntriesOfOthers{Belongs::other_bodies, "the members of bodies that are not boards"};
constexpr Facts kOthers{Belongs::other_bodies, "bodies that are not boards"};
constexpr Facts kProtected{Belongs::protected_funds, "protected funds"};
constexpr Facts kDecided{Belongs::decided_funds, "decided funds"};

}  // namespace

bool Subject::exists(const BodyKind& body) const {
    const Node* members = tree.at("bodies." + body.name + ".members");
    return members && !members->entries.empty();
}

std::string Subject::kind_of(const BodyKind& body, const Member& member) const {
    const Node* from = tree.at("bodies." + body.name + ".members." + member.name + ".from");
    return from && from->is_scalar() ? from->text : member.name;
}

void check_belonging(const Subject& subject) {
    const MapForm& bodies = scenario_form().find("bodies")->child.front();
    const MapForm& members = bodies.find("members")->child.front();
    const MapForm& funds = scenario_form().find("funds")->child.front();
    // Where a fund does not say who decides it, nobody knows which body is no board.
    const auto& all_funds = subject.scenario.funds;
    const bool deciders_known = std::all_of(all_funds.begin(), all_funds.end(), [](const Fund& fund) {
        return fund.protected_for.exists() != fund.decided_by.exists();
    });
    for (const BodyKind& body : subject.scenario.bodies) {
        const std::string path = "bodies." + body.name;
        const Node* node = subject.tree.at(path);
        if (!node || !subject.exists(body)) continue;
        if (!deciders_known && !body.is_board) continue;
        refuse_keys(subject, node, bodies, path, body.is_board ? kOthers : kBoards);
        const std::string below = path + ".members";
        const Node* lines = node->find("members");
        if (!lines) continue;  // a name with a dot, refused elsewhere, that leads to what is another's
        for (const Entry& entry : lines->entries) {
            refuse_keys(subject, &entry.value, members, join_path(below, entry.key),
                        body.is_board ? kEntriesOfOthers : kEntriesOfBoards);
        }
    }
    for (const Fund& fund : subject.scenario.funds) {
        const std::string path = "funds." + fund.name;
        if (subject.says(path + ".protected_for") == subject.says(path + ".decided_by")) continue;
        refuse_keys(subject, subject.tree.at(path), funds, path,
                    subject.says(path + ".protected_for") ? kDecided : kProtected);
    }
}

double upper_end(const Number& number) {
    double most = end_of(number, End::upper);
    for (const NumberStep& step : number.steps) most = std::max(most, end_of(step.value, End::upper));
    return most;
}

double lower_end(const Number& number) {
    double least = end_of(number, End::lower);
    for (const NumberStep& step : number.steps) least = std::min(least, end_of(step.value, End::lower));
    return least;
}

void validate(const Subject& subject, bool complete) {
    check_clock(subject);
    check_names(subject);
    check_belonging(subject);
    check_sitings(subject);
    check_bodies(subject);
    check_sectors(subject);
    check_funds(subject);
    check_terms(subject);
    check_chosen_members(subject);
    check_dates(subject);
    check_shares(subject);
    check_sizes(subject);
    if (!complete || subject.problems.has_errors())
        return;  // the rest are estimates, idle where parts are missing
    check_incomes(subject);
    check_memberships(subject);
    check_units(subject);
    check_mechanisms(subject);
}

}  // namespace clout
