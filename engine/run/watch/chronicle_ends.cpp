// Closures and takeovers of a round, and who inherits, read off the state before and after `adapt`
// (MODEL.md 6.6).
#include "engine/run/phases/peers.hpp"
#include "engine/run/watch/chronicle_parts.hpp"

#include <algorithm>
#include <map>

namespace clout {
namespace {

struct NamedHeirs {
    std::vector<HeirRecord> named;  // the largest first
    std::uint64_t all = 0;
};

class Registrar {
public:
    Registrar(const System& system, const State<1>& state, const Snapshot& snapshot)
        : system_(system), state_(state), snapshot_(snapshot) {}

    [[nodiscard]] EndRecord end(const Failure<1>& failure) {
        const Row i = failure.organisation;
        EndRecord record;
        record.who = organisation_actor(system_, i);
        record.sector = system_.sector_of(i);
        record.taken_over = state_.organisations.open[i][0];
        record.acquired = failure.acquired[0];
        record.resilience = (record.acquired ? state_.organisations.resilience : snapshot_.resilience)[i][0];
        record.total = state_.organisations.total[i][0];
        record.need = state_.organisations.need[i][0];
        if (record.taken_over) {
            record.clout = failure.spoke[0];
            const Row heir = acquirer(i);
            if (heir == kNoRow) return record;
            record.heirs.push_back({organisation_actor(system_, heir), 1.0});
            record.heirs_in_all = 1;
        } else {
            record.income = snapshot_.income[i][0];
            record.patients = snapshot_.list[i][0];
            record.clout = snapshot_.clout0[i][0];
            name_heirs(i, record);
        }
        return record;
    }

private:
    // The largest independent organisation of the sector that takes over, of the same place if there is one.
    [[nodiscard]] Row acquirer(Row i) {
        const std::size_t sector = system_.sectors[system_.sector_of(i).row()].taken_over_by.row();
        const PlaceId place = system_.organisations[i].place;
        const std::size_t columns = system_.places.size() + 1;
        const Row near =
            place.exists() ? largest(cell_peers(system_, sector * columns + place.row())) : kNoRow;
        return near != kNoRow ? near : largest(sector_peers(system_, sector));
    }

    // Nobody's income or independence changes while ends are recorded, so each family is searched once.
    [[nodiscard]] Row largest(const Peers& peers) {
        const auto [known, fresh] = largest_.try_emplace(peers, kNoRow);
        if (!fresh) return known->second;
        Row best = kNoRow;
        each(peers, [&](Row i, Row) {
            const double ahead = best == kNoRow ? 1.0 : snapshot_.income[i][0] - snapshot_.income[best][0];
            if (ahead > 0 || (ahead == 0 && system_.order[i] < system_.order[best])) best = i;
        });
        return known->second = best;
    }

    // The independent organisations with the same home, else of its sector and place, else of its sector.
    void name_heirs(Row i, EndRecord& record) {
        const NamedHeirs* found = &shares(home_peers(system_, i));
        if (found->all == 0) found = &shares(cell_peers(system_, system_.cell[i]));
        if (found->all == 0) found = &shares(sector_peers(system_, system_.sector_of(i).row()));
        record.heirs = found->named;
        record.heirs_in_all = found->all;
    }

    // In proportion to income before the round's events; equally where nobody had any.
    [[nodiscard]] const NamedHeirs& shares(const Peers& peers) {
        const auto [known, fresh] = shares_.try_emplace(peers);
        NamedHeirs& heirs = known->second;
        if (!fresh) return heirs;
        double income = 0;
        std::vector<Row> places;  // in the family
        each(peers, [&](Row i, Row at) {
            income += snapshot_.income[i][0];
            places.push_back(at);
        });
        heirs.all = places.size();
        const auto part = [&](Row at) {
            return income > 0 ? snapshot_.income[peers[at]][0] / income : 1 / static_cast<double>(heirs.all);
        };
        const auto named = static_cast<std::ptrdiff_t>(std::min(places.size(), kMostHeirs));
        std::partial_sort(places.begin(), places.begin() + named, places.end(), [&](Row x, Row y) {
            const double first = part(x), second = part(y);
            return first != second ? first > second : x < y;
        });
        for (auto at = places.begin(); at != places.begin() + named; ++at)
            heirs.named.push_back({organisation_actor(system_, peers[*at]), part(*at)});
        return heirs;
    }

    // Calls visit(row, place in the family) for those who are independent.
    template <class Visit>
    void each(const Peers& peers, Visit&& visit) const {
        for (Row at = peers.rows.first; at < peers.rows.last; ++at) {
            const Row i = peers[at];
            if (state_.organisations.independent[i][0]) visit(i, at);
        }
    }

    const System& system_;
    const State<1>& state_;
    const Snapshot& snapshot_;
    std::map<Peers, Row> largest_;
    std::map<Peers, NamedHeirs> shares_;
};

}  // namespace

std::vector<EndRecord> ends_of(const System& system, const State<1>& state, const Snapshot& snapshot) {
    std::vector<EndRecord> ends;
    if (state.failures.empty()) return ends;
    Registrar registrar(system, state, snapshot);
    for (const Failure<1>& failure : state.failures) ends.push_back(registrar.end(failure));
    return ends;
}

}  // namespace clout
