#include "bench/needs.hpp"

#include <algorithm>
#include <vector>

namespace clout::bench {
namespace {

// The leanings of a round: copies, and plain means over kinds.
void lean(const Shape& shape, Needs& needs) {
    const System& system = shape.system;
    const double k = shape.programmes;
    const double standing = k * real(system.places.size() + 1);
    read(needs, standing);
    write(needs, standing + k * real(system.leaning_kinds.size()));
    for (const LeaningKind& kind : system.leaning_kinds) {
        double instances = 0;
        if (kind.of_bodies) {
            instances = system.body_kind_rows[kind.kind].size();
        } else {
            for (const Instance& one : system.organisations) instances += one.kind == kind.kind ? 1 : 0;
        }
        needs.flops += instances * (kind.of_bodies ? 2 * k + 1 : k) + 2 * k;
        needs.divisions += kind.of_bodies ? 1 : 0;
        read(needs, instances * k);
    }
}

// What members of one line bring.
Needs gather(const Shape& shape, const MemberLine& line) {
    const double k = shape.programmes, caucuses = line.caucuses.size();
    const double members = line.of_bodies ? line.members.size() : line.singles.size();
    Needs needs;
    // e' and e, their sums (for an organisation Σ e' g is Σ e), Σ e q, Σ (e q) q; a conflicted member's q is
    // the leaning, once for all. A caucus brings these sums.
    needs.flops += members * 4 + 4 * k * (line.conflicted ? 1 : members);
    needs.flops += caucuses * (line.conflicted ? 4 : 6 + 2 * k);
    if (!line.of_bodies) return needs;
    // Σ e' g, the message apart from the will, sources
    needs.flops += members * 2;
    read(needs, members * 3);
    if (line.conflicted) return needs;
    needs.flops += members * (2 * k + 2 * shape.columns);
    read(needs, members * (2 * k + shape.columns));
    return needs;
}

Needs phrase(const Shape& shape) {
    const double k = shape.programmes;
    Needs needs;
    needs.flops += 4 * k                // will; message, diluted with the leaning
                   + shape.columns + 2  // sources
                   + 2 * k + 3          // D, of the sums of squares
                   + 3 + 1 + 3          // assent; − D / tolerance; voice
                   + 5;                 // whether it speaks, and what else holds where it does not
    needs.divisions += 2;               // by E and by C
    needs.exponentials += 1;
    read(needs, k + 2);  // leaning, mandate, champion
    write(needs, 2 * k + shape.columns + 6);
    return needs;
}

}  // namespace

Needs speak_needs(const Shape& shape) {
    const System& system = shape.system;
    Needs needs;
    lean(shape, needs);
    std::vector<char> heard(system.organisations.size(), 0);  // one by one
    for (const Row b : system.speaking_order) {
        const Span lines = system.bodies[b].entries;
        for (Row e = lines.first; e < lines.last; ++e) {
            const MemberLine& line = system.entries[e];
            needs += gather(shape, line);
            for (Row at = line.singles.first; at < line.singles.last; ++at) heard[system.single[at]] = 1;
        }
        needs += phrase(shape);
    }
    // Position, clout and commitment once, in however many bodies.
    const auto organisations = static_cast<double>(std::count(heard.begin(), heard.end(), 1));
    read(needs,
         (shape.programmes + 2) * organisations + (shape.programmes + 3) * real(system.caucuses.size()));
    needs.bytes_again += kDouble * shape.programmes * organisations;  // as they deliberated
    for (const SectorPlan& sector : system.sectors) {
        for (const Span& kind : sector.sign_off) {
            needs.flops += 3.0 * kind.size() + 2;
            needs.divisions += 1;
        }
        needs.flops += sector.imposed_below ? 6 : 0;
    }
    return needs;
}

}  // namespace clout::bench
