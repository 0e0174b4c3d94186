#include "bench/floor.hpp"

#include "bench/needs.hpp"

#include <algorithm>
#include <cmath>

namespace clout::bench {
namespace {

constexpr double Needs::*kParts[] = {&Needs::flops,         &Needs::divisions,  &Needs::exponentials,
                                     &Needs::logarithms,    &Needs::powers,     &Needs::normals,
                                     &Needs::spare_words,   &Needs::uniforms,   &Needs::bytes_read,
                                     &Needs::bytes_written, &Needs::bytes_again};

}  // namespace

Needs& Needs::operator+=(const Needs& more) {
    for (const auto part : kParts) this->*part += more.*part;
    return *this;
}

Needs& Needs::operator*=(double times) {
    for (const auto part : kParts) this->*part *= times;
    return *this;
}

// Pairs, out of blocks of four words.
void draw_normals(Needs& needs, double n, double times) {
    const double whole = 2 * std::ceil(n / 2);
    needs.normals += times * whole;
    needs.spare_words += times * (4 * std::ceil(n / 4) - whole);
}

Time time_of(const Needs& needs, const Ceilings& at, double state_bytes) {
    const Bandwidth& memory = at.level_of(state_bytes).one;
    const double copied = std::min(needs.bytes_read, needs.bytes_written);
    return {needs.flops / at.add_multiply + needs.divisions / at.divide +
                needs.exponentials / at.exponentials + needs.logarithms / at.logarithms +
                needs.powers / at.powers + needs.normals / std::max(at.normals, at.normals_of_8) +
                needs.spare_words / at.words + needs.uniforms / at.uniforms,
            2 * copied / memory.copy + (needs.bytes_read + needs.bytes_written - 2 * copied) / memory.read};
}

Needs Floor::together(std::size_t first_phases) const {
    Needs sum;
    for (std::size_t p = 0; p < first_phases; ++p) sum += phases[p];
    sum.bytes_read -= sum.bytes_again;
    sum.bytes_again = 0;
    return sum;
}

Floor floor_of(const System& system) {
    const Shape shape(system);
    return {{deliberate_needs(shape), speak_needs(shape), negotiate_needs(shape), allocate_needs(shape),
             deliver_needs(shape), adapt_needs(shape)},
            real(system.organisations.size())};
}

}  // namespace clout::bench
