// What begins with a round where numbers have dates (MODEL.md 2).
#include "engine/run/phases.hpp"

namespace clout {
namespace {

// Calls visit(g, before, now) for every protected fund that is exposed to a fund, with the parts of its
// amount that were and are.
template <int L, class Visit>
void each_exposed(const System& system, const State<L>& state, FundId fund, const Pack<L>* before,
                  Visit&& visit) {
    for (std::size_t g = 0; g < system.funds.size(); ++g) {
        if (system.funds[g].exposed_to == fund) visit(g, before[g], state[system.funds[g].exposed]);
    }
}

// Money that comes to a table later arrives where it stood, too: its split becomes the blend, by amounts, of
// what stands and of what is added; it stays where nothing is, or where there is no money.
template <int L>
void blend(const System& system, State<L>& state, Row t, const Pack<L>* exposed_before) {
    const std::size_t programmes = system.programmes.size();
    const Pack<L> zero(0.0);
    const auto each = [&](auto visit) {
        each_exposed(system, state, system.tables[t].fund, exposed_before, visit);
    };
    const auto money = [&](std::size_t g) {
        return grown_amount(system, state, system.funds[g]) * state.tables.part[t];
    };
    Pack<L> stands = state.tables.own[t];
    Mask<L> rises(false);
    each([&](std::size_t g, const Pack<L>& before, const Pack<L>& now) {
        stands += min(before, now) * money(g);
        rises = rises | (now > before);
    });
    Pack<L> all = stands;
    each([&](std::size_t g, const Pack<L>& before, const Pack<L>& now) {
        all += max(now - before, zero) * money(g);
    });
    const Mask<L> moves = rises & (all > zero);
    Pack<L>* split = &state.tables.split[t * programmes];
    for (std::size_t k = 0; k < programmes; ++k) {
        Pack<L> sum = stands * split[k];
        each([&](std::size_t g, const Pack<L>& before, const Pack<L>& now) {
            sum += max(now - before, zero) * money(g) * state.fixed.exposed_as[g * programmes + k];
        });
        split[k] = select(moves, sum / all, split[k]);
    }
}

// Whether the step of one number begins in this round.
template <int L>
bool begins(const System& system, const State<L>& state, Slot slot) {
    for (const DatedSlot& dated : system.dated) {
        for (const auto& step : dated.steps) {
            if (dated.slot.row == slot.row && step.round == state.round) return true;
        }
    }
    return false;
}

template <int L>
bool step_numbers(const System& system, State<L>& state) {
    bool stepped = false;
    for (const DatedSlot& dated : system.dated) {
        for (const auto& step : dated.steps) {
            if (step.round != state.round) continue;
            state.number[dated.slot.row] = state.number[step.row];
            state.since[dated.slot.row] = step.year;
            stepped = true;
        }
    }
    return stepped;
}

// A mandate is given anew, and so is a champion, unless he has left.
template <int L>
void set_bodies(const System& system, State<L>& state) {
    BodyState<L>& of = state.bodies;
    for (std::size_t kind = 0; kind < system.body_kinds.size(); ++kind) {
        const BodyKindPlan& plan = system.body_kinds[kind];
        const bool mandate = begins(system, state, plan.mandate),
                   champion = begins(system, state, plan.champion);
        const Span bodies = system.body_kind_rows[kind];
        for (Row b = bodies.first; b < bodies.last; ++b) {
            if (mandate) of.mandate[b] = of.mandate0[b] = mandate_given(system, state, system.bodies[b]);
            if (champion) of.champion[b] = where(!of.left[b], state[plan.champion]);
        }
    }
}

}  // namespace

template <int L>
void begin_round(const System& system, State<L>& state) {
    if (system.dated.empty() || state.round == 0) return;
    Pack<L>* before = state.scratch[0].reserve(system.funds.size());
    for (std::size_t f = 0; f < system.funds.size(); ++f) before[f] = state[system.funds[f].exposed];
    if (!step_numbers(system, state)) return;
    make_constants(system, state);
    set_bodies(system, state);
    set_amounts(system, state);
    for (Row t = 0; t < system.tables.size(); ++t) blend(system, state, t, before);
}

template void begin_round<1>(const System&, State<1>&);
template void begin_round<8>(const System&, State<8>&);
template void begin_round<16>(const System&, State<16>&);

}  // namespace clout
