#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"
#include "engine/run/phases/draw_ahead.hpp"

namespace clout {
namespace {

// Figures of this round that every organisation reads.
template <int L>
struct Times {
    Pack<L> demand;                   // (1 + demand_growth)^(t dt)
    Pack<L> all_total, all_base;      // [£m a year] over organisations not closed
    Pack<L> commitment_noise, shock;  // per round: yearly figure · √dt
};

// What members of one home share: its cohesion and its members' mean commitment.
template <int L>
struct Company {
    bool exists = false;
    Pack<L> cohesion{1.0}, commitment{0.0};
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
    return times;
}

// Income-weighted over the independent organisations whose home it is; a plain mean where nobody has income.
template <int L>
Company<L> company(const State<L>& state, const BodyPlan& home, Row body) {
    Pack<L> weighted;
    const auto sum = [&](auto weight_of) CLOUT_LAMBDA {
        Pack<L> total(0.0);
        weighted = total;
        for (Row i = home.home_of.first; i < home.home_of.last; ++i) {
            const Pack<L> weight = weight_of(i);
            total += weight;
            weighted += weight * state.organisations.commitment[i];
        }
        return total;
    };
    const Pack<L> total = weigh_by_income(state.organisations, sum);
    return {true, state.bodies.cohesion[body], weighted / total};
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

// Some organisations, home by home. Clout is found some rows ahead of the rest, whose powers go side by side.
template <int L>
class Adaptation {
public:
    Adaptation(const System& system, State<L>& state, const Times<L>& times, Row last, std::size_t part)
        : system_(system),
          state_(state),
          times_(times),
          last_(last),
          failures_(state.found[part].failures),
          total_(state.scratch[part].reserve(kAhead * 5)),
          spoke_(total_ + kAhead),
          factor_(spoke_ + kAhead),
          drawn_(system),
          draws_(system, state.luck, state.round, Purpose::round, drawn_.pair, 2, last, factor_ + kAhead) {}

    void visit(Row body) {
        const BodyPlan& home = system_.bodies[body];
        company_ = company(state_, home, body);
        adapt_all(home.home_of);
    }

    void visit_homeless(Span organisations) {
        company_ = {};
        adapt_all(organisations);
    }

private:
    static constexpr Row kAhead = DrawAhead<L>::kAhead;

    void adapt_all(Span organisations) {
        kind_ = kNoRow;
        for (Row i = organisations.first; i < organisations.last; ++i) {
            const Row kind = system_.organisations[i].kind;
            if (kind != kind_) meet(kind);
            if (i >= ahead_) find_clout(i);
            adapt_one(i);
        }
    }

    // What those of one kind and home share.
    void meet(Row kind) {
        kind_ = kind;
        const std::size_t s = system_.organisation_kinds[kind].sector.row();
        const SectorPlan& sector = system_.sectors[s];
        fragile_ = sector.can_fail;
        need_rate_ = state_.sectors.need_rate[s];
        need_head_ = state_.sectors.need_head[s];
        drift_ = state_.sectors.drift[s];
        if (sector.taken_over_by.exists())
            drift_ -= state_[system_.dynamics.predation] * (Pack<L>(1.0) - company_.cohesion);
    }

    // y, and c ← c⁰ rel^money_to_clout, of the next rows.
    void find_clout(Row first) {
        auto& of = state_.organisations;
        const Pack<L> zero(0.0), one(1.0);
        const Mask<L> anyone = times_.all_total > zero;
        first_ = first;
        ahead_ = std::min(first + kAhead, last_);
        for (Row i = first; i < ahead_; ++i) {
            const Pack<L> total = of.other[i] * times_.demand + paid_to(system_, state_, i);
            const Pack<L> relative = (total * times_.all_base) / (times_.all_total * of.base[i]);
            total_[i - first] = total;
            factor_[i - first] = select((of.base[i] > zero) & anyone, relative, one);
        }
        powers(factor_, ahead_ - first, state_[system_.dynamics.money_to_clout]);
        for (Row i = first; i < ahead_; ++i) {
            spoke_[i - first] = of.clout[i];
            of.clout[i] = where(of.independent[i], of.clout0[i] * factor_[i - first]);
        }
    }

    void adapt_one(Row i) {
        auto& of = state_.organisations;
        const Pack<L>* luck = luck_of(i);
        const Mask<L>& independent = of.independent[i];
        if (company_.exists)
            of.commitment[i] = select(independent, next_commitment(i, luck[0]), of.commitment[i]);
        if (fragile_) weather(i, independent, luck[1]);
    }

    // Of commitment and of resilience.
    [[nodiscard]] const Pack<L>* luck_of(Row i) {
        if (!drawn_.fates || !(company_.exists || fragile_)) return kNoLuck;
        const bool kept = drawn_.together && company_.exists && state_.round > 0;  // by `deliberate`
        return kept ? &state_.organisations.fate[2 * i] : draws_.of(i);
    }

    [[nodiscard]] Pack<L> next_commitment(Row i, const Pack<L>& luck) const {
        const DynamicsPlan& dynamics = system_.dynamics;
        const Pack<L> now = state_.organisations.commitment[i];
        Pack<L> drift = drift_ + state_[dynamics.norm] * (company_.commitment - now);
        drift += state_[dynamics.reversion] * (state_.organisations.commitment0[i] - now);
        return clip01(now + Pack<L>(system_.dt) * drift + times_.commitment_noise * luck);
    }

    // Adapts the resilience V; the answer is where it is spent, so that the organisation fails.
    void weather(Row i, const Mask<L>& independent, const Pack<L>& luck) {
        auto& of = state_.organisations;
        const Pack<L> zero(0.0), one(1.0);
        const Pack<L> plain = of.base[i] * times_.demand;
        const Pack<L> shifted = of.income[i] * need_rate_ + where(of.open[i], need_head_);
        const Pack<L> need = max(plain + shifted, plain * Pack<L>(0.01));
        const Mask<L> can = (of.base[i] > zero) & independent;
        const Pack<L> next =
            of.resilience[i] +
            Pack<L>(system_.dt) * state_[system_.dynamics.strain] * (total_[i - first_] / need - one) +
            times_.shock * luck;
        of.resilience[i] = select(can, min(next, one), of.resilience[i]);
        const Mask<L> fails = can & (of.resilience[i] <= zero);
        if (any(fails)) report(i, fails);
    }

    void report(Row i, const Mask<L>& fails) {
        Failure<L>& failure = failures_.emplace_back();  // written where it stands
        failure.organisation = i;
        failure.in = fails;
        failure.spoke = spoke_[i - first_];
        failure.taken = Mask<L>(false);
    }

    static inline const Pack<L> kNoLuck[2] = {Pack<L>(0.0), Pack<L>(0.0)};

    const System& system_;
    State<L>& state_;
    const Times<L>& times_;
    Row last_, first_ = 0, ahead_ = 0;
    std::vector<Failure<L>>& failures_;
    Pack<L>*total_, *spoke_, *factor_;  // (rows ahead)
    RoundDraws drawn_;
    DrawAhead<L> draws_;
    Company<L> company_;
    Row kind_ = kNoRow;
    bool fragile_ = false;
    Pack<L> need_rate_{0.0}, need_head_{0.0}, drift_{0.0};  // of the sector of the kind last met
};

// What is not fed back to members wears off, and a champion is a person.
template <int L>
void wear_off(const System& system, State<L>& state, Row b) {
    BodyState<L>& of = state.bodies;
    const BodyKindPlan& kind = system.body_kinds[system.bodies[b].instance.kind];
    const Pack<L> kept = state[kind.feedback] * state[kind.mandate];
    of.mandate[b] = kept + (of.mandate[b] - kept) * state.fixed.fade;
    if (system.constant_zero(kind.champion) || system.constant_zero(system.dynamics.champion_exit)) return;
    const Draw draw{system.bodies[b].instance.name, state.round, Purpose::champion, 0};
    const Pack<L> hurdle = system.stochastic ? state.luck.uniform(draw) : Pack<L>(0.5);
    of.champion[b] = select(state.fixed.leave > hurdle, Pack<L>(0.0), of.champion[b]);
}

// Appends failures as the parts found them, in the order of rows.
template <int L>
void collect_failures(State<L>& state) {
    std::size_t all = state.failures.size();
    for (Found<L>& found : state.found) all = (found.first = all) + found.failures.size();
    state.failures.resize(all);
    in_parts(state.crew, state.found.size(), 1, [&](std::size_t from, std::size_t to, std::size_t) {
        for (std::size_t part = from; part < to; ++part) {
            Found<L>& found = state.found[part];
            std::copy(found.failures.begin(), found.failures.end(), state.failures.data() + found.first);
            found.failures.clear();
        }
    });
}

}  // namespace

template <int L>
void adapt(const System& system, State<L>& state) {
    const Times<L> times = times_of(system, state);
    find_drifts(system, state);
    state.failures.clear();
    const std::size_t homes = system.homes.size();
    in_parts(state.crew, homes, grain(homes, system),
             [&](std::size_t first, std::size_t last, std::size_t part) {
                 if (first == last) return;
                 const Row end = system.bodies[system.homes[last - 1]].home_of.last;
                 Adaptation<L> adaptation(system, state, times, end, part);
                 for (std::size_t h = first; h < last; ++h) adaptation.visit(system.homes[h]);
             });
    collect_failures(state);
    const Span homeless = system.homeless;
    in_parts(state.crew, homeless.size(), grain(system.organisations.size(), system),
             [&](std::size_t first, std::size_t last, std::size_t part) {
                 const Span some{homeless.first + static_cast<Row>(first),
                                 homeless.first + static_cast<Row>(last)};
                 Adaptation<L>(system, state, times, some.last, part).visit_homeless(some);
             });
    collect_failures(state);
    const std::size_t speakers = system.speaking_order.size();
    in_parts(state.crew, speakers, grain(speakers, system),
             [&](std::size_t first, std::size_t last, std::size_t) {
                 for (std::size_t at = first; at < last; ++at)
                     wear_off(system, state, system.speaking_order[at]);
             });
    if (!state.failures.empty()) pass_on(system, state);
}

template void adapt<1>(const System&, State<1>&);
template void adapt<8>(const System&, State<8>&);
template void adapt<16>(const System&, State<16>&);

}  // namespace clout
