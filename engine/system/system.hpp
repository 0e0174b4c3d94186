// What the engine reads: one arm of a scenario as flat arrays of instances, frozen and shared by every
// replicate. Rows: organisations stand home by home (those who meet stand together); bodies in the scenario's
// order; a *table* is one fund at one board; a *cell* is a sector in a place (or in none). Shapes are given
// in brackets.
#pragma once

#include "engine/system/plans.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace clout {

struct System {
    // clock and luck
    std::uint32_t rounds = 0, rounds_per_year = 1;
    double dt = 1;  // [years] of one round
    bool stochastic = true;
    bool asks_leverage = false;  // whether the last round asks what would be different without each seat
    std::uint64_t seed = 1;
    // Of the uncertain numbers' draws: the same, unless a study tells them apart from all other luck.
    std::uint64_t number_seed = 1;
    std::vector<Number> numbers;  // what slots point at, as they stand in year 0; and their later steps
    std::vector<DatedSlot> dated;

    // nouns
    std::vector<std::string> programmes, places;
    std::vector<std::uint64_t> programme_names;  // (programmes) hashes: addresses
                                                 // of luck, with an instance's
    std::vector<SectorPlan> sectors;
    std::vector<OrganisationKindPlan> organisation_kinds;
    std::vector<BodyKindPlan> body_kinds;
    bool has_patients = false;  // whether any organisation may have a list
    SectorId focus;

    // organisations
    std::vector<Instance> organisations;
    std::vector<Row> cell;                     // (organisations) sector · (places + 1) + place
    std::vector<Row> home;                     // (organisations) row of bodies, or kNoRow
    std::vector<Row> order;                    // (organisations) rank in the scenario's order: breaks ties
    std::vector<Row> cell_first, cell_member;  // (cells + 1), organisations cell by cell
    std::vector<Span> stretches;               // of cell_member, each of one cell: what is summed as one
    std::vector<Row> stretch_first;            // (cells + 1) rows of stretches
    Span homeless;                             // organisations without a home
    // A caucus is organisations of one home that every body other than boards has as members together or not
    // at all: phases sum it up once. Rows of organisations.
    std::vector<Span> caucuses;
    std::vector<Row> caucus_in;  // rows of caucuses, entry by entry
    std::vector<Row> single;     // rows of organisations in no caucus of their line, entry by entry
    Span homeless_caucuses;      // rows of caucuses whose organisations have no home

    // bodies
    std::vector<BodyPlan> bodies;
    std::vector<MemberLine> entries;
    std::vector<std::string> words;    // names of entries and of blocs, once each
    std::vector<Row> member;           // rows of organisations or bodies, entry by entry
    std::vector<Row> below;            // rows of organisations, body by body (BodyPlan::below)
    std::vector<Row> speaking_order;   // bodies that are not boards, members first
    std::vector<Span> levels;          // of speaking_order; no body has a member of its own level
    std::vector<Row> homes;            // bodies that are a home, in the order of their organisations
    std::vector<Span> body_kind_rows;  // (body kinds) their instances
    std::vector<LeaningKind> leaning_kinds;

    // money
    std::vector<FundPlan> funds;
    std::vector<Table> tables;        // fund by fund, place by place
    std::vector<Row> sites;           // columns of places (the last: none) where tables are; in order
    std::vector<Row> organs;          // rows of bodies that sign: by sector, site and kind
                                      // (SectorPlan::organs)
    std::vector<Slots> delivered_by;  // (programmes × sectors)
    std::vector<ShiftPlan> shifts;
    std::vector<OfferPlan> offers;
    DynamicsPlan dynamics;

    [[nodiscard]] std::size_t cells() const { return sectors.size() * (places.size() + 1); }
    // The cell of a sector in a place; the sector's last where the place does not exist.
    [[nodiscard]] std::size_t cell_of(SectorId sector, PlaceId place) const {
        return sector.row() * (places.size() + 1) + column_of(place);
    }
    [[nodiscard]] SectorId sector_of(Row organisation) const {
        return organisation_kinds[organisations[organisation].kind].sector;
    }
    // The column of a place in what is kept by place; the last where the place does not exist.
    [[nodiscard]] std::size_t column_of(PlaceId place) const {
        return place.exists() ? place.row() : places.size();
    }
    [[nodiscard]] Row seats_at(const Table& table) const {
        Row seats = 0;
        const Span lines = bodies[table.board].entries;
        for (Row e = lines.first; e < lines.last; ++e) seats += entries[e].members.size();
        return seats;
    }
    // Whether some body's voice has a bill to pay (MODEL.md 6.6).
    [[nodiscard]] bool has_upkeep() const {
        for (const BodyKindPlan& kind : body_kinds) {
            if (!constant_zero(kind.upkeep)) return true;
        }
        return false;
    }
    // Whether something is taken off a table's money before anybody divides it: withheld, or a grant.
    [[nodiscard]] bool takes_off() const {
        for (const BodyKindPlan& kind : body_kinds) {
            if (kind.granted_by.exists() || !constant_zero(kind.withheld)) return true;
        }
        return false;
    }
    // Whether anybody may be taken over.
    [[nodiscard]] bool has_takeovers() const {
        for (const SectorPlan& sector : sectors) {
            if (sector.taken_over_by.exists()) return true;
        }
        return false;
    }
    [[nodiscard]] bool has_first_calls() const {
        for (const FundPlan& fund : funds) {
            if (fund.first_call_sector.exists()) return true;
        }
        return false;
    }
    // The salience of a line's seats: the line's own, else the member's.
    [[nodiscard]] Slot salience_of(const MemberLine& line) const {
        if (line.salience) return *line.salience;
        return line.of_bodies ? body_kinds[line.kind].salience : organisation_kinds[line.kind].salience;
    }
    [[nodiscard]] bool constant_zero(Slot slot) const {
        const Number& number = numbers[slot.row];  // most have no dates: told without a call
        if (number.steps.empty()) return number.shape == Shape::constant && number.parameters[0] == 0.0;
        return number.always(0.0);
    }
};

[[nodiscard]] std::string organisation_name(const System& system, Row organisation);
[[nodiscard]] std::string body_name(const System& system, Row body);

}  // namespace clout
