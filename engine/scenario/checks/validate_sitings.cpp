#include "engine/scenario/checks/validate.hpp"

#include <algorithm>
#include <charconv>

namespace clout {
namespace {

constexpr std::uint64_t kMostInstances = 100'000'000;

void check_siting(const Subject& subject, const std::string& path) {
    const bool per_place = subject.says(path + ".per_place");
    const auto both = [&](const char* key) {
        if (!per_place || !subject.says(path + "." + key)) return;
        subject.error(path + "." + key, std::string("'") + key + "' and 'per_place' exclude each other",
                      "per_place says both where and how many");
    };
    both("place");
    both("count");
    const Node* counts = subject.tree.at(path + ".per_place");
    if (counts && counts->is_scalar() && subject.scenario.places.empty()) {
        subject.error(path + ".per_place", "there are no places", "list them under places:");
    }
    if (!subject.says(path + ".roster")) return;
    for (const char* key : {"place", "count", "per_place"}) {
        if (!subject.says(path + "." + key)) continue;
        subject.error(path + "." + key, std::string("'") + key + "' and 'roster' exclude each other",
                      "the rows of the roster say how many there are and where");
    }
}

void limit(const Subject& subject, std::uint64_t count, const std::string& path) {
    if (count <= kMostInstances) return;
    subject.error(path, "there are " + std::to_string(count) + " " + path + " in all; the limit is 100000000",
                  "let one stand for several");
}

// kind-3 may be a kind of its own or the third of a kind; draws are addressed by this name, so it must be one
// of them.
void check_numbered_name(const Subject& subject, const std::string& path, const std::string& name) {
    const std::size_t dash = name.rfind('-');
    if (dash == std::string::npos || dash + 1 == name.size() || name[dash + 1] == '0') return;
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(name.data() + dash + 1, name.data() + name.size(), number);
    if (failure != std::errc{} || end != name.data() + name.size()) return;
    const std::string kind = name.substr(0, dash);
    const auto clashes = [&](const auto& kinds, Space space) {
        const auto row = subject.names.row(space, kind);
        if (!row || *row >= kinds.size()) return false;
        const Siting& siting = kinds[*row].siting;
        return siting.form == Siting::Form::counted && number >= 1 && number <= siting.count;
    };
    if (!clashes(subject.scenario.organisations, Space::organisation) &&
        !clashes(subject.scenario.bodies, Space::body))
        return;
    subject.error(
        path, "'" + name + "' is also what number " + std::to_string(number) + " of '" + kind + "' is called",
        "choose another name");
}

}  // namespace

std::uint64_t instances_at(const Siting& siting, PlaceId place) {
    if (!has_places(siting)) return place.exists() ? 0 : siting.count;
    if (siting.form == Siting::Form::single || siting.form == Siting::Form::counted) {
        return siting.place == place ? siting.count : 0;
    }
    const auto at = std::lower_bound(siting.per_place.begin(), siting.per_place.end(), place,
                                     [](const auto& one, PlaceId wanted) { return one.first < wanted; });
    return at != siting.per_place.end() && at->first == place ? at->second : 0;
}

bool has_places(const Siting& siting) { return siting.place.exists() || !siting.per_place.empty(); }

void check_names(const Subject& subject) {
    for (const BodyKind& body : subject.scenario.bodies) {
        if (subject.names.row(Space::organisation, body.name)) {
            subject.error("bodies." + body.name, "'" + body.name + "' is also the name of an organisation",
                          "organisations and bodies share one set of names");
        }
        if (subject.exists(body)) check_numbered_name(subject, "bodies." + body.name, body.name);
    }
    for (const OrganisationKind& kind : subject.scenario.organisations) {
        check_numbered_name(subject, "organisations." + kind.name, kind.name);
    }
}

void check_sitings(const Subject& subject) {
    std::uint64_t organisations = 0, bodies = 0;
    for (const OrganisationKind& kind : subject.scenario.organisations) {
        check_siting(subject, "organisations." + kind.name);
        organisations += kind.instances();
    }
    for (const BodyKind& body : subject.scenario.bodies) {
        check_siting(subject, "bodies." + body.name);
        bodies += body.instances();
    }
    limit(subject, organisations, "organisations");
    limit(subject, bodies, "bodies");
}

}  // namespace clout
