#include "bench/needs.hpp"

namespace clout::bench {
namespace {

// Seats, weights, the compromise, papers, dispersion and influence of one line of a board.
Needs seats_of(const Shape& shape, const BodyKindPlan& board, const MemberLine& line) {
    const System& system = shape.system;
    const double k = shape.programmes, seats = line.members.size();
    const Number& formality = system.numbers[board.formality.row];
    const bool mixed = formality.uncertain() || (formality.parameters[0] > 0 && formality.parameters[0] < 1);
    Needs needs;
    needs.flops += seats * 6              // standing times voice, votes, who sits, their sums
                   + seats * 5            // by votes and by voice, their product, its sum, scaled
                   + seats * (3 + 2 * k)  // Σ w s q
                   + seats * 4 * k        // Σ w q, Σ (w q) q
                   + seats * (line.of_bodies ? 2 * shape.columns : 1);  // influence
    needs.divisions += 1;                                               // votes over those that sit
    if (mixed) {
        needs.flops += seats * 2 + 2;
        needs.logarithms += seats + 1;  // votes are alike in a line
        needs.exponentials += seats;
    }
    if (!shape.zero(board.agenda_power)) needs.flops += seats * (4 + 2 * k);
    read(needs, seats * (1 + (line.conflicted ? 0 : k + (line.of_bodies ? shape.columns : 0))));
    write(needs, seats);
    return needs;
}

// Parts of programmes that sectors deliver, one product each.
double deliveries(const Shape& shape) {
    double parts = 2.0 * real(shape.system.shifts.size());
    for (const Slots& row : shape.system.delivered_by) {
        for (const Slot part : row) parts += shape.zero(part) ? 0 : 1;
    }
    return parts;
}

}  // namespace

Needs negotiate_needs(const Shape& shape) {
    const System& system = shape.system;
    const double k = shape.programmes;
    Needs needs;
    for (const Table& table : system.tables) {
        const BodyPlan& board = system.bodies[table.board];
        const BodyKindPlan& kind = system.body_kinds[board.instance.kind];
        for (Row e = board.entries.first; e < board.entries.last; ++e)
            needs += seats_of(shape, kind, system.entries[e]);
        needs.flops += 2 * k + 3    // D, of the sums of squares
                       + 4 * k + 2  // the split moves, where they agree
                       + 10;        // goodwill; who decides
        if (!shape.zero(kind.agenda_power)) needs.flops += 2 * k + 1;
        needs.flops += real(kind.red_lines.size()) * (k + 10);
        needs.divisions +=
            5 + real(kind.red_lines.size());  // Σ κ, Σ ς v, Σ w, Σ w s, patience times goodwill
        needs.exponentials += 1;
        needs.uniforms += system.stochastic ? 1 : 0;
        read(needs, k + 1);
        write(needs, 2 * k + shape.columns + 2);
    }
    return needs;
}

Needs allocate_needs(const Shape& shape) {
    const System& system = shape.system;
    const double tables = real(system.tables.size()), shifts = real(system.shifts.size());
    Needs needs;
    for (const FundPlan& fund : system.funds) {
        needs.flops += 1;  // grows by a factor a round
        if (fund.protected_for.exists()) {
            needs.flops += 5;
            if (fund.exposed_to.exists())
                needs.flops += 2.0 * system.funds[fund.exposed_to.row()].tables.size();
        }
        if (fund.top_slice_sector.exists()) needs.flops += 3.0 * fund.tables.size();
    }
    needs.flops += tables * (3 + 2 * deliveries(shape) + shape.sectors);
    read(needs, tables * (shape.programmes + 1));
    write(needs, tables * (shape.sectors + 2));
    if (shifts > 0) {
        needs.flops += shifts * (4 + 2 * tables) + 3 * shape.sectors;
        needs.divisions += shape.sectors;
        write(needs, 2 * shape.sectors);
    }
    return needs;
}

Needs deliver_needs(const Shape& shape) {
    const System& system = shape.system;
    const double tables = real(system.tables.size());
    double organs = 0, cells = 0;
    for (const SectorPlan& sector : system.sectors) organs += sector.signs_off ? 1 : 0;
    for (std::size_t c = 0; c < system.cells(); ++c) cells += system.cell_first[c + 1] > system.cell_first[c];
    Needs needs;
    needs.flops += tables * organs * 10          // new money, what of it lapses, and where to
                   + tables * shape.sectors * 5  // paid, by cell and sector
                   + 3 * shape.sectors           // shares
                   + cells * 3 + 6 * shape.sectors;
    needs.divisions += 1 + cells + shape.sectors;
    read(needs, tables * (shape.sectors + 2) + cells * 2);
    write(needs, tables * (shape.sectors + organs) + cells * 2 + 3 * shape.sectors);
    return needs;
}

}  // namespace clout::bench
