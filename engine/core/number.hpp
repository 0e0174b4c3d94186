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

struct NumberStep;

struct Number {
    Shape shape = Shape::constant;
    // constant: {value}; uniform: {a, b}; triangular: {a, mode, b}; normal: {mean, sd}; lognormal: {median,
    // sigma}; beta: {alpha, beta}; pick: the options, as written.
    std::vector<double> parameters{0.0};
    // The legal range of the key: normal and lognormal are clamped to it.
    double lower = -std::numeric_limits<double>::infinity();
    double upper = std::numeric_limits<double>::infinity();
    std::string path;    // the place in the merged scenario ("bodies.pcn.mandate"): the address of its draw
    std::string luck;    // the draw that it shares with others, by name; empty = its own
    std::string source;  // where the figure comes from; may be empty
    Basis basis = Basis::unstated;
    // What it is from which year on, years ascending from 0; all at the quantile of its one draw. Empty: it
    // has no dates. Else the figures above are those of year 0.
    std::vector<NumberStep> steps;

    [[nodiscard]] bool uncertain() const;
    [[nodiscard]] bool dated() const { return !steps.empty(); }
    // Whether it is this value, for sure and at every date.
    [[nodiscard]] bool always(double value) const;
    // What it is in that year: itself, where it has no dates.
    [[nodiscard]] const Number& at(double year) const;
    [[nodiscard]] const std::string& address() const { return luck.empty() ? path : luck; }
    // The value below which a share u of futures lies, 0 < u < 1; non-decreasing in u.
    [[nodiscard]] double quantile(double u) const;
    // The value on the median path; `pick`: the lower middle of the sorted options.
    [[nodiscard]] double median() const;
    [[nodiscard]] static Number constant(double value, std::string path = {});
};

struct NumberStep {
    double year = 0;
    Number value;  // without dates
};

}  // namespace clout
