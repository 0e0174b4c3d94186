// clout hypotheses: every claim of a suite put to the test, and a verdict by one rule.
#include "engine/report/json/json_hypotheses.hpp"
#include "engine/report/text/hypotheses_text.hpp"
#include "engine/study/hypotheses_study.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/starters.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace hypotheses_verb {

constexpr const char* kShippedIndex = "hypotheses/index.yaml";

struct Asked {
    std::vector<std::string> index;  // one at most; empty = that which comes with the program
    std::vector<std::string> only;   // ids; empty = all
};

std::vector<Option> options(Asked& asked) {
    return {{.label = "INDEX",
             .into = &asked.index,
             .meaning = "a suite of hypotheses (default: the one that comes with clout)",
             .least = 0},
            {.label = "--only",
             .into = &asked.only,
             .meaning = "these hypotheses only",
             .value = "H1,H2",
             .list = true}};
}

// Nothing after a message.
std::optional<std::string> index_of(const Asked& asked) {
    if (!asked.index.empty()) return asked.index.front();
    if (const auto shipped = shipped_file(kShippedIndex)) return shipped->string();
    write_error(
        "clout: there is no suite of hypotheses beside this program; name one, as in: clout hypotheses "
        "scenarios/hypotheses/index.yaml\n");
    return std::nullopt;
}

int hypotheses(const Request& request, const Asked& asked) {
    const auto file = index_of(asked);
    if (!file) return kInvalidInput;
    if (const int code = unreadable(*file)) return code;
    const auto index = read_hypotheses(*file, asked.only, request.overrides);
    if (!index) return report_failure(index.problems(), request);
    report_problems(index.problems(), request);
    const Interruption interruption;
    const auto studied =
        watched(request, [&](const StudyOptions& how) { return study_hypotheses(index.value(), how); });
    if (!studied) return report_failure(studied.problems(), request);
    const HypothesesStudy& study = studied.value();
    Provenance over_all;
    over_all.asked = study.asked;
    over_all.finished = study.finished;
    return print_results(over_all,
                         request.json ? hypotheses_json(study) : hypotheses_text(study, style_for(request)));
}

}  // namespace hypotheses_verb

Verb verb_hypotheses() {
    using namespace hypotheses_verb;
    return make_verb<Asked, options, hypotheses>(
        "hypotheses",
        "what becomes of claims: each put to the test under every theory, with a verdict by one rule",
        "one index of hypotheses at most");
}

}  // namespace clout
