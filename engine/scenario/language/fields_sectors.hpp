// The parameters of sectors and organisations (LANGUAGE.md).
#pragma once

#include "engine/scenario/language/fields_caption.hpp"
#include "engine/scenario/language/names.hpp"
#include "engine/scenario/scenario.hpp"

namespace clout {

template <class T>
struct Fields<TraitsOf<T>> {
    using Of = TraitsOf<T>;
    static void visit(auto& v, auto& t) { visit(v, t, false, nullptr); }
    // `kind`: the traits are those of one kind of organisation, which has its sector's where it does not say
    // otherwise.
    static void visit(auto& v, auto& t, bool kind, const Of* of_sector) {
        const auto number = [&](Field field, auto member) {
            if (kind) {
                field.otherwise = "its sector's";
                field.standard.reset();
            }
            v.number(field, t.*member, of_sector ? &(of_sector->*member) : nullptr);
        };
        number({.key = "spread",
                .help = "how far positions differ inside the kind",
                .legal = kSpread,
                .standard = 0,
                .once = true},
               &Of::spread);
        number({.key = "income_spread",
                .help = "how far incomes differ inside the kind",
                .legal = kSpread,
                .standard = 0,
                .once = true},
               &Of::income_spread);
        number({.key = "salience", .help = "how much it cares", .legal = kUnitAboveZero, .standard = 0.5},
               &Of::salience);
        number({.key = "susceptibility",
                .help = "how far colleagues sway it",
                .legal = kUnit,
                .standard = 0,
                .unit = "a round"},
               &Of::susceptibility);
        start(number);
    }

private:
    // Where organisations start.
    static void start(const auto& number) {
        number({.key = "commitment",
                .help = "how far it stands behind those who speak for it",
                .legal = kUnit,
                .standard = 1,
                .once = true},
               &Of::commitment);
        number({.key = "commitment_spread",
                .help = "how far commitment differs inside the kind",
                .legal = kSpread,
                .standard = 0,
                .once = true},
               &Of::commitment_spread);
        number({.key = "clout_factor",
                .help = "clout for each million of income",
                .legal = kFromZero,
                .standard = 1,
                .once = true},
               &Of::clout_factor);
        number({.key = "resilience",
                .help = "how far it is from failing at the start: 1 not at all, towards 0 nearly",
                .legal = kUnitAboveZero,
                .standard = 1,
                .once = true},
               &Of::resilience);
        number({.key = "resilience_spread",
                .help = "how far resilience differs inside the kind at the start",
                .legal = kSpread,
                .standard = 0,
                .once = true},
               &Of::resilience_spread);
    }
};

template <>
struct Fields<Traits> {
    static void visit(auto& v, auto& t, bool kind, const Traits* of_sector) {
        Field position{.key = "position",
                       .help = "how it would split the money over programmes",
                       .required = !kind,
                       .once = true};
        if (kind) position.otherwise = "its sector's";
        v.weights(position, t.position, Space::programme, of_sector ? &of_sector->position : nullptr);
        Fields<TraitsOf<Number>>::visit(v, t, kind, of_sector);
    }
};

template <class T>
struct Fields<SectorNumbersOf<T>> {
    static void visit(auto& v, auto& s) {
        v.number({.key = "unanimity",
                  .help = "how much it counts that many must sign: 0 not at all, 1 everybody must say yes",
                  .legal = kUnit,
                  .standard = 0},
                 s.unanimity);
        v.maybe({.key = "imposed_below",
                 .help = "the board imposes when uptake is below this",
                 .legal = kUnit,
                 .otherwise = "never imposed"},
                s.imposed_below);
        v.number({.key = "imposed_pay",
                  .help = "what is paid of new money for work that is imposed",
                  .legal = kUnit,
                  .standard = 1},
                 s.imposed_pay);
        v.number({.key = "imposed_after",
                  .help = "rounds that uptake must have been below before; whole, not uncertain",
                  .legal = kFromZero,
                  .standard = 0,
                  .unit = "rounds",
                  .once = true},
                 s.imposed_after);
        v.number({.key = "imposition_cost",
                  .help = "commitment lost in a year of imposition",
                  .legal = kUnit,
                  .standard = 0,
                  .unit = "a year"},
                 s.imposition_cost);
        v.maybe({.key = "demand_growth",
                 .help = "growth of its need",
                 .legal = kAboveMinusOne,
                 .otherwise = "that of dynamics",
                 .unit = "a year",
                 .once = true},
                s.demand_growth);
    }
};

template <>
struct Fields<Sector> {
    static void visit(auto& v, auto& s) {
        v.caption(s.caption, s.name);
        Fields<Traits>::visit(v, s.traits, false, nullptr);
        v.references({.key = "sign_off",
                      .help = "kinds of bodies that must each say yes before it takes up new money",
                      .otherwise = "none",
                      .words = "list of bodies that must sign off"},
                     s.sign_off, Space::body);
        v.reference({.key = "lapse_to",
                     .help = "the sector that gets what is not taken up; required with sign_off",
                     .words = "sector that lapsed money goes to"},
                    s.lapse_to, Space::sector);
        Fields<SectorNumbersOf<Number>>::visit(v, s);
        v.flag({.key = "can_fail", .help = "whether its organisations can fail", .standard = 0}, s.can_fail);
        v.reference({.key = "taken_over_by",
                     .help = "the sector that may take over those that fail",
                     .otherwise = "nobody: they close",
                     .words = "sector that takes over those that fail"},
                    s.taken_over_by, Space::sector);
    }
};

template <>
struct Fields<OrganisationKind> {
    static void visit(auto& v, auto& o) {
        v.caption(o.caption, o.name);
        v.reference({.key = "sector", .help = "the sector it belongs to", .required = true}, o.sector,
                    Space::sector);
        v.siting(o.siting);
        v.roster({.key = "roster", .help = "a CSV file with one row an organisation, instead of a count"}, o);
        v.number({.key = "income",
                  .help = "income of one organisation; required unless the roster has it in every row",
                  .legal = kFromZero,
                  .unit = "£m a year",
                  .once = true},
                 o.income);
        v.maybe({.key = "clout",
                 .help = "its clout",
                 .legal = kFromZero,
                 .otherwise = "clout_factor times income",
                 .once = true},
                o.clout);
        v.maybe({.key = "list_size",
                 .help = "registered patients of one organisation",
                 .legal = kFromZero,
                 .otherwise = "none",
                 .unit = "patients",
                 .once = true},
                o.list_size);
        Fields<Traits>::visit(v, o.traits, true, v.sector_traits(o.sector));
    }
};

}  // namespace clout
