#include "engine/study/figure_choice.hpp"

#include "engine/run/watch/quantities.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/unknown_name.hpp"
#include "engine/system/system.hpp"

#include <algorithm>

namespace clout {
namespace {

Problem not_a_figure(const std::string& text) {
    return refused_request("'" + text + "' is no figure",
                           "expected a measure, as in share.gp, or difference(share.gp)");
}

}  // namespace

Result<FigureChoice> choose_figure(const Library& library, const FigureAsked& asked) {
    FigureChoice choice;
    choice.figure.paired = library.arms.size() > 1;
    if (!asked.figure.empty()) {
        const auto figure = to_figure(asked.figure);
        if (!figure) return std::vector{not_a_figure(asked.figure)};
        choice.figure = *figure;
    }
    const auto from = find_arm(library, asked.from), to = find_arm(library, asked.to);
    if (!from) return from.problems();
    if (!to) return to.problems();
    choice.from = from.value();
    choice.to = to.value();
    if (!choice.figure.paired) {
        choice.from = choice.to;
        return choice;
    }
    if (asked.to.empty()) {
        if (library.arms.size() < 2)
            return std::vector{refused_request(library.file + " has only one arm",
                                               "a difference needs two; ask for a measure by itself")};
        choice.to = choice.from == 0 ? 1 : 0;
    }
    if (choice.one_arm())
        return std::vector{refused_request("both arms are '" + library.arms[choice.from].name + "'",
                                           "name two, with --from and --to")};
    auto problems = check_alike(library, {{choice.from, choice.to}, 0});
    if (!problems.empty()) return problems;
    return choice;
}

Result<Figure> settle_figure(const FigureChoice& choice, const Scenario& focus,
                             std::span<const System* const> arms) {
    Figure figure = choice.figure;
    if (figure.measure.empty()) figure.measure = leading_measure(focus, quantities(*arms.back()));
    for (const System* arm : arms) {
        const auto known = quantity_names(*arm);
        if (std::find(known.begin(), known.end(), figure.measure) == known.end())
            return std::vector{unknown_name("there is no measure '" + figure.measure + "' in every arm",
                                            figure.measure, known)};
    }
    return figure;
}

}  // namespace clout
