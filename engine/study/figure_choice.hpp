// Which figure a study is about, and in which arms it is read.
#pragma once

#include "engine/base/result.hpp"
#include "engine/study/figure.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace clout {

struct Library;
struct Scenario;
struct System;

struct FigureAsked {
    std::string figure;    // as typed; empty = what findings lead with, paired where there are two arms
    std::string from, to;  // arms; empty = the baseline, and the first other
};

struct FigureChoice {
    Figure figure;         // its measure may be empty: to be chosen once arms are compiled
    std::size_t from = 0;  // rows of the library's arms: what is held against
    std::size_t to = 0;    // where it is read; the same where the figure is not paired
    [[nodiscard]] bool one_arm() const { return from == to; }
};

[[nodiscard]] Result<FigureChoice> choose_figure(const Library& library, const FigureAsked& asked);

// The measure, in full: the one asked for, or what findings lead with. A problem of the request where an arm
// does not have it. `arms` are compiled; `focus` is the scenario they lead with.
[[nodiscard]] Result<Figure> settle_figure(const FigureChoice& choice, const Scenario& focus,
                                           std::span<const System* const> arms);

}  // namespace clout
