// The parameters of programmes and funds (LANGUAGE.md).
#pragma once

#include "engine/scenario/language/fields_bodies.hpp"

namespace clout {

template <>
struct Fields<Programme> {
    static void visit(auto& v, auto& p) {
        v.caption(p.caption, p.name);
        v.weights({.key = "delivered_by",
                   .help = "which sectors deliver it, and in which shares",
                   .required = true,
                   .once = true,
                   .words = "delivery share"},
                  p.delivered_by, Space::sector, nullptr);
    }
};

template <>
struct Fields<TopSlice> {
    static void visit(auto& v, auto& t) {
        v.reference({.key = "sector", .help = "the sector that is paid first", .required = true}, t.sector,
                    Space::sector);
        v.number({.key = "share",
                  .help = "the part of the fund that it takes",
                  .legal = kUnitBelowOne,
                  .required = true},
                 t.share);
    }
};

template <>
struct Fields<FirstCall> {
    static void visit(auto& v, auto& c) {
        v.reference({.key = "sector",
                     .help = "the sector whose unmet need is met before anything is divided",
                     .required = true},
                    c.sector, Space::sector);
        v.number({.key = "limit",
                  .help = "the part of the fund that it takes at most",
                  .legal = kUnitBelowOne,
                  .required = true},
                 c.limit);
        v.number({.key = "softness",
                  .help = "the part of the unmet need that is met",
                  .legal = kUnit,
                  .standard = 1},
                 c.softness);
    }
};

template <class T>
struct Fields<FundNumbersOf<T>> {
    static void visit(auto& v, auto& f) {
        v.number({.key = "growth",
                  .help = "growth of the amount",
                  .legal = kAboveMinusOne,
                  .standard = 0,
                  .unit = "a year",
                  .once = true},
                 f.growth);
        v.number({.key = "inertia",
                  .help = "how much of a split is left after a year of decisions",
                  .legal = kUnitBelowOne,
                  .standard = 0,
                  .unit = "a year",
                  .belongs = Belongs::decided_funds},
                 f.inertia);
        v.number({.key = "noise",
                  .help = "how far a split that is agreed wanders",
                  .legal = kSpread,
                  .standard = 0,
                  .unit = "a square root of a year",
                  .belongs = Belongs::decided_funds},
                 f.noise);
        v.number({.key = "exposed",
                  .help = "the part that is up for negotiation in another fund",
                  .legal = kUnit,
                  .standard = 0,
                  .belongs = Belongs::protected_funds},
                 f.exposed);
        v.number({.key = "honoured",
                  .help = "the part of what is exposed that counts as agreed already",
                  .legal = kUnit,
                  .standard = 1,
                  .belongs = Belongs::protected_funds},
                 f.honoured);
    }
};

template <>
struct Fields<Fund> {
    static void visit(auto& v, auto& f) {
        v.caption(f.caption, f.name);
        v.amount({.key = "amount",
                  .help = "money in the fund; where its boards stand in several places, a map from place "
                          "to money will do",
                  .legal = kFromZero,
                  .unit = "£m a year",
                  .required = true},
                 f);
        v.reference(
            {.key = "protected_for", .help = "the sector that gets all of it", .words = "protected sector"},
            f.protected_for, Space::sector);
        v.reference(
            {.key = "decided_by", .help = "the body that decides it: a board", .words = "deciding board"},
            f.decided_by, Space::body);
        Fields<FundNumbersOf<Number>>::visit(v, f);
        if_decided(v, f);
        if_protected(v, f);
    }

private:
    static void if_decided(auto& v, auto& f) {
        v.weights({.key = "status_quo",
                   .help = "the split over programmes that stands at the start; required with "
                           "decided_by",
                   .belongs = Belongs::decided_funds,
                   .once = true},
                  f.status_quo, Space::programme, nullptr);
        v.record({.key = "top_slice",
                  .help = "what one sector takes before anything is divided",
                  .otherwise = "none",
                  .belongs = Belongs::decided_funds},
                 f.top_slice);
        v.record({.key = "first_call",
                  .help = "whose overspending is met before anybody's plans",
                  .otherwise = "none",
                  .belongs = Belongs::decided_funds},
                 f.first_call);
        v.weights_if_any(
            {.key = "yardstick",
             .help = "the split over programmes that published need would give; it counts with a "
                     "board's transparency",
             .otherwise = "none",
             .belongs = Belongs::decided_funds},
            f.yardstick, Space::programme);
    }

    static void if_protected(auto& v, auto& f) {
        v.reference({.key = "exposed_to",
                     .help = "the decided fund in which that part is negotiated",
                     .otherwise = "none",
                     .belongs = Belongs::protected_funds,
                     .words = "fund it is exposed to"},
                    f.exposed_to, Space::fund);
        const Traits* sector = v.sector_traits(f.protected_for);
        v.weights({.key = "exposed_as",
                   .help = "the split with which it arrives there",
                   .otherwise = "the position of its sector",
                   .belongs = Belongs::protected_funds,
                   .once = true,
                   .words = "exposed split"},
                  f.exposed_as, Space::programme, sector ? &sector->position : nullptr);
    }
};

}  // namespace clout
