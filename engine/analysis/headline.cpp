#include "engine/analysis/headline.hpp"

#include "engine/measures/shelf.hpp"

#include <cmath>
#include <limits>
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

Verdict judge(const Difference& decided, double band, std::size_t replicates) {
    const double mean = decided.summary.mean;
    const double reach = replicates < 2 ? std::numeric_limits<double>::infinity() : 2 * decided.se;
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

}  // namespace

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
    result.verdict = judge(result.money, result.band, comparison.replicates);
    result.per_patient = result.in_all ? for_each_patient(differences, theirs, focus)
                                       : last_difference(ours, of_sector<PoundsPerPatient>(focus));
    result.share = last_difference(ours, of_sector<ShareOfMoney>(focus));
    result.share_baseline = last_mean(base, of_sector<ShareOfMoney>(focus));
    result.contested = sum_over_sectors<DecidedMoney>(base);
    result.funded = sum_over_sectors<ReceivedMoney>(base);
    return result;
}

}  // namespace clout
