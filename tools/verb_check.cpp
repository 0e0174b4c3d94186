// clout check: every problem of every file at once; or a sound one in full.
#include "engine/base/text.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/scenario/language/resolved.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/study/arm_choice.hpp"
#include "tools/exit_code.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace clout {
namespace check_verb {

struct Asked {
    std::vector<std::string> files;
    bool resolved = false;
    std::string arm;
};

std::vector<Option> options(Asked& asked) {
    return {{.label = "FILE", .into = &asked.files, .meaning = "scenarios", .most = kAnyNumber},
            {.label = "--resolved",
             .into = &asked.resolved,
             .meaning = "print the whole merged scenario with every default"},
            arm_option(asked.arm)};
}

// "500 organisations of 7 kinds"
struct Kinds {
    std::uint64_t kinds = 0, instances = 0;
    void add(std::uint64_t more) {
        kinds += more > 0 ? 1 : 0;
        instances += more;
    }
    [[nodiscard]] std::string words(const char* one, const char* many) const {
        return counted(instances, one, many) + (kinds > 1 ? fmt::format(" of {} kinds", kinds) : "");
    }
};

std::string summary(const Library& library, const Style& style) {
    std::vector<std::string> arms;
    for (const auto& arm : library.arms) {
        arms.push_back(arm.name);
    }
    const Arm& base = library.arms[library.baseline];
    Kinds organisations, bodies, boards;
    for (const auto& kind : base.scenario.organisations) {
        organisations.add(kind.instances());
    }
    for (const auto& kind : base.scenario.bodies) {
        (kind.is_board ? boards : bodies).add(kind.instances());
    }
    return fmt::format("{}: sound; {}, {}\n", library.file, counted(arms.size(), "arm", "arms"),
                       counted(base.scenario.programmes.size(), "programme", "programmes")) +
           paragraph("  has:", 8,
                     and_list({organisations.words("organisation", "organisations"),
                               bodies.words("body", "bodies"), boards.words("board", "boards")}) +
                         (arms.size() > 1 ? " in " + base.name : ""),
                     style) +
           paragraph("  arms:", 8, and_list(arms), style);
}

// What is said of one file on stdout; its problems go into `checked`.
std::string check_file(const std::string& file, const Request& request, const Asked& asked,
                       CheckedFile& checked, int& code) {
    if (const int failed = unreadable(file)) {
        code = std::max(code, failed);
        return {};
    }
    auto read = read_library(file, request.overrides);
    checked.problems = read.problems();
    checked.sound = static_cast<bool>(read);
    report_problems(checked.problems, request);
    if (!checked.sound) {
        code = kInvalidInput;
        return {};
    }
    if (!asked.resolved) {
        return request.quiet ? "" : summary(read.value(), style_for(request));
    }
    const auto arm = find_arm(read.value(), asked.arm);
    if (!arm) {
        report_problems(arm.problems(), request);
        code = std::max<int>(code, kUsage);
        return {};
    }
    return resolved_yaml(read.value(), arm.value());
}

int check(const Request& request, const Asked& asked) {
    int code = kDone;
    std::vector<CheckedFile> all;
    std::string text;
    for (const auto& file : asked.files) {
        CheckedFile checked{file, false, {}};
        const std::string said = check_file(file, request, asked, checked, code);
        text += (asked.resolved && !text.empty() && !said.empty() ? "---\n" : "") + said;
        all.push_back(std::move(checked));
    }
    const int printed = print_result(request.json ? check_json(all) : text);
    return printed ? printed : code;
}

}  // namespace check_verb

Verb verb_check() {
    using namespace check_verb;
    return make_verb<Asked, options, check>(
        "check", "find every problem in scenario files, or print one in full", "scenarios");
}

}  // namespace clout
