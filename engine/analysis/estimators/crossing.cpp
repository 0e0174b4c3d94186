#include "engine/analysis/estimators/crossing.hpp"

#include "engine/analysis/estimators/sample.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace clout {
namespace {

constexpr std::size_t kFirst = 5;  // rungs laid evenly before the search
constexpr double kEven = 1.25;     // the steepest part by the flattest, up to which it moves evenly
constexpr double kNormal95 = 1.959963984540054;

class CrossingSearch {
public:
    CrossingSearch(const CrossingQuestion& question, const std::function<std::vector<double>(double)>& play)
        : question_(question), play_(play) {}

    Crossing run() {
        for (std::size_t i = 0; i < kFirst; ++i) {
            const double part = static_cast<double>(i) / (kFirst - 1);
            if (!add(question_.low + part * (question_.high - question_.low))) return stopped();
        }
        found_.evenly = moves_evenly();
        const auto bracket = first_bracket();
        if (!bracket) {
            found_.kind = found_.rungs.front().mean >= question_.level ? Crossing::Kind::everywhere
                                                                       : Crossing::Kind::nowhere;
            const Rung &first = found_.rungs.front(), &last = found_.rungs.back();
            found_.slope = (last.mean - first.mean) / (last.at - first.at);
            return found_;
        }
        found_.kind =
            over(found_.rungs[*bracket]) < 0 ? Crossing::Kind::from_here_on : Crossing::Kind::up_to_here;
        if (!narrow(found_.rungs[*bracket], found_.rungs[*bracket + 1])) return stopped();
        find_interval();
        return found_;
    }

private:
    double over(const Rung& rung) const { return rung.mean - question_.level; }

    Crossing stopped() {
        found_.kind = Crossing::Kind::stopped;
        return found_;
    }

    const Rung* add(double at) {
        Rung rung{at, play_(at), 0, 0};
        if (rung.values.empty()) return nullptr;
        rung.mean = mean_of(rung.values);
        rung.se = std::sqrt(variance_of(rung.values) / static_cast<double>(rung.values.size()));
        const auto place = std::lower_bound(found_.rungs.begin(), found_.rungs.end(), at,
                                            [](const Rung& one, double value) { return one.at < value; });
        return &*found_.rungs.insert(place, std::move(rung));
    }

    bool moves_evenly() const {
        double least = 0, most = 0;
        for (std::size_t i = 0; i + 1 < found_.rungs.size(); ++i) {
            const double step = found_.rungs[i + 1].mean - found_.rungs[i].mean;
            if (i == 0) least = most = step;
            least = std::min(least, step);
            most = std::max(most, step);
        }
        if (least * most <= 0) return false;
        return std::max(std::abs(least), std::abs(most)) <= kEven * std::min(std::abs(least), std::abs(most));
    }

    std::optional<std::size_t> first_bracket() {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i + 1 < found_.rungs.size(); ++i) {
            if ((over(found_.rungs[i]) >= 0) == (over(found_.rungs[i + 1]) >= 0)) continue;
            found_.again = found.has_value();
            if (!found) found = i;
        }
        return found;
    }

    // Chandrupatla (1997): inverse quadratic interpolation where it is safe, else halving.
    bool narrow(const Rung& from, const Rung& to) {
        double a = to.at, fa = over(to), b = from.at, fb = over(from), c = b, fc = fb, part = 0.5;
        const double range = question_.high - question_.low;
        part = fb / (fb - fa);  // a straight line first: the smooth case
        part = 1 - std::clamp(part, 0.02, 0.98);
        while (true) {
            const double best = std::abs(fa) < std::abs(fb) ? a : b, width = std::abs(b - a);
            const bool enough = fa == 0 || fb == 0 || width <= question_.exact * range;
            if (enough || found_.rungs.size() >= question_.most) {
                settle(a, fa, b, fb, best);
                return true;
            }
            const double least = 0.5 * question_.exact * range / width;
            part = std::clamp(part, std::min(least, 0.5), 1 - std::min(least, 0.5));
            const Rung* rung = add(a + part * (b - a));
            if (rung == nullptr) return false;
            const double x = rung->at, fx = over(*rung);
            if ((fx >= 0) == (fa >= 0)) {
                c = a, fc = fa;
            } else {
                c = b, fc = fb, b = a, fb = fa;
            }
            a = x, fa = fx;
            part = next_part(a, fa, b, fb, c, fc);
        }
    }

    static double next_part(double a, double fa, double b, double fb, double c, double fc) {
        const double xi = (a - b) / (c - b), phi = (fa - fb) / (fc - fb);
        if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
        return fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb);
    }

    // Between the two values that are left the mean is all but a straight line.
    void settle(double a, double fa, double b, double fb, double best) {
        found_.at = fa == fb ? best : a + (b - a) * fa / (fa - fb);
        found_.slope = a == b ? 0 : (fb - fa) / (b - a);
    }

    // {v: (mean − level)² ≤ 1.96² se²}: what cannot be told from the level. Between rungs each future moves
    // on a straight line, so both sides are squares there (Fieller 1954); the part around `at` counts.
    void find_interval() {
        const auto& rungs = found_.rungs;
        std::size_t segment = 0;
        while (segment + 2 < rungs.size() && rungs[segment + 1].at < found_.at) ++segment;
        found_.low = rungs.front().at, found_.low_open = true;
        for (std::size_t i = segment + 1; i-- > 0;) {
            const auto edges = edges_of(rungs[i], rungs[i + 1]);
            const auto edge =
                std::find_if(edges.rbegin(), edges.rend(), [&](double v) { return v <= found_.at; });
            if (edge == edges.rend()) continue;
            found_.low = *edge, found_.low_open = false;
            break;
        }
        found_.high = rungs.back().at, found_.high_open = true;
        for (std::size_t i = segment; i + 1 < rungs.size(); ++i) {
            const auto edges = edges_of(rungs[i], rungs[i + 1]);
            const auto edge =
                std::find_if(edges.begin(), edges.end(), [&](double v) { return v >= found_.at; });
            if (edge == edges.end()) continue;
            found_.high = *edge, found_.high_open = false;
            break;
        }
    }

    // Where the straight lines from a to b leave the set, in order.
    std::vector<double> edges_of(const Rung& a, const Rung& b) const {
        const std::size_t n = std::min(a.values.size(), b.values.size());
        double across = 0;
        for (std::size_t r = 0; r < n; ++r) across += (a.values[r] - a.mean) * (b.values[r] - b.mean);
        const auto count = static_cast<double>(n);
        const double q2 = kNormal95 * kNormal95, vab = n < 2 ? 0 : across / (count - 1) / count;
        const double vaa = a.se * a.se, vbb = b.se * b.se, ma = over(a), mb = over(b);
        // c2 t² + c1 t + c0 = (mean − level)² − q² se² at a + t (b − a).
        const double c2 = (mb - ma) * (mb - ma) - q2 * (vaa - 2 * vab + vbb);
        const double c1 = 2 * ma * (mb - ma) - q2 * 2 * (vab - vaa), c0 = ma * ma - q2 * vaa;
        std::vector<double> edges;
        const auto keep = [&](double t) {
            if (t >= 0 && t <= 1) edges.push_back(a.at + t * (b.at - a.at));
        };
        const double under = c1 * c1 - 4 * c2 * c0;
        if (under < 0) return edges;
        const double stable = -0.5 * (c1 + std::copysign(std::sqrt(under), c1));
        if (c2 != 0) keep(stable / c2);
        if (stable != 0) keep(c0 / stable);
        std::sort(edges.begin(), edges.end());
        return edges;
    }

    const CrossingQuestion& question_;
    const std::function<std::vector<double>(double)>& play_;
    Crossing found_;
};

}  // namespace

Crossing find_crossing(const CrossingQuestion& question,
                       const std::function<std::vector<double>(double)>& play) {
    return CrossingSearch(question, play).run();
}

}  // namespace clout
