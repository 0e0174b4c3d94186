// clout check: every problem of every file at once; or a sound one in full.
#include "engine/report/json.hpp"
#include "engine/scenario/resolved.hpp"
#include "tools/exit_code.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"
#include "tools/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace clout {
namespace {

std::string kinds(std::size_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string summary(const Library& library, const Style& style) {
    std::vector<std::string> arms;
    for (const auto& arm : library.arms) {
        arms.push_back(arm.name);
    }
    const Scenario& base = library.arms[library.baseline].scenario;
    const auto boards = static_cast<std::size_t>(std::count_if(
        base.bodies.begin(), base.bodies.end(), [](const BodyKind& body) { return body.is_board; }));
    return fmt::format("{}: sound; {}, {}, {}, {}, {}\n", library.file, kinds(arms.size(), "arm", "arms"),
                       kinds(base.programmes.size(), "programme", "programmes"),
                       kinds(base.organisations.size(), "kind of organisation", "kinds of organisation"),
                       kinds(base.bodies.size() - boards, "kind of body", "kinds of body"),
                       kinds(boards, "kind of board", "kinds of board")) +
           paragraph("  arms:", 8, listed(arms), style);
}

// What is said of one file on stdout; its problems go into `checked`.
std::string check_file(const std::string& file, const Request& request, CheckedFile& checked, int& code) {
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
    if (!request.resolved) {
        return request.quiet ? "" : summary(read.value(), style_for(request));
    }
    const auto arm = find_arm(read.value(), request.arm);
    if (!arm) {
        code = std::max<int>(code, kUsage);
        return {};
    }
    return resolved_yaml(read.value(), *arm);
}

}  // namespace

int verb_check(const Request& request) {
    int code = kDone;
    std::vector<CheckedFile> all;
    std::string text;
    for (const auto& file : request.files) {
        CheckedFile checked{file, false, {}};
        const std::string said = check_file(file, request, checked, code);
        text += (request.resolved && !text.empty() && !said.empty() ? "---\n" : "") + said;
        all.push_back(std::move(checked));
    }
    const int printed = print_result(request.json ? check_json(all) : text);
    return printed ? printed : code;
}

}  // namespace clout
