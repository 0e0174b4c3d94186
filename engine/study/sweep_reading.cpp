#include "engine/study/sweep_reading.hpp"

#include "engine/analysis/estimators/pick_freeze.hpp"
#include "engine/analysis/estimators/shapley_effects.hpp"
#include "engine/study/unknown_name.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace clout {
namespace {

struct Place {  // of a figure in what is stored
    std::size_t arm = 0, quantity = 0;
    bool paired = false;
};

std::vector<std::string> names_of(const std::vector<Quantity>& quantities) {
    std::vector<std::string> names;
    for (const Quantity& quantity : quantities) names.push_back(quantity.name);
    return names;
}

Result<Place> place_of(const StoredStudy& study, const Figure& figure, const std::string& arm) {
    Place place{0, 0, figure.paired};
    const auto found = std::find(study.arms.begin(), study.arms.end(), arm);
    if (!arm.empty() && found == study.arms.end())
        return std::vector{unknown_name("the study has no arm '" + arm + "'", arm, study.arms, "it has")};
    place.arm = arm.empty() ? std::min<std::size_t>(1, study.arms.size() - 1)
                            : static_cast<std::size_t>(found - study.arms.begin());
    if (place.paired && place.arm == 0)
        return std::vector{
            refused_request("'" + study.arms[0] + "' is the baseline, and differs from itself by nothing",
                            "name another arm with --arm, or a measure by itself")};
    const auto names = names_of(study.quantities);
    const auto row = std::find(names.begin(), names.end(), figure.measure);
    if (row == names.end())
        return std::vector{
            unknown_name("the study has no measure '" + figure.measure + "'", figure.measure, names)};
    place.quantity = static_cast<std::size_t>(row - names.begin());
    return place;
}

double mean_at(const PlayedPoint& played, const Place& place) {
    const PlayedArm& arm = played.arms[place.arm];
    return place.paired ? arm.differences[place.quantity * kDifferenceFigures]
                        : arm.summaries[place.quantity * kSummaryFigures];
}

// (rank + ½) / n, column by column; equal values have the same.
std::vector<double> ranks_of(const std::vector<double>& listed, std::size_t factors) {
    const std::size_t n = listed.size() / factors;
    std::vector<double> ranks(listed.size());
    for (std::size_t f = 0; f < factors; ++f) {
        std::vector<double> column;
        for (std::size_t r = 0; r < n; ++r) column.push_back(listed[r * factors + f]);
        std::sort(column.begin(), column.end());
        for (std::size_t r = 0; r < n; ++r) {
            const auto at = std::lower_bound(column.begin(), column.end(), listed[r * factors + f]);
            ranks[r * factors + f] =
                (static_cast<double>(at - column.begin()) + 0.5) / static_cast<double>(n);
        }
    }
    return ranks;
}

// A quantile of a factor in its own unit.
double value_at(const StoredStudy& study, const SweepSample& sample, std::size_t factor, double quantile) {
    if (sample.listed.empty()) return study.factors[factor].number.quantile(quantile);
    std::vector<double> column;
    for (std::size_t r = 0; r < sample.means.size(); ++r)
        column.push_back(sample.listed[r * sample.factors + factor]);
    std::sort(column.begin(), column.end());
    const auto at = static_cast<std::size_t>(quantile * static_cast<double>(column.size()));
    return column[std::min(at, column.size() - 1)];
}

}  // namespace

StoreState state_of(const Store& store, const std::string& file) {
    return {file, store.count(), store.failures(), store.content()};
}

Result<SweepSample> read_sample(const StoredStudy& study, const Store& store,
                                const std::optional<Figure>& figure, const std::string& arm) {
    SweepSample sample;
    sample.figure = figure.value_or(Figure{study.lead, study.arms.size() > 1});
    sample.factors = study.factors.size();
    const auto place = place_of(study, sample.figure, arm);
    if (!place) return place.problems();
    sample.unit = study.quantities[place.value().quantity].unit;
    sample.arm = study.arms[place.value().arm];
    const bool alone = study.design.order() == PointOrder::scattered;
    const std::size_t block = alone ? 1 : study.factors.size() + 1, all = study.design.points();
    std::vector<double> at;
    for (std::size_t first = 0; first + block <= all; first += block) {
        std::vector<double> means;
        for (std::size_t point = first; point < first + block; ++point)
            if (const auto played = store.read(point, study.arms.size()))
                means.push_back(mean_at(*played, place.value()));
        if (means.size() < block) continue;
        sample.means.insert(sample.means.end(), means.begin(), means.end());
        for (std::size_t point = first; point < first + block; ++point) {
            const auto where = study.design.point(point);
            at.insert(at.end(), where.begin(), where.end());
        }
    }
    sample.missing = all - sample.means.size();
    if (sample.means.empty())
        return std::vector{
            refused_request("no point of the study has been played", "go on with clout sweep --resume")};
    sample.quantiles = study.design.given() ? ranks_of(at, sample.factors) : at;
    if (study.design.given()) sample.listed = std::move(at);
    return sample;
}

Sensitivity find_sensitivity(const SweepSample& sample, PointOrder order) {
    const Sample view = sample.view();
    Sensitivity found;
    found.order = order;
    found.mean = mean_of(view.values);
    found.sd = std::sqrt(variance_of(view.values));
    switch (order) {
        case PointOrder::scattered:
            found.first = first_order_shares(view);
            found.chaos = fit_chaos(view);
            // Every point is a mean over the same futures: there is no chance between them.
            found.believed = may_be_believed(*found.chaos, 0);
            break;
        case PointOrder::stars: found.totals = total_shares(view); break;
        case PointOrder::walks: found.effects = shapley_effects(view); break;
        case PointOrder::paths: found.screened = elementary_effects(view); break;
    }
    return found;
}

Robustness find_robustness(const StoredStudy& study, const SweepSample& sample, const Condition& condition) {
    std::vector<bool> holds;
    for (const double mean : sample.means) holds.push_back(condition.holds(mean));
    Robustness found{find_box(sample.view(), holds), {}};
    for (const BoxSide& side : found.box.sides) {
        RobustSide words{study.factors[side.factor].name, {}, {}};
        if (side.low > 0) words.low = value_at(study, sample, side.factor, side.low);
        if (side.high < 1) words.high = value_at(study, sample, side.factor, side.high);
        found.sides.push_back(std::move(words));
    }
    return found;
}

}  // namespace clout
