#include "engine/report/json/json_threshold.hpp"

#include "engine/report/json/json_parts.hpp"

namespace clout {
namespace {

const char* kind_key(Crossing::Kind kind) {
    switch (kind) {
        case Crossing::Kind::from_here_on: return "from";
        case Crossing::Kind::up_to_here: return "up_to";
        case Crossing::Kind::everywhere: return "everywhere";
        case Crossing::Kind::nowhere: return "nowhere";
        case Crossing::Kind::stopped: break;
    }
    return "stopped";
}

void add_crossing(const Crossing& found, Json& json) {
    const bool crossed =
        found.kind == Crossing::Kind::from_here_on || found.kind == Crossing::Kind::up_to_here;
    const auto bound = [&](double value, bool open) {
        return !crossed || open ? Json(nullptr) : Json(value);
    };
    json["holds"] = kind_key(found.kind);
    json["at"] = crossed ? Json(found.at) : Json(nullptr);
    json["interval"] = {bound(found.low, found.low_open), bound(found.high, found.high_open)};
    json["evenly"] = found.evenly;
    json["again"] = found.again;
    json["slope"] = found.slope;
    json["ladder"] = Json::array();
    for (const Rung& rung : found.rungs)
        json["ladder"].push_back({{"at", rung.at}, {"mean", rung.mean}, {"se", rung.se}});
}

void add_contour(const ThresholdStudy& study, Json& json) {
    const auto at = [&](std::size_t number, double part) {
        const std::vector<double>& range = study.varied[number].range;
        return range[0] + part * (range[1] - range[0]);
    };
    json["part"] = study.contour->above;
    json["line"] = Json::array();
    for (const auto& [from, to] : study.contour->line)
        json["line"].push_back({at(0, from.x), at(1, from.y), at(0, to.x), at(1, to.y)});
    json["played"] = Json::array();
    for (const auto& [point, mean] : study.contour->played)
        json["played"].push_back({at(0, point.x), at(1, point.y), mean});
}

}  // namespace

std::string threshold_json(const ThresholdStudy& study) {
    Json json = provenance_json(study.provenance);
    json["years"] = study.years;
    json["from"] = study.from.name;
    json["to"] = study.to.name;
    json["until"] = study.condition.text();
    json["unit"] = study.unit;
    json["ensembles"] = study.ensembles;
    json["vary"] = Json::array();
    for (const Varied& varied : study.varied)
        json["vary"].push_back({{"path", varied.path}, {"low", varied.range[0]}, {"high", varied.range[1]}});
    if (study.mix)
        json["mix"] = {{"from", study.mix->from},
                       {"to", study.mix->to},
                       {"numbers", study.moving},
                       {"switches", study.mix->switches}};
    if (study.crossing)
        add_crossing(*study.crossing, json);
    else
        add_contour(study, json);
    return printed(json);
}

}  // namespace clout
