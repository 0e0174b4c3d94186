// Primitive polynomials and the first direction numbers of dimensions 2 … 512, from new-joe-kuo-6 of
// S. Joe and F. Y. Kuo (https://web.maths.unsw.edu.au/~fkuo/sobol/; see joe_kuo.cpp for their terms).
#pragma once

#include <cstdint>

namespace clout {

// Bit i is the coefficient of z^i; the highest is the degree.
extern const std::uint16_t kJoeKuoPolynomials[511];
// m_1 … m_degree of each dimension, one dimension after the other.
extern const std::uint16_t kJoeKuoStarts[];

}  // namespace clout
