#include "engine/face/inside.hpp"
#include "engine/face/study_file.hpp"
#include "engine/face/sweep.hpp"
#include "engine/report/json/json_sweep.hpp"
#include "engine/report/text/sweep_text.hpp"

#include <algorithm>
#include <limits>

namespace clout::face {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// The points' numbers in their own units.
std::vector<double> numbers_of(const StoredStudy& study) {
    std::vector<double> all;
    for (std::size_t point = 0; point < study.design.points(); ++point) {
        const std::vector<double> at = study.design.point(point);
        for (std::size_t f = 0; f < at.size(); ++f)
            all.push_back(study.design.given() ? at[f] : study.factors[f].number.quantile(at[f]));
    }
    return all;
}

StudyValues values_of(const StoredStudy& study, const Store& store) {
    StudyValues values;
    const std::size_t arms = study.arms.size(), measures = study.quantities.size();
    values.points = study.design.points();
    values.years = study.keep == clout::Keep::series ? study.years : 1;
    values.numbers = numbers_of(study);
    const std::size_t kept =
        study.keep == clout::Keep::summary ? 0 : measures * values.years * study.replicates;
    const std::size_t summary = measures * kSummaryFigures, difference = measures * kDifferenceFigures;
    values.summaries.assign(values.points * arms * summary, kNone);
    values.differences.assign(values.points * arms * difference, kNone);
    values.kept.assign(values.points * arms * kept, kNone);
    const auto put = [](const std::vector<double>& row, std::vector<double>& all, std::size_t at,
                        std::size_t size) {
        std::copy_n(row.begin(), std::min(size, row.size()),
                    all.begin() + static_cast<std::ptrdiff_t>(at * size));
    };
    for (std::size_t point = 0; point < values.points; ++point) {
        const auto played = store.read(point, arms);
        for (std::size_t arm = 0; played && arm < arms; ++arm) {
            put(played->arms[arm].summaries, values.summaries, point * arms + arm, summary);
            put(played->arms[arm].differences, values.differences, point * arms + arm, difference);
            put(played->arms[arm].kept, values.kept, point * arms + arm, kept);
        }
    }
    return values;
}

NumberSensitivity number_of(const StoredStudy& study, const clout::Sensitivity& found, std::size_t f) {
    NumberSensitivity number;
    number.number = study.factors[f].name;
    if (f < found.first.size()) {
        number.first = plain(found.first[f].share);
        number.distinct = found.first[f].distinct;
    }
    if (found.chaos && found.believed) number.total = plain(found.chaos->total[f]);
    if (f < found.totals.size()) number.total = plain(found.totals[f]);
    if (f < found.effects.size()) number.shapley_effect = plain(found.effects[f]);
    if (f < found.screened.size()) {
        number.mean_effect = found.screened[f].mean;
        number.mean_size = found.screened[f].mean_size;
        number.spread = found.screened[f].spread;
    }
    return number;
}

// What was found and what it is printed from, kept together.
template <class Found>
struct Read {
    StoredStudy study;
    SweepSample sample;
    Found found;
};

Sensitivity shown(const Read<clout::Sensitivity>& read) {
    Sensitivity result;
    result.figure = read.sample.figure.text();
    result.unit = read.sample.unit;
    result.arm = read.sample.arm;
    result.points = read.sample.means.size();
    result.missing = read.sample.missing;
    result.mean = read.found.mean;
    result.sd = read.found.sd;
    for (std::size_t f = 0; f < read.study.factors.size(); ++f)
        result.numbers.push_back(number_of(read.study, read.found, f));
    return result;
}

Robust shown(const Read<Robustness>& read, const Condition& condition) {
    const FindingBox& box = read.found.box;
    Robust result{condition.text(), read.sample.arm, box.holds, box.coverage, box.density, box.mass, {}, {}};
    for (const RobustSide& side : read.found.sides) result.sides.push_back({side.name, side.low, side.high});
    return result;
}

}  // namespace

std::string Study::file() const { return inside_->file; }
std::vector<std::string> Study::arms() const { return inside_->study.arms; }
std::string Study::lead() const { return inside_->study.lead; }
std::string Study::design() const { return inside_->study.choice.name; }
std::size_t Study::points() const { return inside_->study.design.points(); }
std::size_t Study::replicates() const { return inside_->study.replicates; }
std::size_t Study::years() const { return inside_->study.years; }
Keep Study::keep() const { return static_cast<Keep>(inside_->study.keep); }

std::vector<std::string> Study::numbers() const {
    std::vector<std::string> names;
    for (const Factor& factor : inside_->study.factors) names.push_back(factor.name);
    return names;
}

std::vector<std::pair<std::string, std::string>> Study::measures() const {
    std::vector<std::pair<std::string, std::string>> measures;
    for (const Quantity& quantity : inside_->study.quantities)
        measures.emplace_back(quantity.name, quantity.unit);
    return measures;
}

Result<StudyState> Study::state() const {
    return with_store([&]() -> Result<StudyState> {
        const StoreState state = state_of(Store::open_to_read(inside_->file), inside_->file);
        StudyState result{state.count.pending, state.count.done, state.count.failed,
                          state.count.seconds, state.content,    {}};
        for (const StoredFailure& failure : state.failures)
            result.failures.push_back({failure.point, failure.attempts, failure.error});
        return result;
    });
}

Result<StudyValues> Study::values() const {
    return with_store([&]() -> Result<StudyValues> {
        return values_of(inside_->study, Store::open_to_read(inside_->file));
    });
}

Result<Sensitivity> Study::sensitivity(const std::string& figure, const std::string& arm) const {
    std::optional<Figure> of;
    if (!figure.empty()) {
        of = to_figure(figure);
        if (!of)
            return std::vector{
                refused_request("'" + figure + "' is no figure",
                                "expected a measure, as in share.gp, or difference(share.gp)")};
    }
    return with_store([&]() -> Result<Sensitivity> {
        const Store store = Store::open_to_read(inside_->file);
        // Of its own: a design may point into what it was made from.
        auto study = study_of(store.card());
        auto sample = read_sample(study, store, of, arm);
        if (!sample) return sample.problems();
        auto found = find_sensitivity(sample.value(), study.design.order());
        const auto kept = std::make_shared<const Read<clout::Sensitivity>>(
            Read<clout::Sensitivity>{std::move(study), std::move(sample).value(), std::move(found)});
        Sensitivity result = shown(*kept);
        result.printed = {[=](std::size_t width) {
                              return sensitivity_text(kept->study, kept->sample, kept->found, {width, false});
                          },
                          [=] { return sensitivity_json(kept->study, kept->sample, kept->found); }};
        return result;
    });
}

Result<Robust> Study::robust(const std::string& until, const std::string& arm) const {
    const auto typed = asked_condition(until);
    if (!typed) return typed.problems();
    const Condition& condition = typed.value();
    return with_store([&]() -> Result<Robust> {
        const Store store = Store::open_to_read(inside_->file);
        auto study = study_of(store.card());
        auto sample = read_sample(study, store, condition.figure, arm);
        if (!sample) return sample.problems();
        auto found = find_robustness(study, sample.value(), condition);
        const auto kept = std::make_shared<const Read<Robustness>>(
            Read<Robustness>{std::move(study), std::move(sample).value(), std::move(found)});
        Robust result = shown(*kept, condition);
        result.printed = {[=, asked = condition](std::size_t width) {
                              return robust_text(kept->sample, asked, kept->found, {width, false});
                          },
                          [=, asked = condition] { return robust_json(kept->sample, asked, kept->found); }};
        return result;
    });
}

Printed Study::printed() const {
    const auto read = [inside = inside_] {
        const Store store = Store::open_to_read(inside->file);
        return std::pair(study_of(store.card()), state_of(store, inside->file));
    };
    return Printed(
        [=](std::size_t width) {
            const auto [study, state] = read();
            return state_text(study, state, {width, false});
        },
        [=] {
            const auto [study, state] = read();
            return state_json(study, state);
        });
}

}  // namespace clout::face
