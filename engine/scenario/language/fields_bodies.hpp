// The parameters of bodies, their members and red lines (LANGUAGE.md).
#pragma once

#include "engine/scenario/language/fields_sectors.hpp"

namespace clout {

template <>
struct Fields<Member> {
    static void visit(auto& v, auto& m) {
        v.caption(m.caption, m.name);
        v.member_kind({.key = "from",
                       .help = "the kind that joins",
                       .otherwise = "the kind with the entry's name",
                       .words = "kind of member"},
                      m);
        v.number({.key = "share",
                  .help = "the part of the member's voice that goes this way",
                  .legal = kUnit,
                  .standard = 1,
                  .belongs = Belongs::other_bodies},
                 m.share);
        at_boards(v, m);
        v.maybe({.key = "salience",
                 .help = "how much it cares here",
                 .legal = kUnitAboveZero,
                 .otherwise = "the member's own"},
                m.salience);
        v.flag({.key = "conflicted",
                .help = "it speaks for the body's leaning rather than for itself",
                .standard = 0},
               m.conflicted);
        v.flag({.key = "home", .help = "whether it may be the home of its members", .standard = 1}, m.home);
        v.flag({.key = "deal",
                .help = "deal the members out in turn over the bodies of the kind",
                .standard = 0},
               m.deal);
    }

private:
    static void at_boards(auto& v, auto& m) {
        const auto number = [&](Field field, auto& value) {
            field.belongs = Belongs::boards;
            v.number(field, value);
        };
        number({.key = "votes",
                .help = "votes of the entry, split over those who sit",
                .legal = kFromZero,
                .standard = 1,
                .unit = "votes"},
               m.votes);
        number({.key = "standing",
                .help = "1 a partner, towards 0 somebody to be handled",
                .legal = kUnit,
                .standard = 1},
               m.standing);
        number(
            {.key = "initiative", .help = "how far it brings its own papers", .legal = kUnit, .standard = 0},
            m.initiative);
        v.name({.key = "bloc",
                .help = "seats of one bloc vote as one in power indices",
                .otherwise = "none",
                .belongs = Belongs::boards},
               m.bloc);
    }
};

template <>
struct Fields<RedLine> {
    static void visit(auto& v, auto& r) {
        v.caption(r.caption, {});
        v.number({.key = "floor",
                  .help = "the share of the fund that must not be undercut",
                  .legal = kUnitBelowOne,
                  .required = true},
                 r.floor);
        v.number({.key = "rigidity",
                  .help = "how much of a gap is closed in a year",
                  .legal = kUnit,
                  .standard = 1,
                  .unit = "a year"},
                 r.rigidity);
        v.held_by({.key = "held_by",
                   .help = "the member who holds the line",
                   .otherwise = "whoever sits",
                   .words = "holder"},
                  r);
    }
};

template <>
struct Fields<BodyKind> {
    static void visit(auto& v, auto& b) {
        v.caption(b.caption, b.name);
        v.siting(b.siting);
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
        v.leaning({.key = "leaning",
                   .help = "where it drifts when it does not pass on what members want: status_quo, or a "
                           "kind of organisation or body",
                   .otherwise = "status_quo"},
                  b.leaning);
        v.members({.key = "members", .help = "who belongs to it; a body without members does not exist"},
                  b.members);
        board(v, b);
    }

private:
    static void board(auto& v, auto& b) {
        const auto number = [&](Field field, auto& value) {
            field.belongs = Belongs::boards;
            v.number(field, value);
        };
        v.protocol({.key = "protocol",
                    .help = "how the board comes to a decision",
                    .otherwise = "compromise",
                    .belongs = Belongs::boards},
                   b.protocol);
        number({.key = "formality",
                .help = "1 = one seat one vote, 0 = raw clout",
                .legal = kUnit,
                .standard = 0.5},
               b.formality);
        number({.key = "agenda_power",
                .help = "how much tabling papers moves the decision",
                .legal = kUnit,
                .standard = 0},
               b.agenda_power);
        number(
            {.key = "patience", .help = "how much difference it bears", .legal = kAboveZero, .standard = 1},
            b.patience);
        number({.key = "quota",
                .help = "the part of the votes that a coalition must exceed (protocol setter)",
                .legal = kUnitAboveZero,
                .standard = 0.5},
               b.quota);
        number({.key = "reversion",
                .help = "what a breakdown leaves of the standing split (protocol nash)",
                .legal = {0, 0.99},
                .standard = 0.5},
               b.reversion);
        v.red_lines({.key = "red_lines",
                     .help = "shares of programmes that somebody defends",
                     .otherwise = "none",
                     .belongs = Belongs::boards},
                    b.red_lines);
    }
};

}  // namespace clout
