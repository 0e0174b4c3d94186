// A suite of hypotheses put to the test: each pair of arms is played with the same luck under every theory of
// bargaining, and judged by one rule (analysis/expectation.hpp).
#pragma once

#include "engine/analysis/expectation.hpp"
#include "engine/study/hypothesis_index.hpp"
#include "engine/study/playing.hpp"
#include "engine/study/provenance.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace clout {

struct HypothesisFinding {
    Hypothesis hypothesis;
    HypothesisVerdict verdict = HypothesisVerdict::not_played;
    // Of one that was played.
    std::vector<ExpectationFinding> theories;          // (protocols)
    std::vector<bool> written;                         // (protocols) both arms have it in the file
    std::pair<std::string, std::string> arm, against;  // name, label
    Provenance provenance;                             // of its scenario
    std::size_t years = 0;
};

struct HypothesesStudy {
    std::string file;                    // the index
    std::size_t all = 0;                 // hypotheses that it holds
    std::vector<std::string> protocols;  // the whole shelf
    std::vector<HypothesisFinding> findings;
    std::size_t asked = 0,
                finished = 0;  // [replicates] over all pairs; fewer finished than asked when stopped
    double elapsed = 0;        // [s]

    // How many of a kind have that verdict.
    [[nodiscard]] std::size_t count(Hypothesis::Kind kind, HypothesisVerdict verdict) const;
};

// How verdicts are come by, in full sentences: stated before anything is played.
[[nodiscard]] std::string rule_words();

// Those that share their arms share their futures. Stopped early it holds what was judged whole; the others
// were not played.
[[nodiscard]] Result<HypothesesStudy> study_hypotheses(const HypothesisIndex& index,
                                                       const StudyOptions& options);

}  // namespace clout
