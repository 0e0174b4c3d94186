// clout doctor: what this machine and this build offer, and whether results depend on the number of threads.
#include "engine/base/native.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/text.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/table.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/scenario/text/files.hpp"
#include "engine/study/provenance.hpp"
#include "engine/system/compile.hpp"
#include "tools/exit_code.hpp"
#include "tools/machine.hpp"
#include "tools/memory_limits.hpp"
#include "tools/results.hpp"
#include "tools/starters.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <fmt/format.h>

#include <cstring>

namespace clout {
namespace doctor_verb {

using Facts = std::vector<std::pair<std::string, std::string>>;

std::string or_none(const std::optional<std::size_t>& value) {
    return value ? std::to_string(*value) : "not set";
}

Facts facts_of_machine(const Request& request) {
    const Allowance allowed = allowance();
    std::vector<std::string> names;
    for (const auto& starter : starters()) {
        names.push_back(starter.name + (starter.file.empty() ? " (built in)" : ""));
    }
    return {{"clout", version()},
            {"compiler", CLOUT_COMPILER},
            {"build", CLOUT_BUILD},
            {"processor", processor_name()},
            {"cores", std::to_string(allowed.cores)},
            {"memory", fmt::format("{:.1f} GB", machine_memory() / 1e9)},
            {"memory this process may use", fmt::format("{:.1f} GB", memory_allowed() / 1e9)},
            {"cores this process may use", or_none(allowed.affinity)},
            {"SLURM_CPUS_PER_TASK", or_none(allowed.slurm)},
            {"threads clout will use", std::to_string(workers_for(request).count)},
            {"vectors", fmt::format("{} doubles at once", native::kWidth)},
            {"parallel loop", parallel_backend()},
            {"libraries", CLOUT_LIBRARIES},
            {"scenarios to start from", and_list(names)}};
}

bool same_bits(const Outcome& a, const Outcome& b) {
    return a.values.size() == b.values.size() && !a.values.empty() &&
           std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(double)) == 0;
}

// What the self-check found; `sound` says whether it may be relied on.
std::string self_check(bool& sound) {
    constexpr std::size_t kReplicates = 64;
    const auto built_in = [](const std::string&) { return std::optional(starter_text({"one-area", {}})); };
    const auto read = read_library("one-area.yaml", {}, files_from(built_in));
    sound = static_cast<bool>(read);
    if (!sound) {
        return "FAILED: the built-in scenario is not sound: " + to_text(read.problems().at(0));
    }
    const System system = compile(read.value().arms[read.value().baseline].scenario);
    const System* systems[] = {&system};
    const auto run = [&](std::size_t threads) {
        EnsembleOptions options;
        options.replicates = kReplicates;
        options.workers = Workers{threads};
        return run_ensemble(systems, options)[0];
    };
    sound = same_bits(run(1), run(2));
    return sound ? fmt::format("{} replicates of one-area have the same bits on 1 and on 2 threads",
                               kReplicates)
                 : std::string("FAILED: results on 1 and on 2 threads differ");
}

struct Asked {};

std::vector<Option> options(Asked&) { return {}; }

int doctor(const Request& request, const Asked&) {
    constexpr std::size_t kIndent = 28;  // [columns]
    Facts facts = facts_of_machine(request);
    bool sound = false;
    facts.emplace_back("self-check", self_check(sound));
    std::string text;
    for (const auto& [name, value] : facts) {
        text += paragraph(name, kIndent, value, style_for(request));
    }
    const int printed = print_result(request.json ? facts_json(facts) : text);
    return printed ? printed : sound ? kDone : kCheckNotMet;
}

}  // namespace doctor_verb

Verb verb_doctor() {
    using namespace doctor_verb;
    return make_verb<Asked, options, doctor>(
        "doctor", "what this machine and this build offer, and a self-check", "no file");
}

}  // namespace clout
