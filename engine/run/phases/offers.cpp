// Divide and rule: offers to bodies for themselves, and what passes once they are bought (MODEL.md 6.6).
#include "engine/base/elementary.hpp"
#include "engine/base/mix.hpp"
#include "engine/run/phases.hpp"

#include <string_view>

namespace clout {
namespace {

// What the organisations of the first one's sector below a body get anew in this round at the tables that
// concern it, as far as they take it up, times the body's part of the clout of its kind there.
template <int L>
struct Stake {
    Pack<L> worth{0.0};      // [£m a year]
    Mask<L> held_up{false};  // where one of these tables withholds money
};

template <int L>
class Market {
public:
    Market(const System& system, State<L>& state, const OfferPlan& offer, std::size_t first)
        : system_(system), state_(state), offer_(offer), first_(first) {}

    // Place by place, then among those in no place.
    void open() {
        const std::size_t places = system_.places.size();
        for (std::size_t column = 0; column <= places; ++column) {
            const PlaceId place = column < places ? PlaceId(column) : PlaceId{};
            if (anybody(place)) approach(place, column);
        }
    }

private:
    static constexpr double kAlike = 1e-12;  // MODEL.md 6.6

    [[nodiscard]] bool asked(Row b, PlaceId place) const {
        return system_.bodies[b].instance.place == place && system_.bodies[b].below.size() > 0;
    }

    [[nodiscard]] bool anybody(PlaceId place) const {
        for (Row b = offer_.to.first; b < offer_.to.last; ++b) {
            if (asked(b, place)) return true;
        }
        return false;
    }

    [[nodiscard]] Mask<L> open_to_offers(Row b) const {
        return (state_.bodies.speaks[b] > Pack<L>(0.0)) & !(state_.bodies.bought[b] > Pack<L>(0.0));
    }

    // The one whose members stand least together behind it, the first of those that are alike.
    void approach(PlaceId place, std::size_t column) {
        Pack<L> least(kNobody);
        for (Row b = offer_.to.first; b < offer_.to.last; ++b) {
            if (asked(b, place))
                least = min(least, select(open_to_offers(b), state_.bodies.unity[b], Pack<L>(kNobody)));
        }
        Mask<L> looking = made(column) & (least < Pack<L>(kNobody));
        for (Row b = offer_.to.first; b < offer_.to.last && any(looking); ++b) {
            if (!asked(b, place)) continue;
            const Mask<L> chosen =
                looking & open_to_offers(b) & !(state_.bodies.unity[b] > least + Pack<L>(kAlike));
            looking = looking & !chosen;
            if (any(chosen)) answer(b, chosen);
        }
    }

    [[nodiscard]] Mask<L> made(std::size_t column) const {
        const Pack<L> one(1.0), likely = one - exp(-state_[offer_.rate] * Pack<L>(system_.dt));
        const std::string_view place =
            column < system_.places.size() ? system_.places[column] : std::string_view();
        const Draw draw{name_hash(offer_.name) ^ mix(name_hash(place)), state_.round, Purpose::offer, 0};
        return likely > (system_.stochastic ? state_.luck.uniform(draw) : Pack<L>(0.5));
    }

    // More than its part of what all get together, discounted by how much its members stand together behind
    // it.
    void answer(Row b, const Mask<L>& chosen) {
        const Pack<L> one(1.0), alone = state_[offer_.worth] * (one - state_.bodies.unity[b]);
        const Stake<L> stake = stake_of(b);
        const Mask<L> accepts = chosen & !stake.held_up & (alone > stake.worth + Pack<L>(kAlike));
        Pack<L>& bought = state_.bodies.bought[b];
        bought = select(accepts, one, bought);
        Pack<L>& by_this = state_.deals[first_ + (b - offer_.to.first)];
        by_this = select(accepts, one, by_this);
    }

    [[nodiscard]] bool concerns(const BodyPlan& body, const Table& table) const {
        return !body.instance.place.exists() || !table.place.exists() || table.place == body.instance.place;
    }

    [[nodiscard]] Stake<L> stake_of(Row b) const {
        const BodyPlan& body = system_.bodies[b];
        const std::size_t sector = system_.sector_of(system_.below[body.below.first]).row();
        const Pack<L> zero(0.0);
        Stake<L> stake;
        for (Row t = 0; t < system_.tables.size(); ++t) {
            const Table& table = system_.tables[t];
            if (!concerns(body, table)) continue;
            Pack<L> all = zero;
            for (Row other = offer_.to.first; other < offer_.to.last; ++other) {
                const PlaceId place = system_.bodies[other].instance.place;
                if (!table.place.exists() || !place.exists() || place == table.place)
                    all += state_.bodies.potential[other];
            }
            const Pack<L> part = select(all > zero, state_.bodies.potential[b] / all, zero);
            stake.worth += state_.tables.fresh[t * system_.sectors.size() + sector] * part;
            stake.held_up = stake.held_up | withholds(t);
        }
        return stake;
    }

    [[nodiscard]] Mask<L> withholds(Row t) const {
        const BodyKindPlan& kind = system_.body_kinds[system_.bodies[system_.tables[t].board].instance.kind];
        const Pack<L> whole = state_.tables.own[t] + state_.tables.incoming[t];
        return (state_.tables.decides[t] > state_.tables.agreed[t]) &
               (state_[kind.withheld] * whole > Pack<L>(0.0));
    }

    static constexpr double kNobody = 2;  // more than any χ μ

    const System& system_;
    State<L>& state_;
    const OfferPlan& offer_;
    std::size_t first_;  // row of State::deals: of the first body of the kind
};

// Divides `amount` over some organisations by income, in equal parts where none of them has any; `in` is
// where each counts. Adds to what each has from deals.
template <int L, class Each, class In>
void share_out(State<L>& state, Each each, In in, const Pack<L>& amount) {
    auto& of = state.organisations;
    const Pack<L> zero(0.0), one(1.0);
    Pack<L> income = zero, heads = zero;
    each([&](Row i) {
        income += where(in(i), of.income[i]);
        heads += where(in(i), one);
    });
    const Mask<L> by_income = income > zero;
    const Pack<L> scale = amount / select(by_income, income, max(heads, one));
    each([&](Row i) { of.deals[i] += where(in(i), scale * select(by_income, of.income[i], one)); });
}

// What is paid for one body in this round, where it has been bought.
template <int L>
void pay_for(const System& system, State<L>& state, const OfferPlan& offer, Row b, const Pack<L>& bought) {
    const auto& of = state.organisations;
    const BodyPlan& body = system.bodies[b];
    const Pack<L> zero(0.0), one(1.0);
    const std::size_t columns = system.places.size() + 1, first = offer.by.row() * columns;
    const PlaceId place = body.instance.place;
    // Those of the place and of none; where there are none of either, the sector's anywhere.
    const Pack<L> here =
        place.exists() ? state.cells.open[first + place.row()] + state.cells.open[first + columns - 1] : zero;
    const Mask<L> local = here > zero;
    const auto payers = [&](auto act) {
        for (Row at = system.cell_first[first]; at < system.cell_first[first + columns]; ++at)
            act(system.cell_member[at]);
    };
    const auto pays = [&](Row i) {
        const PlaceId own = system.organisations[i].place;
        const bool near = place.exists() && (!own.exists() || own == place);
        return of.open[i] & (near ? Mask<L>(true) : !local);
    };
    const auto takers = [&](auto act) {
        for (Row at = body.below.first; at < body.below.last; ++at) act(system.below[at]);
    };
    const auto takes = [&](Row i) { return of.independent[i]; };
    Pack<L> paying = zero, taking = zero;
    payers([&](Row i) { paying += where(pays(i), one); });
    takers([&](Row i) { taking += where(takes(i), one); });
    const Pack<L> passes = where((paying > zero) & (taking > zero) & (bought > zero), state[offer.worth]);
    share_out(state, payers, pays, -passes);
    share_out(state, takers, takes, passes);
}

}  // namespace

template <int L>
void make_offers(const System& system, State<L>& state) {
    std::size_t first = 0;
    for (const OfferPlan& offer : system.offers) {
        Market<L>(system, state, offer, first).open();
        first += offer.to.size();
    }
}

template <int L>
void pass_deals(const System& system, State<L>& state) {
    auto& of = state.organisations;
    for (auto& deals : of.deals) deals = Pack<L>(0.0);
    std::size_t row = 0;
    for (const OfferPlan& offer : system.offers) {
        for (Row b = offer.to.first; b < offer.to.last; ++b, ++row) {
            if (any(state.deals[row] > Pack<L>(0.0))) pay_for(system, state, offer, b, state.deals[row]);
        }
    }
    for (Row i = 0; i < system.organisations.size(); ++i)
        state.sectors.received[system.sector_of(i).row()] += of.deals[i];
}

template <int L>
void note_unity(State<L>& state) {
    for (std::size_t b = 0; b < state.bodies.unity.size(); ++b)
        state.bodies.unity[b] = state.bodies.cohesion[b] * state.bodies.mandate[b];
}

template void make_offers<1>(const System&, State<1>&);
template void make_offers<8>(const System&, State<8>&);
template void make_offers<16>(const System&, State<16>&);
template void pass_deals<1>(const System&, State<1>&);
template void pass_deals<8>(const System&, State<8>&);
template void pass_deals<16>(const System&, State<16>&);
template void note_unity<1>(State<1>&);
template void note_unity<8>(State<8>&);
template void note_unity<16>(State<16>&);

}  // namespace clout
