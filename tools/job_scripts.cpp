#include "tools/job_scripts.hpp"

#include "engine/base/text.hpp"
#include "tools/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr double kSecondsAnHour = 3600;
constexpr double kRoom = 1.5;         // a task may take so much longer than was measured
constexpr double kLeastMinutes = 10;  // of a task: below, starting it costs more than its work
constexpr int kSecondsToStop = 120;   // before its time is over a task is told to stop

// Lines of #SBATCH that both jobs have.
std::string directives(const JobTexts& jobs) {
    std::string lines;
    for (const std::string& one : jobs.directives) lines += "#SBATCH " + one + "\n";
    return lines;
}

std::string beginning(const JobTexts& jobs) {
    return fmt::format("folder={}\ncd \"$folder\" || exit 1\nclout=\"${{CLOUT:-{}}}\"\n",
                       shell_quoted(jobs.folder), jobs.program);
}

long minutes_of(const Shards& shards, double hours) {
    const double expected = std::min(shards.hours, hours) * 60 * kRoom;
    return std::lround(std::ceil(std::max(kLeastMinutes, expected)));
}

}  // namespace

Shards shards_of(const JobPlan& plan) {
    const double all = static_cast<double>(plan.points) * plan.seconds_a_point / kSecondsAnHour;
    const double a_shard = plan.hours * static_cast<double>(plan.threads);
    const double wanted = std::ceil(std::max(1.0, all / a_shard));
    const std::size_t most = std::min(plan.points, plan.largest_array - 1);
    Shards shards;
    shards.limited = wanted > static_cast<double>(most);
    shards.count = shards.limited ? most : static_cast<std::size_t>(wanted);
    shards.hours = all / static_cast<double>(shards.count) / static_cast<double>(plan.threads);
    return shards;
}

std::string sweep_script(const JobTexts& jobs) {
    std::string arguments;
    for (const std::string& word : jobs.arguments) arguments += " " + shell_quoted(word);
    return fmt::format(
               "#!/bin/bash\n"
               "# One shard of the study: about {:.2g} h of {}.\n"
               "#SBATCH --job-name=clout-sweep\n"
               "#SBATCH --array=1-{}\n"
               "#SBATCH --cpus-per-task={}\n"
               "#SBATCH --time={}\n"
               "#SBATCH --signal=B:TERM@{}\n"
               "#SBATCH --requeue\n"
               "#SBATCH --open-mode=append\n"
               "#SBATCH --output=shard-%a.log\n",
               jobs.shards.hours, counted(jobs.plan.threads, "thread", "threads"), jobs.shards.count,
               jobs.plan.threads, minutes_of(jobs.shards, jobs.plan.hours), kSecondsToStop) +
           directives(jobs) + beginning(jobs) +
           fmt::format(
               "shard=\"$SLURM_ARRAY_TASK_ID\"\n"
               "store=\"shard-$shard.study\"\n"
               "# Slurm runs one task of a number at a time: a lock here is that of a node that died.\n"
               "rm -f \"$store.lock\"\n"
               "\"$clout\" sweep{} --store \"$store\" --shard \"$shard/{}\" --resume-or-start{} \\\n"
               "    --progress plain -j \"$SLURM_CPUS_PER_TASK\" &\n"
               "child=$!\n"
               "stopped=no\n"
               "trap 'stopped=yes; kill -TERM \"$child\" 2>/dev/null' TERM\n"
               "wait \"$child\"\n"
               "code=$?\n"
               "# A signal ends waiting, not the program: it keeps what it has, and says how it ended.\n"
               "if [ $stopped = yes ] && [ $code -gt 128 ]; then\n"
               "    wait \"$child\"\n"
               "    code=$?\n"
               "fi\n"
               "# 75: its time was over before its points were. It goes on where it was; anything else "
               "would\n"
               "# end the same way again.\n"
               "if [ $code -eq 75 ] && [ \"${{SLURM_RESTART_COUNT:-0}}\" -lt 100 ]; then\n"
               "    scontrol requeue \"$SLURM_JOB_ID\" && sleep 60\n"
               "fi\n"
               "exit $code\n",
               arguments, jobs.shards.count, jobs.on_the_node ? " --work-in \"${TMPDIR:-/tmp}\"" : "");
}

std::string merge_script(const JobTexts& jobs) {
    return "#!/bin/bash\n"
           "# All shards put together, once none of them runs any more.\n"
           "#SBATCH --job-name=clout-merge\n"
           "#SBATCH --time=60\n"
           "#SBATCH --output=merge.log\n" +
           directives(jobs) + beginning(jobs) + "\"$clout\" merge shard-*.study --into whole.study\n";
}

std::string submit_script(const JobTexts& jobs) {
    return fmt::format(
        "#!/bin/sh\n"
        "# Hands the study to Slurm: {}, and what puts them together. Words go to sbatch.\n"
        "set -eu\n"
        "cd \"$(dirname \"$0\")\"\n"
        "sweep=$(sbatch --parsable \"$@\" sweep.sbatch)\n"
        "merge=$(sbatch --parsable --dependency=afterany:\"${{sweep%%;*}}\" \"$@\" merge.sbatch)\n"
        "echo \"shards: job ${{sweep%%;*}}; together: job ${{merge%%;*}}, into whole.study\"\n",
        counted(jobs.shards.count, "shard", "shards"));
}

}  // namespace clout
