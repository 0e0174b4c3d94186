#include "tools/playground/engine/pair.hpp"

#include "engine/run/ensemble.hpp"
#include "engine/run/watch/quantities.hpp"
#include "engine/study/playing.hpp"
#include "engine/system/compile.hpp"

#include <algorithm>
#include <cmath>

namespace clout::playground {
namespace {

constexpr std::size_t kLanes = 8;  // the width that a page has code for

EnsembleOptions options_of(std::size_t first, std::size_t count) {
    EnsembleOptions options;
    options.first_replicate = first;
    options.replicates = count;
    options.lanes = kLanes;
    options.workers = {1};
    return options;
}

}  // namespace

Pair::Pair(std::shared_ptr<const Library> library, std::array<std::size_t, 2> rows)
    : library_(std::move(library)), rows_(rows) {
    for (std::size_t arm = 0; arm < 2; ++arm) {
        systems_[arm] = compile(library_->arms[rows_[arm]].scenario);
        empty_[arm].quantities = quantities(systems_[arm]);
        empty_[arm].years =
            (systems_[arm].rounds + systems_[arm].rounds_per_year - 1) / systems_[arm].rounds_per_year;
    }
    patched_ = systems_;
    knobs_ = knobs_of(*library_, rows_, systems_);
}

bool Pair::set(std::span<const std::pair<std::string, double>> fixed) {
    std::array<System, 2> patched = systems_;
    for (const auto& [path, value] : fixed) {
        const auto named = [&wanted = path](const Knob& knob) { return knob.path == wanted; };
        const auto knob = std::find_if(knobs_.begin(), knobs_.end(), named);
        if (knob == knobs_.end()) return false;
        const Travel travel = travel_of(knob->number);
        if (!(value >= travel.low && value <= travel.high)) return false;
        for (std::size_t arm = 0; arm < 2; ++arm) {
            for (std::size_t row = 0; row < systems_[arm].numbers.size(); ++row) {
                if (!moved_by(*knob, arm, systems_[arm].numbers[row])) continue;
                patched[arm].numbers[row].shape = Shape::constant;
                patched[arm].numbers[row].parameters.assign(1, value);
            }
        }
    }
    patched_ = std::move(patched);
    forget();
    return true;
}

std::vector<double> Pair::play(std::size_t first, std::size_t count) const {
    const System* const systems[] = {&patched_[0], &patched_[1]};
    const auto outcomes = run_ensemble(systems, options_of(first, count));
    std::vector<double> values(outcomes[0].values.begin(), outcomes[0].values.end());
    values.insert(values.end(), outcomes[1].values.begin(), outcomes[1].values.end());
    for (const Outcome& arm : outcomes) values.insert(values.end(), arm.spoke.begin(), arm.spoke.end());
    return values;
}

bool Pair::take(std::size_t first, std::size_t count, std::vector<double> values) {
    std::size_t figures = 0, bodies = 0;
    for (const Outcome& arm : empty_) figures += arm.quantities.size() * arm.years;
    for (const System& system : patched_) bodies += system.bodies.size();
    if (count == 0 || values.size() != figures * count + bodies) return false;
    const auto after =
        std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) { return part.first >= first; });
    parts_.insert(after, {first, count, std::move(values)});
    return true;
}

std::size_t Pair::known() const {
    std::size_t known = 0;
    for (const Part& part : parts_) {
        if (part.first > known) break;
        known = std::max(known, part.first + part.count);
    }
    return known;
}

Outcome Pair::outcome(std::size_t arm, std::size_t replicates) const {
    Outcome outcome = empty_[arm];
    outcome.replicates = replicates;
    const std::size_t figures = outcome.quantities.size() * outcome.years;
    const std::size_t skipped = arm == 0 ? 0 : empty_[0].quantities.size() * empty_[0].years;
    const std::size_t bodies = patched_[arm].bodies.size(), others = arm == 0 ? patched_[1].bodies.size() : 0;
    outcome.spoke.assign(bodies, 0);
    outcome.values.resize(figures * replicates);
    for (const Part& part : parts_) {
        if (part.first >= replicates) continue;
        const std::size_t count = std::min(part.count, replicates - part.first);
        for (std::size_t figure = 0; figure < figures; ++figure) {
            const double* from = part.values.data() + (skipped + figure) * part.count;
            std::copy(from, from + count, outcome.values.data() + figure * replicates + part.first);
        }
        const double* spoke = part.values.data() + part.values.size() - others - bodies;
        for (std::size_t body = 0; body < bodies; ++body) outcome.spoke[body] |= spoke[body] > 0 ? 1 : 0;
    }
    return outcome;
}

ComparisonStudy Pair::study() const {
    ComparisonStudy study;
    study.provenance = provenance_of(*library_, rows_[0]);
    study.provenance.asked = study.provenance.finished = known();
    PlayedArms played;
    for (std::size_t arm = 0; arm < 2; ++arm) {
        played.systems.push_back(patched_[arm]);
        played.outcomes.push_back(outcome(arm, known()));
    }
    study.provenance.assumptions = count_assumptions(played.systems);
    study.played = std::make_shared<const PlayedArms>(std::move(played));
    const std::array<ArmScenario, 2> arms{arm_of(*library_, rows_[0]), arm_of(*library_, rows_[1])};
    study.arms = outcomes_of(arms, *study.played);
    study.comparison = compare(study.arms, 0, Workers{1});
    return study;
}

}  // namespace clout::playground
