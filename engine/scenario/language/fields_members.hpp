// The parameters of bodies' members and of red lines (LANGUAGE.md).
#pragma once

#include "engine/scenario/language/fields_sectors.hpp"

namespace clout {

template <class T>
struct Fields<MemberNumbersOf<T>> {
    static void visit(auto& v, auto& m) {
        v.number({.key = "share",
                  .help = "the part of the member's voice that goes this way",
                  .legal = kUnit,
                  .standard = 1,
                  .belongs = Belongs::other_bodies},
                 m.share);
        v.number({.key = "votes",
                  .help = "votes of the entry, split over those who sit",
                  .legal = kFromZero,
                  .standard = 1,
                  .unit = "votes",
                  .belongs = Belongs::boards},
                 m.votes);
        v.number({.key = "standing",
                  .help = "1 a partner, towards 0 somebody to be handled",
                  .legal = kUnit,
                  .standard = 1,
                  .belongs = Belongs::boards},
                 m.standing);
        v.number({.key = "initiative",
                  .help = "how far it brings its own papers",
                  .legal = kUnit,
                  .standard = 0,
                  .belongs = Belongs::boards},
                 m.initiative);
        v.maybe({.key = "salience",
                 .help = "how much it cares here",
                 .legal = kUnitAboveZero,
                 .otherwise = "the member's own"},
                m.salience);
    }
};

template <>
struct Fields<Member> {
    static void visit(auto& v, auto& m) {
        v.caption(m.caption, m.name);
        v.member_kind({.key = "from",
                       .help = "the kind that joins",
                       .otherwise = "the kind with the entry's name",
                       .words = "kind of member"},
                      m);
        Fields<MemberNumbersOf<Number>>::visit(v, m);
        v.name({.key = "bloc",
                .help = "seats of one bloc vote as one in power indices",
                .otherwise = "none",
                .belongs = Belongs::boards},
               m.bloc);
        v.flag({.key = "conflicted",
                .help = "it speaks for the body's leaning rather than for itself",
                .standard = 0},
               m.conflicted);
        v.flag({.key = "home", .help = "whether it may be the home of its members", .standard = 1}, m.home);
        v.flag({.key = "deal",
                .help = "deal the members out in turn over the bodies of the kind",
                .standard = 0},
               m.deal);
        v.instances({.key = "except",
                     .help = "instances that do not join, by name; the others stay where they are dealt",
                     .otherwise = "none",
                     .belongs = Belongs::other_bodies},
                    m.chosen.except);
        v.instances({.key = "only",
                     .help = "the only instances that join, by name, where they are dealt",
                     .otherwise = "all",
                     .belongs = Belongs::other_bodies},
                    m.chosen.only);
    }
};

template <>
struct Fields<RedLine> {
    static void visit(auto& v, auto& r) {
        v.caption(r.caption, {});
        v.flag({.key = "relative",
                .help = "the floor is a part of the share that stood at the start",
                .standard = 0},
               r.relative);
        v.floor({.key = "floor",
                 .help = "the share of the fund that must not be undercut; less than 1 unless relative",
                 .legal = kFromZero,
                 .required = true},
                r);
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
        v.flag({.key = "backed",
                .help = "it is as firm as the members of those who hold it stand behind them",
                .standard = 0},
               r.backed);
        v.flag({.key = "dormant", .help = "not enforced until the line of another is", .standard = 0},
               r.dormant);
    }
};

}  // namespace clout
