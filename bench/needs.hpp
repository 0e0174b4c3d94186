// Private parts of floor.cpp: the needs of each phase, per replicate and round.
#pragma once

#include "bench/floor.hpp"

namespace clout::bench {

inline constexpr double kDouble = sizeof(double);

[[nodiscard]] inline double real(std::size_t count) { return static_cast<double>(count); }

struct Shape {  // sizes that every count is made of
    const System& system;
    double programmes, sectors, columns;  // columns: sectors and the leanings

    explicit Shape(const System& of)
        : system(of),
          programmes(real(of.programmes.size())),
          sectors(real(of.sectors.size())),
          columns(sectors + 1) {}
    [[nodiscard]] bool zero(Slot slot) const { return system.constant_zero(slot); }
};

inline void read(Needs& needs, double doubles) { needs.bytes_read += kDouble * doubles; }
inline void write(Needs& needs, double doubles) { needs.bytes_written += kDouble * doubles; }

// n normal draws at one address, so many times.
void draw_normals(Needs& needs, double n, double times);

// Each body that is the home of somebody.
template <class Visit>
void each_home(const System& system, Visit visit) {
    for (const Row b : system.homes) visit(system.bodies[b]);
}

[[nodiscard]] Needs deliberate_needs(const Shape& shape);  // needs_of_organisations.cpp
[[nodiscard]] Needs adapt_needs(const Shape& shape);
[[nodiscard]] Needs speak_needs(const Shape& shape);      // needs_of_bodies.cpp
[[nodiscard]] Needs negotiate_needs(const Shape& shape);  // needs_of_money.cpp
[[nodiscard]] Needs allocate_needs(const Shape& shape);
[[nodiscard]] Needs deliver_needs(const Shape& shape);

}  // namespace clout::bench
