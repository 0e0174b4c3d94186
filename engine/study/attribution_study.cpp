#include "engine/study/attribution_study.hpp"

#include "engine/measures/shelf.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/run/watch/observe.hpp"
#include "engine/run/watch/quantities.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/memory.hpp"
#include "engine/study/playing.hpp"
#include "engine/study/unknown_name.hpp"
#include "engine/system/compile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>

namespace clout {
namespace {

std::vector<Problem> inseparable(const Library& library, const AttributionPlan& plan, const std::string& why,
                                 std::vector<Problem> details) {
    Problem problem;
    problem.file = library.file;
    problem.message =
        "the levers between '" + plan.from + "' and '" + plan.to + "' cannot be taken apart: " + why;
    details.insert(details.begin(), std::move(problem));
    return details;
}

// Every combination as a system, or why one of them is not sound by itself.
Result<std::vector<System>> systems_of(const Library& library, const AttributionPlan& plan,
                                       Combiner& combiner, const Arm& from, const StudyOptions& options) {
    if (auto problem =
            short_of_memory(need_of_systems(from.scenario, plan.combinations.size()), options.memory)) {
        return std::vector{std::move(*problem)};
    }
    std::vector<System> systems;
    for (const Combination& combination : plan.combinations) {
        if (options.stop && options.stop()) {
            return std::vector{stopped_too_soon()};
        }
        const auto scenario = combiner.scenario(combination);
        const std::string why =
            scenario ? why_not_alike(from.name, from.scenario, combination.name, scenario.value())
                     : "not every combination of them is a sound scenario";
        if (!why.empty()) {
            return inseparable(library, plan, why, scenario.problems());
        }
        systems.push_back(compile(scenario.value()));
    }
    return systems;
}

// The measure to divide.
Result<std::string> choose_measure(const std::vector<System>& systems, const std::string& focus,
                                   const std::string& asked) {
    const auto everywhere = [&](const std::string& measure) {
        return std::all_of(systems.begin(), systems.end(), [&](const System& system) {
            const auto known = quantity_names(system);
            return std::find(known.begin(), known.end(), measure) != known.end();
        });
    };
    if (asked.empty()) {
        return everywhere(of_sector<PoundsPerPatient>(focus)) ? of_sector<PoundsPerPatient>(focus)
                                                              : of_sector<DecidedMoney>(focus);
    }
    if (everywhere(asked)) {
        return asked;
    }
    return std::vector{unknown_name("there is no measure '" + asked + "' in every combination", asked,
                                    quantity_names(systems.front()))};
}

// The decided and the received money of one combination; rows of what was kept.
Moneys moneys(const Kept& kept, std::size_t combination) {
    const std::size_t first = combination * kept.replicates;
    return {std::span(kept.values[1]).subspan(first, kept.replicates),
            std::span(kept.values[2]).subspan(first, kept.replicates)};
}

Quantity quantity_named(const System& system, const std::string& name) {
    const auto known = quantities(system);
    return *std::find_if(known.begin(), known.end(), [&](const Quantity& q) { return q.name == name; });
}

Provenance provenance_of_ends(const Library& library, const ArmEnds& ends,
                              const std::vector<System>& systems) {
    Provenance provenance = provenance_of(library, ends.from);
    const std::array<std::span<const Number>, 2> numbers{systems.front().numbers, systems.back().numbers};
    provenance.assumptions = count_assumptions(numbers);
    return provenance;
}

bool any_value(const std::vector<double>& values) {
    return std::any_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

// How combinations beyond those of the first orders are made, where their error is not small yet.
struct MoreOrders {
    std::function<AttributionPlan(std::size_t pairs)> plan;
    std::function<Result<std::vector<System>>(const AttributionPlan& rest)> systems;
};

// Plays the combinations and divides the difference.
Result<AttributionStudy> divide_difference(const AttributionPlan& plan, const std::vector<System>& systems,
                                           Provenance provenance, const std::string& asked,
                                           const MoreOrders& more, const StudyOptions& options) {
    const StudyClock clock;
    const auto measure = choose_measure(systems, provenance.focus, asked);
    if (!measure) {
        return measure.problems();
    }
    const std::vector<std::string> measures{measure.value(), of_sector<DecidedMoney>(provenance.focus),
                                            of_sector<ReceivedMoney>(provenance.focus)};
    const MemoryNeed need{2.0 * static_cast<double>(measures.size() * systems.size() * provenance.asked),
                          fmt::format("{} replicates of {} combinations", provenance.asked, systems.size())};
    if (auto problem = short_of_memory(need, options.memory)) {
        return std::vector{std::move(*problem)};
    }
    const Kept kept =
        play_and_keep(addresses(systems), measures, ensemble_options(options, provenance.asked));
    if (kept.replicates == 0) {
        return std::vector{stopped_too_soon()};
    }
    // The two ends are the first and the last combination.
    const bool all_money = asked.empty() && moves_border(moneys(kept, 0), moneys(kept, systems.size() - 1));
    // £ a patient has no value anywhere where no list is given: £m, then.
    const bool no_value = asked.empty() && !any_value(kept.values[0]);
    const std::size_t row = all_money ? 2 : no_value ? 1 : 0;
    const auto play = [&](const AttributionPlan& rest) -> std::optional<Kept> {
        const auto others = more.systems(rest);
        if (!others) return std::nullopt;
        return play_and_keep(addresses(others.value()), measures,
                             ensemble_options(options, provenance.asked));
    };
    Attribution found =
        attribute_closely(plan, kept, row, quantity_named(systems.front(), measures[row]), more.plan, play);
    provenance.finished = kept.replicates;
    provenance.elapsed = clock.elapsed();
    return AttributionStudy{std::move(found), all_money, std::move(provenance)};
}

}  // namespace

Result<ArmEnds> choose_ends(const Library& library, const std::string& from, const std::string& to) {
    const auto start = find_arm(library, from);
    if (!start) {
        return start.problems();
    }
    ArmEnds ends{start.value(), start.value() == 0 ? std::size_t{1} : 0};
    if (!to.empty()) {
        const auto target = find_arm(library, to);
        if (!target) {
            return target.problems();
        }
        ends.to = target.value();
    } else if (library.arms.size() < 2) {
        return std::vector{
            refused_request(library.file + " has only one arm", "attribute divides what lies between two")};
    }
    if (ends.from == ends.to) {
        return std::vector{refused_request("--from and --to are both '" + library.arms[ends.from].name + "'",
                                           "name two arms")};
    }
    return ends;
}

Result<AttributionStudy> study_attribution(const Library& library, const ArmEnds& ends,
                                           const std::string& measure, const StudyOptions& options) {
    if (auto problems = check_alike(library, {{ends.from, ends.to}, 0}); !problems.empty()) {
        return problems;
    }
    Combiner combiner(library);
    const auto plan = plan_attribution(library, combiner, ends.from, ends.to);
    if (!plan) {
        return plan.problems();
    }
    const auto systems = systems_of(library, plan.value(), combiner, library.arms[ends.from], options);
    if (!systems) {
        return systems.problems();
    }
    const MoreOrders more{[&](std::size_t pairs) {
                              return plan_attribution(library, combiner, ends.from, ends.to, pairs).value();
                          },
                          [&](const AttributionPlan& rest) {
                              return systems_of(library, rest, combiner, library.arms[ends.from], options);
                          }};
    return divide_difference(plan.value(), systems.value(),
                             provenance_of_ends(library, ends, systems.value()), measure, more, options);
}

}  // namespace clout
