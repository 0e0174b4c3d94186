// Inverse distribution functions without libm, so that a drawn number has the same bits on every target.
#pragma once

namespace clout {

// The standard normal value below which a share u lies, 0 < u < 1; relative error about 1e-15.
// Wichura 1988, algorithm AS 241 (PPND16), Applied Statistics 37, 477-484.
[[nodiscard]] double normal_quantile(double u);

// log Γ(x) for x > 0: Stirling's series (Abramowitz & Stegun 6.1.41) beyond 12, the recurrence below.
[[nodiscard]] double log_gamma(double x);

// I_x(a, b), the share of a beta distribution below x; a, b > 0, 0 <= x <= 1. The continued fraction
// of DLMF 8.17.22, evaluated by Lentz's method.
[[nodiscard]] double incomplete_beta(double x, double a, double b);

// The x with I_x(a, b) = u: Newton's method kept inside a shrinking bracket, until it moves by less than
// 1e-15 of x. Within 4e-14 of x for a, b up to some thousands.
[[nodiscard]] double beta_quantile(double u, double a, double b);

}  // namespace clout
