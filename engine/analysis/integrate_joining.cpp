#include "engine/analysis/legendre.hpp"
#include "engine/analysis/swings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace clout {
namespace {

// How far from their mean, in roots of the sum of squared votes, the votes that come together can be with a
// chance above 1e-15 (Hoeffding 1963: 2 exp(−2 t²)). The same root bounds how fast a mean over n tosses can
// change with p, so that so many times √n nodes integrate it to 1e-15.
constexpr double kReach = 4.2;
constexpr double kMostSums = 1 << 24;   // [sums of votes] kept at once: 128 MB
constexpr std::size_t kTile = 1 << 15;  // [sums] between two questions whether to stop

double as_double(Whole votes) { return static_cast<double>(votes); }

// Each voter joins with that chance; a coalition with `majority` wins. Where most join it is the absent who
// are counted: a voter swings as often when they block.
struct Toss {
    double chance = 0;
    Whole majority = 0;
};
Toss toss_at(const Electorate& electorate, double p) {
    return p <= 0.5 ? Toss{p, electorate.majority} : Toss{1 - p, electorate.total - electorate.majority + 1};
}

double reach_of(const Electorate& electorate) {
    double squares = 0;
    for (const Electorate::Kind& kind : electorate.kinds) {
        squares += static_cast<double>(kind.count) * as_double(kind.votes) * as_double(kind.votes);
    }
    return kReach * std::sqrt(squares);
}

// The sums of votes that can come together with a chance that matters, kind after kind: `first` … `last` − 1,
// below `end`.
struct Window {
    double chance = 0, end = 0;
    double first = 0, last = 1;
    double mean = 0, squares = 0;  // of the votes that come together

    void add(const Electorate::Kind& kind) {
        const double votes = as_double(kind.votes), count = static_cast<double>(kind.count);
        mean += chance * count * votes;
        squares += count * votes * votes;
        const double reach = kReach * std::sqrt(squares);
        first = std::max(first, std::floor(mean - reach));
        last = std::min({end, last + count * votes, std::floor(mean + reach) + 2});
    }
    [[nodiscard]] bool empty() const { return last <= first; }
};

// Whether anybody can swing there with a chance that matters.
bool matters(const Electorate& electorate, const Toss& toss, double reach) {
    const double most = as_double(electorate.kinds.back().votes);
    return std::abs(toss.chance * as_double(electorate.total) - as_double(toss.majority)) <= reach + most + 1;
}

std::vector<QuadratureNode> nodes_of(const Electorate& electorate) {
    const double n = static_cast<double>(electorate.voters);
    const auto exact = static_cast<std::size_t>(electorate.voters / 2 + 1);
    return legendre_nodes(std::min(exact, static_cast<std::size_t>(std::ceil(kReach * std::sqrt(n))) + 8));
}

struct Taps {  // how many of alike voters join: chances of first, first + 1, …
    std::uint64_t first = 0;
    std::vector<double> chance;
};

// The binomial distribution where it is more than 1e-20 of its peak, from the peak outwards.
Taps binomial(std::uint64_t count, double p) {
    constexpr double kLeast = 1e-20;
    const double n = static_cast<double>(count), odds = p / (1 - p);
    const auto peak = std::min(count, static_cast<std::uint64_t>((n + 1) * p));
    std::vector<double> below, above{1.0};
    for (std::uint64_t k = peak; k > 0 && (below.empty() || below.back() > kLeast); --k) {
        const double last = below.empty() ? 1.0 : below.back(), joined = static_cast<double>(k);
        below.push_back(last * joined / ((n - joined + 1) * odds));
    }
    for (std::uint64_t k = peak; k < count && above.back() > kLeast; ++k) {
        const double joined = static_cast<double>(k);
        above.push_back(above.back() * (n - joined) * odds / (joined + 1));
    }
    Taps taps{peak - below.size(), {below.rbegin(), below.rend()}};
    taps.chance.insert(taps.chance.end(), above.begin(), above.end());
    double sum = 0;
    for (const double chance : taps.chance) sum += chance;
    for (double& chance : taps.chance) chance /= sum;
    return taps;
}

// The chances of the sums of votes below a majority that can come about: of `first` … `last` − 1.
class Distribution {
public:
    Distribution(const Electorate& electorate, const Toss& toss, const std::function<bool()>& stop)
        : electorate_(electorate),
          toss_(toss),
          stop_(stop),
          end_(static_cast<std::size_t>(toss.majority)),
          window_{toss.chance, as_double(toss.majority)} {
        chance_.assign(end_, 0.0);
        chance_[0] = 1.0;
    }

    // False where it was stopped.
    bool fill() {
        for (const Electorate::Kind& kind : electorate_.kinds) {
            if (stop_ && stop_()) return false;
            const auto votes = static_cast<std::size_t>(std::min<Whole>(kind.votes, end_));
            const Span now{first_, last_};
            window_.add(kind);
            first_ = static_cast<std::size_t>(window_.first);
            last_ = static_cast<std::size_t>(window_.last);
            if (window_.empty()) return true;  // none of them falls short
            if (kind.count == 1) {
                add_one(now, votes);
            } else if (!add_alike(now, votes, kind.count)) {
                return false;
            }
        }
        for (std::size_t at = first_; at + 1 < last_; ++at) chance_[at + 1] += chance_[at];
        return true;
    }

    // The chance that the others fall short by at most the votes of one of this kind. G, of the others, comes
    // from F, of all, step by step: F(s) = (1 − p) G(s) + p G(s − v), which errs less and less as p ≤ ½.
    [[nodiscard]] double swing(Whole kind_votes) const {
        const auto votes = static_cast<std::size_t>(std::min<Whole>(kind_votes, end_));
        const double p = toss_.chance;
        double others = 0;
        if (last_ <= first_) return 0;
        if (end_ > votes && end_ - 1 - votes >= first_) {
            for (std::size_t s = end_ - 1 - votes - (end_ - 1 - votes - first_) / votes * votes;
                 s + votes < end_; s += votes) {
                others = (up_to(s) - p * others) / (1 - p);
            }
        }
        return std::max(0.0, (up_to(end_ - 1) - others) / (1 - p));
    }

private:
    struct Span {
        std::size_t first, last;
    };

    [[nodiscard]] double up_to(std::size_t sum) const {
        return sum < first_ ? 0 : chance_[std::min(sum, last_ - 1)];
    }

    // From above, so that nothing is read after it was written; in tiles that do not overlap.
    void add_one(Span now, std::size_t votes) {
        const double joins = toss_.chance, stays = 1 - joins;
        for (std::size_t end = last_; end > first_;) {
            const std::size_t begin = end - std::min({end - first_, votes, kTile});
            double* to = &chance_[begin];
            const std::size_t own = now.last > begin ? std::min(end, now.last) - begin : 0;
            for (std::size_t i = 0; i < own; ++i) to[i] *= stays;
            for (std::size_t i = own; i < end - begin; ++i) to[i] = 0;
            const std::size_t low = std::max(begin, now.first + votes),
                              high = std::min(end, now.last + votes);
            for (std::size_t s = low; s < high; s += 1) chance_[s] += joins * chance_[s - votes];
            end = begin;
        }
    }

    bool add_alike(Span now, std::size_t votes, std::uint64_t count) {
        const Taps taps = binomial(count, toss_.chance);
        spare_.assign(end_, 0.0);
        for (std::size_t at = 0; at < taps.chance.size(); ++at) {
            if (stop_ && at % 16 == 0 && stop_()) return false;
            const double moved = static_cast<double>(votes) * static_cast<double>(taps.first + at);
            if (moved >= static_cast<double>(end_)) break;
            const std::size_t move = votes * static_cast<std::size_t>(taps.first + at);
            const std::size_t low = std::max(first_, now.first + move),
                              high = std::min(last_, now.last + move);
            for (std::size_t s = low; s < high; ++s) spare_[s] += taps.chance[at] * chance_[s - move];
        }
        chance_.swap(spare_);
        return true;
    }

    const Electorate& electorate_;
    Toss toss_;
    const std::function<bool()>& stop_;
    std::size_t end_ = 0;               // sums that win begin here
    std::size_t first_ = 0, last_ = 1;  // of the sums that are kept
    Window window_;
    std::vector<double> chance_, spare_;
};

std::vector<double> swings_at(const Electorate& electorate, double p, double reach,
                              const PowerOptions& options) {
    const Toss toss = toss_at(electorate, p);
    std::vector<double> swings(electorate.kinds.size(), 0.0);
    if (!matters(electorate, toss, reach)) return swings;
    Distribution distribution(electorate, toss, options.stop);
    if (!distribution.fill()) return {};
    for (std::size_t k = 0; k < swings.size(); ++k) swings[k] = distribution.swing(electorate.kinds[k].votes);
    return swings;
}

}  // namespace

// Every node that matters costs, for every kind of voters, the sums within reach times the ways to join.
double cost_of_joining(const Electorate& electorate) {
    const double blocking = as_double(electorate.total - electorate.majority);
    if (as_double(electorate.majority) > kMostSums || blocking > kMostSums) {
        return std::numeric_limits<double>::infinity();
    }
    const double reach = reach_of(electorate);
    double cost = 0;
    for (const QuadratureNode& node : nodes_of(electorate)) {
        const Toss toss = toss_at(electorate, node.at);
        if (!matters(electorate, toss, reach)) continue;
        Window window{toss.chance, as_double(toss.majority)};
        for (const Electorate::Kind& kind : electorate.kinds) {
            window.add(kind);
            if (window.empty()) break;
            const double count = static_cast<double>(kind.count);
            cost += (window.last - window.first) * std::min(count, 2 * kReach * std::sqrt(count) + 1);
        }
    }
    return cost;
}

std::optional<std::vector<Swings>> integrate_joining(const Electorate& electorate,
                                                     const PowerOptions& options) {
    std::vector<QuadratureNode> nodes = nodes_of(electorate);
    nodes.push_back({0.5, 0.0});  // fair coins
    const double reach = reach_of(electorate);
    std::vector<std::vector<double>> found(nodes.size());
    const std::size_t done = parallel_for(
        nodes.size(), options.workers,
        [&](std::size_t at) { found[at] = swings_at(electorate, nodes[at].at, reach, options); },
        options.stop);
    std::vector<Swings> swings(electorate.kinds.size());
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        if (done < nodes.size() || found[at].empty()) return std::nullopt;
        for (std::size_t k = 0; k < swings.size(); ++k) {
            swings[k].in_orders += nodes[at].weight * found[at][k];
            if (at + 1 == nodes.size()) swings[k].in_tosses = found[at][k];
        }
    }
    return swings;
}

}  // namespace clout
