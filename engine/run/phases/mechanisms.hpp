// Mechanisms that phases call where a scenario has them: one file each (MODEL.md names them by section).
#pragma once

#include "engine/run/state.hpp"

namespace clout {

// What begins with a round, before its phases (MODEL.md 2): numbers that step to their next date, mandates
// and champions that are set anew, money that is exposed from now on.
template <int L>
void begin_round(const System& system, State<L>& state);

// What is told of uptake and imposition, sector by sector, once this round's amounts are known (6.5).
template <int L>
void report_uptake(const System& system, State<L>& state);

// What is paid by first call at a table, of what is there to divide (6.4).
template <int L>
[[nodiscard]] Pack<L> call_first(const System& system, const State<L>& state, Row table, const Pack<L>& left);

// What is paid for each £m of income, and by head, of called money alone.
template <int L>
void settle_calls(const System& system, State<L>& state);

// The unmet need that the next round's first calls are about (6.6).
template <int L>
void find_gaps(const System& system, State<L>& state);

// The clout of those taken over passes to the largest of the sector that takes over (6.6).
template <int L>
void bequeath_clout(const System& system, State<L>& state);

// What a round did to whole sectors: what moves commitment, how needs have grown, what gains do to clout
// (6.6).
template <int L>
void find_fortunes(const System& system, State<L>& state);

// Whether gains of decided money, or work that shifts, make clout.
[[nodiscard]] bool gains_make_clout(const System& system);

// What is not fed back to a body's members wears off its mandate; its champion may leave (6.6).
template <int L>
void wear_off(const System& system, State<L>& state, Row body);

// What outside income has grown by since the start: (1 + demand_growth)^(t dt).
template <int L>
[[nodiscard]] Pack<L> outside_growth(const System& system, const State<L>& state);

// μ⁰ of a body: its mandate, worn by how many stand behind it (MODEL.md 5).
template <int L>
[[nodiscard]] Pack<L> mandate_given(const System& system, const State<L>& state, const BodyPlan& body);

// What is withheld after a deadlock, and the grants, taken off the tables' money (6.4).
template <int L>
void take_off(const System& system, State<L>& state);

// What organisations pay for their bodies' upkeep in this round (6.6), before they adapt; and how much of it
// is paid for then, once mandates have worn off.
template <int L>
void collect_dues(const System& system, State<L>& state);
template <int L>
void settle_upkeep(const System& system, State<L>& state);

// Offers to bodies for themselves (6.6): χ μ of this round is noted before mandates wear off; offers are made
// last; what was agreed passes from the next round on, among receipts.
template <int L>
void note_unity(State<L>& state);
template <int L>
void make_offers(const System& system, State<L>& state);
template <int L>
void pass_deals(const System& system, State<L>& state);

// Who disposes of this round's decided money, by the statuses under which it is paid (MODEL.md 8).
template <int L>
void find_control(const System& system, State<L>& state);

}  // namespace clout
