// Closures and takeovers of a round, and who inherits, read off the state before and after `adapt`
// (model.md 6.6).
#include "engine/base/elementary.hpp"
#include "engine/run/chronicle_parts.hpp"

#include <algorithm>

namespace clout {
namespace {

class Registrar {
public:
    Registrar(const System& system, const State<1>& state, const Eve& eve)
        : system_(system), state_(state), eve_(eve) {
        const double years = static_cast<double>(state.round) * system.dt;
        const Pack<1> growth = Pack<1>(1.0) + state[system.dynamics.demand_growth];
        demand_ = power(growth, Pack<1>(years))[0];
    }

    [[nodiscard]] EndRecord end(const Failure<1>& failure) const {
        const Row i = failure.organisation;
        EndRecord record;
        record.who = organisation_actor(system_, i);
        record.sector = system_.sector_of(i);
        record.taken_over = state_.organisations.open[i][0] > 0;
        record.resilience = eve_.resilience[i][0];
        weigh(i, record);
        if (record.taken_over) {
            record.clout = failure.spoke[0];
            const Row heir = acquirer(i);
            if (heir != kNoRow) record.heirs.push_back({organisation_actor(system_, heir), 1.0});
        } else {
            record.income = eve_.income[i][0];
            record.patients = eve_.list[i][0];
            record.clout = eve_.clout0[i][0];
            record.heirs = heirs(i);
        }
        return record;
    }

private:
    // What it was paid in this round, and what it needed.
    void weigh(Row i, EndRecord& record) const {
        const Row cell = system_.cell[i];
        const std::size_t s = record.sector.row();
        const double income = eve_.income[i][0];
        const double paid = income * state_.cells.rate[cell][0] + state_.cells.head[cell][0];
        record.total = eve_.other[i][0] * demand_ + paid;
        const double plain = eve_.base[i][0] * demand_;
        const double shifted = income * state_.sectors.need_rate[s][0] + state_.sectors.need_head[s][0];
        record.need = std::max(plain + shifted, plain * 0.01);
    }

    // The largest independent organisation of the sector that takes over, of the same place if there is one.
    [[nodiscard]] Row acquirer(Row i) const {
        const std::size_t sector = system_.sectors[system_.sector_of(i).row()].taken_over_by.row();
        const PlaceId place = system_.organisations[i].place;
        const std::size_t columns = system_.places.size() + 1;
        const Row near = place.exists() ? largest(cells(sector * columns + place.row(), 1)) : kNoRow;
        return near != kNoRow ? near : largest(cells(sector * columns, columns));
    }

    [[nodiscard]] Row largest(const std::vector<Row>& rows) const {
        Row best = kNoRow;
        for (const Row i : rows) {
            if (!independent(i)) continue;
            const double ahead = best == kNoRow ? 1.0 : eve_.income[i][0] - eve_.income[best][0];
            if (ahead > 0 || (ahead == 0 && system_.order[i] < system_.order[best])) best = i;
        }
        return best;
    }

    // The independent organisations with the same home, else of its sector and place, else of its sector.
    [[nodiscard]] std::vector<HeirRecord> heirs(Row i) const {
        std::vector<Row> family;
        if (system_.home[i] != kNoRow) {
            const Span home = system_.bodies[system_.home[i]].home_of;
            for (Row at = home.first; at < home.last; ++at) family.push_back(at);
        }
        std::vector<HeirRecord> found = shares(family);
        if (found.empty()) found = shares(cells(system_.cell[i], 1));
        const std::size_t columns = system_.places.size() + 1;
        if (found.empty()) found = shares(cells(system_.sector_of(i).row() * columns, columns));
        return found;
    }

    // In proportion to income before the round's events; equally where nobody had any.
    [[nodiscard]] std::vector<HeirRecord> shares(const std::vector<Row>& rows) const {
        double income = 0, heads = 0;
        for (const Row i : rows) {
            income += independent(i) ? eve_.income[i][0] : 0;
            heads += independent(i) ? 1 : 0;
        }
        std::vector<HeirRecord> found;
        for (const Row i : rows) {
            if (!independent(i)) continue;
            found.push_back(
                {organisation_actor(system_, i), income > 0 ? eve_.income[i][0] / income : 1 / heads});
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.part > b.part; });
        return found;
    }

    [[nodiscard]] bool independent(Row i) const { return state_.organisations.independent[i][0] > 0; }

    [[nodiscard]] std::vector<Row> cells(std::size_t first, std::size_t count) const {
        return {system_.cell_member.begin() + system_.cell_first[first],
                system_.cell_member.begin() + system_.cell_first[first + count]};
    }

    const System& system_;
    const State<1>& state_;
    const Eve& eve_;
    double demand_ = 1;
};

}  // namespace

std::vector<EndRecord> ends_of(const System& system, const State<1>& state, const Eve& eve) {
    std::vector<EndRecord> ends;
    if (state.failures.empty()) return ends;
    const Registrar registrar(system, state, eve);
    for (const Failure<1>& failure : state.failures) ends.push_back(registrar.end(failure));
    return ends;
}

}  // namespace clout
