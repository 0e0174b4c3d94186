#include "engine/base/result.hpp"

namespace clout {

std::string to_text(const Problem& problem) {
    std::string text;
    if (!problem.file.empty()) {
        text += problem.file;
        if (problem.line > 0) text += ':' + std::to_string(problem.line);
        if (problem.line > 0 && problem.column > 0) text += ':' + std::to_string(problem.column);
        text += ": ";
    }
    text += problem.severity == Severity::error ? "error: " : "warning: ";
    if (!problem.path.empty()) text += problem.path + ": ";
    text += problem.message;
    if (!problem.hint.empty()) text += "; " + problem.hint;
    return text;
}

}  // namespace clout
