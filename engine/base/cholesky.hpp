// Small symmetric systems, one in each lane (Cholesky's method; Golub and Van Loan, Matrix
// Computations, 4.2).
#pragma once

#include <cstddef>

#include "engine/base/lanes.hpp"

namespace clout {

// Writes the factor over the lower triangle of a positive definite matrix (size × size), row by row.
template <int L>
inline void cholesky(Pack<L>* matrix, std::size_t size) {
    for (std::size_t j = 0; j < size; ++j) {
        for (std::size_t i = j; i < size; ++i) {
            Pack<L> sum = matrix[i * size + j];
            for (std::size_t k = 0; k < j; ++k) sum -= matrix[i * size + k] * matrix[j * size + k];
            matrix[i * size + j] = i == j ? sqrt(sum) : sum / matrix[j * size + j];
        }
    }
}

// Replaces the right-hand side (size) by the solution, given the factor.
template <int L>
inline void cholesky_solve(const Pack<L>* factor, std::size_t size, Pack<L>* right) {
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t k = 0; k < i; ++k) right[i] -= factor[i * size + k] * right[k];
        right[i] = right[i] / factor[i * size + i];
    }
    for (std::size_t i = size; i-- > 0;) {
        for (std::size_t k = i + 1; k < size; ++k) right[i] -= factor[k * size + i] * right[k];
        right[i] = right[i] / factor[i * size + i];
    }
}

}  // namespace clout
