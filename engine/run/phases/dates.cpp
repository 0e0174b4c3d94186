// What begins with a round where numbers have dates (MODEL.md 2).
#include "engine/run/phases.hpp"

namespace clout {
namespace {

// Money of one protected fund that is exposed to another from this round on, as parts of its amount.
template <int L>
struct Exposure {
    std::size_t fund;
    Pack<L> before, now;
};

template <int L>
std::vector<Exposure<L>> exposures_to(const System& system, const State<L>& state, FundId fund,
                                      const std::vector<Pack<L>>& before) {
    std::vector<Exposure<L>> sources;
    for (std::size_t g = 0; g < system.funds.size(); ++g) {
        if (system.funds[g].exposed_to == fund)
            sources.push_back({g, before[g], state[system.funds[g].exposed]});
    }
    return sources;
}

// Money that comes to a table later arrives where it stood, too: its split becomes the blend, by amounts, of
// what stands and of what is added; it stays where nothing is, or where there is no money.
template <int L>
void blend(const System& system, State<L>& state, Row t, const std::vector<Exposure<L>>& sources) {
    const std::size_t programmes = system.programmes.size();
    const Pack<L> zero(0.0);
    const auto money = [&](const Exposure<L>& source) {
        return grown_amount(system, state, system.funds[source.fund]) * state.tables.part[t];
    };
    Pack<L> stands = state.tables.own[t], all = stands;
    Mask<L> rises(false);
    for (const Exposure<L>& source : sources) {
        stands += min(source.before, source.now) * money(source);
        rises = rises | (source.now > source.before);
    }
    all = stands;
    for (const Exposure<L>& source : sources) all += max(source.now - source.before, zero) * money(source);
    const Mask<L> moves = rises & (all > zero);
    Pack<L>* split = &state.tables.split[t * programmes];
    for (std::size_t k = 0; k < programmes; ++k) {
        Pack<L> sum = stands * split[k];
        for (const Exposure<L>& source : sources)
            sum += max(source.now - source.before, zero) * money(source) *
                   state.fixed.exposed_as[source.fund * programmes + k];
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
    std::vector<Pack<L>> before;
    before.reserve(system.funds.size());
    for (const FundPlan& fund : system.funds) before.push_back(state[fund.exposed]);
    if (!step_numbers(system, state)) return;
    make_constants(system, state);
    set_bodies(system, state);
    set_amounts(system, state);
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        const Span tables = system.funds[f].tables;
        const auto sources = exposures_to(system, state, FundId(f), before);
        for (Row t = tables.first; t < tables.last && !sources.empty(); ++t) blend(system, state, t, sources);
    }
}

template void begin_round<1>(const System&, State<1>&);
template void begin_round<8>(const System&, State<8>&);
template void begin_round<16>(const System&, State<16>&);

}  // namespace clout
