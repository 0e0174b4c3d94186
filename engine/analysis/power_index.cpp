#include "engine/analysis/power_index.hpp"

#include "engine/analysis/swings.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace clout {
namespace {

Electorate electorate_of(std::span<const Voters> voters, const WholeVotes& votes) {
    Electorate electorate;
    std::map<Whole, std::uint64_t> counts;
    for (std::size_t kind = 0; kind < voters.size(); ++kind) {
        if (votes.each[kind] > 0) counts[votes.each[kind]] += voters[kind].count;
    }
    for (const auto& [each, count] : counts) {
        electorate.kinds.push_back({each, count});
        electorate.voters += count;
    }
    electorate.total = votes.total;
    electorate.majority = votes.majority;
    return electorate;
}

constexpr double kAtOnce = 1e7;  // [additions] a few hundredths of a second: done even when asked to stop

std::optional<std::vector<Swings>> swings_of(const Electorate& electorate, PowerOptions options) {
    const double meeting = cost_of_meeting(electorate), joining = cost_of_joining(electorate);
    const double least = std::min(meeting, joining);
    if (least > options.budget) return draw_coalitions(electorate, options);
    if (least < kAtOnce) options.stop = {};
    return meeting <= joining ? meet_in_the_middle(electorate, options)
                              : integrate_joining(electorate, options);
}

}  // namespace

std::optional<std::vector<VotingPower>> voting_power(std::span<const Voters> voters, const WholeVotes& votes,
                                                     const PowerOptions& options) {
    std::vector<VotingPower> power(voters.size());
    const Electorate electorate = electorate_of(voters, votes);
    if (electorate.majority == 0 || electorate.majority > electorate.total) return power;
    const auto swings = swings_of(electorate, options);
    if (!swings) return std::nullopt;
    double tosses = 0;
    for (std::size_t k = 0; k < swings->size(); ++k) {
        tosses += static_cast<double>(electorate.kinds[k].count) * (*swings)[k].in_tosses;
    }
    const double scale = tosses > 0 ? 1 / tosses : 0;
    for (std::size_t row = 0; row < voters.size(); ++row) {
        const auto kind = std::lower_bound(electorate.kinds.begin(), electorate.kinds.end(), votes.each[row],
                                           [](const Electorate::Kind& k, Whole v) { return k.votes < v; });
        if (votes.each[row] == 0) continue;
        const Swings& own = (*swings)[static_cast<std::size_t>(kind - electorate.kinds.begin())];
        power[row] = {own.in_orders, own.in_tosses * scale, own.in_tosses, own.in_orders_se,
                      own.in_tosses_se * scale};
    }
    return power;
}

std::optional<std::vector<VotingPower>> voting_power(std::span<const Voters> voters, double quota,
                                                     const PowerOptions& options) {
    return voting_power(voters, whole_votes(voters, quota), options);
}

}  // namespace clout
