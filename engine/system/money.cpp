#include "engine/base/stream.hpp"
#include "engine/system/draft.hpp"

#include <unordered_map>

namespace clout {
namespace {

void add_tables(const Fund& fund, FundId id, SlotTable& slots, System& system) {
    FundPlan& plan = system.funds[id.row()];
    const Span boards = system.body_kind_rows[fund.decided_by.row()];
    plan.tables.first = static_cast<Row>(system.tables.size());
    std::unordered_map<std::uint32_t, std::uint32_t> boards_at;  // place (or none) -> boards there
    for (Row b = boards.first; b < boards.last; ++b) ++boards_at[system.bodies[b].instance.place.value];
    std::unordered_map<std::uint32_t, const Number*> amount_at;
    for (const auto& [place, amount] : fund.amount_by_place) amount_at.emplace(place.value, &amount);
    for (Row b = boards.first; b < boards.last; ++b) {
        Table table;
        table.fund = id;
        table.board = b;
        table.place = system.bodies[b].instance.place;
        table.boards_in_place = boards_at[table.place.value];
        if (const auto amount = amount_at.find(table.place.value); amount != amount_at.end()) {
            table.amount = slots.add(*amount->second);
        }
        system.tables.push_back(table);
    }
    plan.tables.last = static_cast<Row>(system.tables.size());
    plan.by_place = !fund.amount_by_place.empty();
    for (const auto& [place, amount] : fund.amount_by_place) plan.dated_parts |= amount.dated();
}

FundPlan plan_fund(const Fund& fund, SlotTable& slots) {
    FundPlan plan;
    slots.fill<FundNumbersOf>(plan, fund);
    plan.name = fund.name;
    plan.name_hash = name_hash(fund.name);
    plan.amount = slots.add(fund.amount);
    plan.protected_for = fund.protected_for;
    plan.exposed_to = fund.exposed_to;
    plan.status_quo = slots.add(fund.status_quo);
    plan.exposed_as = slots.add(fund.exposed_as);
    if (fund.top_slice) {
        plan.top_slice_sector = fund.top_slice->sector;
        plan.top_slice = slots.add(fund.top_slice->share);
    }
    if (fund.first_call) {
        plan.first_call_sector = fund.first_call->sector;
        plan.first_call_limit = slots.add(fund.first_call->limit);
        plan.first_call_softness = slots.add(fund.first_call->softness);
    }
    plan.yardstick = slots.add(fund.yardstick);
    return plan;
}

// The seats and the red lines of all tables, one after the other.
void count_seats_and_lines(System& system) {
    system.first_seat.assign(1, 0);
    system.first_line.assign(1, 0);
    for (const Table& table : system.tables) {
        const BodyPlan& board = system.bodies[table.board];
        const auto& lines = system.body_kinds[board.instance.kind].red_lines;
        Row seat = system.first_seat.back();
        for (Row e = board.entries.first; e < board.entries.last; ++e)
            seat += system.entries[e].members.size();
        system.first_seat.push_back(seat);
        system.first_line.push_back(system.first_line.back() + static_cast<Row>(lines.size()));
        for (const RedLinePlan& line : lines) {
            system.has_relative_lines |= line.relative;
            system.has_dormant_lines |= line.dormant;
        }
    }
}

// Who signs at the tables of each place: bodies that stand there or in no place, all of them at tables
// without place (MODEL.md 6.5).
void find_organs(System& system) {
    const auto none = static_cast<Row>(system.places.size());
    std::vector<bool> met(none + std::size_t{1}, false);
    for (const Table& table : system.tables) met[system.column_of(table.place)] = true;
    if (system.tables.empty()) met[none] = true;
    for (Row column = 0; column <= none; ++column) {
        if (met[column]) system.sites.push_back(column);
    }
    for (SectorPlan& sector : system.sectors) {
        for (const Row column : system.sites) {
            for (const Span& kind : sector.sign_off) {
                const auto first = static_cast<Row>(system.organs.size());
                for (Row b = kind.first; b < kind.last; ++b) {
                    const PlaceId place = system.bodies[b].instance.place;
                    if (column == none || !place.exists() || place.row() == column)
                        system.organs.push_back(b);
                }
                sector.organs.push_back({first, static_cast<Row>(system.organs.size())});
            }
        }
    }
}

}  // namespace

void find_mechanisms(System& system) {
    for (const BodyKindPlan& kind : system.body_kinds) {
        system.has_upkeep |= !system.constant_zero(kind.upkeep);
        system.takes_off |= kind.granted_by.exists() || !system.constant_zero(kind.withheld);
    }
    for (const SectorPlan& sector : system.sectors) system.has_takeovers |= sector.taken_over_by.exists();
    for (const FundPlan& fund : system.funds) system.has_first_calls |= fund.first_call_sector.exists();
}

void plan_money(const Scenario& scenario, SlotTable& slots, System& system) {
    for (const Programme& programme : scenario.programmes) {
        system.delivered_by.push_back(slots.add(programme.delivered_by));
    }
    for (const Fund& fund : scenario.funds) system.funds.push_back(plan_fund(fund, slots));
    for (std::size_t f = 0; f < scenario.funds.size(); ++f) {
        if (scenario.funds[f].decided_by.exists()) add_tables(scenario.funds[f], FundId(f), slots, system);
    }
    count_seats_and_lines(system);
    find_organs(system);
    for (const Shift& shift : scenario.shifts) {
        ShiftPlan& plan = system.shifts.emplace_back();
        slots.fill<ShiftNumbersOf>(plan, shift);
        plan.programme = shift.programme;
        plan.from = shift.from;
        plan.to = shift.to;
    }
    for (const Offer& offer : scenario.offers) {
        OfferPlan& plan = system.offers.emplace_back();
        slots.fill<OfferNumbersOf>(plan, offer);
        plan.name = offer.name;
        plan.by = offer.by;
        plan.to = system.body_kind_rows[offer.to.row()];
    }
}

}  // namespace clout
