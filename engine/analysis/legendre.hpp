// Gauss–Legendre quadrature on (0, 1): exact for polynomials of degree 2n − 1.
#pragma once

#include <cstddef>
#include <vector>

namespace clout {

struct QuadratureNode {
    double at = 0, weight = 0;
};

// Symmetric about one half; weights sum to 1.
[[nodiscard]] std::vector<QuadratureNode> legendre_nodes(std::size_t n);

}  // namespace clout
