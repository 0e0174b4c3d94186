// clout diff: what differs between two scenarios, arm by arm, or between two arms of one.
#include "engine/report/json/json.hpp"
#include "engine/report/text/difference_text.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/scenario_differences.hpp"
#include "tools/exit_code.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <utility>

namespace clout {
namespace diff_verb {

struct Asked {
    std::vector<std::string> files, arms;
};

std::vector<Option> options(Asked& asked) {
    Option arms = arms_option(asked.arms);
    arms.meaning = "two arms";
    return {{.label = "FILE", .into = &asked.files, .meaning = "two scenarios, or one and --arms", .most = 2},
            std::move(arms)};
}

int show(const ScenarioDifferences& found, const Request& request) {
    return print_result(request.json ? difference_json(found.sections)
                                     : difference_text(found, style_for(request)));
}

int usage(const std::string& message) {
    write_error("clout: " + message + "\ntry: clout diff --help\n");
    return kUsage;
}

int diff(const Request& request, const Asked& asked) {
    if (asked.files.size() == 1 && asked.arms.size() != 2) {
        return usage("diff takes two scenarios, or one and --arms a,b");
    }
    if (!asked.arms.empty() && asked.arms.size() != 2) {
        return usage("--arms takes two arms here, as in --arms a,b");
    }
    std::vector<Library> libraries;
    for (const auto& file : asked.files) {
        auto read = read_or_report(file, request);
        if (const int* code = std::get_if<int>(&read)) {
            return *code;
        }
        libraries.push_back(std::get<Library>(std::move(read)));
    }
    const Library &a = libraries.front(), &b = libraries.back();
    if (asked.arms.empty()) {
        return show(differences_between_files(a, b), request);
    }
    const auto from = find_arm(a, asked.arms[0]), to = find_arm(b, asked.arms[1]);
    if (!from || !to) {
        return report_failure((from ? to : from).problems(), request);
    }
    return show(differences_between_arms(a, from.value(), b, to.value()), request);
}

}  // namespace diff_verb

Verb verb_diff() {
    using namespace diff_verb;
    return make_verb<Asked, options, diff>(
        "diff", "what differs between two scenarios or two arms, in plain English", "at most two scenarios");
}

}  // namespace clout
