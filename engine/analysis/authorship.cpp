#include "engine/analysis/authorship.hpp"

#include "engine/analysis/authorship_parts.hpp"
#include "engine/analysis/voice_map.hpp"
#include "engine/run/block.hpp"
#include "engine/run/watch/observe.hpp"
#include "engine/system/members.hpp"

#include <algorithm>

namespace clout {
namespace {

constexpr int kLanes = kInfluenceLanes;

// e = share · commitment · clout of an organisation, share · voice of a body that has not been bought.
InfluencePack own_weight(const State<kLanes>& state, const MemberLine& entry, Row member) {
    const InfluencePack share = state[entry.share];
    if (!entry.of_bodies)
        return share * state.organisations.clout[member] * state.organisations.commitment[member];
    const BodyState<kLanes>& of = state.bodies;
    const InfluencePack weight = share * of.voice[member];
    return of.bought.empty() ? weight : weight * (InfluencePack(1.0) - of.bought[member]);
}

// What each of a body's lines weighs for each unit that stands behind it, where they weigh alike: E / n over
// Σ e.
Packs<kLanes> evenly(const System& system, const State<kLanes>& state, Row body) {
    const InfluencePack zero(0.0);
    const Span lines = system.bodies[body].entries;
    Packs<kLanes> scale(lines.size(), zero);
    each_member(system, body, [&](const MemberLine& line, Row member) {
        scale[&line - &system.entries[lines.first]] += own_weight(state, line, member);
    });
    InfluencePack filled = zero;
    for (const InfluencePack& sum : scale) filled += where(sum > zero, InfluencePack(1.0));
    for (InfluencePack& sum : scale) {
        const InfluencePack all = sum * filled;
        sum = select(all > zero, state.bodies.committed[body] / all, zero);
    }
    return scale;
}

// One organisation's part of what every body says, from the bottom up.
Packs<kLanes> parts_of(const System& system, const State<kLanes>& state, Row organisation) {
    Packs<kLanes> part(system.bodies.size(), InfluencePack(0.0));
    for (const Row b : system.speaking_order) {
        const SpokenWeights weights(system, state, b);
        InfluencePack sum(0.0);
        each_member(system, b, [&](const MemberLine& entry, Row member) {
            if (entry.conflicted || (!entry.of_bodies && member != organisation)) return;
            const InfluencePack below = entry.of_bodies ? part[member] : InfluencePack(1.0);
            sum += weights.of(entry, member) * below;
        });
        part[b] = sum * authorship(system, state, b);
    }
    return part;
}

// From the boards down: how much of all decisions each organisation and each kind of organisation wrote.
void read_authors(const System& system, const State<kLanes>& state, int lanes, Authorship& finding) {
    Packs<kLanes> through(system.bodies.size(), InfluencePack(0.0));
    finding.kinds.assign(system.organisation_kinds.size(), InfluencePack(0.0));
    finding.organisations.assign(system.organisations.size(), 0.0);
    const VoicePlan plan = plan_voices(system);
    finding.passes.assign(plan.map.ways.size(), InfluencePack(0.0));
    const auto write = [&](const MemberLine& entry, Row member, const InfluencePack& part) {
        if (entry.conflicted) return;
        const Row way = plan.way_of[static_cast<std::size_t>(&entry - system.entries.data())];
        if (way != kNoRow) finding.passes[way] += part;
        if (entry.of_bodies) {
            through[member] += part;
            return;
        }
        finding.kinds[entry.kind] += part;
        for (int lane = 0; lane < lanes; ++lane) finding.organisations[member] += part[lane];
    };
    const auto weight = table_weights(system, state, {0, static_cast<Row>(system.tables.size())});
    for (Row t = 0; t < system.tables.size(); ++t) {
        each_part(system, state, t, [&](const MemberLine& entry, Row member, const InfluencePack& part) {
            write(entry, member, weight[t] * part);
        });
    }
    for (auto b = system.speaking_order.rbegin(); b != system.speaking_order.rend(); ++b) {
        const InfluencePack passes = through[*b] * authorship(system, state, *b);
        const SpokenWeights weights(system, state, *b);
        each_member(system, *b, [&](const MemberLine& entry, Row member) {
            write(entry, member, passes * weights.of(entry, member));
        });
    }
}

void read_money(const System& system, const State<kLanes>& state, int lanes, Authorship& finding) {
    finding.money = state.sectors.share;
    finding.receipts.assign(system.organisations.size(), 0.0);
    for (Row i = 0; i < system.organisations.size(); ++i) {
        const InfluencePack paid = paid_to(system, state, i);
        for (int lane = 0; lane < lanes; ++lane) finding.receipts[i] += paid[lane];
    }
}

// Calls add(sector, part) for the sectors whose opinion a seat carries; the parts sum to `whole` where it
// carries any.
template <class Add>
void each_source(const System& system, const State<kLanes>& state, const MemberLine& entry, Row member,
                 const InfluencePack& whole, Add&& add) {
    const std::size_t sectors = system.sectors.size();
    if (!entry.of_bodies) {
        add(system.organisation_kinds[entry.kind].sector.row(), whole);
        return;
    }
    const InfluencePack* sources = &state.bodies.sources[member * (sectors + 1)];
    const InfluencePack own = InfluencePack(1.0) - sources[sectors];
    for (std::size_t s = 0; s < sectors; ++s)
        add(s, select(own > InfluencePack(0.0), whole * sources[s] / own, InfluencePack(0.0)));
}

// Votes by sector; those of a body go to the sectors whose opinions it carries.
void read_votes(const System& system, const State<kLanes>& state, Authorship& finding) {
    const std::size_t sectors = system.sectors.size();
    finding.votes.assign(sectors, InfluencePack(0.0));
    const auto weight = table_weights(system, state, {0, static_cast<Row>(system.tables.size())});
    for (Row t = 0; t < system.tables.size(); ++t) {
        const Row board = system.tables[t].board;
        InfluencePack all(0.0);
        for (Row e = system.bodies[board].entries.first; e < system.bodies[board].entries.last; ++e) {
            if (system.entries[e].members.size() > 0) all += state[system.entries[e].votes];
        }
        const InfluencePack scale = select(all > InfluencePack(0.0), weight[t] / all, InfluencePack(0.0));
        each_member(system, board, [&](const MemberLine& entry, Row member) {
            const InfluencePack votes =
                state[entry.votes] * scale / InfluencePack(static_cast<double>(entry.members.size()));
            each_source(
                system, state, entry, member, votes,
                [&](std::size_t sector, const InfluencePack& part) { finding.votes[sector] += part; });
        });
    }
}

// What seats move (MODEL.md 8), and what each sector's seats move to it; a body's seat counts for the sectors
// whose opinion it carries.
void read_leverage(const System& system, const State<kLanes>& state, Authorship& finding) {
    if (state.tables.leverage.empty()) return;
    const std::size_t sectors = system.sectors.size();
    finding.seat_leverage = state.tables.leverage;
    finding.leverage.assign(sectors, InfluencePack(0.0));
    const auto weight = table_weights(system, state, {0, static_cast<Row>(system.tables.size())});
    for (Row t = 0; t < system.tables.size(); ++t) {
        each_seat(system, t, [&](const MemberLine& entry, Row member, Row seat) {
            const InfluencePack* moved = &state.tables.leverage[seat * sectors];
            const InfluencePack scale = weight[t] * state.tables.seat_sits[seat];
            if (entry.conflicted) return;
            each_source(system, state, entry, member, scale,
                        [&](std::size_t sector, const InfluencePack& part) {
                            finding.leverage[sector] += part * moved[sector];
                        });
        });
    }
}

// The part of one organisation, and of its sector, in each fund's decision.
void read_decisions(const System& system, const State<kLanes>& state, Row organisation, Authorship& finding) {
    const std::size_t columns = system.sectors.size() + 1, sector = system.sector_of(organisation).row();
    Packs<kLanes> influence(columns);
    for (const FundPlan& fund : system.funds) {
        finding.decided.emplace_back(0.0);
        finding.sector_decided.emplace_back(0.0);
        if (fund.tables.size() == 0) continue;
        influence_of(system, state, fund.tables, TableWeight::own, influence.data());
        finding.sector_decided.back() = influence[sector];
        const auto weight = table_weights(system, state, fund.tables);
        for (Row t = fund.tables.first; t < fund.tables.last; ++t) {
            each_part(system, state, t, [&](const MemberLine& entry, Row member, const InfluencePack& part) {
                if (entry.conflicted || (!entry.of_bodies && member != organisation)) return;
                const InfluencePack below = entry.of_bodies ? finding.said[member] : InfluencePack(1.0);
                finding.decided.back() += weight[t] * part * below;
            });
        }
    }
}

}  // namespace

SpokenWeights::SpokenWeights(const System& system, const State<kLanes>& state, Row body)
    : system_(system), state_(state), first_(system.bodies[body].entries.first) {
    if (system.body_kinds[system.bodies[body].instance.kind].weighs_equally)
        scale_ = evenly(system, state, body);
}

InfluencePack SpokenWeights::of(const MemberLine& line, Row member) const {
    const InfluencePack weight = own_weight(state_, line, member);
    return scale_.empty() ? weight : weight * scale_[&line - &system_.entries[first_]];
}

InfluencePack authorship(const System& system, const State<kLanes>& state, Row body) {
    const InfluencePack fidelity = fidelity_of(system, state, body);
    return select(state.bodies.speaks[body] > InfluencePack(0.0), fidelity / state.bodies.committed[body],
                  InfluencePack(0.0));
}

Packs<kLanes> table_weights(const System& system, const State<kLanes>& state, Span tables) {
    Packs<kLanes> weight(system.tables.size(), InfluencePack(0.0));
    InfluencePack total(0.0);
    for (Row t = tables.first; t < tables.last; ++t) {
        weight[t] = state.tables.decides[t] * (state.tables.own[t] + state.tables.incoming[t]);
        total += weight[t];
    }
    for (Row t = tables.first; t < tables.last; ++t)
        weight[t] = select(total > InfluencePack(0.0), weight[t] / total, InfluencePack(0.0));
    return weight;
}

std::optional<Authorship> find_authorship(const System& system, std::uint64_t first_replicate, int lanes,
                                          Row organisation, const std::function<bool()>& stop) {
    State<kLanes> state = initialise<kLanes>(system, first_replicate);
    for (Scratch<kLanes>& scratch : state.protocol_scratch) scratch.stop = &stop;
    for (; state.round + 1 < system.rounds; ++state.round) {
        if (stop && stop()) return std::nullopt;
        play_round(system, state);
    }
    begin_round(system, state);
    for (const Phase<kLanes>& phase : kPhases<kLanes>) {
        if (phase.act != &adapt<kLanes>) phase.act(system, state);
    }
    if (stop && stop()) return std::nullopt;
    Authorship finding;
    const std::size_t columns = system.sectors.size() + 1;
    finding.sectors.resize(columns);
    influence_of(system, state, {0, static_cast<Row>(system.tables.size())}, TableWeight::whole,
                 finding.sectors.data());
    read_authors(system, state, lanes, finding);
    read_money(system, state, lanes, finding);
    read_votes(system, state, finding);
    read_leverage(system, state, finding);
    finding.said = parts_of(system, state, organisation);
    for (std::size_t b = 0; b < system.bodies.size(); ++b) {
        const InfluencePack& part = state.bodies.sources[b * columns + system.sector_of(organisation).row()];
        finding.sector_said.push_back(
            select(state.bodies.speaks[b] > InfluencePack(0.0), part, InfluencePack(0.0)));
    }
    read_decisions(system, state, organisation, finding);
    finding.ways = read_ways(system, state, organisation, ways_up(system, organisation), finding.said);
    finding.seat_weight = state.tables.seat_weight;
    return finding;
}

}  // namespace clout
