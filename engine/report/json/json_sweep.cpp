#include "engine/report/json/json_sweep.hpp"

#include "engine/report/json/json_parts.hpp"
#include "engine/study/provenance.hpp"

#include <fmt/format.h>

namespace clout {
namespace {

Json interval_json(const Estimate& estimate) {
    return Json::array({estimate.value, estimate.low, estimate.high});
}

Json number_json(const Sensitivity& found, std::size_t f) {
    switch (found.order) {
        case PointOrder::scattered:
            return {{"share", interval_json(found.first[f].share)},
                    {"distinct", found.first[f].distinct},
                    {"total", found.believed ? interval_json(found.chaos->total[f]) : Json(nullptr)}};
        case PointOrder::stars: return {{"total", interval_json(found.totals[f])}};
        case PointOrder::walks: return {{"effect", interval_json(found.effects[f])}};
        case PointOrder::paths: break;
    }
    const ElementaryEffects& one = found.screened[f];
    return {
        {"mean_size", one.mean_size}, {"se", one.mean_size_se}, {"mean", one.mean}, {"spread", one.spread}};
}

Json design_json(const StoredStudy& study) {
    return {{"name", study.choice.name}, {"size", study.choice.size}, {"seed", study.choice.seed}};
}

}  // namespace

std::string state_json(const StoredStudy& study, const StoreState& state) {
    Json json{
        {"clout", version()},
        {"results", results()},
        {"store", state.file},
        {"points",
         {{"pending", state.count.pending}, {"done", state.count.done}, {"failed", state.count.failed}}},
        {"seconds", state.count.seconds},
        {"content", fmt::format("{:016x}", state.content)},
        {"arms", study.arms},
        {"design", design_json(study)},
        {"replicates", study.replicates},
        {"years", study.years},
        {"keep", keep_word(study.keep)},
        {"numbers", Json::array()},
        {"failures", Json::array()}};
    for (const Factor& factor : study.factors) json["numbers"].push_back(factor.name);
    for (const StoredFailure& failure : state.failures)
        json["failures"].push_back(
            {{"point", failure.point}, {"attempts", failure.attempts}, {"error", failure.error}});
    return printed(json);
}

std::string sensitivity_json(const StoredStudy& study, const SweepSample& sample, const Sensitivity& found) {
    Json json{{"clout", version()},          {"results", results()}, {"figure", sample.figure.text()},
              {"arm", sample.arm},           {"unit", sample.unit},  {"points", sample.means.size()},
              {"missing", sample.missing},   {"mean", found.mean},   {"sd", found.sd},
              {"design", design_json(study)}};
    json["numbers"] = Json::array();
    for (std::size_t f = 0; f < study.factors.size(); ++f) {
        Json one{{"number", study.factors[f].name}};
        one.update(number_json(found, f));
        json["numbers"].push_back(std::move(one));
    }
    json["q2"] = found.chaos ? Json(found.chaos->q2) : Json(nullptr);
    json["believed"] = found.believed;
    return printed(json);
}

std::string robust_json(const SweepSample& sample, const Condition& condition, const Robustness& found) {
    Json json{{"clout", version()},
              {"results", results()},
              {"until", condition.text()},
              {"arm", sample.arm},
              {"points", sample.means.size()},
              {"holds", found.box.holds},
              {"coverage", found.box.coverage},
              {"density", found.box.density},
              {"mass", found.box.mass},
              {"sides", Json::array()}};
    for (const RobustSide& side : found.sides)
        json["sides"].push_back({{"number", side.name},
                                 {"low", side.low ? Json(*side.low) : Json(nullptr)},
                                 {"high", side.high ? Json(*side.high) : Json(nullptr)}});
    return printed(json);
}

}  // namespace clout
