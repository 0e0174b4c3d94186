// The parameters of shifts of work and of offers (LANGUAGE.md).
#pragma once

#include "engine/scenario/language/fields_money.hpp"

namespace clout {

template <class T>
struct Fields<ShiftNumbersOf<T>> {
    static void visit(auto& v, auto& s) {
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
        v.number({.key = "clout",
                  .help = "clout that the receiving sector gains for each £m of work done",
                  .legal = kFromZero,
                  .standard = 0},
                 s.clout);
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
        Fields<ShiftNumbersOf<Number>>::visit(v, s);
    }
};

template <class T>
struct Fields<OfferNumbersOf<T>> {
    static void visit(auto& v, auto& o) {
        v.number({.key = "rate",
                  .help = "how often an offer is made in each place",
                  .legal = kFromZero,
                  .unit = "a year",
                  .required = true},
                 o.rate);
        v.number({.key = "worth",
                  .help = "what is offered to one body",
                  .legal = kFromZero,
                  .unit = "£m a year",
                  .required = true},
                 o.worth);
    }
};

template <>
struct Fields<Offer> {
    static void visit(auto& v, auto& o) {
        v.caption(o.caption, o.name);
        v.reference({.key = "by", .help = "the sector that offers and pays", .required = true}, o.by,
                    Space::sector);
        v.reference({.key = "to",
                     .help = "the kind of body that is offered to; not a board",
                     .required = true,
                     .words = "kind of body offered to"},
                    o.to, Space::body);
        Fields<OfferNumbersOf<Number>>::visit(v, o);
    }
};

}  // namespace clout
