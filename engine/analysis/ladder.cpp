#include "engine/analysis/ladder.hpp"

#include "engine/analysis/authorship_parts.hpp"

#include <algorithm>

namespace clout {
namespace {

// Members of a body that are the organisation, or bodies that its voice has reached.
template <class Visit>
void each_carrier(const System& system, Row body, Row organisation, const std::vector<char>& reached,
                  Visit&& visit) {
    each_member(system, body, [&](const MemberLine& entry, Row member) {
        if (entry.conflicted) return;
        if (entry.of_bodies ? reached[member] != 0 : member == organisation)
            visit(static_cast<Row>(&entry - system.entries.data()), entry, member);
    });
}

void add_seat(const System& system, const Way& seat, Row table, std::vector<Way>& seats) {
    const auto known = std::find_if(seats.begin(), seats.end(), [&](const Way& other) {
        return other.fund == seat.fund && other.from == seat.from && other.of_bodies == seat.of_bodies &&
               system.bodies[other.to].instance.kind == system.bodies[seat.to].instance.kind;
    });
    if (known == seats.end()) {
        seats.push_back(seat);
        seats.back().tables = {table};
    } else if (known->tables.back() != table) {
        known->tables.push_back(table);
    }
}

// What of the organisation's clout is left in the voice of whoever speaks at each step.
class Weights {
public:
    Weights(const System& system, const InfluenceState& state)
        : system_(system), state_(state), left_(system.bodies.size(), InfluencePack(0.0)) {}

    // Of the one that goes up: all of it, or what its body's voice has left.
    [[nodiscard]] InfluencePack before(const Way& way) const {
        return way.of_bodies ? left_[way.from] : InfluencePack(1.0);
    }

    void go_up(const Way& way, Row organisation, InfluencePack* figures) {
        figures[kFidelity] = fidelity_of(system_, state_, way.to);
        figures[kShare] = state_[system_.entries[way.entry].share];
        if (!way.of_bodies) figures[kCommitment] = state_.organisations.commitment[organisation];
        figures[kCohesion] = state_.bodies.cohesion[way.to];
        figures[kMandate] = state_.bodies.mandate[way.to];
        figures[kWeighs] =
            before(way) * figures[kShare] * figures[kCommitment] * figures[kCohesion] * figures[kMandate];
        left_[way.to] += figures[kWeighs];
    }

private:
    const System& system_;
    const InfluenceState& state_;
    Packs<kInfluenceLanes> left_;  // (bodies)
};

// The seat's part of all decisions.
InfluencePack part_of_decisions(const System& system, const InfluenceState& state, const Way& way,
                                const Packs<kInfluenceLanes>& table_weight) {
    InfluencePack sum(0.0);
    for (const Row table : way.tables) {
        each_part(system, state, table, [&](const MemberLine& entry, Row member, const InfluencePack& part) {
            const bool own = !entry.conflicted && entry.of_bodies == way.of_bodies && member == way.from;
            if (own) sum += table_weight[table] * part;
        });
    }
    return sum;
}

}  // namespace

Ways ways_up(const System& system, Row organisation) {
    Ways ways;
    std::vector<char> reached(system.bodies.size(), 0);
    for (const Row body : system.speaking_order) {
        each_carrier(system, body, organisation, reached, [&](Row e, const MemberLine& entry, Row member) {
            ways.tiers.push_back({body, member, entry.of_bodies, e, kNoRow, {}});
        });
        reached[body] = !ways.tiers.empty() && ways.tiers.back().to == body ? 1 : 0;
    }
    for (Row f = 0; f < system.funds.size(); ++f) {
        for (Row t = system.funds[f].tables.first; t < system.funds[f].tables.last; ++t) {
            const Row board = system.tables[t].board;
            each_carrier(system, board, organisation, reached,
                         [&](Row e, const MemberLine& entry, Row member) {
                             add_seat(system, {board, member, entry.of_bodies, e, f, {}}, t, ways.seats);
                         });
        }
    }
    return ways;
}

Packs<kInfluenceLanes> read_ways(const System& system, const InfluenceState& state, Row organisation,
                                 const Ways& ways, const Packs<kInfluenceLanes>& said) {
    Packs<kInfluenceLanes> figures((ways.tiers.size() + ways.seats.size()) * kWayFigures, InfluencePack(1.0));
    Weights weights(system, state);
    InfluencePack* at = figures.data();
    const auto below = [&](const Way& way) { return way.of_bodies ? said[way.from] : InfluencePack(1.0); };
    for (const Way& way : ways.tiers) {
        at[kHere] = SpokenWeights(system, state, way.to).of(system.entries[way.entry], way.from) *
                    authorship(system, state, way.to);
        at[kPart] = at[kHere] * below(way);
        weights.go_up(way, organisation, at);
        at += kWayFigures;
    }
    const auto table_weight = table_weights(system, state, {0, static_cast<Row>(system.tables.size())});
    for (const Way& way : ways.seats) {
        at[kHere] = part_of_decisions(system, state, way, table_weight);
        at[kPart] = at[kHere] * below(way);
        at[kStanding] = state[system.entries[way.entry].standing];
        at[kWeighs] = weights.before(way) * at[kStanding];
        at += kWayFigures;
    }
    return figures;
}

}  // namespace clout
