#include "engine/report/text/end_words.hpp"

#include "engine/base/text.hpp"
#include "engine/report/text/display_names.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/words.hpp"
#include "engine/run/watch/chronicle.hpp"

#include <fmt/format.h>

namespace clout {
namespace {

constexpr std::size_t kHeirs = 4;  // that are named

std::string acquired(const EndRecord& end, const Scenario& scenario) {
    if (end.heirs.empty()) return "Nobody was left to add its clout to.";
    return fmt::format("{} runs it now, and adds its clout of {} to its own; it still delivers and is paid.",
                       capitalised(actor_display_name(scenario, end.heirs[0].who)), grouped(end.clout, 2));
}

std::string inherited(const EndRecord& end, const Scenario& scenario) {
    if (end.heirs.empty()) return "Nobody of its sector was left to take on what it leaves.";
    std::vector<std::string> heirs;
    for (std::size_t at = 0; at < end.heirs.size() && at < kHeirs; ++at) {
        heirs.push_back(fmt::format("{} ({})", actor_display_name(scenario, end.heirs[at].who),
                                    level(end.heirs[at].part, Manner::part, 0)));
    }
    if (end.heirs_in_all > kHeirs) heirs.push_back(grouped(end.heirs_in_all - kHeirs) + " more");
    const std::string patients =
        end.patients > 0 ? fmt::format(" and {} patients", grouped(end.patients, 0)) : std::string();
    return fmt::format("Its income{} pass{} to {}.", patients, patients.empty() ? "es" : "", and_list(heirs));
}

}  // namespace

std::string end_words(const EndRecord& end, const Scenario& scenario) {
    const std::string name = actor_display_name(scenario, end.who);
    const std::string why =
        end.acquired ? fmt::format("{}. It was weak and stood alone: {:.0f} % of its reserves were left. ",
                                   name, 100 * end.resilience)
                     : fmt::format("{}. Its reserves were spent: it was paid {} a year and needed {}{}. ",
                                   name, pounds(end.total), pounds(end.need),
                                   end.total < end.need ? "" : ", so it was ill luck and not money");
    return why + (end.taken_over ? acquired(end, scenario) : inherited(end, scenario));
}

}  // namespace clout
