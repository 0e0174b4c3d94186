// What must hold between the parts of a scenario, once each part is well formed.
#pragma once

#include "engine/scenario/language/names.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/scenario/text/problems.hpp"
#include "engine/scenario/text/tree_index.hpp"

#include <initializer_list>
#include <string>
#include <vector>

namespace clout {

// One arm under examination: the merged tree, what it was read as, and where to say what is wrong with it.
struct Subject {
    const TreeIndex& tree;
    const Scenario& scenario;
    const Names& names;
    Problems& problems;

    void error(const std::string& path, std::string message, std::string hint = {}) const {
        problems.error(tree.mark(path), path, std::move(message), std::move(hint));
    }
    void warn(const std::string& path, std::string message, std::string hint = {}) const {
        problems.warn(tree.mark(path), path, std::move(message), std::move(hint));
    }
    [[nodiscard]] bool says(const std::string& path) const { return tree.at(path) != nullptr; }
    // A body that has no members in an arm does not exist in it.
    [[nodiscard]] bool exists(const BodyKind& body) const;
    // The name of the kind that an entry stands for; it may be unknown.
    [[nodiscard]] std::string kind_of(const BodyKind& body, const Member& member) const;
};

// Where they are written: "bodies.NAME", "funds.NAME".
[[nodiscard]] inline std::string path_of(const BodyKind& body) { return "bodies." + body.name; }
[[nodiscard]] inline std::string path_of(const Fund& fund) { return "funds." + fund.name; }

// `complete`: all that it is made of could be read; where not, what only seems odd is not told.
void validate(const Subject& subject, bool complete = true);

void check_names(const Subject& subject);      // shared name spaces, names of instances
void check_belonging(const Subject& subject);  // keys where they mean nothing
void check_sitings(const Subject& subject);    // place, count, per_place, roster; numbers of organisations
void check_bodies(const Subject& subject);     // members, boards, circles, leanings, red lines
void check_shares(const Subject& subject);     // of one member over bodies other than boards
void check_sectors(const Subject& subject);    // sign-off, lapses, delivery
void check_funds(const Subject& subject);      // protected or decided, exposed, amounts by place
void check_dates(const Subject& subject);      // steps of numbers inside the horizon (a warning)
void check_terms(const Subject& subject);      // red lines, grants, first calls, yardsticks, offers
void check_chosen_members(const Subject& subject);  // instances that entries of members name
void check_incomes(const Subject& subject);         // incomes against what the funds pay out (a warning)
void check_memberships(
    const Subject& subject);                    // entries that link nobody, bodies without anybody (warnings)
void check_units(const Subject& subject);       // numbers that can hardly be meant as they stand (warnings)
void check_mechanisms(const Subject& subject);  // what acts on nobody (warnings)
void check_sizes(const Subject& subject);       // what grows beyond all numbers

// The greatest and the least value that a number can well take at any date: constants, uniform, triangular,
// pick at their ends, those with open tails at their median.
[[nodiscard]] double upper_end(const Number& number);
[[nodiscard]] double lower_end(const Number& number);

// The years in which one of these numbers begins a step, 0 among them, in order.
[[nodiscard]] std::vector<double> dates_of(std::initializer_list<const Number*> numbers);

// How many instances of a kind stand at a place (or at none).
[[nodiscard]] std::uint64_t instances_at(const Siting& siting, PlaceId place);
[[nodiscard]] bool has_places(const Siting& siting);

}  // namespace clout
