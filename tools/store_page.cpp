#include "tools/store_page.hpp"

#include "engine/report/files/folder.hpp"
#include "engine/report/page/study_page.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/provenance.hpp"
#include "tools/exit_code.hpp"
#include "tools/results.hpp"
#include "tools/study_store.hpp"
#include "tools/terminal.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>

namespace clout {
namespace {

// What --until says, or that the figure findings lead with is more than nothing, or less.
Result<Condition> condition_of(const std::string& until, const SweepSample& sample, double mean) {
    if (until.empty()) return Condition{sample.figure, mean >= 0, 0};
    return asked_condition(until, "--until");
}

int write_page(const Request& request, const PageAsked& asked, const std::string& file) {
    const auto [store, study] = read_store(file);
    const StudyCard card = store.card();
    const auto library = read_bundle(bundle_of(card), file, asked_of(card).laid_over);
    if (!library) return report_failure(library.problems(), request);
    std::optional<Figure> figure;
    if (const auto condition = to_condition(asked.until)) figure = condition->figure;
    const auto sample = read_sample(study, store, figure, "");
    if (!sample) return report_failure(sample.problems(), request);
    const Sensitivity hangs_on = find_sensitivity(sample.value(), study.design.order());
    const auto condition = condition_of(asked.until, sample.value(), hangs_on.mean);
    if (!condition) return report_failure(condition.problems(), request);
    const Robustness where = find_robustness(study, sample.value(), condition.value());
    const StoreState state = state_of(store, file);
    const Provenance provenance = provenance_of(library.value(), library.value().baseline);
    write_file(asked.page, study_page({&study, &state, &sample.value(), &hangs_on, &where, condition.value(),
                                       &library.value(), &provenance, request.command, asked.redact}));
    return print_result("The page is in " + asked.page + "\n");
}

}  // namespace

bool is_store(const std::string& file) {
    constexpr std::string_view kDatabase = "SQLite format 3";
    std::array<char, kDatabase.size()> begins{};
    std::ifstream in(std::filesystem::path(file), std::ios::binary);
    return in.read(begins.data(), begins.size()) &&
           std::string_view(begins.data(), begins.size()) == kDatabase;
}

int write_store_page(const Request& request, const PageAsked& asked, const std::string& file) {
    if (!asked.with.empty() || !asked.vary.empty() || !asked.recalibrate.empty()) {
        write_error(
            "clout: report: the page of a study is read off its store and plays nothing; --with, "
            "--vary and --recalibrate belong to a scenario\n");
        return kUsage;
    }
    return with_store([&] { return write_page(request, asked, file); });
}

}  // namespace clout
