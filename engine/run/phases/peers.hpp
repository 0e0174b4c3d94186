// Organisations that stand in for one another: of a home, of a cell, of a stretch of one, of a sector.
#pragma once

#include "engine/system/system.hpp"

#include <tuple>

namespace clout {

struct Group {  // rows.first … in `listed`, or themselves
    Span rows;
    const Row* listed = nullptr;
    [[nodiscard]] Row operator[](Row at) const { return listed ? listed[at] : at; }
    friend bool operator<(const Group& a, const Group& b) {  // of one system: for keys
        return std::tuple(a.listed != nullptr, a.rows.first, a.rows.last) <
               std::tuple(b.listed != nullptr, b.rows.first, b.rows.last);
    }
};

[[nodiscard]] inline Group home_group(const System& system, Row organisation) {
    const Row home = system.home[organisation];
    return {home == kNoRow ? Span{} : system.bodies[home].home_of, nullptr};
}
[[nodiscard]] inline Group stretch_group(const System& system, std::size_t stretch) {
    return {system.stretches[stretch], system.cell_member.data()};
}
[[nodiscard]] inline Group cell_group(const System& system, std::size_t cell) {
    return {{system.cell_first[cell], system.cell_first[cell + 1]}, system.cell_member.data()};
}
[[nodiscard]] inline Group sector_group(const System& system, std::size_t sector) {
    const std::size_t columns = system.places.size() + 1;
    return {{system.cell_first[sector * columns], system.cell_first[(sector + 1) * columns]},
            system.cell_member.data()};
}

}  // namespace clout
