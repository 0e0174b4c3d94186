#include "engine/report/json/json.hpp"
#include "engine/report/json/json_parts.hpp"

#include <algorithm>

namespace clout {
namespace {

const char* verdict_key(Verdict verdict) {
    switch (verdict) {
        case Verdict::gains: return "gains";
        case Verdict::loses: return "loses";
        case Verdict::about_the_same: return "about_the_same";
        case Verdict::unclear: break;
    }
    return "unclear";
}

const char* sign_key(Survival::Sign sign) {
    switch (sign) {
        case Survival::Sign::up: return "up";
        case Survival::Sign::down: return "down";
        case Survival::Sign::mixed: return "mixed";
        case Survival::Sign::nothing: return "nothing";
        case Survival::Sign::same: return "about_the_same";
        case Survival::Sign::open: break;
    }
    return "open";
}

Json finding_json(const TheoryFinding& finding, const Provenance& provenance) {
    const Headline& h = finding.headline;
    return {{"unit", finding.size.per_patient ? "£ a patient a year" : "£m a year"},
            {"difference", difference_json_of(finding.size.difference)},
            {"money", difference_json_of(h.money)},
            {"relative", summary_json(finding.relative)},
            // The median path finds nothing.
            {"verdict", provenance.stochastic ? Json(verdict_key(h.verdict)) : Json(nullptr)},
            {"judged_on", h.in_all ? "received" : "decided"},
            {"band", h.band},
            {"futures", {{"more", h.more}, {"same", h.same}, {"less", h.less}}}};
}

Json theory_json(const Theory& theory, const Theories& theories, const Provenance& provenance) {
    Json arms = Json::object();
    for (std::size_t arm = 0; arm < theory.arms.size(); ++arm) {
        if (theory.arms[arm]) {
            arms[theories.arms[arm].first] = finding_json(*theory.arms[arm], provenance);
        }
    }
    return {{"as_written", theory.written}, {"level", theory.level}, {"arms", std::move(arms)}};
}

Json survival_json(const Survival& survival, const Theories& theories) {
    const auto names = [&](const std::vector<std::size_t>& rows) {
        Json list = Json::array();
        for (const std::size_t row : rows) {
            list.push_back(theories.theories[row].name);
        }
        return list;
    };
    return {{"sign", sign_key(survival.sign)},
            {"least", theories.theories[survival.least].name},
            {"most", theories.theories[survival.most].name},
            {"factor", survival.factor},
            {"gains", names(survival.gains)},
            {"about_the_same", names(survival.same)},
            {"loses", names(survival.loses)},
            {"unclear", names(survival.unclear)}};
}

void add_reading(const Theories& theories, const Provenance& provenance, Json& json) {
    json["theories"] = Json::object();
    json["survival"] = Json::object();
    for (const Theory& theory : theories.theories) {
        json["theories"][theory.name] = theory_json(theory, theories, provenance);
    }
    for (std::size_t arm = 0; arm < theories.arms.size() && provenance.stochastic; ++arm) {
        if (arm != theories.baseline) {
            json["survival"][theories.arms[arm].first] = survival_json(theories.survival[arm], theories);
        }
    }
}

Json recalibrated_json(const Recalibrated& recalibrated, const Provenance& provenance) {
    const auto by_programme = [&](const std::vector<double>& parts) {
        Json json = Json::object();
        for (std::size_t k = 0; k < parts.size(); ++k) json[recalibrated.programmes[k].first] = parts[k];
        return json;
    };
    Json json{{"sector", recalibrated.sector},
              {"written", by_programme(recalibrated.written)},
              {"positions", Json::object()}};
    for (std::size_t p = 0; p < recalibrated.positions.size(); ++p) {
        const FoundPosition& found = recalibrated.positions[p];
        json["positions"][recalibrated.found.theories[p].name] = {{"position", by_programme(found.position)},
                                                                  {"moved", found.moved},
                                                                  {"distance", found.distance},
                                                                  {"standing", found.standing}};
    }
    add_reading(recalibrated.found, provenance, json);
    return json;
}

const char* kind_key(Part::What what) {
    switch (what) {
        case Part::What::lever: return "lever";
        case Part::What::lever_dropped: return "lever_dropped";
        case Part::What::changes: return "changes";
        case Part::What::changes_dropped: break;
    }
    return "changes_dropped";
}

Json part_json(const AttributedPart& part) {
    Json json{{"name", part.part.name}, {"label", part.part.label}, {"kind", kind_key(part.part.what)}};
    json.update(difference_json_of(part.effect));
    json["order_se"] = part.order_se;
    json["alone"] = difference_json_of(part.alone);
    json["last"] = difference_json_of(part.last);
    return json;
}

Json interaction_json(const Interaction& pair, const Attribution& attribution) {
    Json json{{"parts", {attribution.parts[pair.one].part.name, attribution.parts[pair.other].part.name}}};
    json.update(difference_json_of(pair.effect));
    return json;
}

}  // namespace

std::string theories_json(const TheoriesStudy& study) {
    const auto& [theories, recalibrated, provenance] = study;
    Json json = provenance_json(provenance);
    json["years"] = theories.years;
    json["baseline"] = theories.arms[theories.baseline].first;
    json["unit"] = theories.per_patient ? "£ a patient a year" : "£m a year";
    json["arms"] = Json::object();
    for (const auto& [name, label] : theories.arms) {
        json["arms"][name] = label;
    }
    add_reading(theories, provenance, json);
    if (recalibrated) {
        json["recalibrated"] = recalibrated_json(*recalibrated, provenance);
    }
    return printed(json);
}

std::string attribution_json(const Attribution& attribution, const Provenance& provenance) {
    Json json = provenance_json(provenance);
    json["years"] = attribution.years;
    json["from"] = {
        {"name", attribution.from}, {"label", attribution.from_label}, {"mean", attribution.from_mean}};
    json["to"] = {{"name", attribution.to}, {"label", attribution.to_label}, {"mean", attribution.to_mean}};
    json["measure"] = attribution.measure.name;
    json["unit"] = attribution.measure.unit;
    json["exact"] = attribution.orders == 0;
    json["orders"] = attribution.orders;
    json["combinations"] = attribution.combinations;
    json["total"] = difference_json_of(attribution.total);
    json["parts"] = Json::array();
    json["interactions"] = Json::array();
    for (const AttributedPart& part : attribution.parts) {
        json["parts"].push_back(part_json(part));
    }
    for (const Interaction& pair : attribution.interactions) {
        json["interactions"].push_back(interaction_json(pair, attribution));
    }
    return printed(json);
}

}  // namespace clout
