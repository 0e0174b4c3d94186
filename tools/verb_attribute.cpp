// clout attribute: what each lever does to the difference between two arms.
#include "engine/analysis/attribution.hpp"
#include "engine/measures/shelf.hpp"
#include "engine/report/files/csv.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/attribution_text.hpp"
#include "engine/run/watch/observe.hpp"
#include "engine/system/compile.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/pairing.hpp"
#include "tools/playing.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"
#include "tools/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace clout {
namespace {

struct Ends {
    std::size_t from = 0, to = 0;  // rows of the library's arms
};

// Nothing after a message.
std::optional<Ends> choose_ends(const Library& library, const Request& request) {
    const auto from = find_arm(library, request.from_arm);
    if (!from) {
        return std::nullopt;
    }
    Ends ends{*from, *from == 0 ? std::size_t{1} : 0};
    if (!request.to_arm.empty()) {
        const auto to = find_arm(library, request.to_arm);
        if (!to) {
            return std::nullopt;
        }
        ends.to = *to;
    } else if (library.arms.size() < 2) {
        write_error("clout: " + library.file +
                    " has only one arm; attribute divides what lies between two\n");
        return std::nullopt;
    }
    if (ends.from == ends.to) {
        write_error("clout: --from and --to are both '" + library.arms[*from].name + "'; name two arms\n");
        return std::nullopt;
    }
    return ends;
}

// Every combination as a system; the exit code after a message where one is not sound by itself.
std::variant<std::vector<System>, int> systems_of(const AttributionPlan& plan, Combiner& combiner,
                                                  const Arm& from, const Request& request) {
    require_systems(from.scenario, plan.combinations.size());
    std::vector<System> systems;
    for (const Combination& combination : plan.combinations) {
        const auto scenario = combiner.scenario(combination);
        std::string why = scenario
                              ? why_not_alike(from.name, from.scenario, combination.name, scenario.value())
                              : "not every combination of them is a sound scenario";
        if (!why.empty()) {
            write_error("clout: the levers between '" + plan.from + "' and '" + plan.to +
                        "' cannot be taken apart: " + why + "\n");
            report_problems(scenario.problems(), request);
            return kInvalidInput;
        }
        systems.push_back(compile(scenario.value()));
    }
    return systems;
}

bool measured(const System& system, const std::string& measure) {
    const auto known = quantities(system);
    return std::any_of(known.begin(), known.end(), [&](const Quantity& q) { return q.name == measure; });
}

// The measure to divide; empty after a message.
std::string choose_measure(const std::vector<System>& systems, const std::string& focus,
                           const Request& request) {
    const auto everywhere = [&](const std::string& measure) {
        return std::all_of(systems.begin(), systems.end(),
                           [&](const System& s) { return measured(s, measure); });
    };
    if (request.measure.empty()) {
        return everywhere(of_sector<PoundsPerPatient>(focus)) ? of_sector<PoundsPerPatient>(focus)
                                                              : of_sector<DecidedMoney>(focus);
    }
    if (everywhere(request.measure)) {
        return request.measure;
    }
    std::vector<std::string> known;
    for (const Quantity& quantity : quantities(systems.front())) {
        known.push_back(quantity.name);
    }
    write_error("clout: there is no measure '" + request.measure + "' in every combination; " +
                instead_of(request.measure, known, "there are") + "\n");
    return {};
}

std::vector<const System*> addresses(const std::vector<System>& systems) {
    std::vector<const System*> result;
    for (const System& system : systems) {
        result.push_back(&system);
    }
    return result;
}

// The first and the last combination of what was kept: the two arms themselves.
Moneys moneys(const Kept& kept, std::size_t combination) {
    const std::size_t first = combination * kept.replicates;
    return {std::span(kept.values[1]).subspan(first, kept.replicates),
            std::span(kept.values[2]).subspan(first, kept.replicates)};
}

Quantity quantity_named(const System& system, const std::string& name) {
    const auto known = quantities(system);
    return *std::find_if(known.begin(), known.end(), [&](const Quantity& q) { return q.name == name; });
}

Provenance provenance_of_ends(const Library& library, const Ends& ends, const std::vector<System>& systems) {
    Provenance provenance = provenance_of(library, ends.from);
    const std::vector<std::span<const Number>> numbers{systems.front().numbers, systems.back().numbers};
    provenance.assumptions = count_assumptions(numbers);
    return provenance;
}

struct Told {
    bool about_all_money = false;
    double elapsed = 0;  // [s]
};

int tell(const Library& library, const Attribution& found, const Told& told, const Provenance& provenance,
         const Request& request) {
    const auto text = [&](const Style& style) {
        return attribution_text(found, told.about_all_money, provenance, style);
    };
    if (!request.out.empty()) {
        const std::vector<ResultFile> files{{"attribution.txt", text(Style{})},
                                            {"attribution.json", attribution_json(found, provenance)},
                                            {"attribution.csv", attribution_csv(found)}};
        write_study(request, library, {&provenance, told.elapsed, {found.from, found.to}, found.from, files});
    }
    return print_results(provenance,
                         request.json ? attribution_json(found, provenance) : text(style_for(request)));
}

int study(const Library& library, const Ends& ends, const AttributionPlan& plan,
          const std::vector<System>& systems, const Request& request) {
    const auto begun = std::chrono::steady_clock::now();
    Provenance provenance = provenance_of_ends(library, ends, systems);
    std::vector<std::string> measures{choose_measure(systems, provenance.focus, request),
                                      of_sector<DecidedMoney>(provenance.focus),
                                      of_sector<ReceivedMoney>(provenance.focus)};
    if (measures[0].empty()) {
        return kUsage;
    }
    require_memory(2.0 * static_cast<double>(measures.size() * systems.size() * provenance.asked),
                   fmt::format("{} replicates of {} combinations", provenance.asked, systems.size()));
    const Interruption interruption;
    Kept kept;
    {
        ProgressMeter meter(request, request.verb);
        kept = play_and_keep(addresses(systems), measures, options_for(request, provenance.asked, meter));
    }
    provenance.finished = kept.replicates;
    if (provenance.finished == 0) {
        return nothing_finished();
    }
    const bool all_money =
        request.measure.empty() && moves_border(moneys(kept, 0), moneys(kept, systems.size() - 1));
    const std::size_t row = all_money ? 2 : 0;
    const Attribution found = attribute(plan, kept, row, quantity_named(systems.front(), measures[row]));
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return tell(library, found, {all_money, elapsed}, provenance, request);
}

}  // namespace

int verb_attribute(const Request& request) {
    const auto read = read_or_report(request.files[0], request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    const auto ends = choose_ends(library, request);
    if (!ends) {
        return kUsage;
    }
    if (!all_alike(library, {{ends->from, ends->to}, 0})) {
        return kInvalidInput;
    }
    if (const int code = refuse_out(request)) {
        return code;
    }
    Combiner combiner(library);
    const auto plan = plan_attribution(library, combiner, ends->from, ends->to);
    if (!plan) {
        report_problems(plan.problems(), request);
        return kInvalidInput;
    }
    const auto systems = systems_of(plan.value(), combiner, library.arms[ends->from], request);
    if (const int* code = std::get_if<int>(&systems)) {
        return *code;
    }
    return study(library, *ends, plan.value(), std::get<std::vector<System>>(systems), request);
}

}  // namespace clout
