// clout compare: all arms with the same luck, and what follows from the paired differences.
#include "engine/report/finding.hpp"
#include "engine/report/json.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/playing.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace clout {
namespace {

// The rows to play and which of them is the baseline; nothing after a message.
struct Choice {
    std::vector<std::size_t> rows;
    std::size_t baseline = 0;  // row in rows
};

std::optional<Choice> choose(const Library& library, const std::vector<std::string>& names) {
    Choice choice;
    for (const auto& name : names) {
        const auto row = find_arm(library, name);
        if (!row) {
            return std::nullopt;
        }
        if (std::find(choice.rows.begin(), choice.rows.end(), *row) == choice.rows.end()) {
            choice.rows.push_back(*row);
        }
    }
    for (std::size_t row = 0; names.empty() && row < library.arms.size(); ++row) {
        choice.rows.push_back(row);
    }
    // The scenario's baseline where it takes part, else the first that was named.
    const auto base = std::find(choice.rows.begin(), choice.rows.end(), library.baseline);
    choice.baseline = base == choice.rows.end() ? 0 : static_cast<std::size_t>(base - choice.rows.begin());
    return choice;
}

// Arms can be compared only like with like: the same horizon and the same luck.
std::string why_not_alike(const Arm& base, const Arm& other) {
    const auto differ = [&](const char* key, auto a, auto b) {
        return a == b ? std::string()
                      : fmt::format("{} is {} in '{}' and {} in '{}'", key, a, base.name, b, other.name);
    };
    const Scenario &a = base.scenario, &b = other.scenario;
    for (const auto& why :
         {differ("clock.years", a.clock.years, b.clock.years),
          differ("clock.rounds_per_year", a.clock.rounds_per_year, b.clock.rounds_per_year),
          differ("seed", a.seed, b.seed), differ("stochastic", a.stochastic, b.stochastic)}) {
        if (!why.empty()) {
            return why;
        }
    }
    return {};
}

bool all_alike(const Library& library, const Choice& choice) {
    const Arm& base = library.arms[choice.rows[choice.baseline]];
    for (const std::size_t row : choice.rows) {
        const std::string why = why_not_alike(base, library.arms[row]);
        if (!why.empty()) {
            write_error("clout: " + library.file + ": these arms cannot be compared: " + why + "\n");
            return false;
        }
    }
    return true;
}

}  // namespace

int verb_compare(const Request& request) {
    const auto read = read_or_report(request.files[0], request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    const auto choice = choose(library, request.arms);
    if (!choice) {
        return kUsage;
    }
    if (!all_alike(library, *choice)) {
        return kInvalidInput;
    }
    if (const int code = refuse_out(request)) {
        return code;
    }
    const Interruption interruption;
    Played played = play(library, choice->rows, choice->baseline, request);
    if (played.imprint.finished == 0) {
        return nothing_finished();
    }
    const Comparison comparison = compare(played.arms, choice->baseline, workers_for(request));
    if (!request.out.empty()) {
        write_results(request, library, played, comparison,
                      comparison_text(comparison, played.arms, played.imprint, Style{}));
    }
    return hand_over(
        played, request.json ? comparison_json(comparison, played.imprint)
                             : comparison_text(comparison, played.arms, played.imprint, style_for(request)));
}

}  // namespace clout
