// A number of the scenario: fixed, or uncertain and drawn once per replicate (MODEL.md 2, LANGUAGE.md).
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace clout {

enum class Shape : std::uint8_t { constant, uniform, triangular, normal, lognormal, beta, pick };
// How well founded a number is, as its author says; `standard` is a default that the author left alone.
enum class Basis : std::uint8_t { unstated, illustrative, calibrated, observed, standard };

struct Number {
    Shape shape = Shape::constant;
    // constant: {value}; uniform: {a, b}; triangular: {a, mode, b}; normal: {mean, sd}; lognormal: {median,
    // sigma}; beta: {alpha, beta}; pick: the options, as written.
    std::vector<double> parameters{0.0};
    double lower =
        -std::numeric_limits<double>::infinity();  // legal range of the key: normal and lognormal are
    double upper = std::numeric_limits<double>::infinity();  // clamped to it
    std::string path;    // the place in the merged scenario ("bodies.pcn.mandate"): the address of its draw
    std::string source;  // where the figure comes from; may be empty
    Basis basis = Basis::unstated;

    [[nodiscard]] bool uncertain() const { return shape != Shape::constant; }
    // The value below which a share u of futures lies, 0 < u < 1; non-decreasing in u.
    [[nodiscard]] double quantile(double u) const;
    // The value on the median path; `pick`: the lower middle of the sorted options.
    [[nodiscard]] double median() const;
    [[nodiscard]] static Number constant(double value, std::string path = {});
};

}  // namespace clout
