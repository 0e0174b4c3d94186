#include "bench/needs.hpp"
#include "engine/run/phases/draw_ahead.hpp"

#include <set>

namespace clout::bench {

namespace {

// E, C, Σ e q and Σ (e q) q of each caucus, once for all bodies.
Needs sum_up_caucuses(const Shape& shape) {
    const System& system = shape.system;
    const double k = shape.programmes;
    Needs needs;
    for (Row c = 0; c < system.caucuses.size(); ++c) {
        const double members = system.caucuses[c].size();
        needs.flops += members * (3 + 4 * k);
        read(needs, members * 2);                                           // clout, commitment
        if (c >= system.homeless_caucuses.first) read(needs, members * k);  // who did not just deliberate
        write(needs, 3 + k);
    }
    return needs;
}

}  // namespace

Needs deliberate_needs(const Shape& shape) {
    const System& system = shape.system;
    const double k = shape.programmes;
    const bool noisy = RoundDraws(system).opinions;
    Needs needs;
    each_home(system, [&](const BodyPlan& home) {
        std::set<Row> kinds;
        for (Row i = home.home_of.first; i < home.home_of.last; ++i)
            kinds.insert(system.organisations[i].kind);
        const double members = home.home_of.size();
        needs.flops += members * 2 * k           // P
                       + 4 * k                   // (1 − f) P + f Q, and P where Q was silent
                       + real(kinds.size()) * k  // λ times that
                       // sum, not below 0, their sum, normalised, or left as it was; the noise
                       + members * (5 * k + 1 + (noisy ? 2 * k : 0));
        needs.divisions += members;
        if (noisy) draw_normals(needs, k, members);            // four to a programme, every fourth round
        read(needs, k + members * (1 + (noisy ? 3 : 2) * k));  // Q; weight, position, anchor, luck
        write(needs, members * (noisy ? 2 : 1) * k);
    });
    needs *= real(system.rounds - 1) / real(system.rounds);  // from the second round on
    return needs += sum_up_caucuses(shape);
}

namespace {

struct Climate {  // what every organisation lives through
    bool shifts, money_speaks, noise, shock;
    double drawn_at_home;  // in which part of the rounds
};

// One organisation: what it is paid, its clout, and, where it has a home or can fail, commitment and
// resilience.
Needs live(const Climate& climate, bool homed, bool fragile) {
    Needs needs;
    if (climate.money_speaks || fragile) {
        needs.flops += 3 + 2;  // total; over base
        read(needs, 3);        // other, income, 1 / base
    }
    if (climate.money_speaks) {
        needs.flops += 3;  // against all others; times c⁰, where it is independent
        needs.powers += 1;
        read(needs, 1);
        write(needs, 1);
    }
    if (homed) {
        needs.flops += 2 + 6 + (climate.noise ? 2 : 0);  // the home's mean; m, 0 … 1, where independent
        read(needs, 3);                                  // weight, m, m⁰
        needs.bytes_again += 2 * kDouble;                // weight, m
        write(needs, 1);
    }
    if (fragile) {
        needs.flops += 6 + (climate.shock ? 2 : 0) + (climate.shifts ? 6 : 0);
        needs.divisions += climate.shifts ? 1 : 0;
        read(needs, climate.shifts ? 2 : 1);
        write(needs, 1);
    }
    const double drawn_here = homed ? climate.drawn_at_home : 1;  // elsewhere with the position's
    if ((homed && climate.noise) || (fragile && climate.shock)) draw_normals(needs, 2, drawn_here);
    return needs;
}

}  // namespace

Needs adapt_needs(const Shape& shape) {
    const System& system = shape.system;
    const DynamicsPlan& dynamics = system.dynamics;
    const auto on = [&](Slot slot) { return !shape.zero(slot); };
    const Climate climate{!system.shifts.empty(), on(dynamics.money_to_clout),
                          system.stochastic && on(dynamics.commitment_noise),
                          system.stochastic && on(dynamics.shock), 1};
    Needs needs;
    needs.flops += 6 + 8 * shape.sectors;  // the round's figures and the sectors' drifts
    needs.divisions += 1 + shape.sectors;
    const auto add = [&](Span rows, bool homed) {
        for (Row i = rows.first; i < rows.last; ++i)
            needs += live(climate, homed, system.sectors[system.sector_of(i).row()].can_fail);
    };
    each_home(system, [&](const BodyPlan& home) {
        add(home.home_of, true);
        needs.flops += 6;  // predation and norm, for all who live there
    });
    add(system.homeless, false);
    for (const Row b : system.speaking_order) {
        const BodyKindPlan& kind = system.body_kinds[system.bodies[b].instance.kind];
        if (on(dynamics.mandate_decay)) {
            needs.flops += 3;
            read(needs, 1);
            write(needs, 1);
        }
        if (!on(kind.champion) || !on(dynamics.champion_exit)) continue;
        needs.flops += 2;
        needs.uniforms += system.stochastic ? 1 : 0;
        read(needs, 1);
        write(needs, 1);
    }
    return needs;
}

}  // namespace clout::bench
