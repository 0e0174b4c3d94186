#include "engine/report/json/json_parts.hpp"

namespace clout {
namespace {

Json assumptions_json(const Assumptions& a) {
    return {{"observed", a.observed},
            {"calibrated", a.calibrated},
            {"illustrative", a.illustrative},
            {"unstated", a.unstated},
            {"uncertain", a.uncertain}};
}

}  // namespace

std::string printed(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json summary_json(const Summary& s) {
    Json json{{"mean", s.mean}, {"p05", nullptr}, {"p50", s.p50}, {"p95", nullptr}};
    if (s.has_range()) {
        json["p05"] = s.p05;
        json["p95"] = s.p95;
    }
    if (s.without > 0) json["without_value"] = s.without;
    return json;
}

Json difference_json_of(const Difference& d) {
    Json json = summary_json(d.summary);
    json["se"] = d.se;
    json["p_greater"] = d.p_greater;
    json["p_less"] = d.p_less;
    json["p_equal"] = d.p_equal;
    return json;
}

Json provenance_json(const Provenance& provenance) {
    return {{"clout", version()},
            {"results", results()},
            {"scenario", provenance.title},
            {"file", provenance.file},
            {"as_at", provenance.as_at.empty() ? Json(nullptr) : Json(provenance.as_at)},
            {"focus", provenance.focus},
            {"seed", provenance.seed},
            {"set", provenance.settings},
            {"stochastic", provenance.stochastic},
            {"replicates", provenance.finished},
            {"replicates_asked", provenance.asked},
            {"stopped_early", provenance.stopped_early()},
            {"assumptions", assumptions_json(provenance.assumptions)}};
}

}  // namespace clout
