#include "engine/analysis/legendre.hpp"

#include "engine/base/sine_cosine.hpp"

#include <cmath>
#include <utility>

namespace clout {

// Newton's method on the Legendre recurrence.
std::vector<QuadratureNode> legendre_nodes(std::size_t n) {
    std::vector<QuadratureNode> nodes;
    for (std::size_t i = 0; i < n; ++i) {
        const Pack<1> turns((static_cast<double>(i) + 0.75) / (2 * static_cast<double>(n) + 1));
        double x = sin_cos_2pi(turns).cos[0];
        double slope = 1;
        for (int step = 0; step < 100; ++step) {
            double before = 1, now = x;
            for (std::size_t k = 2; k <= n; ++k) {
                const double degree = static_cast<double>(k);
                const double next = ((2 * degree - 1) * x * now - (degree - 1) * before) / degree;
                before = std::exchange(now, next);
            }
            slope = static_cast<double>(n) * (x * now - before) / (x * x - 1);
            const double move = now / slope;
            x -= move;
            if (std::abs(move) < 1e-16) break;
        }
        nodes.push_back({(x + 1) / 2, 1 / ((1 - x * x) * slope * slope)});
    }
    return nodes;
}

}  // namespace clout
