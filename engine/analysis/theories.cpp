#include "engine/analysis/theories.hpp"

#include "engine/scenario/scenario.hpp"

#include "engine/measures/shelf.hpp"
#include "engine/system/compile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace clout {
namespace {

Summary scaled(const Summary& s, double factor) {
    return {s.mean * factor, s.p05 * factor, s.p50 * factor, s.p95 * factor, s.futures, s.without};
}

// +1, −1, or 0 where two standard errors reach over nothing.
int direction(const Difference& difference) {
    const double mean = difference.summary.mean, reach = 2 * difference.se;
    return mean - reach > 0 ? 1 : mean + reach < 0 ? -1 : 0;
}

Survival::Sign sign_of(std::span<const TheoryFinding* const> findings) {
    bool up = false, down = false, open = false, nothing = true, same = true;
    for (const TheoryFinding* finding : findings) {
        const int way = direction(finding->size.difference);
        up = up || way > 0;
        down = down || way < 0;
        open = open || way == 0;
        same = same && finding->headline.verdict == Verdict::about_the_same;
        nothing = nothing && finding->size.difference.p_equal == 1;
    }
    if (nothing) {
        return Survival::Sign::nothing;
    }
    if (same) {
        return Survival::Sign::same;
    }
    if (up && down) {
        return Survival::Sign::mixed;
    }
    return open ? Survival::Sign::open : up ? Survival::Sign::up : Survival::Sign::down;
}

Theory theory_of(const std::string& protocol, std::span<const ArmScenario> arms, std::size_t baseline,
                 std::span<const Outcome* const> outcomes, Workers workers) {
    const Scenario& scenario = *arms[baseline].scenario;
    const std::string focus = scenario.sectors[scenario.focus.row()].name;
    std::vector<ArmOutcome> played;
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
        played.push_back({arms[arm].name, arms[arm].label, outcomes[arm]});
    }
    const Comparison comparison = compare(played, baseline, workers);
    Theory theory{protocol, written_everywhere(arms, protocol), 0, {}};
    const MeasureComparison* level = comparison.base().find(of_sector<PoundsPerPatient>(focus));
    level = level ? level : comparison.base().find(of_sector<DecidedMoney>(focus));
    theory.level = level ? level->last().mean : kNoValue;
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
        const auto found = arm == baseline ? std::nullopt : headline(comparison, played, arm, focus);
        if (!found) {
            theory.arms.emplace_back();
            continue;
        }
        theory.arms.push_back(TheoryFinding{*found, money_size(*found),
                                            scaled(found->money.summary, 1 / found->decided_baseline)});
    }
    return theory;
}

std::vector<Survival> survivals(const Theories& found) {
    std::vector<Survival> result;
    for (std::size_t arm = 0; arm < found.arms.size(); ++arm) {
        std::vector<const TheoryFinding*> findings;
        for (const Theory& theory : found.theories) {
            if (theory.arms[arm]) {
                findings.push_back(&*theory.arms[arm]);
            }
        }
        result.push_back(findings.size() == found.theories.size() ? survival_of(findings) : Survival{});
    }
    return result;
}

}  // namespace

System compile_under(const std::string& protocol, Scenario scenario) {
    for (BodyKind& body : scenario.bodies) {
        body.protocol = protocol;
    }
    return compile(scenario);
}

bool written_everywhere(std::span<const ArmScenario> arms, const std::string& protocol) {
    return std::all_of(arms.begin(), arms.end(), [&](const ArmScenario& arm) {
        const auto& bodies = arm.scenario->bodies;
        return std::all_of(bodies.begin(), bodies.end(), [&](const BodyKind& body) {
            return !body.is_board || body.members.empty() || body.protocol == protocol;
        });
    });
}

MoneySize money_size(const Headline& headline) {
    return headline.per_patient ? MoneySize{*headline.per_patient, true} : MoneySize{headline.money, false};
}

Survival survival_of(std::span<const TheoryFinding* const> findings) {
    Survival result;
    if (findings.empty()) {
        return result;
    }
    result.sign = sign_of(findings);
    const bool survives = result.sign == Survival::Sign::up || result.sign == Survival::Sign::down;
    const auto mean = [&](std::size_t row) {
        const double value = findings[row]->size.difference.summary.mean;
        return survives ? std::abs(value) : value;
    };
    for (std::size_t row = 0; row < findings.size(); ++row) {
        result.least = mean(row) < mean(result.least) ? row : result.least;
        result.most = mean(row) > mean(result.most) ? row : result.most;
        switch (findings[row]->headline.verdict) {
            case Verdict::gains: result.gains.push_back(row); break;
            case Verdict::loses: result.loses.push_back(row); break;
            case Verdict::about_the_same: result.same.push_back(row); break;
            case Verdict::unclear: result.unclear.push_back(row); break;
        }
    }
    result.factor = survives ? mean(result.most) / mean(result.least) : kNoValue;
    return result;
}

Theories compare_theories(std::span<const ArmScenario> arms, std::size_t baseline,
                          std::span<const std::string> protocols, const EnsembleOptions& options) {
    std::vector<System> systems;
    for (const std::string& protocol : protocols) {
        for (const ArmScenario& arm : arms) {
            systems.push_back(compile_under(protocol, *arm.scenario));
        }
    }
    std::vector<const System*> played;
    for (const System& system : systems) {
        played.push_back(&system);
    }
    // All at once, so that a run that is stopped early has the same replicates under every theory.
    const std::vector<Outcome> outcomes = run_ensemble(played, options);
    std::vector<const Outcome*> found;
    for (const Outcome& outcome : outcomes) {
        found.push_back(&outcome);
    }
    return read_theories(arms, baseline, protocols, found, options.workers);
}

Theories read_theories(std::span<const ArmScenario> arms, std::size_t baseline,
                       std::span<const std::string> protocols, std::span<const Outcome* const> outcomes,
                       Workers workers) {
    Theories result;
    result.replicates = outcomes.front()->replicates;
    result.years = outcomes.front()->years;
    result.baseline = baseline;
    for (const ArmScenario& arm : arms) {
        result.arms.emplace_back(arm.name, arm.label);
    }
    for (std::size_t row = 0; row < protocols.size() && result.replicates > 0; ++row) {
        const auto theirs = outcomes.subspan(row * arms.size(), arms.size());
        result.theories.push_back(theory_of(protocols[row], arms, baseline, theirs, workers));
        for (const auto& finding : result.theories.back().arms) {
            result.per_patient = result.per_patient || (finding && finding->size.per_patient);
        }
    }
    result.survival = survivals(result);
    return result;
}

}  // namespace clout
