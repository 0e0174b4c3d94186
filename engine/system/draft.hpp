// Steps of compile(), in the order they run; each fills its part of the system.
#pragma once

#include "engine/scenario/language/fields_scenario.hpp"
#include "engine/system/system.hpp"

#include <string>
#include <unordered_map>

namespace clout {

// Gives every number its slot: one a place of the scenario, and one a value for the program's own (defaults).
class SlotTable {
public:
    explicit SlotTable(System& system) : system_(system) {}
    Slot add(const Number& number);
    Slots add(const std::vector<Number>& numbers);

    // Gives all numbers of one part of the scenario their slots: what is written and what is read are visited
    // alike.
    template <template <class> class Of>
    void fill(Of<Slot>& slots, const Of<Number>& numbers) {
        Found found;
        Fields<Of<Number>>::visit(found, numbers);
        Placed placed{*this, found.numbers.begin()};
        Fields<Of<Slot>>::visit(placed, slots);
    }

private:
    // In the order of their lines; nullptr where one is absent.
    struct Found {
        std::vector<const Number*> numbers;
        void number(const Field&, const Number& number, const Number* = nullptr) {
            numbers.push_back(&number);
        }
        void maybe(const Field&, const std::optional<Number>& number) {
            numbers.push_back(number ? &*number : nullptr);
        }
    };
    struct Placed {
        SlotTable& slots;
        std::vector<const Number*>::const_iterator next;
        void number(const Field&, Slot& slot, const Slot* = nullptr) { slot = slots.add(**next++); }
        void maybe(const Field&, std::optional<Slot>& slot) {
            const Number* number = *next++;
            if (number) slot = slots.add(*number);
        }
    };

    void date(Row row);

    System& system_;
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

// Who stands behind each body, in the end. Only once organisations stand home by home.
void find_below(System& system);

// Funds, tables and their seats, delivery, shifts.
void plan_money(const Scenario& scenario, SlotTable& slots, System& system);

// Which mechanisms the arm has, once all of it is planned.
void find_mechanisms(System& system);

}  // namespace clout
