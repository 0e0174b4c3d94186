#include "engine/report/json/json_drivers.hpp"

#include "engine/report/json/json_parts.hpp"

namespace clout {
namespace {

Json estimate_json(const Estimate& estimate) {
    return Json::array({estimate.value, estimate.low, estimate.high});
}

Json driver_json(const Driver& driver, bool believed) {
    return {{"number", driver.factor.name},
            {"share", estimate_json(driver.first.share)},
            {"distinct", driver.first.distinct},
            {"total", believed ? estimate_json(driver.total) : Json(nullptr)},
            {"low_fifth", {{"mean", driver.means.low}, {"se", driver.means.low_se}}},
            {"high_fifth", {{"mean", driver.means.high}, {"se", driver.means.high_se}}}};
}

Json chaos_json(const Drivers& drivers) {
    Json json{{"q2", drivers.chaos->q2}, {"believed", drivers.believed}, {"pairs", Json::array()}};
    for (const PairShare& pair : drivers.chaos->pairs) {
        if (drivers.believed)
            json["pairs"].push_back(
                {{"numbers",
                  {drivers.drivers[pair.one].factor.name, drivers.drivers[pair.other].factor.name}},
                 {"share", estimate_json(pair.share)}});
    }
    return json;
}

}  // namespace

std::string drivers_json(const Drivers& drivers, const Provenance& provenance, const std::string& from,
                         const std::string& to) {
    Json json = provenance_json(provenance);
    json["years"] = drivers.years;
    json["from"] = from;
    json["to"] = to;
    json["figure"] = drivers.figure.text();
    json["unit"] = drivers.unit;
    json["mean"] = drivers.mean;
    json["sd"] = drivers.sd;
    json["ensembles"] = drivers.ensembles;
    json["drivers"] = Json::array();
    for (const Driver& driver : drivers.drivers)
        json["drivers"].push_back(driver_json(driver, drivers.believed));
    json["chance"] = nullptr;
    if (drivers.chance)
        json["chance"] = {{"chance", estimate_json(drivers.chance->chance)},
                          {"numbers", estimate_json(drivers.chance->numbers)},
                          {"together", drivers.chance->together}};
    json["chaos"] = drivers.chaos ? chaos_json(drivers) : Json(nullptr);
    return printed(json);
}

}  // namespace clout
