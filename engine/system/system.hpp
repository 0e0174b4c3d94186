// What the engine reads: one arm of a scenario as flat arrays of instances, frozen and shared by every
// replicate. Rows: organisations stand home by home (those who meet stand together); bodies in the scenario's
// order; a *table* is one fund at one board; a *cell* is a sector in a place (or in none). Shapes are given
// in brackets.
#pragma once

#include "engine/base/id.hpp"
#include "engine/core/number.hpp"
#include "engine/protocols/shelf.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clout {

using Row = std::uint32_t;
inline constexpr Row kNoRow = 0xffffffffu;

struct Slot {  // a row of System::numbers: every number the rounds read, fixed or uncertain
    Row row = 0;
};
using Slots = std::vector<Slot>;

struct Span {  // rows first … last − 1
    Row first = 0, last = 0;
    [[nodiscard]] Row size() const { return last - first; }
};

// How the instances of a kind are called (model.md 4).
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

struct OrganisationKindPlan {
    Naming naming;
    SectorId sector;
    Slot income, spread, income_spread, salience, susceptibility, commitment, commitment_spread, clout_factor;
    std::optional<Slot> clout, list_size;
    Slots position;                                  // (programmes)
    std::vector<double> roster_income, roster_list;  // (rows of the roster); NaN = the kind's
};

struct MemberLine {  // one line of a body's `members`
    Row kind = 0;    // of organisations or of bodies
    bool of_bodies = false, conflicted = false, home = true;
    Span members;  // rows of System::member
    Slot share, votes, standing, initiative;
    std::optional<Slot> salience;
    Row name = 0, bloc = kNoRow;  // rows of System::words; no bloc = votes alone
};

struct RedLinePlan {
    ProgrammeId programme;
    Slot floor, rigidity;
    std::vector<Row> held_by;  // positions of entries inside the body; empty = nobody in particular
};

struct BodyPlan {
    Instance instance;
    Span entries;  // rows of System::entries
    bool board = false;
    Row leaning = 0;      // row of the leanings: places, then none, then System::leaning_kinds
    Row parent = kNoRow;  // first body, not a board, that has it as a member
    Span home_of;         // organisations whose home it is
};

struct BodyKindPlan {
    Naming naming;
    Slot mandate, fidelity, feedback, champion, salience;
    Slot formality, agenda_power, patience, quota, reversion;
    ProtocolKind protocol;
    std::vector<RedLinePlan> red_lines;
};

struct FundPlan {
    std::string name;
    std::uint64_t name_hash = 0;
    Slot amount, growth, inertia, exposed;
    SectorId protected_for;     // exists iff the fund is protected
    FundId exposed_to;          // may not exist
    Slots status_quo;           // (programmes); decided funds
    Slots exposed_as;           // (programmes); protected funds
    SectorId top_slice_sector;  // may not exist
    Slot top_slice;
    Span tables;            // rows of System::tables; empty for protected funds
    bool by_place = false;  // tables bring their own amounts
};

struct Table {
    FundId fund;
    Row board = 0;  // row of System::bodies
    PlaceId place;  // may not exist
    Slot amount;    // by_place: of the board's place
    std::uint32_t boards_in_place = 1;
};

struct ShiftPlan {
    ProgrammeId programme;
    SectorId from, to;
    Slot share, money_follows;
};

struct SectorPlan {
    std::string name;
    std::vector<Span> sign_off;  // rows of bodies, one span a kind
    bool signs_off = false;
    SectorId lapse_to, taken_over_by;  // may not exist
    std::optional<Slot> imposed_below;
    Slot imposed_after, imposition_cost;
    bool can_fail = false;
};

struct DynamicsPlan {
    Slot tolerance, opinion_noise, money_to_clout, demand_growth, success, predation, norm, reversion,
        commitment_noise, strain, shock, mandate_decay, champion_exit, takeover, goodwill_recovery,
        deadlock_cost, friction;
};

struct LeaningKind {  // a kind of agent that bodies of a place (or of none) lean towards
    bool of_bodies = false;
    Row kind = 0;
    PlaceId place;  // may not exist; whose standing split serves while the kind is silent
};

struct System {
    // clock and luck
    std::uint32_t rounds = 0, rounds_per_year = 1;
    double dt = 1;  // [years] of one round
    bool stochastic = true;
    std::uint64_t seed = 1;
    std::vector<Number> numbers;  // what slots point at

    // nouns
    std::vector<std::string> programmes, places;
    std::vector<SectorPlan> sectors;
    std::vector<OrganisationKindPlan> organisation_kinds;
    std::vector<BodyKindPlan> body_kinds;
    bool has_patients = false;  // whether any organisation may have a list
    SectorId focus;

    // organisations
    std::vector<Instance> organisations;
    std::vector<Row> cell;                     // (organisations) sector · (places + 1) + place
    std::vector<Row> home;                     // (organisations) row of bodies, or kNoRow
    std::vector<Row> order;                    // (organisations) place in the scenario's order: breaks ties
    std::vector<Row> cell_first, cell_member;  // (cells + 1), organisations cell by cell
    std::vector<Span> stretches;               // of cell_member, each of one cell: what is summed as one
    std::vector<Row> stretch_first;            // (cells + 1) rows of stretches
    Span homeless;                             // organisations without a home

    // bodies
    std::vector<BodyPlan> bodies;
    std::vector<MemberLine> entries;
    std::vector<std::string> words;    // names of entries and of blocs, once each
    std::vector<Row> member;           // rows of organisations or bodies, entry by entry
    std::vector<Row> speaking_order;   // bodies that are not boards, members first
    std::vector<Span> levels;          // of speaking_order; no body has a member of its own level
    std::vector<Row> homes;            // bodies that are a home, in the order of their organisations
    std::vector<Span> body_kind_rows;  // (body kinds) their instances
    std::vector<LeaningKind> leaning_kinds;

    // money
    std::vector<FundPlan> funds;
    std::vector<Table> tables;        // fund by fund, place by place
    std::vector<Slots> delivered_by;  // (programmes × sectors)
    std::vector<ShiftPlan> shifts;
    DynamicsPlan dynamics;

    [[nodiscard]] std::size_t cells() const { return sectors.size() * (places.size() + 1); }
    [[nodiscard]] SectorId sector_of(Row organisation) const {
        return organisation_kinds[organisations[organisation].kind].sector;
    }
    // The salience of a line's seats: the line's own, else the member's.
    [[nodiscard]] Slot salience_of(const MemberLine& line) const {
        if (line.salience) return *line.salience;
        return line.of_bodies ? body_kinds[line.kind].salience : organisation_kinds[line.kind].salience;
    }
    [[nodiscard]] bool constant_zero(Slot slot) const {
        const Number& number = numbers[slot.row];
        return !number.uncertain() && number.parameters[0] == 0.0;
    }
};

[[nodiscard]] std::string organisation_name(const System& system, Row organisation);
[[nodiscard]] std::string body_name(const System& system, Row body);

}  // namespace clout
