// A suite of hypotheses as somebody wrote it: claims with their sources, and for each the pair of arms that
// puts it to the test. Read as strictly as scenarios are: every problem at once, with its place.
#pragma once

#include "engine/analysis/expectation.hpp"
#include "engine/base/result.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/override.hpp"
#include "engine/scenario/text/files.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace clout {

struct Hypothesis {
    // R: its source asserts it. T: its source leaves it open, and it is tried here.
    enum class Kind : std::uint8_t { asserted, open };

    std::string id, claim, source;
    Kind kind = Kind::asserted;
    std::string untestable;    // why it cannot be put to the test here; empty = it is
    std::string construction;  // how far a mechanism gives the result by itself; may be empty

    // Of one that is put to the test.
    std::string file;                  // as the index names it
    std::size_t library = 0;           // row in HypothesisIndex::libraries
    std::size_t arm = 0, against = 0;  // rows of that library's arms
    std::string measure, unit;
    Expectation expected;

    [[nodiscard]] bool testable() const { return untestable.empty(); }
};

struct HypothesisIndex {
    std::string file;                    // as the user named it
    std::size_t all = 0;                 // hypotheses that the file holds
    std::vector<Hypothesis> hypotheses;  // those asked for, in the file's order
    std::vector<Library> libraries;      // each scenario file once
};

// The index and the scenarios of the hypotheses named in `only` (empty = all), which stand where the index
// says, seen from its folder. `overrides` are laid over every scenario. What is wrong with a scenario is told
// as if it were read by itself; an id that is not there is a problem of the request.
[[nodiscard]] Result<HypothesisIndex> read_hypotheses(const std::string& file,
                                                      const std::vector<std::string>& only = {},
                                                      const std::vector<Override>& overrides = {},
                                                      const FileProvider& provider = disk_files());

}  // namespace clout
