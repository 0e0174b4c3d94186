#include "engine/run/watch/chronicle.hpp"

#include "engine/run/phases.hpp"
#include "engine/run/watch/chronicle_parts.hpp"
#include "engine/system/system.hpp"

namespace clout {
namespace {

std::vector<double> plain(const Packs<1>& values) {
    std::vector<double> numbers;
    for (const Pack<1>& value : values) numbers.push_back(value[0]);
    return numbers;
}

OrganRecord organ_of(const System& system, const State<1>& state, Span bodies) {
    OrganRecord organ;
    organ.kind = system.bodies[bodies.first].instance.kind;
    double behind = 0, assent = 0;
    for (Row b = bodies.first; b < bodies.last; ++b) {
        const double potential = state.bodies.potential[b][0], says = state.bodies.assent[b][0];
        if (!(potential > 0)) continue;
        behind += potential;
        assent += potential * says;
        if (organ.bodies++ == 0 || says < organ.least) {
            organ.least = says;
            organ.reluctant = body_actor(system, b);
        }
    }
    if (behind > 0) organ.assent = assent / behind;
    return organ;
}

std::vector<ConsentRecord> consents_of(const System& system, const State<1>& state) {
    std::vector<ConsentRecord> consents;
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        const SectorPlan& sector = system.sectors[s];
        if (!sector.signs_off) continue;
        ConsentRecord record;
        record.sector = SectorId(s);
        for (const Span& kind : sector.sign_off) {
            if (kind.size() > 0) record.organs.push_back(organ_of(system, state, kind));
        }
        record.own = state.sectors.own_uptake[s][0];
        record.uptake = state.sectors.uptake[s][0];
        record.imposed = state.sectors.imposed[s][0] > 0;
        for (const Row site : system.sites) {
            const double below = state.sites.below[s * (system.places.size() + 1) + site][0];
            record.rounds_below = std::max(record.rounds_below, static_cast<std::uint32_t>(below));
        }
        consents.push_back(std::move(record));
    }
    return consents;
}

std::vector<LapseRecord> lapses_of(const System& system, const State<1>& state) {
    const std::size_t sectors = system.sectors.size();
    std::vector<LapseRecord> lapses;
    for (Row t = 0; t < system.tables.size(); ++t) {
        for (std::size_t s = 0; s < sectors; ++s) {
            const double lapsed = state.tables.lapsed[t * sectors + s][0];
            if (!(lapsed > 0)) continue;
            const Table& table = system.tables[t];
            const double paid = state.sites.paid[system.cell_of(SectorId(s), table.place)][0];
            lapses.push_back({table.fund, table.place, SectorId(s), system.sectors[s].lapse_to,
                              lapsed / (1 - paid), lapsed});
        }
    }
    return lapses;
}

std::vector<ChampionRecord> champions_of(const System& system, const State<1>& state,
                                         const Snapshot& snapshot) {
    std::vector<ChampionRecord> left;
    for (const Row b : system.speaking_order) {
        const double before = snapshot.champion[b][0];
        if (before > 0 && !(state.bodies.champion[b][0] > 0)) left.push_back({body_actor(system, b), before});
    }
    return left;
}

std::vector<WearRecord> mandates_of(const System& system, const State<1>& state, const Snapshot& snapshot) {
    std::vector<WearRecord> mandates;
    for (Row kind = 0; kind < system.body_kinds.size(); ++kind) {
        const Span rows = system.body_kind_rows[kind];
        if (rows.size() == 0 || system.bodies[rows.first].board) continue;
        WearRecord record{kind, 0, 0};
        for (Row b = rows.first; b < rows.last; ++b) {
            record.before += snapshot.mandate[b][0] / rows.size();
            record.after += state.bodies.mandate[b][0] / rows.size();
        }
        mandates.push_back(record);
    }
    return mandates;
}

// Over those that were independent before and after, so that who ends does not look like a change of heart.
std::vector<WearRecord> commitments_of(const System& system, const State<1>& state,
                                       const Snapshot& snapshot) {
    std::vector<WearRecord> all(system.sectors.size());
    std::vector<double> heads(system.sectors.size(), 0.0);
    for (Row i = 0; i < system.organisations.size(); ++i) {
        if (system.home[i] == kNoRow || !state.organisations.independent[i][0]) continue;
        const std::size_t s = system.sector_of(i).row();
        all[s].before += snapshot.commitment[i][0];
        all[s].after += state.organisations.commitment[i][0];
        ++heads[s];
    }
    std::vector<WearRecord> commitments;
    for (std::size_t s = 0; s < all.size(); ++s) {
        if (heads[s] > 0)
            commitments.push_back({static_cast<Row>(s), all[s].before / heads[s], all[s].after / heads[s]});
    }
    return commitments;
}

void read_results(const State<1>& state, RoundRecord& record) {
    record.share = plain(state.sectors.share);
    record.decided = plain(state.sectors.decided);
    record.received = plain(state.sectors.received);
    record.lapsed = state.lapsed[0];
    record.unspent = state.unspent[0];
    for (const Pack<1>& heads : state.sectors.independent)
        record.independent += static_cast<std::uint64_t>(heads[0]);
    record.taken_over = static_cast<std::uint64_t>(state.taken_over[0]);
    record.closed = static_cast<std::uint64_t>(state.closed[0]);
}

void remember_before(const Phase<1>& phase, const State<1>& state, Snapshot& snapshot) {
    if (phase.act != &adapt<1>) return;
    const OrganisationState<1>& of = state.organisations;
    snapshot.income = of.income;
    snapshot.list = of.list;
    snapshot.clout0 = of.clout0;
    snapshot.resilience = of.resilience;
    snapshot.commitment = of.commitment;
    snapshot.mandate = state.bodies.mandate;
    snapshot.champion = state.bodies.champion;
}

void record_after(const Phase<1>& phase, const System& system, const State<1>& state,
                  const Snapshot& snapshot, RoundRecord& record) {
    if (phase.act == &allocate<1>) {
        record.consents = consents_of(system, state);
        record.minutes = minutes_of(system, state);
    } else if (phase.act == &deliver<1>) {
        record.lapses = lapses_of(system, state);
    } else if (phase.act == &adapt<1>) {
        record.ends = ends_of(system, state, snapshot);
        record.champions = champions_of(system, state, snapshot);
        record.mandates = mandates_of(system, state, snapshot);
        record.commitments = commitments_of(system, state, snapshot);
        read_results(state, record);
    }
}

}  // namespace

Chronicle chronicle(System system, std::optional<std::uint64_t> replicate) {
    system.stochastic = system.stochastic && replicate.has_value();
    system.keeps_minutes = true;
    Chronicle told{system.rounds, system.rounds_per_year, {}};
    State<1> state = initialise<1>(system, replicate.value_or(0));
    Snapshot snapshot;
    for (; state.round < system.rounds; ++state.round) {
        RoundRecord record;
        record.round = state.round;
        record.year = static_cast<double>(state.round) * system.dt;
        begin_round(system, state);
        for (const Phase<1>& phase : kPhases<1>) {
            remember_before(phase, state, snapshot);
            phase.act(system, state);
            record_after(phase, system, state, snapshot, record);
        }
        told.told.push_back(std::move(record));
    }
    return told;
}

}  // namespace clout
