// clout theories: the same comparison under every theory of bargaining.
#include "engine/analysis/theories.hpp"
#include "engine/base/spelling.hpp"
#include "engine/protocols/kinds.hpp"
#include "engine/report/files/csv.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/theories_text.hpp"
#include "engine/run/watch/quantities.hpp"
#include "engine/system/compile.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/pairing.hpp"
#include "tools/playing.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace clout {
namespace {

// Those asked for, each once, or the whole shelf; nothing after a message.
std::optional<std::vector<std::string>> choose_protocols(const std::vector<std::string>& asked) {
    std::vector<std::string> known;
    for (const ProtocolFacts& protocol : protocol_kinds()) known.emplace_back(protocol.name);
    std::vector<std::string> chosen;
    for (const auto& name : asked) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            write_error("clout: there is no protocol '" + name + "'; " +
                        instead_of(name, known, "there are") + "\n");
            return std::nullopt;
        }
        if (std::find(chosen.begin(), chosen.end(), name) == chosen.end()) {
            chosen.push_back(name);
        }
    }
    return asked.empty() ? known : chosen;
}

Assumptions assumptions_of(const Library& library, const Choice& choice) {
    std::vector<System> systems;
    std::vector<std::span<const Number>> numbers;
    for (const std::size_t row : choice.rows) {
        systems.push_back(compile(library.arms[row].scenario));
    }
    for (const System& system : systems) {
        numbers.emplace_back(system.numbers);
    }
    return count_assumptions(numbers);
}

// Outcomes of every arm under every theory stay in memory whole.
void require_outcomes(const Scenario& scenario, std::size_t arms, std::size_t theories) {
    require_systems(scenario, arms * theories);
    const double each = static_cast<double>(quantities(compile(scenario)).size()) *
                        std::ceil(scenario.clock.years) * static_cast<double>(scenario.replicates);
    require_memory(
        each * static_cast<double>(arms * theories),
        fmt::format("{} replicates of {} arms under {} theories", scenario.replicates, arms, theories));
}

int study(const Library& library, const Choice& choice, const std::vector<std::string>& protocols,
          const Request& request) {
    const auto begun = std::chrono::steady_clock::now();
    std::vector<TheoryArm> arms;
    StudyResults results;
    for (const std::size_t row : choice.rows) {
        const Arm& arm = library.arms[row];
        arms.push_back({arm.name, arm.label.empty() ? arm.name : arm.label, &arm.scenario});
        results.arms.push_back(arm.name);
    }
    Provenance provenance = provenance_of(library, choice.rows[choice.baseline]);
    provenance.assumptions = assumptions_of(library, choice);
    require_outcomes(*arms[choice.baseline].scenario, arms.size(), protocols.size());
    const Interruption interruption;
    Theories found;
    {
        ProgressMeter meter(request, request.verb);
        found =
            compare_theories(arms, choice.baseline, protocols, options_for(request, provenance.asked, meter));
    }
    provenance.finished = found.replicates;
    if (provenance.finished == 0) {
        return nothing_finished();
    }
    const std::string json = theories_json(found, provenance);
    results.provenance = &provenance;
    results.elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    results.baseline = arms[choice.baseline].name;
    results.files = {{"theories.txt", theories_text(found, provenance, Style{})},
                     {"theories.json", json},
                     {"theories.csv", theories_csv(found)}};
    write_study(request, library, std::move(results));
    return print_results(provenance,
                         request.json ? json : theories_text(found, provenance, style_for(request)));
}

}  // namespace

int verb_theories(const Request& request) {
    const auto protocols = choose_protocols(request.protocols);
    if (!protocols) {
        return kUsage;
    }
    const auto read = read_or_report(request.files[0], request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    const auto choice = choose_arms(library, request.arms);
    if (!choice) {
        return kUsage;
    }
    if (choice->rows.size() < 2) {
        write_error("clout: theories compares arms; name at least two, as in --arms a,b\n");
        return kUsage;
    }
    if (!all_alike(library, *choice)) {
        return kInvalidInput;
    }
    if (const int code = refuse_out(request)) {
        return code;
    }
    return study(library, *choice, *protocols, request);
}

}  // namespace clout
