// One input of bytes through the reader, from memory: a scenario and, behind a form feed, the roster r.csv
// that it may name.
#pragma once

#include "engine/scenario/language/difference.hpp"
#include "engine/scenario/language/resolved.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/scenario/text/files.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace clout::fuzz {

// What is wrong with the reader's answer; empty = nothing. What is accepted must be possible to write out and
// no different from itself.
inline std::string fault_of_reading(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find('\f'), bytes.size());
    const std::string scenario(bytes.substr(0, end)), roster(bytes.substr(std::min(end + 1, bytes.size())));
    const FileProvider files = files_from([&](const std::string& path) -> std::optional<std::string> {
        if (path == "s.yaml") return scenario;
        if (path == "r.csv") return roster;
        return std::nullopt;
    });
    const auto read = read_library("s.yaml", {}, files);
    const auto is_error = [](const Problem& problem) { return problem.severity == Severity::error; };
    const bool wrong = std::any_of(read.problems().begin(), read.problems().end(), is_error);
    if (static_cast<bool>(read) == wrong) return "refused without a reason, or accepted with one";
    for (const Problem& problem : read.problems()) {
        if (problem.message.empty()) return "a problem without a word";
        const std::string told = to_text(problem);
        if (told.find_first_of("\x1b\r\a\b") != std::string::npos) return "an escape that a terminal obeys";
    }
    if (!read) return {};
    for (std::size_t arm = 0; arm < read.value().arms.size(); ++arm) {
        if (resolved_yaml(read.value(), arm).empty()) return "nothing can be written out";
        const Scenario& one = read.value().arms[arm].scenario;
        if (!difference(one, one).empty()) return "a scenario that differs from itself";
    }
    return {};
}

}  // namespace clout::fuzz
