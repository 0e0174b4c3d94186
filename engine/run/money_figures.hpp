// The figures of a block of L replicates that tables, sectors and cells have, and those that are fixed for a
// replicate. Written as in agent_figures.hpp.
#pragma once

#include "engine/run/agent_figures.hpp"

namespace clout {

template <int L>
struct TableState {
    // [simplex] (tables × programmes) x, the split of the table's money.
    Packs<L> split;
    // [simplex] (tables × programmes) What the protocol proposes, and what papers make of it.
    Packs<L> proposed, target;
    // [share] (tables) Of the fund's amount that this table splits; fixed for a replicate.
    Packs<L> part;
    // [£m a year] (tables) Its part of the fund's amount, and of what protected funds expose to the fund.
    Packs<L> own, incoming;
    // [1 or 0] (tables) Whether anybody sat in this round, and whether they agreed.
    Packs<L> decides, agreed;
    // (tables) D, how far apart the seats are.
    Packs<L> dispersion;
    // [1 or 0] and [share] (seats of all tables) Whether a seat sat, and its part of the board's weight.
    Packs<L> seat_sits, seat_weight;
    // [points of share] (seats of all tables × sectors) What each seat moves in the last round; empty where
    // nobody asks.
    Packs<L> leverage;
    // [share] (tables × (sectors + 1)) Who wrote the split; the last is the part of leanings.
    Packs<L> influence;
    // [simplex] (tables × programmes) The split before round 0, and (lines of all tables) whether a dormant
    // red line has woken; empty where no line asks.
    Packs<L> start;
    Masks<L> awake;
    // (lines of all tables) Whether it was enforced in this round; empty likewise.
    Masks<L> breached;
    // [£m a year] (tables) What is taken off before anybody divides it; empty where nothing ever is.
    Packs<L> taken_off;
    // [£m a year] (tables) Top slice, first call, and what is left then for programmes.
    Packs<L> sliced, called, rest;
    // [£m a year] (tables) Unmet need, after the last round, of the sector that has the first call.
    Packs<L> gap;
    // [£m a year] (tables × sectors) What each gets of the rest, by split and T after shifts; then all it
    // gets.
    Packs<L> allotted;
    // [£m a year] (tables × sectors) New money that a sector takes up; empty where nobody makes offers.
    Packs<L> fresh;
    // [£m a year] (tables × sectors) What a sector did not take up.
    Packs<L> lapsed;
};

// How tables came to their splits in this round, step by step; all empty unless System::keeps_minutes.
template <int L>
struct MinutesState {
    // [share] (seats of all tables) Part of its board's votes; of the way to its position that papers go.
    Packs<L> votes, papers;
    // [probability] (tables) Of agreement, and what was drawn against it.
    Packs<L> chance, draw;
    // (tables) The board's G when the table began and when it was done.
    Packs<L> goodwill_before, goodwill_after;
    // [simplex] (tables × programmes) The split that stood; after the decision and before red lines.
    Packs<L> stood, moved;
    // [simplex] (lines of all tables × programmes) The split after a line that was enforced.
    Packs<L> held;
    // [share] (lines of all tables) What the line asked for.
    Packs<L> floor;
};

template <int L>
struct SectorState {
    // [0..1] (sectors) Means over tables: what the bodies that sign off let through, and what is paid.
    Packs<L> own_uptake, uptake;
    // [1 or 0] (sectors) Whether it is imposed upon at any table in this round.
    Packs<L> imposed;
    // [share] (sectors) Of decided money, at the start and now.
    Packs<L> start_share, share;
    // [£m a year] (sectors) Decided for it; received with protected money and after lapses.
    Packs<L> decided, received;
    // [£m a year] (sectors) Of decided money: what its own independent organisations get together with those
    // that were taken over for it, and what its own get.
    Packs<L> controlled, independent_decided;
    // [organisations] (sectors) Since the start.
    Packs<L> taken_over, closed;
    // [£m a year] (sectors) Need that shifts have brought it, or taken from it where negative.
    Packs<L> shifted_need;
    // (sectors) Shifted need for each £m of income; [£m a year] and for each open organisation where no
    // income is left.
    Packs<L> need_rate, need_head;
    // (sectors) [clout] of work that has shifted to it, by income and by head likewise.
    Packs<L> work_rate, work_head;
    // (sectors) What gains of decided money multiply clout by; (1 + growth of need)^(t dt).
    Packs<L> advantage, demand;
    // [organisations] (sectors)
    Packs<L> independent;
    // [organisations] and [£m a year] (sectors) Those not closed, and their income.
    Packs<L> open, income;
};

template <int L>
struct CellState {
    // [£m a year] and [organisations] (cells) Of those not closed.
    Packs<L> income, open;
    // [£m a year] (cells) What there is to pay to the organisations of the cell.
    Packs<L> pool;
    // (cells) What is paid for each £m of income; [£m a year] and to each open organisation where no income
    // is left.
    Packs<L> rate, head;
    // [a year] (cells) How fast the commitment of its organisations drifts.
    Packs<L> drift;
};

// Who signs and where the board imposes, by sector and place; the last place stands for tables without one.
template <int L>
struct SiteState {
    // [0..1] (cells) Uptake as the organs give it, and for money: with imposition.
    Packs<L> own, paid;
    // [0..1] (cells) The part of shifted work that is done.
    Packs<L> work;
    // [1 or 0] (cells), and [rounds] (cells) in a row below the threshold.
    Packs<L> imposed, below;
};

// Who disposes of decided money (control.cpp); empty where nobody is ever taken over.
template <int L>
struct ControlState {
    // (cells) As in CellState, of decided money alone.
    Packs<L> pool, rate, head;
    // [£m a year], [organisations] (cells) Those taken over: income and heads.
    Packs<L> income, heads;
};

// First calls (first_call.cpp): what organisations got by them, and what they lack without.
template <int L>
struct CallState {
    // (cells) As in CellState, of called money alone.
    Packs<L> pool, rate, head;
    // [£m a year] (stretches), (cells) Unmet need.
    Packs<L> of_stretch, of_cell;
};

// Yearly figures brought to one round, and shares of delivery; fixed for a replicate.
template <int L>
struct Constants {
    // [share] (programmes × sectors) T: who delivers a programme, and who does after shifts.
    Packs<L> delivery, shifted_delivery;
    // [simplex] (funds × programmes) The split at the start; the split that exposed money has.
    Packs<L> status_quo, exposed_as, yardstick;
    // (funds) inertia^dt: what is left of the standing split after a decision.
    Packs<L> stay;
    // (1 − deadlock_cost)^dt, (1 − friction)^dt and 1 − (1 − recovery)^dt, for goodwill.
    Pack<L> quarrel, rub, mend;
    // exp(− mandate_decay dt), and 1 − exp(− champion_exit dt): the chance that a champion leaves.
    Pack<L> fade, leave;
};

}  // namespace clout
