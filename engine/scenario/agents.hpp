// Kinds of organisations and of bodies as an analyst wrote them: part of a scenario (scenario.hpp).
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

struct Traits : TraitsOf<Number> {
    Position position;
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

}  // namespace clout
