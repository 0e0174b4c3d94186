#include "engine/base/elementary.hpp"
#include "engine/run/phases.hpp"
#include "engine/run/phases/draw_ahead.hpp"

namespace clout {
namespace {

// Figures of this round that every organisation reads.
template <int L>
struct Times {
    Pack<L> outside;                  // (1 + demand_growth)^(t dt)
    Pack<L> all_total, all_base;      // [£m a year] over organisations not closed
    Pack<L> commitment_noise, shock;  // per round: yearly figure · √dt
};

// What members of one home share: its cohesion, its members' mean commitment, and χ μ as it has spoken, 0
// where it was silent.
template <int L>
struct Company {
    bool exists = false;
    Pack<L> cohesion{1.0}, commitment{0.0}, unity{0.0};
};

template <int L>
Times<L> times_of(const System& system, const State<L>& state) {
    const DynamicsPlan& dynamics = system.dynamics;
    Times<L> times;
    times.outside = outside_growth(system, state);
    if (state.organisations.dues.empty() && state.organisations.deals.empty()) {
        times.all_total = state.sum_other * times.outside;
        for (const auto& received : state.sectors.received) times.all_total += received;
    } else {
        times.all_total = Pack<L>(0.0);
        for (Row i = 0; i < system.organisations.size(); ++i)
            times.all_total += where(state.organisations.open[i], total_of(system, state, i, times.outside));
    }
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
    const BodyState<L>& of = state.bodies;
    return {true, of.cohesion[body], weighted / total,
            of.cohesion[body] * of.mandate[body] * of.speaks[body]};
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
          total_(state.scratch[part].reserve(std::size_t{3} * kAhead)),
          spoke_(total_ + kAhead),
          factor_(spoke_ + kAhead),
          drawn_(RoundDraws(system).fates),
          drawn_before_(drawn_ && state.book.fates.written(state.round) ? last : 0),
          fates_(drawn_ ? state.book.fates.at(state.round) : nullptr),
          acquires_(!system.constant_zero(system.dynamics.acquisition)),
          gains_(gains_make_clout(system)) {}

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
    static constexpr Row kAhead = kRowsAhead;

    void adapt_all(Span organisations) {
        kind_ = cell_ = kNoRow;
        for (Row i = organisations.first; i < organisations.last; ++i) {
            const Row kind = system_.organisations[i].kind, cell = system_.cell[i];
            if (kind != kind_ || cell != cell_) meet(kind, cell);
            if (i >= ahead_) find_clout(i);
            adapt_one(i);
        }
    }

    // What those of one kind, home and place share.
    void meet(Row kind, Row cell) {
        kind_ = kind;
        cell_ = cell;
        sector_ = system_.organisation_kinds[kind].sector.row();
        const SectorPlan& sector = system_.sectors[sector_];
        fragile_ = sector.can_fail;
        prey_ = acquires_ && sector.taken_over_by.exists();
        drift_ = state_.cells.drift[cell];
        if (sector.taken_over_by.exists())
            drift_ -= state_[system_.dynamics.predation] * (Pack<L>(1.0) - company_.cohesion);
    }

    // y, and c ← c⁰ rel^money_to_clout, of the next rows; what gains and work add to it.
    void find_clout(Row first) {
        auto& of = state_.organisations;
        const Pack<L> zero(0.0), one(1.0);
        const Mask<L> anyone = times_.all_total > zero;
        first_ = first;
        ahead_ = std::min(first + kAhead, last_);
        for (Row i = first; i < ahead_; ++i) {
            const Pack<L> total = total_of(system_, state_, i, times_.outside);
            const Pack<L> relative = (total * times_.all_base) / (times_.all_total * of.base[i]);
            total_[i - first] = total;
            factor_[i - first] = select((of.base[i] > zero) & anyone, relative, one);
        }
        powers(factor_, ahead_ - first, state_[system_.dynamics.money_to_clout]);
        for (Row i = first; i < ahead_; ++i) {
            spoke_[i - first] = of.clout[i];
            of.clout[i] = where(of.independent[i], with_gains(i, of.clout0[i] * factor_[i - first]));
        }
        if (acquires_) find_hurdles(first);
    }

    // c · advantage + clout of the work that has shifted to it.
    [[nodiscard]] Pack<L> with_gains(Row i, const Pack<L>& clout) const {
        if (!gains_) return clout;
        const SectorState<L>& of = state_.sectors;
        const std::size_t s = system_.sector_of(i).row();
        return clout * of.advantage[s] + state_.organisations.income[i] * of.work_rate[s] + of.work_head[s];
    }

    void find_hurdles(Row first) {
        std::uint64_t names[kAhead];
        std::fill(hurdles_, hurdles_ + kAhead, Pack<L>(0.5));
        if (system_.stochastic)
            state_.luck.uniforms(names_of(system_, {first, ahead_}, names), state_.round,
                                 Purpose::acquisition, hurdles_);
    }

    void adapt_one(Row i) {
        auto& of = state_.organisations;
        const Pack<L>* luck = luck_of(i);
        const Mask<L>& independent = of.independent[i];
        if (company_.exists)
            of.commitment[i] = select(independent, next_commitment(i, luck[0]), of.commitment[i]);
        const Mask<L> fails = fragile_ ? weather(i, independent, luck[1]) : Mask<L>(false);
        const Mask<L> acquired = prey_ ? acquire(i, independent & !fails) : Mask<L>(false);
        if (any(fails | acquired)) report(i, fails | acquired, acquired);
    }

    // Of commitment and of resilience.
    [[nodiscard]] const Pack<L>* luck_of(Row i) {
        if (!drawn_ || !(company_.exists || fragile_)) return kNoLuck;
        if (i >= drawn_before_) draw_fates(i);
        const Pack<L>* pair = fates_ + (i * kRoundsAFate + state_.round % kRoundsAFate) * 2;
        for (std::size_t of : {0, 1}) fetch_ahead(pair + kFetched * kRoundsAFate * 2 + of);
        return pair;
    }

    // Of the next rows, for the rounds that one block of words serves.
    void draw_fates(Row first) {
        drawn_before_ = std::min(first + kAhead, last_);
        std::uint64_t names[kAhead];
        state_.luck.normals(names_of(system_, {first, drawn_before_}, names),
                            state_.book.fates.page_of(state_.round), Purpose::fate, 0, kRoundsAFate * 2,
                            fates_ + first * kRoundsAFate * 2);
    }

    [[nodiscard]] Pack<L> next_commitment(Row i, const Pack<L>& luck) const {
        const DynamicsPlan& dynamics = system_.dynamics;
        const Pack<L> now = state_.organisations.commitment[i];
        Pack<L> drift = drift_ + state_[dynamics.norm] * (company_.commitment - now);
        drift += state_[dynamics.reversion] * (state_.organisations.commitment0[i] - now);
        return clip01(now + Pack<L>(system_.dt) * drift + times_.commitment_noise * luck);
    }

    // Adapts the resilience V; the answer is where it is spent, so that the organisation fails.
    [[nodiscard]] Mask<L> weather(Row i, const Mask<L>& independent, const Pack<L>& luck) {
        auto& of = state_.organisations;
        const Pack<L> zero(0.0), one(1.0);
        const Pack<L> need = need_of(state_, i, sector_);
        const Mask<L> can = (of.base[i] > zero) & independent;
        const Pack<L> strained = of.resilience[i] + Pack<L>(system_.dt) * state_[system_.dynamics.strain] *
                                                        (total_[i - first_] / need - one);
        of.resilience[i] = select(can, min(strained, one) + times_.shock * luck, of.resilience[i]);
        return can & (of.resilience[i] <= zero);
    }

    // The weak and the alone are taken over first: with probability 1 − exp( − acquisition dt (1 − V) (1 − χ
    // μ) ).
    [[nodiscard]] Mask<L> acquire(Row i, const Mask<L>& may) const {
        const Pack<L> zero(0.0), one(1.0);
        const Pack<L> weakness = max(one - state_.organisations.resilience[i], zero);
        const Pack<L> hazard =
            state_[system_.dynamics.acquisition] * Pack<L>(system_.dt) * weakness * (one - company_.unity);
        return may & (one - exp(-hazard) > hurdles_[i - first_]);
    }

    void report(Row i, const Mask<L>& falls, const Mask<L>& acquired) {
        Failure<L>& failure = failures_.emplace_back();  // written where it stands
        failure.organisation = i;
        failure.in = falls;
        failure.acquired = acquired;
        failure.spoke = spoke_[i - first_];
        failure.taken = Mask<L>(false);
        if (!system_.keeps_minutes) return;
        state_.organisations.total[i] = total_[i - first_];
        state_.organisations.need[i] = need_of(state_, i, sector_);
    }

    static inline const Pack<L> kNoLuck[2] = {Pack<L>(0.0), Pack<L>(0.0)};

    const System& system_;
    State<L>& state_;
    const Times<L>& times_;
    Row last_, first_ = 0, ahead_ = 0;
    std::vector<Failure<L>>& failures_;
    Pack<L>*total_, *spoke_, *factor_;  // (rows ahead)
    bool drawn_;                        // whether luck strikes commitment or resilience
    Row drawn_before_;                  // whose luck stands in the book already
    Pack<L>* fates_;
    Company<L> company_;
    Row kind_ = kNoRow, cell_ = kNoRow;
    std::size_t sector_ = 0;  // of the kind last met
    bool fragile_ = false, prey_ = false;
    bool acquires_,
        gains_;                // whether anybody is acquired; whether gains and work make clout
    Pack<L> drift_{0.0};       // of the kind and cell last met
    Pack<L> hurdles_[kAhead];  // of acquisition, of the rows ahead
};

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
    if (system.has_upkeep) collect_dues(system, state);
    const Times<L> times = times_of(system, state);
    find_fortunes(system, state);
    if (system.has_first_calls) find_gaps(system, state);
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
    if (RoundDraws(system).fates) state.book.fates.close(state.round);
    if (!system.offers.empty()) note_unity(state);
    const std::size_t speakers = system.speaking_order.size();
    in_parts(state.crew, speakers, grain(speakers, system),
             [&](std::size_t first, std::size_t last, std::size_t) {
                 for (std::size_t at = first; at < last; ++at)
                     wear_off(system, state, system.speaking_order[at]);
             });
    if (system.has_upkeep) settle_upkeep(system, state);
    if (!state.failures.empty()) pass_on(system, state);
    if (!system.offers.empty()) make_offers(system, state);
}

template void adapt<1>(const System&, State<1>&);
template void adapt<8>(const System&, State<8>&);
template void adapt<16>(const System&, State<16>&);

}  // namespace clout
