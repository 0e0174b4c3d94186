#include "engine/report/text/display_names.hpp"

#include "engine/run/watch/chronicle.hpp"
#include "engine/scenario/scenario.hpp"

#include <algorithm>

namespace clout {
namespace {

struct KindFacts {
    const Caption* caption;
    const std::string* name;
    const Siting* siting;
    bool from_roster;
};

KindFacts facts_of(const Scenario& scenario, const Actor& actor) {
    if (actor.of_bodies) {
        const BodyKind& kind = scenario.bodies[actor.kind];
        return {&kind.caption, &kind.name, &kind.siting, false};
    }
    const OrganisationKind& kind = scenario.organisations[actor.kind];
    return {&kind.caption, &kind.name, &kind.siting, kind.from_roster};
}

// Whether its number is needed to tell it from others of its kind and place.
bool is_one_of_several(const Siting& siting, const Actor& actor) {
    if (siting.form == Siting::Form::counted) return siting.count > 1;
    if (siting.form != Siting::Form::numbered_per_place) return false;
    const auto here = std::find_if(siting.per_place.begin(), siting.per_place.end(),
                                   [&](const auto& place) { return place.first == actor.place; });
    return here != siting.per_place.end() && here->second > 1;
}

}  // namespace

std::string label_or_name(const Caption& caption, const std::string& name) {
    return caption.label.empty() ? name : caption.label;
}

std::string sector_display_name(const Scenario& scenario, std::size_t sector) {
    return label_or_name(scenario.sectors[sector].caption, scenario.sectors[sector].name);
}

std::string programme_display_name(const Scenario& scenario, std::size_t programme) {
    return label_or_name(scenario.programmes[programme].caption, scenario.programmes[programme].name);
}

std::string kind_display_name(const Scenario& scenario, const Actor& actor) {
    const KindFacts facts = facts_of(scenario, actor);
    return label_or_name(*facts.caption, *facts.name);
}

std::string place_display_name(const Scenario& scenario, PlaceId place) {
    std::string name = scenario.places[place.row()];
    bool starts = true;
    for (char& c : name) {
        if (c == '_' || c == '-') c = ' ';
        if (starts && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        starts = c == ' ';
    }
    return name;
}

std::string actor_display_name(const Scenario& scenario, const Actor& actor, PlaceId told_in) {
    const KindFacts facts = facts_of(scenario, actor);
    if (facts.from_roster) return actor.name;
    std::string text = label_or_name(*facts.caption, *facts.name);
    if (is_one_of_several(*facts.siting, actor)) text += " " + std::to_string(actor.number);
    const Siting::Form form = facts.siting->form;
    const bool by_place = form == Siting::Form::one_per_place || form == Siting::Form::numbered_per_place;
    if (!by_place || scenario.places.size() < 2 || actor.place == told_in) return text;
    return text + " in " + place_display_name(scenario, actor.place);
}

std::string table_display_name(const Scenario& scenario, FundId fund, PlaceId place) {
    const Fund& of = scenario.funds[fund.row()];
    const std::string name = label_or_name(of.caption, of.name);
    return place.exists() && scenario.places.size() > 1 ? name + " in " + place_display_name(scenario, place)
                                                        : name;
}

}  // namespace clout
