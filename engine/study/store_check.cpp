#include "engine/study/store_check.hpp"

#include "engine/scenario/text/plain_number.hpp"

#include <array>

namespace clout {
namespace {

// What a point keeps: three tables, each a row of figures an arm.
struct KeptTable {
    const char* name;
    std::vector<double> PlayedArm::*figures;
    std::size_t differ = 0, first = 0;  // points that do; the first of them
    std::string where{};                // in the first: "united, figure 12: 1 stands there, 2 was played"
};

std::string value_at(const std::vector<double>& figures, std::size_t at) {
    return at < figures.size() ? number_text(figures[at]) : "nothing";
}

void hold_against(KeptTable& table, const SweepPlan& plan, const PlayedPoint& stands,
                  const PlayedPoint& played) {
    for (std::size_t arm = 0; arm < plan.names.size(); ++arm) {
        const std::vector<double>& kept = stands.arms[arm].*table.figures;
        const bool there = arm < played.arms.size();
        const std::vector<double> again = there ? played.arms[arm].*table.figures : std::vector<double>{};
        const auto at = first_differing_figure(kept, again);
        if (!at) continue;
        if (table.differ++ == 0 || stands.point < table.first) {
            table.first = stands.point;
            table.where = plan.names[arm] + ", figure " + std::to_string(*at + 1) + ": " +
                          value_at(kept, *at) + " stands there, " + value_at(again, *at) + " was played";
        }
        return;
    }
}

}  // namespace

std::vector<std::size_t> points_to_check(const Store& store, std::size_t most) {
    const std::vector<std::size_t> done = store.points(PointStatus::done);
    if (most == 0 || most >= done.size()) return done;
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < most; ++i) chosen.push_back(done[i * done.size() / most]);
    return chosen;
}

StoreCheck check_store(const Store& store, const SweepPlan& plan, const std::vector<std::size_t>& points,
                       const Executor& executor, const std::function<void(const SweepProgress&)>& on_progress,
                       const std::function<bool()>& stop) {
    StoreCheck check;
    std::vector<KeptTable> tables{{"summaries", &PlayedArm::summaries},
                                  {"differences", &PlayedArm::differences}};
    if (plan.keep != Keep::summary) tables.push_back({"futures", &PlayedArm::kept});
    SweepProgress progress{0, points.size(), 0, 0};
    const auto hold = [&](const PlayedPoint& played) {
        if (const auto stands = store.read(played.point, plan.names.size()))
            for (KeptTable& table : tables) hold_against(table, plan, *stands, played);
        check.points = ++progress.played;
        progress.work = static_cast<double>(progress.played) / static_cast<double>(progress.of);
        on_progress(progress);
    };
    executor(points, {plan, hold, stop});
    for (const KeptTable& table : tables)
        check.tables.push_back({table.name, table.differ == 0 ? TableVerdict::same : TableVerdict::differs,
                                table.differ == 0
                                    ? std::string()
                                    : std::to_string(table.differ) + " of " + std::to_string(check.points) +
                                          " points differ; point " + std::to_string(table.first) + ", " +
                                          table.where});
    return check;
}

}  // namespace clout
