#include "engine/report/captions.hpp"

#include "engine/report/words.hpp"

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

}  // namespace

std::string label_or_name(const Caption& caption, const std::string& name) {
    return caption.label.empty() ? name : caption.label;
}

std::string sector_caption(const Scenario& scenario, std::size_t sector) {
    return label_or_name(scenario.sectors[sector].caption, scenario.sectors[sector].name);
}

std::string programme_caption(const Scenario& scenario, std::size_t programme) {
    return label_or_name(scenario.programmes[programme].caption, scenario.programmes[programme].name);
}

std::string kind_caption(const Scenario& scenario, const Actor& actor) {
    const KindFacts facts = facts_of(scenario, actor);
    return label_or_name(*facts.caption, *facts.name);
}

std::string place_caption(const Scenario& scenario, PlaceId place) {
    std::string name = scenario.places[place.row()];
    bool starts = true;
    for (char& c : name) {
        if (c == '_' || c == '-') c = ' ';
        if (starts && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        starts = c == ' ';
    }
    return name;
}

std::string actor_caption(const Scenario& scenario, const Actor& actor) {
    const KindFacts facts = facts_of(scenario, actor);
    if (facts.from_roster) return actor.name;
    std::string text = label_or_name(*facts.caption, *facts.name);
    const Siting::Form form = facts.siting->form;
    if (form == Siting::Form::counted || form == Siting::Form::numbered_per_place) {
        text += " " + std::to_string(actor.number);
    }
    const bool by_place = form == Siting::Form::one_per_place || form == Siting::Form::numbered_per_place;
    if (by_place && scenario.places.size() > 1) text += " in " + place_caption(scenario, actor.place);
    return text;
}

std::string table_caption(const Scenario& scenario, FundId fund, PlaceId place) {
    const Fund& of = scenario.funds[fund.row()];
    const std::string name = label_or_name(of.caption, of.name);
    return place.exists() && scenario.places.size() > 1 ? name + " in " + place_caption(scenario, place) : name;
}

}  // namespace clout
