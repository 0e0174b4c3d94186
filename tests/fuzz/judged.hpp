// What must hold of the reader whatever it is given: an answer, and a reason where the answer is no.
#pragma once

#include "engine/scenario/language/difference.hpp"
#include "engine/scenario/language/resolved.hpp"
#include "engine/scenario/reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace clout::fuzz {

// True where the file was accepted. A sound scenario can also be written out, and is no different from
// itself.
inline bool judged(const std::filesystem::path& file) {
    const auto read = read_library(file);
    const bool wrong =
        std::any_of(read.problems().begin(), read.problems().end(),
                    [](const Problem& problem) { return problem.severity == Severity::error; });
    EXPECT_NE(static_cast<bool>(read), wrong) << "refused without a reason, or accepted with one";
    for (const Problem& problem : read.problems()) {
        EXPECT_FALSE(problem.message.empty());
        EXPECT_FALSE(problem.file.empty());
        EXPECT_GE(problem.line, 0);
    }
    if (!read) return false;
    for (std::size_t arm = 0; arm < read.value().arms.size(); ++arm) {
        EXPECT_FALSE(resolved_yaml(read.value(), arm).empty());
        const Scenario& scenario = read.value().arms[arm].scenario;
        EXPECT_TRUE(difference(scenario, scenario).empty());
    }
    return true;
}

}  // namespace clout::fuzz
