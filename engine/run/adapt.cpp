#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"

namespace clout {
namespace {

// Figures of this round that every organisation reads.
template <int L>
struct Times {
    Pack<L> demand;                   // (1 + demand_growth)^(t dt)
    Pack<L> all_total, all_base;      // [£m a year] over organisations not closed
    Pack<L> commitment_noise, shock;  // per round: yearly figure · √dt
    bool luck;                        // whether anything is drawn
};

// What members of one home share: its cohesion and its members' mean commitment.
template <int L>
struct Company {
    bool exists = false;
    Pack<L> cohesion{1.0}, commitment{0.0};
};

template <int L>
struct Adaptation {
    const System& system;
    State<L>& state;
    const Times<L>& times;
};

template <int L>
Times<L> times_of(const System& system, const State<L>& state) {
    const DynamicsPlan& dynamics = system.dynamics;
    const double years = static_cast<double>(state.round) * system.dt;
    Times<L> times;
    times.demand = power(Pack<L>(1.0) + state[dynamics.demand_growth], Pack<L>(years));
    times.all_total = state.sum_other * times.demand;
    for (const auto& received : state.sectors.received) times.all_total += received;
    times.all_base = state.sum_base;
    const Pack<L> root = sqrt(Pack<L>(system.dt));
    times.commitment_noise = state[dynamics.commitment_noise] * root;
    times.shock = state[dynamics.shock] * root;
    times.luck = system.stochastic &&
                 !(system.constant_zero(dynamics.commitment_noise) && system.constant_zero(dynamics.shock));
    return times;
}

// Income-weighted over the independent organisations whose home it is; a plain mean where nobody has income.
template <int L>
Company<L> company(const State<L>& state, const BodyPlan& home, Row body) {
    const auto& of = state.organisations;
    Pack<L> income(0.0), heads(0.0), weighted(0.0), plain(0.0);
    for (Row i = home.home_of.first; i < home.home_of.last; ++i) {
        const Pack<L> weight = of.income[i] * of.independent[i];
        income += weight;
        heads += of.independent[i];
        weighted += weight * of.commitment[i];
        plain += of.independent[i] * of.commitment[i];
    }
    const Mask<L> paid = income > Pack<L>(0.0);
    const Pack<L> mean = select(paid, weighted, plain) / select(paid, income, max(heads, Pack<L>(1.0)));
    return {true, state.bodies.cohesion[body], mean};
}

// What moves the commitment of a whole sector: its success, clip( share now / share at the start − 1, −1, 1
// ), and what was imposed on it.
template <int L>
void find_drifts(const System& system, State<L>& state) {
    const Pack<L> zero(0.0), one(1.0);
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        const Pack<L> start = state.sectors.start_share[s], change = state.sectors.share[s] / start - one;
        const Pack<L> gain = select(start > zero, max(min(change, one), -one), zero);
        state.sectors.drift[s] = state[system.dynamics.success] * gain -
                                 state.sectors.imposed[s] * state[system.sectors[s].imposition_cost];
    }
}

template <int L>
Pack<L> next_commitment(const Adaptation<L>& to, Row i, std::size_t s, const Company<L>& company,
                        const Pack<L>& luck) {
    const System& system = to.system;
    const State<L>& state = to.state;
    const DynamicsPlan& dynamics = system.dynamics;
    const Pack<L> one(1.0), now = state.organisations.commitment[i];
    Pack<L> drift = state.sectors.drift[s];
    if (system.sectors[s].taken_over_by.exists())
        drift -= state[dynamics.predation] * (one - company.cohesion);
    drift += state[dynamics.norm] * (company.commitment - now);
    drift += state[dynamics.reversion] * (state.organisations.commitment0[i] - now);
    return clip01(now + Pack<L>(system.dt) * drift + to.times.commitment_noise * luck);
}

// V, and who has none left.
template <int L>
void weather(const Adaptation<L>& to, Row i, std::size_t s, const Pack<L>& total, const Pack<L>& spoke,
             const Pack<L>& luck) {
    const System& system = to.system;
    State<L>& state = to.state;
    auto& of = state.organisations;
    const Pack<L> zero(0.0), one(1.0), y = of.income[i];
    const Pack<L> plain = of.base[i] * to.times.demand;
    const Pack<L> shifted = y * state.sectors.need_rate[s] + of.open[i] * state.sectors.need_head[s];
    const Pack<L> need = max(plain + shifted, plain * Pack<L>(0.01));
    const Mask<L> can = (of.base[i] > zero) & (of.independent[i] > zero);
    const Pack<L> next = of.resilience[i] +
                         Pack<L>(system.dt) * state[system.dynamics.strain] * (total / need - one) +
                         to.times.shock * luck;
    of.resilience[i] = select(can, min(next, one), of.resilience[i]);
    const Mask<L> fails = can & (of.resilience[i] <= zero);
    if (any(fails)) state.failures.push_back({i, fails, spoke});
}

template <int L>
void adapt_one(const Adaptation<L>& to, Row i, const Company<L>& company) {
    const System& system = to.system;
    State<L>& state = to.state;
    auto& of = state.organisations;
    const Pack<L> zero(0.0), one(1.0);
    const std::size_t s = system.sector_of(i).row();
    const Row cell = system.cell[i];
    const Pack<L> paid = of.income[i] * state.cells.rate[cell] + of.open[i] * state.cells.head[cell];
    const Pack<L> total = of.other[i] * to.times.demand + paid;
    const Pack<L> spoke = of.clout[i];
    const Mask<L> independent = of.independent[i] > zero;
    const Pack<L> relative = (total * to.times.all_base) / (to.times.all_total * of.base[i]);
    const Mask<L> compares = (of.base[i] > zero) & (to.times.all_total > zero);
    const Pack<L> factor = power(select(compares, relative, one), state[system.dynamics.money_to_clout]);
    of.clout[i] = select(independent, of.clout0[i] * factor, zero);
    Pack<L> luck[2] = {zero, zero};
    const bool fragile = system.sectors[s].can_fail;
    if (to.times.luck && (company.exists || fragile)) {
        state.luck.normals({system.organisations[i].name, state.round, Purpose::commitment, 0}, luck);
    }
    if (company.exists) {
        of.commitment[i] = select(independent, next_commitment(to, i, s, company, luck[0]), of.commitment[i]);
    }
    if (fragile) weather(to, i, s, total, spoke, luck[1]);
}

// What is not fed back to members wears off, and a champion is a person.
template <int L>
void wear_off(const System& system, State<L>& state) {
    BodyState<L>& of = state.bodies;
    const bool draws = system.stochastic;
    for (const Row b : system.speaking_order) {
        const BodyKindPlan& kind = system.body_kinds[system.bodies[b].instance.kind];
        const Pack<L> kept = state[kind.feedback] * state[kind.mandate];
        of.mandate[b] = kept + (of.mandate[b] - kept) * state.fixed.fade;
        if (system.constant_zero(kind.champion) || system.constant_zero(system.dynamics.champion_exit))
            continue;
        const Draw draw{system.bodies[b].instance.name, state.round, Purpose::champion, 0};
        const Pack<L> hurdle = draws ? state.luck.uniform(draw) : Pack<L>(0.5);
        of.champion[b] = select(state.fixed.leave > hurdle, Pack<L>(0.0), of.champion[b]);
    }
}

}  // namespace

template <int L>
void adapt(const System& system, State<L>& state) {
    const Times<L> times = times_of(system, state);
    state.failures.clear();
    find_drifts(system, state);
    const Adaptation<L> to{system, state, times};
    for (const Row b : system.speaking_order) {
        const BodyPlan& home = system.bodies[b];
        if (home.home_of.size() == 0) continue;
        const Company<L> shared = company(state, home, b);
        for (Row i = home.home_of.first; i < home.home_of.last; ++i) adapt_one(to, i, shared);
    }
    for (Row i = system.homeless.first; i < system.homeless.last; ++i) adapt_one(to, i, Company<L>{});
    wear_off(system, state);
    if (state.failures.empty()) return;
    pass_on(system, state);
    tally(system, state);
}

template void adapt<1>(const System&, State<1>&);
template void adapt<16>(const System&, State<16>&);

}  // namespace clout
