// The parameters of sectors, organisations, bodies, their members and red lines (scenario.md).
#pragma once

#include "engine/scenario/field.hpp"
#include "engine/scenario/names.hpp"
#include "engine/scenario/scenario.hpp"

namespace clout {

template <>
struct Fields<Caption> {
    static void visit(auto& v, auto& c) {
        v.text({.key = "label", .help = "what people call it", .otherwise = "its name"}, c.label);
        v.text({.key = "note", .help = "anything worth knowing"}, c.note);
        v.text({.key = "source", .help = "where it comes from"}, c.source);
    }
};

template <>
struct Fields<Traits> {
    // `kind`: the traits are those of one kind of organisation, which has its sector's where it does not say otherwise.
    static void visit(auto& v, auto& t, bool kind, const Traits* of_sector) {
        const auto number = [&](Field field, auto& value, double standard, const Number Traits::*from) {
            if (kind) field.otherwise = "its sector's"; else field.standard = standard;
            v.number(field, value, of_sector ? &(of_sector->*from) : nullptr);
        };
        Field position{.key = "position", .help = "how it would split the money over programmes", .required = !kind};
        if (kind) position.otherwise = "its sector's";
        v.weights(position, t.position, Space::programme, of_sector ? &of_sector->position : nullptr);
        number({.key = "spread", .help = "how far positions differ inside the kind", .legal = kFromZero}, t.spread, 0,
               &Traits::spread);
        number({.key = "income_spread", .help = "how far incomes differ inside the kind", .legal = kFromZero},
               t.income_spread, 0, &Traits::income_spread);
        number({.key = "salience", .help = "how much it cares", .legal = kUnitAboveZero}, t.salience, 0.5,
               &Traits::salience);
        number({.key = "susceptibility", .help = "how far colleagues sway it", .legal = kUnit, .unit = "a round"},
               t.susceptibility, 0, &Traits::susceptibility);
        number({.key = "commitment", .help = "how far it stands behind those who speak for it", .legal = kUnit},
               t.commitment, 1, &Traits::commitment);
        number({.key = "commitment_spread", .help = "how far commitment differs inside the kind", .legal = kFromZero},
               t.commitment_spread, 0, &Traits::commitment_spread);
        number({.key = "clout_factor", .help = "clout for each million of income", .legal = kFromZero}, t.clout_factor, 1,
               &Traits::clout_factor);
    }
};

template <>
struct Fields<Sector> {
    static void visit(auto& v, auto& s) {
        v.caption(s.caption, s.name);
        Fields<Traits>::visit(v, s.traits, false, nullptr);
        v.references({.key = "sign_off", .help = "kinds of bodies that must each say yes before it takes up new money",
                      .otherwise = "none", .words = "list of bodies that must sign off"}, s.sign_off, Space::body);
        v.reference({.key = "lapse_to", .help = "the sector that gets what is not taken up; required with sign_off",
                     .words = "sector that lapsed money goes to"},
                    s.lapse_to, Space::sector);
        v.maybe({.key = "imposed_below", .help = "the board imposes when uptake is below this", .legal = kUnit,
                 .otherwise = "never imposed"}, s.imposed_below);
        v.number({.key = "imposed_after", .help = "rounds that uptake must have been below before", .legal = kFromZero,
                  .standard = 0, .unit = "rounds"}, s.imposed_after);
        v.number({.key = "imposition_cost", .help = "commitment lost in a year of imposition", .legal = kUnit,
                  .standard = 0, .unit = "a year"}, s.imposition_cost);
        v.flag({.key = "can_fail", .help = "whether its organisations can fail", .standard = 0}, s.can_fail);
        v.reference({.key = "taken_over_by", .help = "the sector that may take over those that fail",
                     .otherwise = "nobody: they close", .words = "sector that takes over those that fail"}, s.taken_over_by, Space::sector);
    }
};

template <>
struct Fields<OrganisationKind> {
    static void visit(auto& v, auto& o) {
        v.caption(o.caption, o.name);
        v.reference({.key = "sector", .help = "the sector it belongs to", .required = true}, o.sector, Space::sector);
        v.siting(o.siting);
        v.roster({.key = "roster", .help = "a CSV file with one row an organisation, instead of a count"}, o);
        v.number({.key = "income", .help = "income of one organisation; required unless the roster has it in every row",
                  .legal = kFromZero, .unit = "£m a year"}, o.income);
        v.maybe({.key = "clout", .help = "its clout", .legal = kFromZero, .otherwise = "clout_factor times income"},
                o.clout);
        v.maybe({.key = "list_size", .help = "registered patients of one organisation", .legal = kFromZero,
                 .otherwise = "none", .unit = "patients"}, o.list_size);
        Fields<Traits>::visit(v, o.traits, true, v.sector_traits(o.sector));
    }
};

template <>
struct Fields<Member> {
    static void visit(auto& v, auto& m) {
        v.caption(m.caption, m.name);
        v.member_kind({.key = "from", .help = "the kind that joins", .otherwise = "the kind with the entry's name",
                       .words = "kind of member"}, m);
        v.number({.key = "share", .help = "the part of the member's voice that goes this way", .legal = kUnit, .standard = 1,
                  .belongs = Belongs::other_bodies}, m.share);
        v.number({.key = "votes", .help = "votes of the entry, split over those who sit", .legal = kFromZero, .standard = 1,
                  .unit = "votes", .belongs = Belongs::boards}, m.votes);
        v.number({.key = "standing", .help = "1 a partner, towards 0 somebody to be handled", .legal = kUnit, .standard = 1,
                  .belongs = Belongs::boards}, m.standing);
        v.number({.key = "initiative", .help = "how far it brings its own papers", .legal = kUnit, .standard = 0,
                  .belongs = Belongs::boards}, m.initiative);
        v.maybe({.key = "salience", .help = "how much it cares here", .legal = kUnitAboveZero,
                 .otherwise = "the member's own"}, m.salience);
        v.flag({.key = "conflicted", .help = "it speaks for the body's leaning rather than for itself", .standard = 0},
               m.conflicted);
        v.flag({.key = "home", .help = "whether it may be the home of its members", .standard = 1}, m.home);
        v.flag({.key = "deal", .help = "deal the members out in turn over the bodies of the kind", .standard = 0}, m.deal);
        v.name({.key = "bloc", .help = "seats of one bloc vote as one in power indices", .otherwise = "none",
                .belongs = Belongs::boards}, m.bloc);
    }
};

template <>
struct Fields<RedLine> {
    static void visit(auto& v, auto& r) {
        v.caption(r.caption, {});
        v.number({.key = "floor", .help = "the share of the fund that must not be undercut", .legal = kUnitBelowOne,
                  .required = true}, r.floor);
        v.number({.key = "rigidity", .help = "how much of a gap is closed in a year", .legal = kUnit, .standard = 1,
                  .unit = "a year"}, r.rigidity);
        v.held_by({.key = "held_by", .help = "the member who holds the line", .otherwise = "whoever sits", .words = "holder"}, r);
    }
};

template <>
struct Fields<BodyKind> {
    static void visit(auto& v, auto& b) {
        v.caption(b.caption, b.name);
        v.siting(b.siting);
        v.number({.key = "mandate", .help = "how far it may speak without asking again", .legal = kUnit, .standard = 1},
                 b.mandate);
        v.number({.key = "fidelity", .help = "how faithfully it says what members want", .legal = kUnitAboveZero,
                  .standard = 1}, b.fidelity);
        v.number({.key = "feedback", .help = "how much of what is said comes back to members", .legal = kUnit,
                  .standard = 0}, b.feedback);
        v.number({.key = "champion", .help = "voice that one person adds", .legal = kFromZero, .standard = 0}, b.champion);
        v.number({.key = "salience", .help = "how much it cares", .legal = kUnitAboveZero, .standard = 0.5}, b.salience);
        v.leaning({.key = "leaning", .help = "where it drifts when it does not pass on what members want: status_quo, or a "
                   "kind of organisation or body", .otherwise = "status_quo"}, b.leaning);
        v.members({.key = "members", .help = "who belongs to it; a body without members does not exist"}, b.members);
        v.protocol({.key = "protocol", .help = "how the board comes to a decision", .otherwise = "compromise",
                    .belongs = Belongs::boards}, b.protocol);
        v.number({.key = "formality", .help = "1 = one seat one vote, 0 = raw clout", .legal = kUnit, .standard = 0.5,
                  .belongs = Belongs::boards}, b.formality);
        v.number({.key = "agenda_power", .help = "how much tabling papers moves the decision", .legal = kUnit, .standard = 0,
                  .belongs = Belongs::boards}, b.agenda_power);
        v.number({.key = "patience", .help = "how much difference it bears before it breaks off", .legal = kAboveZero,
                  .standard = 1, .belongs = Belongs::boards}, b.patience);
        v.number({.key = "quota", .help = "the part of the votes that a coalition must exceed (protocol setter)",
                  .legal = kUnitAboveZero, .standard = 0.5, .belongs = Belongs::boards}, b.quota);
        v.number({.key = "reversion", .help = "what a breakdown leaves of the standing split (protocol nash)",
                  .legal = {0, 0.99}, .standard = 0.5, .belongs = Belongs::boards}, b.reversion);
        v.red_lines({.key = "red_lines", .help = "shares of programmes that somebody defends", .otherwise = "none",
                     .belongs = Belongs::boards}, b.red_lines);
    }
};

}  // namespace clout
