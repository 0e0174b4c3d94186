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
    bool keeps_minutes = false;  // whether tables keep the steps of their decisions, for a chronicle
    std::uint64_t seed = 1;
    // Of the uncertain numbers' draws: the same, unless a study tells them apart from all other luck.
    std::uint64_t number_seed = 1;
    std::vector<Number> numbers;  // what slots point at, as they stand in year 0; and their later steps
    std::vector<DatedSlot> dated;

    // nouns
    std::vector<std::string> programmes, places;
    // (programmes) Hashes: addresses of luck, with an instance's.
    std::vector<std::uint64_t> programme_names;
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
    std::vector<Table> tables;    // fund by fund, place by place
    std::vector<Row> first_seat;  // (tables + 1) of a table's board, among the seats of all tables
    std::vector<Row> first_line;  // (tables + 1) of its red lines, among the lines of all tables
    std::vector<Row> sites;       // columns of places (the last: none) where tables are; in order
    // Rows of bodies that sign: by sector, site and kind (SectorPlan::organs).
    std::vector<Row> organs;
    std::vector<Slots> delivered_by;  // (programmes × sectors)
    std::vector<ShiftPlan> shifts;
    std::vector<OfferPlan> offers;
    DynamicsPlan dynamics;

    // Which mechanisms this arm has; phases pass over the others.
    bool has_upkeep = false;       // some body's voice has a bill to pay (MODEL.md 6.6)
    bool takes_off = false;        // money is withheld or granted before a table divides it (6.4)
    bool has_takeovers = false;    // somebody may be taken over (6.6)
    bool has_first_calls = false;  // some fund is called upon first (6.4)
    bool has_relative_lines = false, has_dormant_lines = false;  // at some table (6.3)

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
    [[nodiscard]] Row seats() const { return first_seat.back(); }  // of all tables
    [[nodiscard]] Row lines() const { return first_line.back(); }  // likewise
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
