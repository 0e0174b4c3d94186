// Which kind of body, and where, a name such as `pcn@bolton-3` is an instance of (MODEL.md 4).
#pragma once

#include "engine/scenario/scenario.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace clout {

class BodyInstances {
public:
    explicit BodyInstances(const Scenario& scenario);  // keeps a reference

    struct Found {
        std::uint32_t kind = 0;  // row in Scenario::bodies
        PlaceId place;           // may not exist
    };
    // Nothing where there is no such instance. Rosters ask for the same few names again and again, so answers
    // are kept.
    [[nodiscard]] std::optional<Found> find(const std::string& name);
    [[nodiscard]] std::optional<std::uint32_t> kind_of(const std::string& name) {
        const auto found = find(name);
        return found ? std::optional(found->kind) : std::nullopt;
    }

    // The same question, asked once.
    [[nodiscard]] bool is_instance(std::string_view name) const { return look_up(name).has_value(); }

    // Whether the body has an entry for that kind of organisation.
    [[nodiscard]] bool takes(std::uint32_t body, std::string_view organisation) const;

private:
    [[nodiscard]] std::optional<Found> look_up(std::string_view name) const;
    [[nodiscard]] std::optional<Found> at_place(std::string_view kind, std::string_view rest) const;
    [[nodiscard]] std::optional<std::uint32_t> row(std::string_view kind) const;

    const Scenario& scenario_;
    std::unordered_map<std::string_view, std::uint32_t> bodies_;
    std::unordered_map<std::string_view, std::uint32_t> places_;
    std::unordered_map<std::string, std::optional<Found>> known_;
};

// Whether a name is that of an organisation of a kind that has no roster: practice-3, trust@north,
// trust@north-2.
class OrganisationInstances {
public:
    explicit OrganisationInstances(const Scenario& scenario);  // keeps a reference

    [[nodiscard]] bool is_instance(std::string_view name) const;

private:
    const Scenario& scenario_;
    std::unordered_map<std::string_view, std::uint32_t> kinds_, places_;
};

}  // namespace clout
