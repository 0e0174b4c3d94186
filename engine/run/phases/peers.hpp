// Organisations that stand in for one another: of a home, of a cell, of a stretch of one, of a sector.
#pragma once

#include "engine/system/system.hpp"

#include <tuple>

namespace clout {

struct Peers {  // rows.first … in `listed`, or themselves
    Span rows;
    const Row* listed = nullptr;
    [[nodiscard]] Row operator[](Row at) const { return listed ? listed[at] : at; }
    friend bool operator<(const Peers& a, const Peers& b) {  // of one system: for keys
        return std::tuple(a.listed != nullptr, a.rows.first, a.rows.last) <
               std::tuple(b.listed != nullptr, b.rows.first, b.rows.last);
    }
};

[[nodiscard]] inline Peers home_peers(const System& system, Row organisation) {
    const Row home = system.home[organisation];
    return {home == kNoRow ? Span{} : system.bodies[home].home_of, nullptr};
}
[[nodiscard]] inline Peers stretch_peers(const System& system, std::size_t stretch) {
    return {system.stretches[stretch], system.cell_member.data()};
}
[[nodiscard]] inline Peers cell_peers(const System& system, std::size_t cell) {
    return {{system.cell_first[cell], system.cell_first[cell + 1]}, system.cell_member.data()};
}
[[nodiscard]] inline Peers sector_peers(const System& system, std::size_t sector) {
    const std::size_t columns = system.places.size() + 1;
    return {{system.cell_first[sector * columns], system.cell_first[(sector + 1) * columns]},
            system.cell_member.data()};
}

}  // namespace clout
