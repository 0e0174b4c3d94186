#include "engine/report/json_parts.hpp"

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
    return {{"mean", s.mean}, {"p05", s.p05}, {"p50", s.p50}, {"p95", s.p95}};
}

Json difference_json_of(const Difference& d) {
    Json json = summary_json(d.summary);
    json["se"] = d.se;
    json["p_greater"] = d.p_greater;
    json["p_less"] = d.p_less;
    json["p_equal"] = d.p_equal;
    return json;
}

Json imprint_json(const Imprint& imprint) {
    return {{"clout", version()},
            {"scenario", imprint.title},
            {"file", imprint.file},
            {"as_at", imprint.as_at.empty() ? Json(nullptr) : Json(imprint.as_at)},
            {"focus", imprint.focus},
            {"seed", imprint.seed},
            {"stochastic", imprint.stochastic},
            {"replicates", imprint.finished},
            {"replicates_asked", imprint.asked},
            {"stopped_early", imprint.stopped_early()},
            {"assumptions", assumptions_json(imprint.assumptions)}};
}

}  // namespace clout
