#include "engine/study/theories_study.hpp"

#include "engine/protocols/kinds.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/memory.hpp"
#include "engine/study/playing.hpp"
#include "engine/study/unknown_name.hpp"
#include "engine/system/system.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace clout {
namespace {

// Every arm under every theory, with the positions of the file and with those that were found again.
class TheoriesPlay {
public:
    TheoriesPlay(const Library& library, const ArmChoice& choice, const std::vector<std::string>& protocols)
        : arms_(arms_of(library, choice)), baseline_(choice.baseline), protocols_(protocols) {
        for (const std::string& protocol : protocols) {
            for (const ArmScenario& arm : arms_) {
                written_.push_back(systems_.size());
                systems_.push_back(compile_under(protocol, *arm.scenario));
            }
        }
    }

    // Where a theory leaves the position as it is, its arms are played once for both readings.
    void recalibrate(SectorId sector, Recalibrated& into) {
        const Scenario& baseline = *arms_[baseline_].scenario;
        for (std::size_t p = 0; p < protocols_.size(); ++p) {
            into.positions.push_back(find_position(baseline, protocols_[p], sector));
            const FoundPosition& found = into.positions.back();
            for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
                again_.push_back(found.moved ? systems_.size() : written_[p * arms_.size() + arm]);
                if (found.moved)
                    systems_.push_back(compile_under(
                        protocols_[p], with_position(*arms_[arm].scenario, baseline, sector, found)));
            }
        }
    }

    // Outcomes of every arm under every theory stay in memory whole.
    [[nodiscard]] std::optional<Problem> short_of_memory(double memory) const {
        const auto replicates = static_cast<std::size_t>(arms_[baseline_].scenario->replicates);
        MemoryNeed outcomes{0, fmt::format("{} replicates of {} arms under {} theories", replicates,
                                           arms_.size(), protocols_.size())};
        for (const System& system : systems_) outcomes.doubles += doubles_of_outcome(system, replicates);
        return clout::short_of_memory(outcomes, memory);
    }

    // All at once, so that a run that is stopped early has the same replicates everywhere.
    void play(const EnsembleOptions& options) { outcomes_ = run_ensemble(addresses(systems_), options); }

    [[nodiscard]] Theories as_written(Workers workers) const { return read(written_, workers); }
    [[nodiscard]] Theories recalibrated(Workers workers) const { return read(again_, workers); }
    [[nodiscard]] std::size_t replicates() const { return outcomes_.front().replicates; }
    // The arms once, for what they assume.
    [[nodiscard]] std::span<const System> systems() const { return std::span(systems_).first(arms_.size()); }

private:
    [[nodiscard]] Theories read(const std::vector<std::size_t>& rows, Workers workers) const {
        std::vector<const Outcome*> outcomes;
        for (const std::size_t row : rows) outcomes.push_back(&outcomes_[row]);
        return read_theories(arms_, baseline_, protocols_, outcomes, workers);
    }

    std::vector<ArmScenario> arms_;
    std::size_t baseline_;
    const std::vector<std::string>& protocols_;
    std::vector<System> systems_;
    std::vector<std::size_t> written_, again_;  // (protocols × arms) rows of systems_
    std::vector<Outcome> outcomes_;
};

Result<SectorId> find_sector(const Scenario& scenario, const std::string& name) {
    std::vector<std::string> known;
    for (std::size_t row = 0; row < scenario.sectors.size(); ++row) {
        if (scenario.sectors[row].name == name) return SectorId(row);
        known.push_back(scenario.sectors[row].name);
    }
    return std::vector{unknown_name("there is no sector '" + name + "'", name, known)};
}

Recalibrated recalibrated_of(const Scenario& baseline, SectorId sector) {
    const Sector& of = baseline.sectors[sector.row()];
    Recalibrated result{of.name, {}, {}, {}, {}};
    double sum = 0;
    for (const Number& weight : of.traits.position) sum += weight.median();
    for (std::size_t k = 0; k < of.traits.position.size(); ++k) {
        const Programme& programme = baseline.programmes[k];
        result.programmes.emplace_back(
            programme.name, programme.caption.label.empty() ? programme.name : programme.caption.label);
        result.written.push_back(of.traits.position[k].median() / sum);
    }
    return result;
}

}  // namespace

Result<std::vector<std::string>> choose_protocols(const std::vector<std::string>& asked) {
    std::vector<std::string> known;
    for (const ProtocolFacts& protocol : protocol_kinds()) {
        known.emplace_back(protocol.name);
    }
    std::vector<std::string> chosen;
    for (const auto& name : asked) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            return std::vector{unknown_name("there is no protocol '" + name + "'", name, known)};
        }
        if (std::find(chosen.begin(), chosen.end(), name) == chosen.end()) {
            chosen.push_back(name);
        }
    }
    return asked.empty() ? known : chosen;
}

Result<TheoriesStudy> study_theories(const Library& library, const ArmChoice& choice,
                                     const std::vector<std::string>& protocols, const StudyOptions& options,
                                     const std::string& recalibrate) {
    if (choice.rows.size() < 2) {
        return std::vector{refused_request("theories compares arms", "name at least two, as in --arms a,b")};
    }
    if (auto problems = check_alike(library, choice); !problems.empty()) {
        return problems;
    }
    const Scenario& baseline = library.arms[choice.base()].scenario;
    const std::size_t systems = choice.rows.size() * protocols.size() * (recalibrate.empty() ? 1 : 2);
    if (auto problem = short_of_memory(need_of_systems(baseline, systems), options.memory)) {
        return std::vector{std::move(*problem)};
    }
    const StudyClock clock;
    TheoriesStudy study;
    study.provenance = provenance_of(library, choice.base());
    TheoriesPlay play(library, choice, protocols);
    if (!recalibrate.empty()) {
        const auto sector = find_sector(baseline, recalibrate);
        if (!sector) return sector.problems();
        study.recalibrated = recalibrated_of(baseline, sector.value());
        play.recalibrate(sector.value(), *study.recalibrated);
    }
    if (auto problem = play.short_of_memory(options.memory)) return std::vector{std::move(*problem)};
    study.provenance.assumptions = count_assumptions(play.systems());
    play.play(ensemble_options(options, study.provenance.asked));
    study.provenance.finished = play.replicates();
    if (study.provenance.finished == 0) {
        return std::vector{stopped_too_soon()};
    }
    study.found = play.as_written(options.workers);
    if (study.recalibrated) study.recalibrated->found = play.recalibrated(options.workers);
    study.provenance.elapsed = clock.elapsed();
    return study;
}

}  // namespace clout
