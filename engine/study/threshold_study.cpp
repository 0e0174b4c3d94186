#include "engine/study/threshold_study.hpp"

#include "engine/analysis/estimators/sample.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/run/watch/quantities.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/factors.hpp"
#include "engine/study/figure_choice.hpp"
#include "engine/study/mixture.hpp"
#include "engine/study/patched_arms.hpp"
#include "engine/study/playing.hpp"
#include "engine/study/unknown_name.hpp"
#include "engine/system/compile.hpp"

#include <functional>

namespace clout {
namespace {

// The arms at some values of what is varied: what is held against first, what it is about last.
using ArmsAt = std::function<std::vector<const System*>(std::span<const double>)>;

// Plays arms at some values, and reads the figure.
class Ladder {
public:
    Ladder(ArmsAt arms_at, const Condition& condition, const EnsembleOptions& options)
        : arms_at_(std::move(arms_at)), condition_(condition), options_(options) {}

    // One value a replicate; empty when it was stopped. Where the condition is "at most", with their signs
    // turned, so that it holds where the mean is at least the level.
    std::vector<double> play(std::span<const double> values) {
        const auto outcomes = run_ensemble(arms_at_(values), options_);
        if (outcomes.front().replicates < options_.replicates) return {};
        ++ensembles_;
        years_ = outcomes.front().years;
        std::vector<double> figure = read_figure(condition_.figure, outcomes.back(), outcomes.front());
        for (double& value : figure) value = condition_.at_least ? value : -value;
        return figure;
    }
    [[nodiscard]] double level() const { return condition_.at_least ? condition_.level : -condition_.level; }
    [[nodiscard]] std::size_t ensembles() const { return ensembles_; }
    [[nodiscard]] std::size_t years() const { return years_; }

private:
    ArmsAt arms_at_;
    const Condition& condition_;
    const EnsembleOptions& options_;
    std::size_t ensembles_ = 0, years_ = 0;
};

// Means as the figure has them.
void turn_back(Crossing& crossing) {
    crossing.slope = -crossing.slope;
    for (Rung& rung : crossing.rungs) {
        rung.mean = -rung.mean;
        for (double& value : rung.values) value = -value;
    }
}

void along_one(const ThresholdAsked& asked, Ladder& ladder, ThresholdStudy& study) {
    const std::vector<double>& range = asked.varied[0].range;
    CrossingQuestion question{range[0], range[1], ladder.level()};
    question.most = asked.most;
    study.crossing = find_crossing(question, [&](double at) { return ladder.play({&at, 1}); });
    if (!study.condition.at_least) turn_back(*study.crossing);
}

void in_the_plane(const ThresholdAsked& asked, Ladder& ladder, ThresholdStudy& study) {
    const auto at = [&](std::size_t number, double part) {
        const std::vector<double>& range = asked.varied[number].range;
        return range[0] + part * (range[1] - range[0]);
    };
    study.contour = find_contour({ladder.level()}, [&](std::span<const PlanePoint> points) {
        std::vector<double> means;
        for (const PlanePoint& point : points) {
            const double values[] = {at(0, point.x), at(1, point.y)};
            const std::vector<double> played = ladder.play(values);
            if (played.empty()) return std::vector<double>{};
            means.push_back(mean_of(played));
        }
        return means;
    });
    for (Contour::Node& node : study.contour->played)
        node.mean = study.condition.at_least ? node.mean : -node.mean;
}

Result<std::vector<Factor>> bind_all(const std::vector<Varied>& varied, std::span<const System* const> arms) {
    std::vector<Factor> factors;
    for (const Varied& one : varied) {
        auto factor = bind_factor(one, arms);
        if (!factor) return factor.problems();
        factors.push_back(std::move(factor).value());
    }
    if (factors.size() == 2 && factors[0].name == factors[1].name)
        return std::vector{refused_request("both numbers are " + factors[0].name, "name two")};
    return factors;
}

std::string unit_of(const System& arm, const std::string& measure) {
    for (const Quantity& quantity : quantities(arm))
        if (quantity.name == measure) return quantity.unit;
    return {};
}

// Arms whose numbers are set.
Result<ArmsAt> patching(const std::vector<System>& systems, const std::vector<Varied>& varied) {
    const auto arms = addresses(systems);
    const auto factors = bind_all(varied, arms);
    if (!factors) return factors.problems();
    return ArmsAt([patched = PatchedArms(arms, factors.value())](std::span<const double> values) mutable {
        patched.set_values(values);
        return patched.arms();
    });
}

// An arm on its way between two others.
Result<ArmsAt> mixing(const Library& library, const std::vector<System>& systems, ThresholdStudy& study) {
    const auto from = find_arm(library, study.mix->from), to = find_arm(library, study.mix->to);
    if (!from) return from.problems();
    if (!to) return to.problems();
    if (auto problems = check_alike(library, {{from.value(), to.value()}, 0}); !problems.empty())
        return problems;
    auto mixture = Mixture::make(compile(library.arms[from.value()].scenario),
                                 compile(library.arms[to.value()].scenario), study.mix->switches);
    if (!mixture) return mixture.problems();
    study.moving = mixture.value().moving();
    return ArmsAt(
        [between = std::move(mixture).value(), arms = systems](std::span<const double> part) mutable {
            arms.back() = between.at(part[0]);
            return addresses(arms);
        });
}

// Climbs the ladder, or crosses the plane; false where it was stopped.
bool search(const ThresholdAsked& asked, Ladder& ladder, ThresholdStudy& study) {
    if (asked.varied.size() == 1)
        along_one(asked, ladder, study);
    else
        in_the_plane(asked, ladder, study);
    study.ensembles = ladder.ensembles();
    study.years = ladder.years();
    return study.crossing ? study.crossing->kind != Crossing::Kind::stopped : !study.contour->stopped;
}

}  // namespace

Result<ThresholdStudy> study_threshold(const Library& library, const ThresholdAsked& asked,
                                       const StudyOptions& options) {
    const StudyClock clock;
    const std::string& to = asked.mix ? asked.mix->to : asked.to;
    const auto choice = choose_figure(library, {asked.condition.figure.text(), asked.from, to});
    if (!choice) return choice.problems();
    ThresholdStudy study;
    study.condition = asked.condition;
    study.varied = asked.varied;
    study.mix = asked.mix;
    study.from = arm_of(library, choice.value().from);
    study.to = arm_of(library, choice.value().to);
    std::vector<System> systems{compile(*study.from.scenario)};
    if (!choice.value().one_arm()) systems.push_back(compile(*study.to.scenario));
    const auto figure = settle_figure(choice.value(), *study.from.scenario, addresses(systems));
    if (!figure) return figure.problems();
    study.unit = unit_of(systems.back(), figure.value().measure);
    study.provenance = provenance_of(library, choice.value().from);
    study.provenance.assumptions = count_assumptions(systems);
    auto arms_at = asked.mix ? mixing(library, systems, study) : patching(systems, asked.varied);
    if (!arms_at) return arms_at.problems();
    EnsembleOptions how = ensemble_options(options, study.provenance.asked);
    how.on_progress = {};  // how many ensembles there will be is not known
    Ladder ladder(std::move(arms_at).value(), study.condition, how);
    if (!search(asked, ladder, study)) return std::vector{stopped_too_soon()};
    study.provenance.finished = study.provenance.asked;
    study.provenance.elapsed = clock.elapsed();
    return study;
}

}  // namespace clout
