#include "engine/system/draft.hpp"

#include <algorithm>
#include <numeric>

namespace clout {
namespace {

// New row of each old row: home by home, those without one last, otherwise in the scenario's order. Bodies
// learn whose home they are.
std::vector<Row> home_by_home(System& system) {
    const std::size_t bodies = system.bodies.size();
    const auto bin = [&](Row home) { return home == kNoRow ? bodies : home; };
    std::vector<Row> next(bodies + 2, 0);
    for (const Row home : system.home) ++next[bin(home) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    for (std::size_t b = 0; b < bodies; ++b) {
        if (next[b] == next[b + 1]) continue;
        system.bodies[b].home_of = {next[b], next[b + 1]};
        system.homes.push_back(static_cast<Row>(b));
    }
    system.homeless = {next[bodies], next[bodies + 1]};
    std::vector<Row> new_row(system.home.size());
    for (std::size_t row = 0; row < new_row.size(); ++row) new_row[row] = next[bin(system.home[row])]++;
    return new_row;
}

template <class T>
void permute(std::vector<T>& values, const std::vector<Row>& new_row) {
    std::vector<T> moved(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) moved[new_row[row]] = values[row];
    values.swap(moved);
}

void build_cells(System& system) {
    const std::size_t places = system.places.size() + 1;
    system.cell_first.assign(system.cells() + 1, 0);
    system.cell.reserve(system.organisations.size());
    for (Row row = 0; row < system.organisations.size(); ++row) {
        const PlaceId place = system.organisations[row].place;
        const std::size_t column = place.exists() ? place.row() : places - 1;
        const auto cell = static_cast<Row>(system.sector_of(row).row() * places + column);
        system.cell.push_back(cell);
        ++system.cell_first[cell + 1];
    }
    std::partial_sum(system.cell_first.begin(), system.cell_first.end(), system.cell_first.begin());
    std::vector<Row> next(system.cell_first.begin(), system.cell_first.end() - 1);
    system.cell_member.resize(system.organisations.size());
    for (Row row = 0; row < system.organisations.size(); ++row)
        system.cell_member[next[system.cell[row]]++] = row;
    for (BodyPlan& body : system.bodies) {
        for (Row row = body.home_of.first; row < body.home_of.last; ++row)
            body.mixed = body.mixed || system.cell[row] != system.cell[body.home_of.first];
    }
}

// Cells in stretches of a fixed length, whoever adds them up.
void divide_cells(System& system) {
    constexpr Row kLongest = 1024;
    system.stretch_first.assign(1, 0);
    for (std::size_t cell = 0; cell < system.cells(); ++cell) {
        const Row last = system.cell_first[cell + 1];
        for (Row first = system.cell_first[cell]; first < last; first += kLongest)
            system.stretches.push_back({first, std::min(first + kLongest, last)});
        system.stretch_first.push_back(static_cast<Row>(system.stretches.size()));
    }
}

}  // namespace

void lay_out(System& system) {
    const std::vector<Row> new_row = home_by_home(system);
    permute(system.organisations, new_row);
    permute(system.home, new_row);
    system.order.resize(new_row.size());
    for (Row row = 0; row < new_row.size(); ++row) system.order[new_row[row]] = row;
    for (const MemberLine& entry : system.entries) {
        if (entry.of_bodies) continue;
        for (Row at = entry.members.first; at < entry.members.last; ++at)
            system.member[at] = new_row[system.member[at]];
    }
    build_cells(system);
    divide_cells(system);
}

}  // namespace clout
