// clout threshold: where a condition begins to hold as one number moves, or two.
#include "engine/report/json/json_threshold.hpp"
#include "engine/report/text/threshold_text.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "engine/study/figure_choice.hpp"
#include "engine/study/threshold_study.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/interruption.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/terminal.hpp"
#include "tools/tipping_request.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace threshold_verb {

struct Asked {
    std::string file, until, from, to, switches;
    std::vector<std::string> vary, mix;
};

std::vector<Option> options(Asked& asked) {
    return {
        scenario_file(asked.file),
        {.label = "--vary",
         .into = &asked.vary,
         .meaning = "the number that moves, by its path; given twice: the line in the plane of two",
         .value = "PATH=LOW:HIGH"},
        {.label = "--until",
         .into = &asked.until,
         .meaning =
             "what is to hold on average in the last year: share.gp >= 0.3, or difference(share.gp) >= 0.02",
         .value = "CONDITION"},
        {.label = "--mix",
         .into = &asked.mix,
         .meaning = "two arms; with --vary mix=0:1 an arm moves from the one to the other",
         .value = "A,B",
         .list = true},
        {.label = "--switch",
         .into = &asked.switches,
         .meaning = "with --mix: where on the way bodies, memberships and words switch (default: 0.5)",
         .value = "PART"},
        {.label = "--from",
         .into = &asked.from,
         .meaning = "the arm that is held against (default: the baseline)",
         .value = "ARM"},
        {.label = "--to",
         .into = &asked.to,
         .meaning = "the arm it is about (default: of a difference, the first other; else the baseline)",
         .value = "ARM"}};
}

// The same with what --mix and --switch say.
Result<ThresholdAsked> with_mix(const Asked& asked, ThresholdAsked question) {
    const bool moves = question.varied[0].path == "mix";
    if (asked.mix.empty() && !moves) {
        return question;
    }
    const std::vector<double>& range = question.varied[0].range;
    if (asked.mix.size() != 2 || !moves || question.varied.size() > 1 || range[0] < 0 || range[1] > 1) {
        return std::vector{
            refused_request("--mix needs two arms and its one --vary mix=LOW:HIGH, within 0 and 1",
                            "as in --mix fragmented,united --vary mix=0:1")};
    }
    question.mix = MixAsked{asked.mix[0], asked.mix[1], 0.5};
    if (!asked.switches.empty()) {
        const auto part = plain_number(asked.switches);
        if (!part.value || !(*part.value > 0 && *part.value <= 1)) {
            return std::vector{
                refused_request("--switch " + asked.switches, "a part of the way, more than 0, at most 1")};
        }
        question.mix->switches = *part.value;
    }
    return question;
}

// What was typed as what is asked.
Result<ThresholdAsked> understood(const Asked& asked) {
    auto question = tipping_request(asked.vary, asked.until);
    if (!question) {
        return question;
    }
    ThresholdAsked whole = std::move(question).value();
    whole.from = asked.from;
    whole.to = asked.to;
    return with_mix(asked, std::move(whole));
}

int tell(const ThresholdStudy& study, const Library& library, const Request& request) {
    const std::string json = threshold_json(study);
    const auto files = [&] {
        StudyFiles made{{study.from.name},
                        study.from.name,
                        {{"threshold.txt", threshold_text(study, Style{})}, {"threshold.json", json}}};
        if (study.to.name != study.from.name) {
            made.arms.push_back(study.to.name);
        }
        return made;
    };
    return hand_over(request, library, study.provenance, files,
                     request.json ? json : threshold_text(study, style_for(request)));
}

int threshold(const Request& request, const Asked& asked) {
    const auto question = understood(asked);
    if (!question) {
        return report_failure(question.problems(), request);
    }
    Request laid_over = request;
    if (!question.value().mix) {  // it is no number of the file
        for (const Override& moved : overrides_of(question.value().varied)) {
            laid_over.overrides.push_back(moved);
        }
    }
    const auto read = read_or_report(asked.file, laid_over);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    if (const int code = refuse_out(request)) {
        return code;
    }
    const Interruption interruption;
    const auto studied = watched(
        request, [&](const StudyOptions& how) { return study_threshold(library, question.value(), how); });
    return studied ? tell(studied.value(), library, request) : report_failure(studied.problems(), request);
}

}  // namespace threshold_verb

Verb verb_threshold() {
    using namespace threshold_verb;
    return make_verb<Asked, options, threshold>(
        "threshold", "how much of a number it takes until something holds", "one scenario", {.files = true});
}

}  // namespace clout
