#include "engine/face/attribution.hpp"

#include "engine/face/inside.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/attribution_text.hpp"
#include "engine/study/attribution_study.hpp"

namespace clout::face {
namespace {

Part::What what_of(clout::Part::What what) {
    using What = clout::Part::What;
    switch (what) {
        case What::lever: return Part::What::lever;
        case What::lever_dropped: return Part::What::lever_dropped;
        case What::changes: return Part::What::changes;
        case What::changes_dropped: return Part::What::changes_dropped;
    }
    return Part::What::lever;
}

Attribution shown(const AttributionStudy& study) {
    const clout::Attribution& found = study.found;
    Attribution result;
    result.from = found.from;
    result.to = found.to;
    result.measure = found.measure.name;
    result.unit = found.measure.unit;
    for (const AttributedPart& part : found.parts) {
        result.parts.push_back({what_of(part.part.what), part.part.name, part.part.label, plain(part.effect),
                                plain(part.alone), plain(part.last), part.order_se, part.values});
    }
    for (const clout::Interaction& pair : found.interactions) {
        result.interactions.push_back({pair.one, pair.other, plain(pair.effect)});
    }
    result.total = plain(found.total);
    result.from_mean = found.from_mean;
    result.to_mean = found.to_mean;
    result.replicates = found.replicates;
    result.asked = study.provenance.asked;
    result.combinations = found.combinations;
    return result;
}

}  // namespace

Result<Attribution> attribute(const Scenario& scenario, const std::string& from, const std::string& to,
                              const std::string& measure, const Options& options) {
    const auto ends = choose_ends(library_of(scenario), from, to);
    if (!ends) {
        return ends.problems();
    }
    auto studied = study_attribution(library_of(scenario), ends.value(), measure, study_options(options));
    if (!studied) {
        return studied.problems();
    }
    const auto kept = std::make_shared<const AttributionStudy>(std::move(studied).value());
    Attribution result = shown(*kept);
    result.printed = {
        [=](std::size_t width) {
            return attribution_text(kept->found, kept->about_all_money, kept->provenance, {width, false});
        },
        [=] { return attribution_json(kept->found, kept->provenance); }};
    return result;
}

}  // namespace clout::face
