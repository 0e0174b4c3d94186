// The form of a suite of hypotheses: keys known and there, values of the right kind. Which arms and measures
// there are is known when the scenarios have been read.
#pragma once

#include "engine/scenario/text/node.hpp"
#include "engine/scenario/text/problems.hpp"
#include "engine/study/hypothesis_index.hpp"

#include <string>
#include <vector>

namespace clout {

// A hypothesis, and where what it says is written.
struct WrittenHypothesis {
    Hypothesis hypothesis;
    const Node* node = nullptr;  // its map
    std::string path;            // "hypotheses[2]", or "hypotheses.H7" once the id is known
    std::string arm, against;    // names
    bool sound = true;           // nothing is wrong with it so far

    [[nodiscard]] Mark mark(const char* key) const;
};

// Those of the file, in its order; what has no id is told of and left out.
[[nodiscard]] std::vector<WrittenHypothesis> read_hypothesis_form(const Node& document, Problems& problems);

}  // namespace clout
