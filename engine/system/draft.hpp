// Steps of compile(), in the order they run; each fills its part of the system.
#pragma once

#include "engine/scenario/scenario.hpp"
#include "engine/system/system.hpp"

#include <string>
#include <unordered_map>

namespace clout {

// Gives every number its slot: one a place of the scenario, and one a value for the program's own (defaults).
class SlotTable {
public:
    explicit SlotTable(std::vector<Number>& numbers) : numbers_(numbers) {}
    Slot add(const Number& number);
    Slots add(const std::vector<Number>& numbers);

private:
    std::vector<Number>& numbers_;
    std::unordered_map<std::string, Row> stated_;
    std::unordered_map<double, Row> own_;
};

// Organisations in the scenario's order (kind, place, number) and bodies likewise, named.
void make_instances(const Scenario& scenario, System& system);

// Who is a member of what: entries, homes, parents, speaking order. Organisations are still in the scenario's
// order.
void make_memberships(const Scenario& scenario, SlotTable& slots, System& system);

// Puts organisations home by home and builds the cells.
void lay_out(System& system);

// Who speaks together in every body that is not a board, so that they need be heard only once.
void find_caucuses(System& system);

// Funds, tables, delivery, shifts.
void plan_money(const Scenario& scenario, SlotTable& slots, System& system);

}  // namespace clout
