// The numbers of each part of a scenario, described once: T is Number in what is written and Slot in what the
// rounds read. Keys, legal ranges, defaults and meanings stand in language/fields_*.hpp; compile() visits
// those lines to give every number its slot, so that a new parameter is one member here, one line there, and
// its use in a phase.
#pragma once

#include <optional>

namespace clout {

// How organisations of a sector, or of one kind, behave.
template <class T>
struct TraitsOf {
    T spread, income_spread, salience, susceptibility, commitment, commitment_spread, clout_factor,
        resilience, resilience_spread;
};

template <class T>
struct SectorNumbersOf {
    T unanimity, imposed_pay, imposition_cost;
    T imposed_after;                 // [rounds] whole, neither uncertain nor dated
    std::optional<T> imposed_below;  // absent = never imposed
    std::optional<T> demand_growth;  // [a year] of its need; absent = that of dynamics
};

template <class T>
struct MemberNumbersOf {
    T share, votes, standing, initiative;
    std::optional<T> salience;  // absent = the member's own
};

template <class T>
struct BodyNumbersOf {
    T mandate, fidelity, feedback, champion, salience, size_penalty;
    T upkeep, grant;  // [£m a year] of one instance; bodies other than boards
    T capture;
    // Of boards.
    T formality, agenda_power, patience, quota, reversion, transparency, foresight, withheld;
};

template <class T>
struct FundNumbersOf {
    T growth;             // [a year]
    T inertia, noise;     // of decided funds
    T exposed, honoured;  // of protected funds
};

template <class T>
struct ShiftNumbersOf {
    T share, money_follows, clout;
};

template <class T>
struct OfferNumbersOf {
    T rate;   // [a year]
    T worth;  // [£m a year]
};

template <class T>
struct DynamicsOf {
    T tolerance, opinion_noise, money_to_clout, demand_growth, success, predation, norm, reversion,
        commitment_noise, strain, shock, mandate_decay, champion_exit, acquisition, escalation,
        cumulative_advantage, takeover, goodwill_recovery, deadlock_cost, friction;
};

}  // namespace clout
