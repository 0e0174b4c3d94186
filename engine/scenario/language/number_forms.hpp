// How uncertain numbers are written: the word of each distribution and what stands behind it.
#pragma once

#include "engine/core/number.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace clout {

struct NumberForm {
    Shape shape;
    std::string_view word;
    std::size_t parameters;  // 0 = any number of them
    std::string_view example;
};

inline constexpr std::array<NumberForm, 6> kNumberForms{{
    {Shape::uniform, "uniform", 2, "{uniform: [lowest, highest]}"},
    {Shape::triangular, "triangular", 3, "{triangular: [lowest, likeliest, highest]}"},
    {Shape::normal, "normal", 2, "{normal: [mean, standard deviation]}"},
    {Shape::lognormal, "lognormal", 2, "{lognormal: [median, sigma]}"},
    {Shape::beta, "beta", 2, "{beta: [alpha, beta]}"},
    {Shape::pick, "pick", 0, "{pick: [first, second, …]}"},
}};

// In the order of Basis; unstated and standard are never written.
inline constexpr std::array<std::string_view, 4> kBases{"", "illustrative", "calibrated", "observed"};

}  // namespace clout
