// clout sweep: many points of some numbers, kept in a store that survives.
#include "engine/report/json/json_sweep.hpp"
#include "engine/report/text/sweep_text.hpp"
#include "engine/study/ranks.hpp"
#include "engine/study/store_lock.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/node_copy.hpp"
#include "tools/results.hpp"
#include "tools/study_store.hpp"
#include "tools/sweep_planning.hpp"
#include "tools/sweep_request.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <exception>

namespace clout {
namespace sweep_verb {

// What the store that is gone on with, or asked again, remembers.
std::optional<SweepAsked> remembered_by(const SweepTyped& typed) {
    const std::string& store = typed.goes_on() ? typed.store_file() : typed.from_store;
    return store.empty() ? std::nullopt : std::optional(asked_of(Store::open_to_read(store).card()));
}

// A store in `file` with all that is to be played pending. Throws ForeignStore where it is of another study.
Store store_of(const SweepTyped& typed, const std::filesystem::path& file, const SweepPlan& plan,
               const StudyCard& before, const Shard& shard) {
    if (!typed.goes_on()) return Store::create(file, card_of(plan), points_of(plan, shard));
    Store store = Store::open(file);
    const std::string why = difference_of(store.card(), before);
    if (!why.empty()) throw ForeignStore(typed.store_file() + " is of another study: " + why);
    if (typed.retry_failed) store.retry_failed();
    if (typed.add) store.add(points_of(plan, shard), card_of(plan));
    return store;
}

int play(const SweepTyped& typed, const SweepPlan& plan, Store store, StoreLock& lock,
         const Request& request) {
    const Interruption interruption;
    {
        ProgressMeter meter(request, request.verb);
        run_sweep(
            plan, store, request.ranks->executor(card_of(plan), workers_for(request)),
            [&](const SweepProgress& progress) {
                lock.beat();
                meter.show(progress);
            },
            [] { return Interruption::requested(); });
    }
    const StoredStudy study = study_of(store.card());
    const StoreState state = state_of(store, typed.store_file());
    const int printed =
        print_result(request.json ? state_json(study, state) : state_text(study, state, style_for(request)));
    if (printed != kDone) return printed;
    if (state.count.pending > 0) return kResumable;
    return state.count.failed > 0 ? kSomeFailed : kDone;
}

int sweep_with(const SweepTyped& typed, const Request& request) {
    const auto asked = to_request(typed, remembered_by(typed));
    if (!asked) return report_failure(asked.problems(), request);
    const auto before = plan_or_report(typed.file, asked.value().asked, request);
    if (const int* code = std::get_if<int>(&before)) return *code;
    SweepPlan plan = std::get<SweepPlan>(before);
    const StudyCard card = card_of(plan);
    if (typed.add) {
        if (!plan.design.extends())
            return report_failure({refused_request("a " + plan.choice.name + " cannot be enlarged",
                                                   "sobol, morris, jansen and shapley can")},
                                  request);
        plan.choice.size += static_cast<std::size_t>(*typed.add);
        auto larger = PointDesign::make(plan.choice, plan.factors.size());
        if (!larger) return report_failure(larger.problems(), request);
        plan.design = std::move(larger).value();
    }
    if (!request.quiet) write_error(plan_text(plan, points_of(plan, asked.value().shard).size(), Style{}));
    if (typed.dry_run) return kDone;
    StoreLock lock(typed.store_file());
    // Where there is a study already that is not gone on with, that is said of its place.
    const bool in_place = !typed.goes_on() && Store::begun(typed.store_file());
    const NodeCopy copy(typed.store_file(), in_place ? "" : typed.work_in);
    int code = kDone;
    std::exception_ptr failure;
    try {
        code =
            play(typed, plan, store_of(typed, copy.file(), plan, card, asked.value().shard), lock, request);
    } catch (...) {
        failure = std::current_exception();
    }
    copy.hand_over();  // what was finished is kept, however it ended
    if (failure) std::rethrow_exception(failure);
    return code;
}

int sweep(const Request& request, const SweepTyped& asked) {
    return with_store([&] {
        SweepTyped typed = asked;
        typed.resume = typed.resume || (typed.resume_or_start && Store::begun(typed.store_file()));
        return sweep_with(typed, request);
    });
}

}  // namespace sweep_verb

Verb verb_sweep() {
    using namespace sweep_verb;
    return make_verb<SweepTyped, sweep_options, sweep>(
        "sweep", "many points of some numbers, kept in a store that survives", "one scenario");
}

}  // namespace clout
