// What an arm says of each kind, body, fund and sector, as rows and slots: the parts of a System.
#pragma once

#include "engine/base/id.hpp"
#include "engine/core/number.hpp"
#include "engine/protocols/kinds.hpp"
#include "engine/scenario/parameters.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clout {

struct Slot {  // a row of System::numbers: every number the rounds read, fixed or uncertain
    Row row = 0;
};
using Slots = std::vector<Slot>;

struct Span {  // rows first … last − 1
    Row first = 0, last = 0;
    [[nodiscard]] Row size() const { return last - first; }
};

// How the instances of a kind are called (MODEL.md 4).
struct Naming {
    enum class Form : std::uint8_t { kind, numbered, at_place, numbered_at_place, roster };
    Form form = Form::kind;
    std::string kind;
    std::vector<std::string> roster;
};

struct Instance {
    Row kind = 0;
    PlaceId place;             // may not exist
    std::uint32_t number = 0;  // counts from 1; of a roster: row + 1
    std::uint64_t name = 0;    // hash of its name: the address of its luck
};

struct OrganisationKindPlan : TraitsOf<Slot> {
    Naming naming;
    SectorId sector;
    Slot income;
    std::optional<Slot> clout, list_size;
    Slots position;                                  // (programmes)
    std::vector<double> roster_income, roster_list;  // (rows of the roster); NaN = the kind's
};

// One line of a body's `members`. A line that nobody fills is kept at boards only.
struct MemberLine : MemberNumbersOf<Slot> {
    Row kind = 0;  // of organisations, or of bodies where of_bodies
    bool of_bodies = false;
    bool conflicted = false;  // has the body's leaning instead of a position of its own
    bool home = true;         // whether the body may be its members' home
    Span members;             // rows of System::member
    // The same organisations as phases walk them: by caucus, and those in none. Empty at boards, and of
    // bodies.
    Span caucuses;                // rows of System::caucus_in
    Span singles;                 // rows of System::single
    Row name = 0, bloc = kNoRow;  // rows of System::words; no bloc = votes alone
};

struct RedLinePlan {
    ProgrammeId programme;
    Slot floor, rigidity;
    bool relative = false, backed = false, dormant = false;
    std::vector<Row> held_by;  // positions of entries inside the body; empty = nobody in particular
    std::uint64_t holder = 0;  // hash of that name, as written; 0 = nobody in particular
};

struct BodyPlan {
    Instance instance;
    Span entries;  // rows of System::entries
    bool board = false;
    Row leaning = 0;      // row of the leanings: places, then none, then System::leaning_kinds
    Row parent = kNoRow;  // first body, not a board, that has it as a member
    Span home_of;         // rows of the organisations whose home it is
    Span caucuses;        // of the same organisations: rows of System::caucuses
    bool mixed = false;   // whether these organisations are of several cells
    bool exists = false;  // whether it has members at all, directly or through bodies
    // Rows of System::below: organisations among its members, directly or through bodies, each once,
    // conflicted entries left out; in the order in which they are written, depth first.
    Span below;
};

struct BodyKindPlan : BodyNumbersOf<Slot> {
    Naming naming;
    bool weighs_equally = false;
    FundId granted_by;  // may not exist
    ProtocolKind protocol;
    std::vector<RedLinePlan> red_lines;
};

struct FundPlan : FundNumbersOf<Slot> {
    std::string name;
    std::uint64_t name_hash = 0;
    Slot amount;
    SectorId protected_for;     // exists iff the fund is protected
    FundId exposed_to;          // may not exist
    Slots status_quo;           // (programmes); decided funds
    Slots exposed_as;           // (programmes); protected funds
    SectorId top_slice_sector;  // may not exist
    Slot top_slice;
    SectorId first_call_sector;  // may not exist
    Slot first_call_limit, first_call_softness;
    Slots yardstick;           // (programmes); empty = none
    Span tables;               // rows of System::tables; empty for protected funds
    bool by_place = false;     // tables bring their own amounts
    bool dated_parts = false;  // and these have dates
};

struct Table {
    FundId fund;
    Row board = 0;  // row of System::bodies
    PlaceId place;  // may not exist
    Slot amount;    // by_place: of the board's place
    std::uint32_t boards_in_place = 1;
};

struct ShiftPlan : ShiftNumbersOf<Slot> {
    ProgrammeId programme;
    SectorId from, to;
};

struct OfferPlan : OfferNumbersOf<Slot> {
    std::string name;
    SectorId by;
    Span to;  // rows of bodies
};

struct SectorPlan : SectorNumbersOf<Slot> {
    std::string name;
    std::vector<Span> sign_off;  // rows of bodies, one span a kind
    std::vector<Span> organs;    // rows of System::organs, site by site, kind by kind
    bool signs_off = false;
    SectorId lapse_to, taken_over_by;  // may not exist
    bool can_fail = false;
};

using DynamicsPlan = DynamicsOf<Slot>;

// A number that is another one from some round on (MODEL.md 2).
struct DatedSlot {
    struct Step {
        std::uint32_t round;  // the first in which it holds
        double year;          // of its date
        Row row;              // of System::numbers: its value
    };
    Slot slot;
    std::vector<Step> steps;  // in their order, without the one of year 0
};

// A kind of agent that bodies of a place, or of none, lean towards.
struct LeaningKind {
    bool of_bodies = false;
    Row kind = 0;
    // Of the bodies that lean; may not exist. Its standing split serves while the kind is silent.
    PlaceId place;
};

}  // namespace clout
