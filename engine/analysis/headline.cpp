#include "engine/analysis/headline.hpp"

#include "engine/measures/shelf.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

namespace clout {
namespace {

std::optional<Difference> last_difference(const ArmComparison& arm, const std::string& measure) {
    const auto* found = arm.find(measure);
    if (!found || found->differences.empty() || std::isnan(found->differences.back().summary.mean)) {
        return std::nullopt;
    }
    return found->differences.back();
}

double last_mean(const ArmComparison& arm, const std::string& measure) {
    const auto* found = arm.find(measure);
    return found ? found->last().mean : std::numeric_limits<double>::quiet_NaN();
}

template <class M>
double sum_over_sectors(const ArmComparison& arm) {
    const std::string prefix = of_sector<M>({});
    double sum = 0;
    for (const auto& measure : arm.measures) {
        if (measure.quantity.name.starts_with(prefix)) {
            sum += measure.last().mean;
        }
    }
    return sum;
}

Verdict judge(const Difference& decided, double band) {
    const double mean = decided.summary.mean;
    const double reach =
        decided.summary.futures < 2 ? std::numeric_limits<double>::infinity() : 2 * decided.se;
    if (std::abs(mean) + reach <= band) {
        return Verdict::about_the_same;
    }
    if (mean - reach > band) {
        return Verdict::gains;
    }
    return mean + reach < -band ? Verdict::loses : Verdict::unclear;
}

// £m a year as £ a patient, with the patients that the baseline's figures of each replicate tell of.
std::optional<Difference> for_each_patient(std::vector<double> differences, const Outcome& baseline,
                                           const std::string& focus) {
    const auto decided = find_quantity(baseline, of_sector<DecidedMoney>(focus));
    const auto per_patient = find_quantity(baseline, of_sector<PoundsPerPatient>(focus));
    if (!decided || !per_patient) {
        return std::nullopt;
    }
    for (std::size_t r = 0; r < differences.size(); ++r) {
        differences[r] *= baseline.last(*per_patient)[r] / baseline.last(*decided)[r];
    }
    const Difference result = summarise_differences(differences);
    return std::isfinite(result.summary.mean) ? std::optional(result) : std::nullopt;
}

bool is_part(const std::string& unit) { return unit.starts_with("share") || unit.starts_with("part"); }

// Told with the money itself, or a part of what `independent` and the sector's own share tell.
bool told_elsewhere(std::string_view what, std::string_view of, const std::string& focus) {
    constexpr std::array kMoney{"decided", "received", "per_patient", "share"};
    constexpr std::array kParts{"taken_over", "closed", "hhi"};
    const auto is = [&](const char* name) { return what == name; };
    return std::any_of(kParts.begin(), kParts.end(), is) || (!of.empty() && of != focus) ||
           (of == focus && std::any_of(kMoney.begin(), kMoney.end(), is));
}

// How many bands the difference is, where it is beyond the band with two standard errors to spare.
std::optional<double> bands_of(const MeasureComparison& measure, double baseline, double least_money) {
    const Difference& difference = measure.differences.back();
    const double mean = std::abs(difference.summary.mean);
    const double size = baseline != 0 ? std::abs(baseline) : std::abs(measure.last().mean);
    const bool money = measure.quantity.unit.starts_with("£m");
    const double band = is_part(measure.quantity.unit)
                            ? kEquivalence
                            : std::max(kEquivalence * size, money ? least_money : 0);
    if (difference.summary.futures < 2 || !(band > 0) || !(mean - 2 * difference.se > band * (1 + 1e-9))) {
        return std::nullopt;
    }
    return mean / band;
}

// Where nobody of the sector is in other hands, what its independent organisations have is what it controls:
// said once.
void drop_what_is_the_same(std::vector<Moved>& moved, const std::string& focus) {
    const auto named = [&](const std::string& name) {
        return std::find_if(moved.begin(), moved.end(),
                            [&](const Moved& one) { return one.measure == name; });
    };
    const auto controlled = named(of_sector<ControlledMoney>(focus));
    const auto independent = named(of_sector<IndependentMoney>(focus));
    if (controlled != moved.end() && independent != moved.end() &&
        controlled->baseline == independent->baseline && controlled->arm == independent->arm) {
        moved.erase(independent);
    }
}

}  // namespace

std::size_t Headline::since() const {
    std::size_t year = by_year.size();
    while (year > 1 && by_year[year - 2] == verdict) {
        --year;
    }
    return year;
}

std::string largest_other(const Comparison& comparison, const std::string& focus) {
    constexpr std::string_view kDecided = "decided.";
    std::string largest;
    double most = 0;
    for (const MeasureComparison& measure : comparison.base().measures) {
        const std::string_view name = measure.quantity.name;
        const bool other = name.starts_with(kDecided) && name.substr(kDecided.size()) != focus;
        if (other && measure.last().mean > most) {
            most = measure.last().mean;
            largest = name.substr(kDecided.size());
        }
    }
    return largest;
}

std::vector<Moved> what_moved(const Comparison& comparison, std::size_t arm, const std::string& focus) {
    std::vector<Moved> moved;
    const auto* own = comparison.base().find(of_sector<DecidedMoney>(focus));
    const double least_money = own ? kEquivalence * own->last().mean : 0;  // money that moves less is no news
    const std::string others_share = of_sector<ShareOfMoney>(largest_other(comparison, focus));
    for (const MeasureComparison& measure : comparison.arms[arm].measures) {
        const std::string& name = measure.quantity.name;
        const std::size_t dot = std::min(name.find('.'), name.size());
        const std::string_view of = std::string_view(name).substr(std::min(dot + 1, name.size()));
        if (measure.differences.empty() ||
            (name != others_share && told_elsewhere(std::string_view(name).substr(0, dot), of, focus))) {
            continue;
        }
        const double baseline = comparison.base().find(name)->last().mean;
        if (const auto bands = bands_of(measure, baseline, least_money)) {
            moved.push_back({name, measure.quantity.unit, baseline, measure.last().mean, *bands});
        }
    }
    drop_what_is_the_same(moved, focus);
    std::stable_sort(moved.begin(), moved.end(),
                     [](const Moved& a, const Moved& b) { return a.bands > b.bands; });
    return moved;
}

std::optional<Headline> headline(const Comparison& comparison, std::span<const ArmOutcome> outcomes,
                                 std::size_t arm, const std::string& focus, double equivalence) {
    const ArmComparison& ours = comparison.arms[arm];
    const ArmComparison& base = comparison.base();
    const auto decided = last_difference(ours, of_sector<DecidedMoney>(focus));
    const auto received = last_difference(ours, of_sector<ReceivedMoney>(focus));
    if (!decided || !received) {
        return std::nullopt;
    }
    Headline result;
    result.decided_baseline = last_mean(base, of_sector<DecidedMoney>(focus));
    result.decided_change = decided->summary.mean;
    result.received_baseline = last_mean(base, of_sector<ReceivedMoney>(focus));
    result.received_change = received->summary.mean;
    result.band = equivalence * result.decided_baseline;
    result.in_all = std::abs(result.received_change - result.decided_change) > result.band;
    result.money = result.in_all ? *received : *decided;

    const Outcome& theirs = *outcomes[comparison.baseline].outcome;
    const auto differences =
        paired_differences(*outcomes[arm].outcome, theirs,
                           result.in_all ? of_sector<ReceivedMoney>(focus) : of_sector<DecidedMoney>(focus));
    for (const double difference : differences) {
        ++(difference > result.band ? result.more : difference < -result.band ? result.less : result.same);
    }
    const std::string judged =
        (result.in_all ? of_sector<ReceivedMoney>(focus) : of_sector<DecidedMoney>(focus));
    for (std::size_t year = 0; year < comparison.years; ++year) {
        const double band = equivalence * base.find(of_sector<DecidedMoney>(focus))->by_year[year].mean;
        result.by_year.push_back(judge(ours.find(judged)->differences[year], band));
    }
    result.verdict = judge(result.money, result.band);
    result.per_patient = result.in_all ? for_each_patient(differences, theirs, focus)
                                       : last_difference(ours, of_sector<PoundsPerPatient>(focus));
    result.share = last_difference(ours, of_sector<ShareOfMoney>(focus));
    result.share_baseline = last_mean(base, of_sector<ShareOfMoney>(focus));
    result.contested = sum_over_sectors<DecidedMoney>(base);
    result.funded = sum_over_sectors<ReceivedMoney>(base);
    return result;
}

}  // namespace clout
