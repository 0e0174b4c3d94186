// The parameters of a whole scenario (LANGUAGE.md).
#pragma once

#include "engine/scenario/language/fields_deals.hpp"

namespace clout {

template <>
struct Fields<Clock> {
    static void visit(auto& v, auto& c) {
        v.real({.key = "years",
                .help = "how long to look ahead",
                .legal = {1, 200},
                .unit = "years",
                .required = true},
               c.years);
        v.whole(
            {.key = "rounds_per_year", .help = "how often the boards meet", .legal = {1, 52}, .standard = 1},
            c.rounds_per_year);
    }
};

template <class T>
struct Fields<DynamicsOf<T>> {
    static void visit(auto& v, auto& d) {
        v.number({.key = "tolerance",
                  .help = "how much difference a body bears before its voice fades",
                  .legal = kAboveZero,
                  .standard = 0.08},
                 d.tolerance);
        v.number({.key = "opinion_noise",
                  .help = "how far opinions wander",
                  .legal = kFromZero,
                  .standard = 0,
                  .unit = "a round"},
                 d.opinion_noise);
        v.number({.key = "money_to_clout",
                  .help = "how strongly money makes clout",
                  .legal = kExponent,
                  .standard = 0},
                 d.money_to_clout);
        v.number({.key = "demand_growth",
                  .help = "growth of need and of outside income",
                  .legal = kFromZero,
                  .standard = 0,
                  .unit = "a year",
                  .once = true},
                 d.demand_growth);
        visit_rates(v, d);
        v.number({.key = "cumulative_advantage",
                  .help = "how strongly a sector's gain of decided money makes it clout",
                  .legal = kExponent,
                  .standard = 0},
                 d.cumulative_advantage);
        visit_parts(v, d);
    }

private:
    static void visit_rates(auto& v, auto& d) {
        const auto rate = [&](std::string_view key, std::string_view help, auto& value) {
            v.number({.key = key, .help = help, .legal = kFromZero, .standard = 0, .unit = "a year"}, value);
        };
        rate("success", "commitment gained as the sector's share grows", d.success);
        rate("predation", "commitment lost to disunity where somebody may take over", d.predation);
        rate("norm", "pull of colleagues on commitment", d.norm);
        rate("reversion", "pull of old habits on commitment", d.reversion);
        rate("commitment_noise", "how far commitment wanders", d.commitment_noise);
        rate("strain", "how fast want of money wears an organisation out", d.strain);
        rate("shock", "how hard luck strikes an organisation", d.shock);
        rate("mandate_decay", "how fast a mandate wears off that is not fed back", d.mandate_decay);
        rate("champion_exit", "how often a champion leaves", d.champion_exit);
        rate("acquisition", "how fast the weak and the alone are taken over", d.acquisition);
        rate("escalation", "how fast dormant lines answer lines that are enforced", d.escalation);
    }

    static void visit_parts(auto& v, auto& d) {
        const auto part = [&](std::string_view key, std::string_view help, auto& value) {
            v.number({.key = key, .help = help, .legal = kUnit, .standard = 0}, value);
        };
        part("takeover", "the chance that one that fails is taken over", d.takeover);
        part("goodwill_recovery", "the part of lost goodwill that comes back in a year", d.goodwill_recovery);
        part("deadlock_cost", "the goodwill that a year of deadlock costs", d.deadlock_cost);
        part("friction", "the goodwill that a year of red lines costs", d.friction);
    }
};

template <>
struct Fields<Scenario> {
    static void visit(auto& v, auto& s) {
        v.text({.key = "title", .help = "what the scenario is called"}, s.title);
        v.text({.key = "summary", .help = "what it is about"}, s.summary);
        v.text({.key = "as_at", .help = "the date its figures stand at"}, s.as_at);
        v.citations({.key = "sources", .help = "a map from a short name to a citation"}, s.sources);
        v.places({.key = "places", .help = "the names of the places, in order"}, s.places);
        v.record({.key = "clock", .help = "how long and how often", .required = true}, s.clock);
        v.flag({.key = "stochastic", .help = "whether chance plays a part", .standard = 1}, s.stochastic);
        v.whole({.key = "seed", .help = "where the luck comes from", .legal = kFromZero, .standard = 1},
                s.seed);
        v.whole(
            {.key = "replicates", .help = "how many futures are played", .legal = {1, 1e7}, .standard = 200},
            s.replicates);
        v.reference(
            {.key = "focus", .help = "the sector that reports lead with", .otherwise = "the first sector"},
            s.focus, Space::sector);
        v.table({.key = "programmes", .help = "what money can be spent on", .required = true}, s.programmes);
        v.table({.key = "sectors", .help = "kinds of organisations that are alike", .required = true},
                s.sectors);
        v.table({.key = "organisations", .help = "who has income and delivers", .required = true},
                s.organisations);
        v.table({.key = "bodies", .help = "who speaks for members, and the boards"}, s.bodies);
        v.table({.key = "funds", .help = "pots of money, protected for a sector or decided by a board"},
                s.funds);
        v.table({.key = "shifts", .help = "activity that moves from one sector to another"}, s.shifts);
        v.table({.key = "offers", .help = "money that a sector offers a body for itself"}, s.offers);
        v.record({.key = "dynamics", .help = "how fast things change"}, s.dynamics);
    }
};

}  // namespace clout
