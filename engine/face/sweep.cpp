#include "engine/face/sweep.hpp"

#include "engine/face/inside.hpp"
#include "engine/face/study_file.hpp"
#include "engine/study/sweep_study.hpp"

namespace clout::face {
namespace {

// A scenario with the varied numbers laid over it, and all that decides what comes out.
Result<SweepPlan> planned(const Scenario& scenario, const clout::SweepAsked& asked) {
    std::vector<Setting> settings;
    for (const clout::Varied& varied : asked.varied)
        if (const auto laid_over = override_of(varied))
            settings.push_back({laid_over->path, laid_over->value});
    const auto read = settings.empty() ? Result<Scenario>(scenario) : scenario.with(settings);
    if (!read) return read.problems();
    return plan_sweep(library_of(read.value()), asked);
}

Result<std::vector<clout::Varied>> varied_of(const std::vector<Varied>& vary, bool tabled) {
    std::vector<clout::Varied> varied;
    for (const Varied& one : vary) {
        // As it could be typed: what is no range is told there.
        auto same = to_varied(to_text({one.path, one.values, one.listed}));
        if (!same) return same.problems();
        varied.push_back(tabled ? clout::Varied{one.path, {}, false} : std::move(same).value());
    }
    return varied;
}

Result<clout::SweepAsked> understood(const Scenario& scenario, const SweepAsked& asked) {
    clout::SweepAsked question;
    question.arms = asked.arms;
    question.laid_over = library_of(scenario).overrides;
    question.keep = static_cast<clout::Keep>(asked.keep);
    question.design = {asked.design, asked.size, asked.design_seed, {}};
    const bool tabled = asked.design == "table";
    auto varied = varied_of(asked.vary, tabled);
    if (!varied) return varied.problems();
    question.varied = std::move(varied).value();
    if (!tabled) return question;
    if (asked.vary.empty() || asked.table.empty() || asked.table.size() % asked.vary.size() != 0)
        return std::vector{
            refused_request("a table has a row for every point and a column for every number")};
    take_points(question, asked.table);
    return question;
}

Result<Study> played(const SweepPlan& plan, Store& store, StoreLock& lock, const std::string& file,
                     const Options& options) {
    run_sweep(
        plan, store, executor_here({options.workers}),
        [&](const SweepProgress& progress) {
            lock.beat();
            if (options.on_progress) options.on_progress({progress.played, progress.of});
        },
        [&] { return options.stop && options.stop(); });
    return Study(std::make_shared<Study::Inside>(Study::Inside{file, study_of(store.card())}));
}

Result<Study> go_on(const Scenario& scenario, const std::string& file, const GoOn& how,
                    const Options& options) {
    clout::SweepAsked asked = asked_of(Store::open_to_read(file).card());
    if (!library_of(scenario).overrides.empty()) asked.laid_over = library_of(scenario).overrides;
    auto plan = planned(scenario, asked);
    if (!plan) return plan.problems();
    StoreLock lock(file);
    Store store = Store::open(file);
    if (const std::string why = difference_of(store.card(), card_of(plan.value())); !why.empty())
        throw ForeignStore(file + " is of another study: " + why);
    if (how.retry_failed) store.retry_failed();
    if (how.add > 0) {
        if (!plan.value().design.extends())
            return std::vector{refused_request("a " + asked.design.name + " cannot be enlarged",
                                               "sobol, morris, jansen and shapley can")};
        asked.design.size += how.add;
        plan = planned(scenario, asked);
        if (!plan) return plan.problems();
        store.add(points_of(plan.value(), {}), card_of(plan.value()));
    }
    return played(plan.value(), store, lock, file, options);
}

}  // namespace

Result<Study> sweep(const Scenario& scenario, const std::string& file, const SweepAsked& asked,
                    const Options& options) {
    return with_store([&]() -> Result<Study> {
        const auto question = understood(scenario, asked);
        if (!question) return question.problems();
        const auto plan = planned(scenario, question.value());
        if (!plan) return plan.problems();
        StoreLock lock(file);
        Store store = Store::create(file, card_of(plan.value()), points_of(plan.value(), {}));
        return played(plan.value(), store, lock, file, options);
    });
}

Result<Study> resume(const Scenario& scenario, const std::string& file, const GoOn& how,
                     const Options& options) {
    return with_store([&] { return go_on(scenario, file, how, options); });
}

Result<Study> open_study(const std::string& file) {
    return with_store([&]() -> Result<Study> {
        return Study(
            std::make_shared<Study::Inside>(Study::Inside{file, study_of(Store::open_to_read(file).card())}));
    });
}

}  // namespace clout::face
