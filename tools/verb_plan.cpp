// clout plan: what a study will cost, and the scripts that play it on a cluster.
#include "engine/base/text.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/report/text/sweep_text.hpp"
#include "engine/study/point_cost.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/exit_code.hpp"
#include "tools/job_scripts.hpp"
#include "tools/machine.hpp"
#include "tools/progress_meter.hpp"
#include "tools/results.hpp"
#include "tools/study_store.hpp"
#include "tools/sweep_planning.hpp"
#include "tools/sweep_request.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace clout {
namespace plan_verb {

struct Asked {
    SweepTyped sweep;
    std::string slurm, hours;
    std::optional<std::uint64_t> threads, largest_array;
    std::vector<std::string> directives;
    bool on_the_node = false;
};

std::string check_hours(const std::string& text) {
    char* end = nullptr;
    const double hours = std::strtod(text.c_str(), &end);
    return *end == '\0' && hours > 0 && hours <= 1000 ? "" : text + " is no number of hours, as in 2 or 0.5";
}

std::vector<Option> options(Asked& asked) {
    std::vector<Option> all = design_options(asked.sweep);
    const std::vector<Option> own{
        {.label = "--slurm",
         .into = &asked.slurm,
         .meaning = "a new folder for the scripts, the scenario and the shards",
         .value = "DIR"},
        {.label = "--hours",
         .into = &asked.hours,
         .meaning = "that a shard is to take (default: 1)",
         .value = "H",
         .check = check_hours},
        {.label = "--threads",
         .into = &asked.threads,
         .meaning = "of a task (default: 1)",
         .value = "N",
         .check = whole_number(1, 4096)},
        {.label = "--node-local",
         .into = &asked.on_the_node,
         .meaning = "a task writes its store in $TMPDIR of its node, and moves it here at its end"},
        {.label = "--max-array",
         .into = &asked.largest_array,
         .meaning = "the cluster's MaxArraySize (default: as scontrol says, else 1001)",
         .value = "N",
         .check = whole_number(2)},
        {.label = "--sbatch",
         .into = &asked.directives,
         .meaning = "a line for sbatch, as in --sbatch=--partition=long; may be repeated",
         .value = "LINE"}};
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

// Of the cluster whose node this is; nothing where there is none.
std::optional<std::size_t> array_size_here() {
#if defined(_WIN32)
    return std::nullopt;  // Slurm knows no such nodes
#else
    FILE* pipe = ::popen("scontrol show config 2>/dev/null", "r");
    if (pipe == nullptr) return std::nullopt;
    std::optional<std::size_t> found;
    char line[4096];
    while (std::fgets(line, sizeof line, pipe) != nullptr) {
        unsigned long size = 0;
        if (std::sscanf(line, "MaxArraySize = %lu", &size) == 1 && size >= 2) found = size;
    }
    ::pclose(pipe);
    return found;
#endif
}

// `clout sweep` as it was asked for here, of the files beside the scripts.
std::vector<std::string> arguments_of(const SweepPlan& plan, const SweepTyped& typed) {
    std::vector<std::string> words{"scenario.yaml",
                                   "--design",
                                   plan.choice.name,
                                   "--design-seed",
                                   std::to_string(plan.choice.seed),
                                   "--keep",
                                   keep_word(plan.keep)};
    const auto add = [&](const char* option, const std::string& value) {
        words.emplace_back(option);
        words.push_back(value);
    };
    if (typed.table.empty()) {
        add("--size", std::to_string(plan.choice.size));
        for (const std::string& varied : plan.vary) add("--vary", varied);
    } else {
        add("--table", "table.csv");
    }
    add("--arms", fmt::format("{}", fmt::join(plan.names, ",")));
    for (const std::string& one : plan.laid_over) add("--set", one);
    return words;
}

void write_scripts(const JobTexts& jobs, const SweepPlan& plan, const SweepTyped& typed) {
    std::vector<ResultFile> files{{"scenario.yaml", plan.bundle.text},
                                  {"sweep.sbatch", sweep_script(jobs)},
                                  {"merge.sbatch", merge_script(jobs)},
                                  {"submit", submit_script(jobs)}};
    for (const auto& [path, text] : plan.bundle.rosters) files.push_back({path, text});
    if (!typed.table.empty()) files.push_back({"table.csv", read_whole(typed.table)});
    make_folder(jobs.folder, [&](const std::filesystem::path& into) {
        for (const ResultFile& file : files) {
            std::filesystem::create_directories((into / file.name).parent_path());
            write_file(into / file.name, file.content);
        }
        std::filesystem::permissions(into / "submit", std::filesystem::perms::owner_exec,
                                     std::filesystem::perm_options::add);
    });
}

std::string told(const JobTexts& jobs, const PointCost& cost) {
    const double all = static_cast<double>(jobs.plan.points) * cost.seconds;
    std::string text =
        fmt::format("{} of one thread, by {} that were played; {} of about {} on {}\n", duration(all),
                    counted(cost.measured, "point", "points"), counted(jobs.shards.count, "shard", "shards"),
                    duration(jobs.shards.hours * 3600), counted(jobs.plan.threads, "thread", "threads"));
    if (jobs.shards.limited)
        text += fmt::format(
            "an array of this cluster has at most {} tasks (MaxArraySize {}): shards are longer than "
            "asked for, and go on where their time ends\n",
            jobs.plan.largest_array - 1, jobs.plan.largest_array);
    if (!jobs.folder.empty()) text += "to hand it over: " + jobs.folder + "/submit\n";
    return text;
}

int plan_with(const Asked& asked, const Request& request) {
    const SweepTyped& typed = asked.sweep;
    if (!asked.slurm.empty() && std::filesystem::exists(asked.slurm))
        return report_failure(
            {refused_request(asked.slurm + " is there already", "--slurm names a new folder")}, request);
    const auto sweep = to_request(typed, std::nullopt);
    if (!sweep) return report_failure(sweep.problems(), request);
    const auto planned = plan_or_report(typed.file, sweep.value().asked, request);
    if (const int* code = std::get_if<int>(&planned)) return *code;
    const SweepPlan& plan = std::get<SweepPlan>(planned);
    constexpr std::size_t kMostMeasured = 32;
    constexpr double kSecondsMeasured = 3;
    constexpr std::size_t kUsualArray = 1001;  // Slurm's own
    const PointCost cost = measure_points(plan, kMostMeasured, kSecondsMeasured);
    JobTexts jobs;
    jobs.plan = {plan.design.points(), cost.seconds,
                 asked.hours.empty() ? 1 : std::strtod(asked.hours.c_str(), nullptr),
                 static_cast<std::size_t>(asked.threads.value_or(1)), kUsualArray};
    jobs.plan.largest_array = asked.largest_array ? static_cast<std::size_t>(*asked.largest_array)
                                                  : array_size_here().value_or(kUsualArray);
    jobs.shards = shards_of(jobs.plan);
    if (!asked.slurm.empty()) {
        jobs.folder = std::filesystem::absolute(asked.slurm).lexically_normal().string();
        jobs.program = own_path().string();
        jobs.arguments = arguments_of(plan, typed);
        jobs.directives = asked.directives;
        jobs.on_the_node = asked.on_the_node;
        write_scripts(jobs, plan, typed);
    }
    return print_result(plan_text(plan, plan.design.points(), style_for(request)) + told(jobs, cost));
}

int plan(const Request& request, const Asked& asked) { return plan_with(asked, request); }

}  // namespace plan_verb

Verb verb_plan() {
    using namespace plan_verb;
    return make_verb<Asked, options, plan>("plan",
                                           "what a study will cost, and scripts that play it on a cluster",
                                           "one scenario", {.json = false});
}

}  // namespace clout
