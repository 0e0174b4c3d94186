// The scenario of one arm as an analyst wrote it, merged, defaulted and proved sound: named, nested, no
// arrays of state. Every key, its legal range, its default and its meaning are described in fields_*.hpp, and
// only there. organisations and bodies are *kinds* here; system/ makes instances of them.
#pragma once

#include "engine/base/id.hpp"
#include "engine/core/number.hpp"
#include "engine/scenario/parameters.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clout {

// [weight] (programmes) Not normalised; programmes that are not named stand at 0.
using Position = std::vector<Number>;

// What every named thing may carry.
struct Caption {
    std::string label;  // the name itself where none is given
    std::string note;
    std::string source;
};

struct Programme {
    std::string name;
    Caption caption;
    std::vector<Number> delivered_by;  // [weight] one per sector, not normalised
};

struct Traits : TraitsOf<Number> {
    Position position;
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

// Where instances of a kind stand and how many there are; decides their names (MODEL.md 4).
struct Siting {
    enum class Form : std::uint8_t { single, counted, one_per_place, numbered_per_place };
    Form form = Form::single;
    PlaceId place;                                             // single, counted: may not exist
    std::uint64_t count = 1;                                   // counted
    std::vector<std::pair<PlaceId, std::uint64_t>> per_place;  // *_per_place, in place order
    [[nodiscard]] std::uint64_t instances() const {
        if (form == Form::single || form == Form::counted) return count;
        std::uint64_t sum = 0;
        for (const auto& at : per_place) sum += at.second;
        return sum;
    }
};

struct RosterRow {
    std::string name;                    // the instance's name
    PlaceId place;                       // may not exist
    double income = 0;                   // [£m a year]; NaN = the kind's
    double list_size = 0;                // [patients]; NaN = the kind's
    std::vector<std::string> member_of;  // names of body instances
};

struct OrganisationKind {
    std::string name;
    Caption caption;
    SectorId sector;
    Siting siting;
    bool from_roster = false;  // instances are the roster's rows; siting is not used
    std::vector<RosterRow> roster;
    std::string roster_file;  // relative to the scenario's folder
    Number income;            // [£m a year]
    std::optional<Number> clout;
    std::optional<Number> list_size;
    Traits traits;  // its own where given, else its sector's (same path, hence same draw)
    [[nodiscard]] std::uint64_t instances() const { return from_roster ? roster.size() : siting.instances(); }
};

// A kind of organisation or a kind of body.
struct AgentKind {
    enum class Class : std::uint8_t { organisation, body };
    Class what = Class::organisation;
    std::uint32_t row = 0;  // row in Scenario::organisations or Scenario::bodies
    friend bool operator==(AgentKind, AgentKind) = default;
};

// Instances named by an entry of members, as written: all but these, or only these.
struct Chosen {
    std::vector<std::string> except, only;  // at most one of them is not empty
    [[nodiscard]] bool anyone() const { return except.empty() && only.empty(); }
};

struct Member : MemberNumbersOf<Number> {
    std::string name;  // of the entry
    AgentKind kind;
    bool conflicted = false;  // has the body's leaning instead of a position of its own
    bool home = true;         // whether this body may be its members' home
    bool deal = false;        // members are dealt out in turn over the bodies of the kind
    Chosen chosen;            // who of them joins, after dealing
    std::string bloc;         // its seats vote as one with all of this name; empty = each for itself
    Caption caption;
};

struct RedLine {
    ProgrammeId programme;
    bool relative = false;  // the floor is a part of the split at the start
    bool backed = false;    // the line is as firm as its holders' members stand behind it
    bool dormant = false;   // not enforced until another's line is
    Number floor, rigidity;
    std::vector<std::uint32_t> held_by;  // rows in BodyKind::members; empty = holds whoever sits
    std::string held_by_name;            // as written
    // A line whose holder has no seat in this arm is void: nobody holds it.
    [[nodiscard]] bool is_void() const { return !held_by_name.empty() && held_by.empty(); }
    Caption caption;
};

// How a body weighs its entries: by the clout behind each, or each alike.
enum class Weighing : std::uint8_t { clout, equal };

struct BodyKind : BodyNumbersOf<Number> {
    std::string name;
    Caption caption;
    Siting siting;
    std::optional<AgentKind> leaning;  // absent = towards the standing split
    Weighing weighing = Weighing::clout;
    FundId granted_by;            // who pays the grant; may not exist
    std::vector<Member> members;  // empty = the body does not exist in this arm
    bool is_board = false;        // a fund names it in decided_by
    std::string protocol;
    std::vector<RedLine> red_lines;
    [[nodiscard]] std::uint64_t instances() const { return members.empty() ? 0 : siting.instances(); }
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
