#include "engine/system/draft.hpp"

#include <algorithm>
#include <numeric>

namespace clout {
namespace {

// Old row of each new row: home by home, those without one last, otherwise in the scenario's order.
std::vector<Row> home_by_home(const System& system) {
    std::vector<Row> rows(system.organisations.size());
    std::iota(rows.begin(), rows.end(), Row{0});
    std::stable_sort(rows.begin(), rows.end(), [&](Row a, Row b) { return system.home[a] < system.home[b]; });
    return rows;
}

template <class T>
void permute(std::vector<T>& values, const std::vector<Row>& old_row) {
    std::vector<T> moved;
    moved.reserve(values.size());
    for (const Row row : old_row) moved.push_back(values[row]);
    values.swap(moved);
}

void find_home_spans(System& system) {
    const auto count = static_cast<Row>(system.organisations.size());
    Row at = 0;
    while (at < count && system.home[at] != kNoRow) {
        const Row home = system.home[at], first = at;
        while (at < count && system.home[at] == home) ++at;
        system.bodies[home].home_of = {first, at};
    }
    system.homeless = {at, count};
}

void build_cells(System& system) {
    const std::size_t places = system.places.size() + 1;
    system.cell_first.assign(system.cells() + 1, 0);
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
}

}  // namespace

void lay_out(System& system) {
    const std::vector<Row> old_row = home_by_home(system);
    permute(system.organisations, old_row);
    permute(system.home, old_row);
    system.order = old_row;
    std::vector<Row> new_row(old_row.size());
    for (Row row = 0; row < old_row.size(); ++row) new_row[old_row[row]] = row;
    for (const MemberLine& entry : system.entries) {
        if (entry.of_bodies) continue;
        for (Row at = entry.members.first; at < entry.members.last; ++at)
            system.member[at] = new_row[system.member[at]];
    }
    find_home_spans(system);
    build_cells(system);
}

}  // namespace clout
