// clout verify: an outsider's check in one command. What stands in a folder of results or in a store is
// played again, and held against it table by table.
#include "engine/report/files/replayed_folder.hpp"
#include "engine/report/json/json_verified.hpp"
#include "engine/report/text/verified_text.hpp"
#include "engine/study/playing.hpp"
#include "engine/study/store_check.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/replay.hpp"
#include "tools/results.hpp"
#include "tools/study_store.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {
namespace verify_verb {

struct Asked {
    std::string subject;
    std::optional<std::uint64_t> points;
};

std::vector<Option> options(Asked& asked) {
    return {{.label = "WHERE",
             .into = &asked.subject,
             .meaning = "a folder that --out has made, or a study's file"},
            {.label = "--points",
             .into = &asked.points,
             .meaning = "of a study, so many points, evenly spread (default: all)",
             .value = "N",
             .check = whole_number(1)}};
}

int tell(const Verified& verified, const Request& request) {
    const int printed =
        print_result(request.json ? verified_json(verified) : verified_text(verified, style_for(request)));
    return printed != kDone ? printed : verified.met() ? kDone : kCheckNotMet;
}

int verify_folder(const std::string& folder, const Request& request) {
    const ReadManifest manifest = manifest_of(folder);
    const ScratchFolder scratch;
    const std::filesystem::path played = scratch.path() / "out";
    if (const int code = play_again(manifest, played, request)) {
        return code;
    }
    return tell({folder, manifest.command, manifest.version, check_tables(manifest, folder, played)},
                request);
}

// What this program makes of the study that the store describes: another program may compile it otherwise.
CheckedTable check_card(const StudyCard& card, const SweepPlan& plan) {
    StudyCard asked = card_of(plan);
    asked["version"] = card.at("version");
    const std::string why = difference_of(card, asked);
    return {"study", why.empty() ? TableVerdict::same : TableVerdict::differs, why};
}

int verify_store(const Asked& asked, const Request& request) {
    const Store store = Store::open_to_read(asked.subject);
    const StudyCard card = store.card();
    const auto plan = plan_of(card, asked.subject);
    if (!plan) {
        return report_failure(plan.problems(), request);
    }
    const auto points = points_to_check(store, static_cast<std::size_t>(asked.points.value_or(0)));
    Verified verified{asked.subject, {}, card.at("version"), {check_card(card, plan.value())}};
    if (verified.met()) {
        const Interruption interruption;
        ProgressMeter meter(request, request.verb);
        const StoreCheck check = check_store(
            store, plan.value(), points, executor_here(workers_for(request)),
            [&](const SweepProgress& progress) { meter.show(progress); },
            [] { return Interruption::requested(); });
        if (check.points < points.size()) {
            return report_failure({stopped_too_soon()}, request);
        }
        verified.tables.insert(verified.tables.end(), check.tables.begin(), check.tables.end());
    }
    verified.played = std::to_string(points.size()) + " of " + std::to_string(store.count().done) + " points";
    return tell(verified, request);
}

int verify(const Request& request, const Asked& asked) {
    return with_store([&] {
        return std::filesystem::is_directory(asked.subject) ? verify_folder(asked.subject, request)
                                                            : verify_store(asked, request);
    });
}

}  // namespace verify_verb

Verb verb_verify() {
    using namespace verify_verb;
    return make_verb<Asked, options, verify>("verify",
                                             "play results again, and hold them against what stands there",
                                             "one folder or store", {.plays = false});
}

}  // namespace clout
