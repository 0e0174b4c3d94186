#include "tools/reading.hpp"
#include "engine/base/platform.hpp"
#include "engine/base/spelling.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/study/scenario_bundle.hpp"

#include "tools/exit_code.hpp"
#include "tools/terminal.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace clout {
namespace {

// What is no scenario's fault has no place to point at.
std::string in_one_line(const Problem& problem) {
    return "clout: " + problem.message + (problem.hint.empty() ? "" : "; " + problem.hint);
}

}  // namespace

int unreadable(const std::string& file) {
    const auto complain = [&](const std::string& why) {
        write_error(to_text({Severity::error, file, 0, 0, "", why, ""}) + "\n");
        return kInvalidInput;
    };
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        return complain("is a folder, not a scenario");
    }
    if (const int error = reading_refused(file)) {
        return error == ENOENT || error == ENOTDIR
                   ? complain("there is no such file")
                   : complain(std::string("cannot be read: ") + std::strerror(error));
    }
    return kDone;
}

void report_problems(const std::vector<Problem>& problems, const Request& request) {
    std::string text;
    for (const auto& problem : problems) {
        if (problem.severity == Severity::error || !request.quiet) {
            text += (problem.fault == Fault::scenario ? to_text(problem) : in_one_line(problem)) + "\n";
        }
    }
    write_error(text);
}

std::variant<Library, int> read_or_report(const std::string& file, const Request& request) {
    if (const int code = request.kept ? kDone : unreadable(file)) {
        return code;
    }
    auto read = request.kept ? read_bundle(*request.kept, file, request.overrides)
                             : read_library(file, request.overrides);
    report_problems(read.problems(), request);
    if (!read) {
        return kInvalidInput;
    }
    return std::move(read).value();
}

}  // namespace clout
