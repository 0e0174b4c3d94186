// clout run: one arm: many futures as a table, one future with its negotiation log, or the median path.
#include "engine/report/files/csv.hpp"
#include "engine/report/json/chronicle_json.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/chronicle_text.hpp"
#include "engine/report/text/finding.hpp"
#include "engine/report/text/negotiation.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/comparison_study.hpp"
#include "engine/study/future_study.hpp"
#include "engine/study/playing.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/log_filter.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <functional>
#include <string>
#include <utility>

namespace clout {
namespace run_verb {

struct Asked {
    std::string file, arm;
    std::optional<std::uint64_t> replicate;
    bool median = false, log = false;
    LogPart part;
};

std::vector<Option> options(Asked& asked) {
    return {scenario_file(asked.file),
            arm_option(asked.arm),
            {.label = "--replicate",
             .into = &asked.replicate,
             .meaning = "one future with its negotiation log",
             .value = "K",
             .check = whole_number()},
            {.label = "--median",
             .into = &asked.median,
             .meaning = "the median path: no chance, for checking",
             .without = "--replicate"},
            {.label = "--log",
             .into = &asked.log,
             .meaning = "with --replicate or --median: everything that happened, and why"},
            {.label = "--years",
             .into = &asked.part.years,
             .meaning = "with --log: these years only, as in 2:5",
             .value = "A:B",
             .check = years_of_log()},
            {.label = "--place",
             .into = &asked.part.place,
             .meaning = "with --log: the boards of this place, and what ends there",
             .value = "PLACE"},
            {.label = "--sector",
             .into = &asked.part.sector,
             .meaning = "with --log: what this sector takes up, and who of it ends",
             .value = "SECTOR"}};
}

int run_futures(const Library& library, std::size_t row, const Request& request) {
    const Interruption interruption;
    const auto studied = watched(request, [&](const StudyOptions& how) {
        return study_comparison(library, {{row}, 0}, how);
    });
    if (!studied) {
        return report_failure(studied.problems(), request);
    }
    const ComparisonStudy& study = studied.value();
    log_study(study, request);
    const auto files = [&] {
        const std::string& arm = study.comparison.base().name;
        return StudyFiles{{arm},
                          arm,
                          {{"arm.txt", arm_text(study.comparison, study.arms, study.provenance, Style{})},
                           {"measures.csv", measures_csv(study.comparison)},
                           {"replicates.csv", replicates_csv(study.arms)}}};
    };
    return hand_over(request, library, study.provenance, files,
                     request.json
                         ? arm_json(study.comparison, study.provenance)
                         : arm_text(study.comparison, study.arms, study.provenance, style_for(request)));
}

// One future as text and as JSON, and what files of these are called.
struct Told {
    Provenance provenance;
    std::string json, json_name, text_name;
    std::function<std::string(const Style&)> text;
};

Told tell(const Library& library, std::size_t row, const Asked& asked, const ChronicleFilter& part) {
    const Arm& arm = library.arms[row];
    const std::string label = arm_of(library, row).label;
    if (!asked.log) {
        auto study = study_trace(library, row, asked.replicate);
        return {study.provenance, trace_json(study.trace, arm.scenario, arm.name, asked.replicate),
                "trace.json", "trace.txt", [&, label, study](const Style& style) {
                    return negotiation_text(study.trace, arm.scenario, study.provenance, label,
                                            asked.replicate, style);
                }};
    }
    auto study = study_chronicle(library, row, asked.replicate);
    study.chronicle = filtered(std::move(study.chronicle), part);
    return {study.provenance,
            chronicle_json_lines(study.chronicle, arm.scenario, {arm.name, asked.replicate}), "log.jsonl",
            "log.txt", [&, label, study](const Style& style) {
                return future_heading(study.provenance, label, asked.replicate, style) +
                       chronicle_text(study.chronicle, arm.scenario, style);
            }};
}

int run_one(const Library& library, std::size_t row, const Request& request, const Asked& asked) {
    const auto part = log_filter(library.arms[row].scenario, asked.part);
    if (!part) {
        return report_failure(part.problems(), request);
    }
    const Told told = tell(library, row, asked, part.value());
    const auto files = [&] {
        const std::string& arm = library.arms[row].name;
        return StudyFiles{{arm}, arm, {{told.json_name, told.json}, {told.text_name, told.text(Style{})}}};
    };
    const Interruption interruption;  // from here on a signal would leave something half-written
    return hand_over(request, library, told.provenance, files,
                     request.json ? told.json : told.text(style_for(request)));
}

int run(const Request& request, const Asked& asked) {
    const bool one = asked.median || asked.replicate;
    if (asked.log && !one) {
        write_error(
            "clout: --log tells one future: name it, as in --replicate 3, or take the median path, "
            "--median\n");
        return kUsage;
    }
    if (asked.part.asked() && !asked.log) {
        write_error("clout: --years, --place and --sector show a part of --log; add --log\n");
        return kUsage;
    }
    const auto read = read_or_report(asked.file, request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    const auto row = find_arm(library, asked.arm);
    if (!row) {
        return report_failure(row.problems(), request);
    }
    if (const int code = refuse_out(request)) {
        return code;
    }
    return one ? run_one(library, row.value(), request, asked) : run_futures(library, row.value(), request);
}

}  // namespace run_verb

Verb verb_run() {
    using namespace run_verb;
    return make_verb<Asked, options, run>(
        "run", "one arm: many futures, one future with its negotiation log, or the median path",
        "one scenario", {.files = true});
}

}  // namespace clout
