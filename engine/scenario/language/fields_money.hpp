// The parameters of programmes, funds and shifts (LANGUAGE.md).
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
        v.number({.key = "growth",
                  .help = "growth of the amount",
                  .legal = {.low = -1, .low_open = true},
                  .standard = 0,
                  .unit = "a year"},
                 f.growth);
        v.reference(
            {.key = "protected_for", .help = "the sector that gets all of it", .words = "protected sector"},
            f.protected_for, Space::sector);
        v.reference(
            {.key = "decided_by", .help = "the body that decides it: a board", .words = "deciding board"},
            f.decided_by, Space::body);
        if_decided(v, f);
        if_protected(v, f);
    }

private:
    static void if_decided(auto& v, auto& f) {
        v.weights({.key = "status_quo",
                   .help = "the split over programmes that stands at the start; required with "
                           "decided_by",
                   .belongs = Belongs::decided_funds},
                  f.status_quo, Space::programme, nullptr);
        v.number({.key = "inertia",
                  .help = "how much of a split is left after a year of decisions",
                  .legal = kUnitBelowOne,
                  .standard = 0,
                  .unit = "a year",
                  .belongs = Belongs::decided_funds},
                 f.inertia);
        v.record({.key = "top_slice",
                  .help = "what one sector takes before anything is divided",
                  .otherwise = "none",
                  .belongs = Belongs::decided_funds},
                 f.top_slice);
    }

    static void if_protected(auto& v, auto& f) {
        v.number({.key = "exposed",
                  .help = "the part that is up for negotiation in another fund",
                  .legal = kUnit,
                  .standard = 0,
                  .belongs = Belongs::protected_funds},
                 f.exposed);
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
                   .words = "exposed split"},
                  f.exposed_as, Space::programme, sector ? &sector->position : nullptr);
    }
};

template <>
struct Fields<Shift> {
    static void visit(auto& v, auto& s) {
        v.caption(s.caption, s.name);
        v.reference({.key = "programme", .help = "the programme whose activity moves", .required = true},
                    s.programme, Space::programme);
        v.reference(
            {.key = "from", .help = "the sector it moves from", .required = true, .words = "giving sector"},
            s.from, Space::sector);
        v.reference(
            {.key = "to", .help = "the sector it moves to", .required = true, .words = "receiving sector"},
            s.to, Space::sector);
        v.number({.key = "share",
                  .help = "the share of the programme's activity that moves",
                  .legal = kUnit,
                  .required = true},
                 s.share);
        v.number({.key = "money_follows",
                  .help = "the part of its money that follows",
                  .legal = kUnit,
                  .standard = 1},
                 s.money_follows);
    }
};

}  // namespace clout
