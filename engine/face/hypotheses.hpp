// What becomes of claims: a suite of hypotheses, each a pair of arms under every theory, judged by one rule.
#pragma once

#include "engine/face/comparison.hpp"

namespace clout::face {

// What came of a hypothesis under one theory of bargaining.
struct TheoryOutcome {
    std::string protocol;
    Difference difference;   // [Hypothesis::unit] of the measure in the last year, arm less against
    double as_expected = 0;  // [share of replicates] that come out as expected
    bool holds = false;
    bool reversed = false;  // the opposite would hold
};

enum class Ruling : std::uint8_t { holds, holds_under_some, does_not_hold, not_testable, not_played };

struct Hypothesis {
    std::string id, claim, source;
    bool asserted = true;      // R: its source asserts it; else T: its source leaves it open
    std::string construction;  // how far a mechanism gives the result by itself; may be empty
    std::string because;       // why it is not testable; else empty
    std::string file, arm, against, measure, unit;  // the experiment; empty where it is not testable
    Ruling ruling = Ruling::not_played;
    std::vector<TheoryOutcome> theories;
};

struct Hypotheses {
    std::string rule;  // in full sentences
    std::vector<Hypothesis> hypotheses;
    Printed printed;
};

// The index at source.path and the scenarios that it names, settings laid over each; `only`: ids, empty =
// all.
[[nodiscard]] Result<Hypotheses> hypotheses(const Source& source, const std::vector<std::string>& only = {},
                                            const Options& options = {});

}  // namespace clout::face
