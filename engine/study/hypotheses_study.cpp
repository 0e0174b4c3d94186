#include "engine/study/hypotheses_study.hpp"

#include "engine/analysis/theories.hpp"
#include "engine/protocols/kinds.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/study/memory.hpp"
#include "engine/system/system.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace clout {
namespace {

// Two arms of one scenario, and the hypotheses (rows) that are about them.
struct Pair {
    std::size_t library, arm, against;
    std::vector<std::size_t> rows;
};

std::vector<Pair> pairs_of(const HypothesisIndex& index) {
    std::vector<Pair> pairs;
    for (std::size_t row = 0; row < index.hypotheses.size(); ++row) {
        const Hypothesis& h = index.hypotheses[row];
        if (!h.testable()) continue;
        auto at = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& pair) {
            return pair.library == h.library && pair.arm == h.arm && pair.against == h.against;
        });
        if (at == pairs.end()) at = pairs.insert(pairs.end(), Pair{h.library, h.arm, h.against, {}});
        at->rows.push_back(row);
    }
    return pairs;
}

class Suite {
public:
    Suite(const HypothesisIndex& index, const StudyOptions& options) : index_(index), options_(options) {
        study_.file = index.file;
        study_.all = index.all;
        for (const ProtocolFacts& protocol : protocol_kinds()) study_.protocols.emplace_back(protocol.name);
        for (const Hypothesis& hypothesis : index.hypotheses) {
            const auto verdict =
                hypothesis.testable() ? HypothesisVerdict::not_played : HypothesisVerdict::not_testable;
            study_.findings.push_back({hypothesis, verdict, {}, {}, {}, {}, {}, 0});
        }
    }

    Result<HypothesesStudy> play_all() {
        const StudyClock clock;
        const auto pairs = pairs_of(index_);
        for (const Pair& pair : pairs) study_.asked += asked_of(pair);
        for (const Pair& pair : pairs) {
            if (options_.stop && options_.stop()) break;
            if (auto problem = play_pair(pair, pairs.size())) return std::vector{std::move(*problem)};
            ++played_;
        }
        study_.elapsed = clock.elapsed();
        return std::move(study_);
    }

private:
    [[nodiscard]] const Arm& against_of(const Pair& pair) const {
        return index_.libraries[pair.library].arms[pair.against];
    }
    [[nodiscard]] std::size_t asked_of(const Pair& pair) const {
        return static_cast<std::size_t>(against_of(pair).scenario.replicates);
    }

    // Both arms under every theory at once; the arm before the one that it is held against.
    std::optional<Problem> play_pair(const Pair& pair, std::size_t pairs) {
        const Library& library = index_.libraries[pair.library];
        const std::array<ArmScenario, 2> arms{arm_of(library, pair.arm), arm_of(library, pair.against)};
        const std::size_t replicates = asked_of(pair), all = arms.size() * study_.protocols.size();
        if (auto problem = short_of_memory(need_of_systems(*arms[1].scenario, all), options_.memory))
            return problem;
        std::vector<System> systems;
        MemoryNeed outcomes{0, fmt::format("{} replicates of {} arms", replicates, all),
                            "ask for fewer with --replicates"};
        for (const std::string& protocol : study_.protocols) {
            for (const ArmScenario& arm : arms) {
                systems.push_back(compile_under(protocol, *arm.scenario));
                outcomes.doubles += doubles_of_outcome(systems.back(), replicates);
            }
        }
        if (auto problem = short_of_memory(outcomes, options_.memory)) return problem;
        const auto played = addresses(systems);
        EnsembleOptions how = ensemble_options(options_, replicates);
        if (options_.on_progress)
            how.on_progress = [&](Progress of) { options_.on_progress(within(of, pairs)); };
        const auto found = run_ensemble(played, how);
        study_.finished += found.front().replicates;
        if (found.front().replicates < replicates) return std::nullopt;  // stopped: not judged
        for (const std::size_t row : pair.rows) judge_row(row, arms, systems, found);
        return std::nullopt;
    }

    // Progress over all pairs.
    [[nodiscard]] Progress within(Progress of, std::size_t pairs) const {
        constexpr std::size_t kParts = 1000;  // a pair
        return {played_ * kParts + (of.total > 0 ? kParts * of.done / of.total : 0), pairs * kParts};
    }

    void judge_row(std::size_t row, const std::array<ArmScenario, 2>& arms,
                   const std::vector<System>& systems, const std::vector<Outcome>& found) {
        HypothesisFinding& finding = study_.findings[row];
        const Hypothesis& hypothesis = finding.hypothesis;
        for (std::size_t p = 0; p < study_.protocols.size(); ++p) {
            const auto differences = paired_differences(found[2 * p], found[2 * p + 1], hypothesis.measure);
            finding.theories.push_back(judge(hypothesis.expected, differences));
            finding.written.push_back(written_everywhere(arms, study_.protocols[p]));
        }
        finding.verdict = verdict_over(finding.theories);
        finding.arm = {arms[0].name, arms[0].label};
        finding.against = {arms[1].name, arms[1].label};
        finding.provenance = provenance_of(index_.libraries[hypothesis.library], hypothesis.against);
        finding.provenance.assumptions = count_assumptions(std::span(systems).first(arms.size()));
        finding.provenance.finished = found.front().replicates;
        finding.years = found.front().years;
    }

    const HypothesisIndex& index_;
    const StudyOptions& options_;
    HypothesesStudy study_;
    std::size_t played_ = 0;  // pairs
};

}  // namespace

std::size_t HypothesesStudy::count(Hypothesis::Kind kind, HypothesisVerdict verdict) const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [&](const HypothesisFinding& finding) {
            return finding.hypothesis.kind == kind && finding.verdict == verdict;
        }));
}

std::string rule_words() {
    return fmt::format(
        "under a theory a hypothesis holds when at least {:.0f} % of futures have the expected sign and the "
        "mean "
        "paired difference of the last year lies beyond the band; where the same is expected, when at least "
        "{:.0f} % "
        "of futures lie within the band. It holds when it does so under every theory. The bands were written "
        "beforehand. R: its source asserts it. T: its source leaves it open.",
        100 * kFuturesThatHold, 100 * kFuturesThatHold);
}

Result<HypothesesStudy> study_hypotheses(const HypothesisIndex& index, const StudyOptions& options) {
    return Suite(index, options).play_all();
}

}  // namespace clout
