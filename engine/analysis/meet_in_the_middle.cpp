#include "engine/analysis/swings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace clout {
namespace {

constexpr double kMostCoalitions = 1 << 20;  // of one half: some 50 MB
constexpr std::uint64_t kMostVoters = 53;    // coalitions are counted in doubles, exactly

struct Coalition {
    Whole votes = 0;
    double ways = 1;         // to choose it among voters who are alike
    std::uint32_t size = 0;  // [voters]
    std::uint32_t code = 0;  // how many of each kind, in mixed radix
};

struct Half {
    std::vector<std::size_t> kinds;     // rows of the electorate's
    std::vector<std::uint32_t> stride;  // (kinds) of the code
    std::uint64_t voters = 0;
    double coalitions = 1;
    std::vector<Coalition> sorted;  // by votes
};

// The largest kind first, to the half that has fewer coalitions.
std::array<Half, 2> halves_of(const Electorate& electorate) {
    std::vector<std::size_t> order(electorate.kinds.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return electorate.kinds[a].count > electorate.kinds[b].count;
    });
    std::array<Half, 2> halves;
    for (const std::size_t k : order) {
        Half& half = halves[halves[0].coalitions <= halves[1].coalitions ? 0 : 1];
        half.kinds.push_back(k);
        half.voters += electorate.kinds[k].count;
        half.coalitions *= static_cast<double>(electorate.kinds[k].count) + 1;
    }
    return halves;
}

void fill(const Electorate& electorate, Half& half) {
    half.sorted.push_back({});
    for (const std::size_t k : half.kinds) {
        const Electorate::Kind& kind = electorate.kinds[k];
        const auto stride = static_cast<std::uint32_t>(half.sorted.size());
        half.stride.push_back(stride);
        double ways = 1;
        for (std::uint64_t joined = 1; joined <= kind.count; ++joined) {
            ways *= static_cast<double>(kind.count - joined + 1) / static_cast<double>(joined);
            for (std::uint32_t at = 0; at < stride; ++at) {
                Coalition made = half.sorted[at];
                made.votes += kind.votes * joined;
                made.ways *= std::round(ways);
                made.size += static_cast<std::uint32_t>(joined);
                made.code += stride * static_cast<std::uint32_t>(joined);
                half.sorted.push_back(made);
            }
        }
    }
    std::sort(half.sorted.begin(), half.sorted.end(), [](const Coalition& a, const Coalition& b) {
        return a.votes != b.votes ? a.votes < b.votes : a.code < b.code;
    });
}

// The coalitions of a half that one voter of its `row`-th kind is not in.
std::vector<Coalition> without_one(const Half& half, std::size_t row, std::uint64_t count) {
    std::vector<Coalition> left;
    for (Coalition coalition : half.sorted) {
        const std::uint64_t joined = coalition.code / half.stride[row] % (count + 1);
        if (joined == count) continue;
        coalition.ways *= static_cast<double>(count - joined) / static_cast<double>(count);
        left.push_back(coalition);
    }
    return left;
}

// Ways by size, of coalitions that fall short of `majority` by at most `own` votes.
std::vector<double> swings_by_size(const std::vector<Coalition>& ours, const Half& theirs,
                                   std::uint64_t others, Whole own, Whole majority) {
    std::vector<double> by_size(others + 1, 0.0), window(theirs.voters + 1, 0.0);
    const std::vector<Coalition>& all = theirs.sorted;
    std::size_t first = all.size(), last = all.size();  // of those within the window, which moves down
    for (const Coalition& coalition : ours) {
        if (coalition.votes >= majority) break;
        const Whole below = majority - coalition.votes;     // votes of the others: less than this,
        const Whole least = below > own ? below - own : 0;  // and no less than this
        while (first > 0 && all[first - 1].votes >= least) {
            --first;
            window[all[first].size] += all[first].ways;
        }
        while (last > first && all[last - 1].votes >= below) {
            --last;
            window[all[last].size] -= all[last].ways;
        }
        for (std::size_t size = 0; size < window.size(); ++size) {
            by_size[coalition.size + size] += coalition.ways * window[size];
        }
    }
    return by_size;
}

Swings swings_from(const std::vector<double>& by_size) {
    const double voters = static_cast<double>(by_size.size());
    Swings swings;
    double chance = 1 / voters;  // size! (n − size − 1)! / n!
    for (std::size_t size = 0; size < by_size.size(); ++size) {
        swings.in_orders += by_size[size] * chance;
        swings.in_tosses += std::ldexp(by_size[size], -static_cast<int>(by_size.size() - 1));
        chance *= static_cast<double>(size + 1) / (voters - static_cast<double>(size) - 1);
    }
    return swings;
}

}  // namespace

double cost_of_meeting(const Electorate& electorate) {
    if (electorate.voters > kMostVoters) return std::numeric_limits<double>::infinity();
    const auto halves = halves_of(electorate);
    const double larger = std::max(halves[0].coalitions, halves[1].coalitions);
    if (larger > kMostCoalitions) return std::numeric_limits<double>::infinity();
    const double sizes = static_cast<double>(std::max(halves[0].voters, halves[1].voters)) + 1;
    return static_cast<double>(electorate.kinds.size()) * larger * (sizes + 10);
}

std::optional<std::vector<Swings>> meet_in_the_middle(const Electorate& electorate,
                                                      const PowerOptions& options) {
    auto halves = halves_of(electorate);
    for (Half& half : halves) fill(electorate, half);
    std::vector<Swings> swings(electorate.kinds.size());
    const std::size_t first = halves[0].kinds.size();
    const std::size_t done = parallel_for(
        swings.size(), options.workers,
        [&](std::size_t at) {
            const Half& ours = halves[at < first ? 0 : 1];
            const Half& theirs = halves[at < first ? 1 : 0];
            const std::size_t row = at < first ? at : at - first;
            const Electorate::Kind& kind = electorate.kinds[ours.kinds[row]];
            swings[ours.kinds[row]] =
                swings_from(swings_by_size(without_one(ours, row, kind.count), theirs, electorate.voters - 1,
                                           kind.votes, electorate.majority));
        },
        options.stop);
    if (done < swings.size()) return std::nullopt;
    return swings;
}

}  // namespace clout
