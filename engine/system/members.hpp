// Who is a member of a body, and who has the seats of a table: one walk each.
#pragma once

#include "engine/base/native.hpp"
#include "engine/system/system.hpp"

namespace clout {

// Calls visit(line, member) for every member of a body, as written: member is a row of organisations, or of
// bodies where line.of_bodies.
template <class Visit>
CLOUT_INLINE void each_member(const System& system, Row body, Visit&& visit) {
    const Span lines = system.bodies[body].entries;
    for (Row e = lines.first; e < lines.last; ++e) {
        const MemberLine& line = system.entries[e];
        for (Row at = line.members.first; at < line.members.last; ++at) visit(line, system.member[at]);
    }
}

// Calls visit(line, seats) for every line of a table's board, with the rows of its seats among the seats of
// all tables. A line that nobody fills has none.
template <class Visit>
CLOUT_INLINE void each_line(const System& system, Row table, Visit&& visit) {
    const Span lines = system.bodies[system.tables[table].board].entries;
    Row seat = system.first_seat[table];
    for (Row e = lines.first; e < lines.last; ++e) {
        const MemberLine& line = system.entries[e];
        const Span seats{seat, seat + line.members.size()};
        visit(line, seats);
        seat = seats.last;
    }
}

// Calls visit(line, member, seat) for every seat of a table.
template <class Visit>
CLOUT_INLINE void each_seat(const System& system, Row table, Visit&& visit) {
    each_line(system, table, [&](const MemberLine& line, Span seats) CLOUT_LAMBDA {
        for (Row seat = seats.first; seat < seats.last; ++seat)
            visit(line, system.member[line.members.first + (seat - seats.first)], seat);
    });
}

}  // namespace clout
