#include "engine/analysis/estimators/finding_box.hpp"

#include <algorithm>
#include <numeric>

namespace clout {
namespace {

constexpr double kPeel = 0.05;       // [share] of what is inside, at a time
constexpr double kLeastMass = 0.02;  // [share] of all points
constexpr double kTells = 0.01;      // [share] of density that a side must add

struct Box {
    std::vector<double> low, high;  // (factors)
};

struct Judged {
    std::size_t inside = 0, good = 0;
};

class Peeling {
public:
    Peeling(const Sample& sample, const std::vector<bool>& holds) : sample_(sample), holds_(holds) {
        inside_.resize(holds.size());
        std::iota(inside_.begin(), inside_.end(), std::size_t{0});
        box_ = {std::vector<double>(sample.factors, 0.0), std::vector<double>(sample.factors, 1.0)};
        for (const bool one : holds) good_ += one ? 1 : 0;
    }

    Box best() {
        Box found = box_;
        double score = score_of(judge(box_));
        while (peel()) {
            const double here = score_of(judge(box_));
            if (here > score) {
                score = here;
                found = box_;
            }
        }
        return found;
    }

    Judged judge(const Box& box) const {
        Judged judged;
        for (std::size_t r = 0; r < holds_.size(); ++r) {
            if (!contains(box, r)) continue;
            ++judged.inside;
            judged.good += holds_[r] ? 1 : 0;
        }
        return judged;
    }

    [[nodiscard]] std::size_t good() const { return good_; }

private:
    bool contains(const Box& box, std::size_t r) const {
        for (std::size_t f = 0; f < sample_.factors; ++f)
            if (sample_.at(r, f) < box.low[f] || sample_.at(r, f) > box.high[f]) return false;
        return true;
    }

    // 2 · coverage · density / (coverage + density).
    double score_of(const Judged& judged) const {
        const auto both = static_cast<double>(judged.inside + good_);
        return both > 0 ? 2 * static_cast<double>(judged.good) / both : 0;
    }

    // Takes off the slice that leaves the largest share of points where it holds; false where none is left.
    bool peel() {
        const std::size_t n = inside_.size();
        const auto cut = std::max<std::size_t>(1, static_cast<std::size_t>(kPeel * static_cast<double>(n)));
        if (static_cast<double>(n - std::min(n, cut)) < kLeastMass * static_cast<double>(holds_.size()) ||
            n < 20)
            return false;
        double best = -1;
        Box next;
        for (std::size_t f = 0; f < sample_.factors; ++f) {
            std::vector<double> values;
            for (const std::size_t r : inside_) values.push_back(sample_.at(r, f));
            std::sort(values.begin(), values.end());
            for (const bool from_below : {true, false}) {
                Box tried = box_;
                (from_below ? tried.low : tried.high)[f] = from_below ? values[cut] : values[n - 1 - cut];
                const Judged judged = judge(tried);
                if (judged.inside == n || judged.inside == 0) continue;
                const double density = static_cast<double>(judged.good) / static_cast<double>(judged.inside);
                if (density > best) {
                    best = density;
                    next = tried;
                }
            }
        }
        if (best < 0) return false;
        box_ = next;
        std::erase_if(inside_, [&](std::size_t r) { return !contains(box_, r); });
        return true;
    }

    const Sample& sample_;
    const std::vector<bool>& holds_;
    std::vector<std::size_t> inside_;
    Box box_;
    std::size_t good_ = 0;
};

double density_of(const Judged& judged) {
    return judged.inside == 0 ? 0 : static_cast<double>(judged.good) / static_cast<double>(judged.inside);
}

}  // namespace

FindingBox find_box(const Sample& sample, const std::vector<bool>& holds) {
    Peeling peeling(sample, holds);
    FindingBox region;
    const auto n = static_cast<double>(holds.size()), good = static_cast<double>(peeling.good());
    region.holds = holds.empty() ? 0 : good / n;
    if (peeling.good() == 0 || peeling.good() == holds.size()) {
        region.coverage = region.mass = 1;
        region.density = region.holds;
        return region;
    }
    Box box = peeling.best();
    std::vector<std::pair<double, BoxSide>> sides;
    for (std::size_t f = 0; f < sample.factors; ++f) {
        if (box.low[f] == 0 && box.high[f] == 1) continue;
        Box without = box;
        without.low[f] = 0;
        without.high[f] = 1;
        const double tells = density_of(peeling.judge(box)) - density_of(peeling.judge(without));
        if (tells < kTells)
            box = without;
        else
            sides.push_back({tells, {f, box.low[f], box.high[f]}});
    }
    std::stable_sort(sides.begin(), sides.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& side : sides) region.sides.push_back(side.second);
    const Judged judged = peeling.judge(box);
    region.coverage = static_cast<double>(judged.good) / good;
    region.density = density_of(judged);
    region.mass = static_cast<double>(judged.inside) / n;
    return region;
}

}  // namespace clout
