// The parameters of bodies (LANGUAGE.md).
#pragma once

#include "engine/scenario/language/fields_members.hpp"

namespace clout {

// In the order of Weighing.
inline constexpr std::array<std::string_view, 2> kWeighings{"clout", "equal"};

template <class T>
struct Fields<BodyNumbersOf<T>> {
    static void visit(auto& v, auto& b) {
        voice(v, b);
        upkeep(v, b);
        agreement(v, b);
        terms(v, b);
    }

private:
    static void voice(auto& v, auto& b) {
        v.number({.key = "mandate",
                  .help = "how far it may speak without asking again",
                  .legal = kUnit,
                  .standard = 1},
                 b.mandate);
        v.number({.key = "fidelity",
                  .help = "how faithfully it says what members want",
                  .legal = kUnitAboveZero,
                  .standard = 1},
                 b.fidelity);
        v.number({.key = "feedback",
                  .help = "how much of what is said comes back to members",
                  .legal = kUnit,
                  .standard = 0},
                 b.feedback);
        v.number({.key = "champion", .help = "voice that one person adds", .legal = kFromZero, .standard = 0},
                 b.champion);
        v.number({.key = "salience", .help = "how much it cares", .legal = kUnitAboveZero, .standard = 0.5},
                 b.salience);
        v.number({.key = "size_penalty",
                  .help = "how size wears the mandate: it counts times the number of members to minus this",
                  .legal = kFromZero,
                  .standard = 0,
                  .once = true},
                 b.size_penalty);
    }

    // What a voice costs, and who pays for it.
    static void upkeep(auto& v, auto& b) {
        v.number({.key = "upkeep",
                  .help = "what its voice costs",
                  .legal = kFromZero,
                  .standard = 0,
                  .unit = "£m a year",
                  .belongs = Belongs::other_bodies},
                 b.upkeep);
        v.number({.key = "grant",
                  .help = "what a decided fund pays of its upkeep, at most all of it",
                  .legal = kFromZero,
                  .standard = 0,
                  .unit = "£m a year",
                  .belongs = Belongs::other_bodies},
                 b.grant);
        v.number({.key = "capture",
                  .help = "how far a grant for all of its upkeep colours what it says",
                  .legal = kUnit,
                  .standard = 0,
                  .belongs = Belongs::other_bodies},
                 b.capture);
    }

    static void agreement(auto& v, auto& b) {
        v.number({.key = "formality",
                  .help = "1 = one seat one vote, 0 = raw clout",
                  .legal = kUnit,
                  .standard = 0.5,
                  .belongs = Belongs::boards},
                 b.formality);
        v.number({.key = "agenda_power",
                  .help = "how much tabling papers moves the decision",
                  .legal = kUnit,
                  .standard = 0,
                  .belongs = Belongs::boards},
                 b.agenda_power);
        v.number({.key = "patience",
                  .help = "how much difference it bears",
                  .legal = kAboveZero,
                  .standard = 1,
                  .belongs = Belongs::boards},
                 b.patience);
        v.number({.key = "quota",
                  .help = "the part of the votes that a coalition must exceed (protocol setter)",
                  .legal = kUnitAboveZero,
                  .standard = 0.5,
                  .belongs = Belongs::boards},
                 b.quota);
        v.number({.key = "reversion",
                  .help = "what a breakdown leaves of the standing split (protocol nash)",
                  .legal = {0, 0.99},
                  .standard = 0.5,
                  .belongs = Belongs::boards},
                 b.reversion);
    }

    // What binds a board beside its seats.
    static void terms(auto& v, auto& b) {
        v.number({.key = "transparency",
                  .help = "how far a decision is drawn to the fund's yardstick",
                  .legal = kUnit,
                  .standard = 0,
                  .belongs = Belongs::boards},
                 b.transparency);
        v.number({.key = "foresight",
                  .help = "how far it does not offer what would lapse",
                  .legal = kUnit,
                  .standard = 0,
                  .belongs = Belongs::boards},
                 b.foresight);
        v.number({.key = "withheld",
                  .help = "the part of its money that is not paid in a round in which it breaks off",
                  .legal = kUnit,
                  .standard = 0,
                  .belongs = Belongs::boards},
                 b.withheld);
    }
};

template <>
struct Fields<BodyKind> {
    static void visit(auto& v, auto& b) {
        v.caption(b.caption, b.name);
        v.siting(b.siting);
        Fields<BodyNumbersOf<Number>>::visit(v, b);
        v.leaning({.key = "leaning",
                   .help = "where it drifts when it does not pass on what members want: status_quo, or a "
                           "kind of organisation or body",
                   .otherwise = "status_quo"},
                  b.leaning);
        v.weighing({.key = "weighing",
                    .help = "how it weighs its entries: by the clout behind each, or each alike",
                    .otherwise = "clout",
                    .belongs = Belongs::other_bodies},
                   b.weighing);
        v.reference({.key = "granted_by",
                     .help = "the decided fund that pays its grant; required with grant",
                     .otherwise = "none",
                     .belongs = Belongs::other_bodies,
                     .words = "fund that pays its grant"},
                    b.granted_by, Space::fund);
        v.members({.key = "members", .help = "who belongs to it; a body without members does not exist"},
                  b.members);
        v.protocol({.key = "protocol",
                    .help = "how the board comes to a decision",
                    .otherwise = "compromise",
                    .belongs = Belongs::boards},
                   b.protocol);
        v.red_lines({.key = "red_lines",
                     .help = "shares of programmes that somebody defends",
                     .otherwise = "none",
                     .belongs = Belongs::boards},
                    b.red_lines);
    }
};

}  // namespace clout
