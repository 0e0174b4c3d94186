#include "engine/face/drivers.hpp"

#include "engine/face/inside.hpp"
#include "engine/report/json/json_drivers.hpp"
#include "engine/report/text/drivers_text.hpp"
#include "engine/study/drivers_study.hpp"

namespace clout::face {
namespace {

void add_chance(const clout::Drivers& found, Drivers& result) {
    if (found.chance) {
        result.chance = plain(found.chance->chance);
        result.numbers = plain(found.chance->numbers);
    }
    if (!found.chaos) return;
    result.foretold = found.chaos->q2;
    result.believed = found.believed;
    if (!found.believed) return;
    for (const PairShare& pair : found.chaos->pairs)
        result.pairs.push_back(
            {found.drivers[pair.one].factor.name, found.drivers[pair.other].factor.name, plain(pair.share)});
}

Drivers shown(const DriversStudy& study) {
    const clout::Drivers& found = study.found;
    Drivers result;
    result.figure = found.figure.text();
    result.unit = found.unit;
    result.from = study.from.name;
    result.to = study.to.name;
    for (const clout::Driver& driver : found.drivers) {
        const ConditionalMeans& means = driver.means;
        result.drivers.push_back({driver.factor.name, plain(driver.first.share), driver.first.distinct,
                                  found.believed ? std::optional(plain(driver.total)) : std::nullopt,
                                  means.low, means.low_se, means.high, means.high_se});
    }
    result.mean = found.mean;
    result.sd = found.sd;
    add_chance(found, result);
    result.replicates = found.replicates;
    result.ensembles = found.ensembles;
    return result;
}

}  // namespace

Estimate plain(const clout::Estimate& estimate) { return {estimate.value, estimate.low, estimate.high}; }

Result<Drivers> drivers(const Scenario& scenario, const FigureAsked& asked, AskChance chance,
                        const Options& options) {
    auto studied = study_drivers(library_of(scenario), {asked.figure, asked.from, asked.to},
                                 chance == AskChance::yes ? clout::AskChance::yes : clout::AskChance::no,
                                 study_options(options));
    if (!studied) {
        return studied.problems();
    }
    const auto kept = std::make_shared<const DriversStudy>(std::move(studied).value());
    Drivers result = shown(*kept);
    result.printed = {
        [=](std::size_t width) {
            return drivers_text(kept->found, {kept->from.label, kept->to.label}, kept->provenance,
                                {width, false});
        },
        [=] { return drivers_json(kept->found, kept->provenance, kept->from.name, kept->to.name); }};
    return result;
}

}  // namespace clout::face
