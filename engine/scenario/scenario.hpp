// The scenario of one arm as an analyst wrote it, merged, defaulted and proved sound: named, nested, no
// arrays of state. Every key, its legal range, its default and its meaning are described in fields_*.hpp, and
// only there. organisations and bodies are *kinds* here; system/ makes instances of them.
#pragma once

#include "engine/scenario/agents.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clout {

struct Programme {
    std::string name;
    Caption caption;
    std::vector<Number> delivered_by;  // [weight] one per sector, not normalised
};

struct Sector : SectorNumbersOf<Number> {
    std::string name;
    Caption caption;
    Traits traits;
    std::vector<BodyKindId> sign_off;
    SectorId lapse_to;  // exists iff sign_off is not empty
    bool can_fail = false;
    SectorId taken_over_by;  // may not exist
};

struct TopSlice {
    SectorId sector;
    Number share;
};

struct FirstCall {
    SectorId sector;
    Number limit;     // [share] of what there is to divide
    Number softness;  // [share] of the gap
};

struct Fund : FundNumbersOf<Number> {
    std::string name;
    Caption caption;
    Number amount;                                            // [£m a year]
    std::vector<std::pair<PlaceId, Number>> amount_by_place;  // not empty = instead of amount, in place order
    SectorId protected_for;                                   // exists iff decided_by does not
    BodyKindId decided_by;                                    // exists iff protected_for does not
    // Decided funds.
    Position status_quo;
    std::optional<TopSlice> top_slice;
    std::optional<FirstCall> first_call;
    Position yardstick;  // empty = none
    // Protected funds.
    FundId exposed_to;    // may not exist
    Position exposed_as;  // its own where given, else its sector's position
};

struct Shift : ShiftNumbersOf<Number> {
    std::string name;
    Caption caption;
    ProgrammeId programme;
    SectorId from, to;
};

// Divide and rule: a sector offers one body of a kind money for itself.
struct Offer : OfferNumbersOf<Number> {
    std::string name;
    Caption caption;
    SectorId by;
    BodyKindId to;
};

using Dynamics = DynamicsOf<Number>;

struct Clock {
    double years = 1;
    std::uint32_t rounds_per_year = 1;
    std::uint32_t rounds = 1;  // years × rounds_per_year
};

struct Scenario {
    std::string title, summary, as_at;
    std::vector<std::pair<std::string, std::string>> sources;
    std::vector<std::string> places;
    Clock clock;
    bool stochastic = true;
    std::uint64_t seed = 1;
    std::uint64_t replicates = 200;
    SectorId focus;
    std::vector<Programme> programmes;
    std::vector<Sector> sectors;
    std::vector<OrganisationKind> organisations;
    std::vector<BodyKind> bodies;
    std::vector<Fund> funds;
    std::vector<Shift> shifts;
    std::vector<Offer> offers;
    Dynamics dynamics;
};

}  // namespace clout
