#include "engine/study/played_point.hpp"

#include "engine/run/ensemble.hpp"
#include "engine/study/sweep_plan.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>
#include <exception>
#include <memory>

namespace clout {
namespace {

void add_summary(const Summary& summary, std::vector<double>& out) {
    out.insert(out.end(), {summary.mean, summary.p05, summary.p50, summary.p95});
}

void add_difference(const Difference& difference, std::vector<double>& out) {
    add_summary(difference.summary, out);
    out.insert(out.end(), {difference.se, difference.p_greater, difference.p_less});
}

PlayedArm read_arm(const SweepPlan& plan, const Outcome& outcome, const Outcome* baseline) {
    PlayedArm arm;
    for (const Quantity& quantity : plan.quantities) {
        const std::size_t row = *find_quantity(outcome, quantity.name);
        add_summary(summarise(outcome.last(row)), arm.summaries);
        if (baseline != nullptr)
            add_difference(summarise_differences(paired_differences(outcome, *baseline, quantity.name)),
                           arm.differences);
        if (plan.keep == Keep::summary) continue;
        for (std::size_t year = plan.keep == Keep::series ? 0 : outcome.years - 1; year < outcome.years;
             ++year) {
            const auto values = outcome.of(row, year);
            arm.kept.insert(arm.kept.end(), values.begin(), values.end());
        }
    }
    return arm;
}

// Answers true once somebody has asked to stop for half a second; the ensemble has patience of its own.
std::function<bool()> in_half_a_second(const std::function<bool()>& stop) {
    using Clock = std::chrono::steady_clock;
    const auto asked = std::make_shared<std::atomic<Clock::rep>>(0);  // when it was first seen; 0 = not yet
    return [asked, &stop] {
        if (!stop || !stop()) return false;
        const Clock::rep now = Clock::now().time_since_epoch().count();
        Clock::rep since = 0;
        if (asked->compare_exchange_strong(since, now)) since = now;
        return Clock::duration(now - since) > std::chrono::milliseconds(500);
    };
}

}  // namespace

std::optional<std::size_t> first_differing_figure(const std::vector<double>& a,
                                                  const std::vector<double>& b) {
    if (a.size() != b.size()) return std::min(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::memcmp(&a[i], &b[i], sizeof(double)) != 0) return i;
    return std::nullopt;
}

bool PlayedPoint::has_same_figures(const PlayedPoint& other) const {
    return std::ranges::equal(arms, other.arms, [](const PlayedArm& a, const PlayedArm& b) {
        return !first_differing_figure(a.summaries, b.summaries) &&
               !first_differing_figure(a.differences, b.differences) &&
               !first_differing_figure(a.kept, b.kept);
    });
}

PointPlayer::PointPlayer(const SweepPlan& plan) : plan_(plan), patched_(plan.arms(), plan.factors) {}

PlayedPoint PointPlayer::play(std::size_t point, Workers inside, const std::function<bool()>& stop) {
    const auto begun = std::chrono::steady_clock::now();
    PlayedPoint played{point, {}, {}, 0};
    try {
        const std::vector<double> at = plan_.design.point(point);
        if (plan_.design.given())
            patched_.set_values(at);
        else
            patched_.set_quantiles(at);
        EnsembleOptions options;
        options.replicates = plan_.replicates;
        options.workers = inside;
        options.stop = in_half_a_second(stop);
        const std::vector<Outcome> outcomes = run_ensemble(patched_.arms(), options);
        if (outcomes.front().replicates < plan_.replicates) return played;
        for (std::size_t arm = 0; arm < outcomes.size(); ++arm)
            played.arms.push_back(read_arm(plan_, outcomes[arm], arm == 0 ? nullptr : &outcomes[0]));
    } catch (const std::exception& failure) {
        played.arms.clear();
        played.error = failure.what();
    }
    played.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return played;
}

}  // namespace clout
