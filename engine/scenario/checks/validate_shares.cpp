#include "engine/scenario/checks/validate.hpp"

#include "engine/scenario/assembly/body_instances.hpp"
#include "engine/scenario/assembly/instance_names.hpp"
#include "engine/scenario/language/uncertain_number.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace clout {
namespace {

constexpr double kRounding = 1e-9;

// One way in which a kind of member gives its voice away.
struct Outlet {
    const BodyKind* body = nullptr;
    std::uint32_t row = 0;  // of the body
    const Member* entry = nullptr;

    // Whether the instance of that name joins, once dealt; an empty name stands for those that nobody names.
    [[nodiscard]] bool takes(const std::string& instance) const {
        const auto named = [&](const std::vector<std::string>& list) {
            return std::find(list.begin(), list.end(), instance) != list.end();
        };
        const Chosen& chosen = entry->chosen;
        return chosen.only.empty() ? !named(chosen.except) : named(chosen.only);
    }
};

// Bodies of the outlet's kind that a member at `place` joins: dealt out, one; else every one it qualifies
// for.
double joined(const Outlet& outlet, PlaceId place) {
    std::uint64_t bodies = instances_at(outlet.body->siting, PlaceId{});
    if (has_places(outlet.body->siting))
        bodies = place.exists() ? instances_at(outlet.body->siting, place) : 0;
    return static_cast<double>(outlet.entry->deal ? std::min<std::uint64_t>(bodies, 1) : bodies);
}

class Shares {
public:
    explicit Shares(const Subject& subject)
        : subject_(subject),
          of_organisations_(subject.scenario.organisations.size()),
          of_bodies_(subject.scenario.bodies.size()),
          instances_(subject.scenario) {
        const auto& bodies = subject.scenario.bodies;
        for (std::uint32_t row = 0; row < bodies.size(); ++row) {
            if (bodies[row].is_board || !subject.exists(bodies[row])) continue;
            for (const Member& member : bodies[row].members) {
                if (!is_sound(bodies[row], member)) continue;
                const bool organisation = member.kind.what == AgentKind::Class::organisation;
                auto& outlets =
                    organisation ? of_organisations_[member.kind.row] : of_bodies_[member.kind.row];
                outlets.push_back({&bodies[row], row, &member});
            }
        }
    }

    void check() {
        const auto& scenario = subject_.scenario;
        for (std::size_t k = 0; k < scenario.organisations.size(); ++k) {
            const OrganisationKind& kind = scenario.organisations[k];
            if (kind.from_roster)
                check_roster(kind, of_organisations_[k]);
            else
                check_kind({AgentKind::Class::organisation, static_cast<std::uint32_t>(k)}, kind.name,
                           kind.siting, of_organisations_[k]);
        }
        for (std::size_t k = 0; k < scenario.bodies.size(); ++k) {
            if (subject_.exists(scenario.bodies[k]))
                check_kind({AgentKind::Class::body, static_cast<std::uint32_t>(k)}, scenario.bodies[k].name,
                           scenario.bodies[k].siting, of_bodies_[k]);
        }
    }

private:
    // Entries that are wrong in themselves have been told; their shares stand for nothing.
    bool is_sound(const BodyKind& body, const Member& member) const {
        const std::string path = "bodies." + body.name + ".members." + member.name + ".share";
        const Node* share = subject_.tree.at(path);
        return subject_.names.row(Space::agent, subject_.kind_of(body, member)) &&
               (!share || read_number(*share, kUnit, path, nullptr));
    }

    void check_kind(AgentKind kind, const std::string& name, const Siting& siting,
                    const std::vector<Outlet>& outlets) {
        if (outlets.empty()) return;
        if (check_named(kind, name, outlets)) return;
        std::vector<PlaceId> places{siting.place};
        if (!siting.per_place.empty()) places.clear();
        for (const auto& [place, count] : siting.per_place) places.push_back(place);
        for (const PlaceId place : places) {
            std::vector<double> bodies;
            for (const Outlet& outlet : outlets)
                bodies.push_back(outlet.takes({}) ? joined(outlet, place) : 0.0);
            if (!refuse(name, outlets, bodies)) continue;
            return;  // one place is enough to see what is wrong
        }
    }

    // Instances that some entry names, one by one. True where something is wrong.
    bool check_named(AgentKind kind, const std::string& name, const std::vector<Outlet>& outlets) {
        const bool named = std::any_of(outlets.begin(), outlets.end(),
                                       [](const Outlet& outlet) { return !outlet.entry->chosen.anyone(); });
        if (!named) return false;
        const bool roster = kind.what == AgentKind::Class::organisation &&
                            subject_.scenario.organisations[kind.row].from_roster;
        for (const NamedInstance& one : instances_of(subject_.scenario, kind)) {
            std::vector<double> bodies;
            for (const Outlet& outlet : outlets)
                bodies.push_back(outlet.takes(one.name) ? joined(outlet, one.place) : 0.0);
            if (refuse(name, outlets, bodies, roster ? one.name : std::string{})) return true;
        }
        return false;
    }

    void check_roster(const OrganisationKind& kind, const std::vector<Outlet>& outlets) {
        if (outlets.empty()) return;
        std::vector<double> listed(outlets.size());
        for (const RosterRow& row : kind.roster) {
            std::fill(listed.begin(), listed.end(), 0.0);
            for (auto name = row.member_of.begin(); name != row.member_of.end(); ++name) {
                if (std::find(row.member_of.begin(), name, *name) != name)
                    continue;  // listed twice, and told
                const auto body = instances_.kind_of(*name);
                for (std::size_t o = 0; body && o < outlets.size(); ++o) {
                    if (*body == outlets[o].row) ++listed[o];
                }
            }
            for (std::size_t o = 0; o < outlets.size(); ++o) {
                if (listed[o] == 0) listed[o] = joined(outlets[o], row.place);
                if (!outlets[o].takes(row.name)) listed[o] = 0;
            }
            if (refuse(kind.name, outlets, listed, row.name)) return;
        }
    }

    // The first date at which the shares sum to more than 1, and the sum.
    static std::optional<std::pair<double, double>> excess(const std::vector<Outlet>& outlets,
                                                           const std::vector<double>& bodies) {
        std::vector<double> years{0};
        for (const Outlet& outlet : outlets) {
            for (const NumberStep& step : outlet.entry->share.steps) years.push_back(step.year);
        }
        std::sort(years.begin(), years.end());
        for (const double year : years) {
            double sum = 0;
            for (std::size_t o = 0; o < outlets.size(); ++o)
                sum += upper_end(outlets[o].entry->share.at(year)) * bodies[o];
            if (sum > 1 + kRounding) return std::pair{year, sum};
        }
        return std::nullopt;
    }

    // True where the shares sum to more than 1, which is then told.
    bool refuse(const std::string& name, const std::vector<Outlet>& outlets,
                const std::vector<double>& bodies, const std::string& instance = {}) {
        const auto found = excess(outlets, bodies);
        if (!found) return false;
        std::vector<std::string> parts;
        const Outlet* last = nullptr;
        for (std::size_t o = 0; o < outlets.size(); ++o) {
            const double share = upper_end(outlets[o].entry->share.at(found->first));
            if (share * bodies[o] <= 0) continue;
            last = &outlets[o];
            std::string times = bodies[o] > 1 ? number_text(bodies[o]) + " times " : "";
            parts.push_back(times + number_text(share) + " to " + outlets[o].body->name);
        }
        const std::string path = "bodies." + last->body->name + ".members." + last->entry->name;
        const std::string who =
            instance.empty() ? "'" + name + "'" : "'" + instance + "' of the roster of '" + name + "'";
        subject_.error(subject_.says(path + ".share") ? path + ".share" : path,
                       who + " gives away more than all of its voice: " + and_list(parts) + " sum to " +
                           fmt::format("{:.6g}", found->second) +
                           (found->first > 0 ? " from year " + number_text(found->first) + " on" : ""),
                       "the shares of one member over bodies that are not boards sum to at most 1");
        return true;
    }

    const Subject& subject_;
    std::vector<std::vector<Outlet>> of_organisations_, of_bodies_;
    BodyInstances instances_;
};

}  // namespace

void check_shares(const Subject& subject) { Shares(subject).check(); }

}  // namespace clout
