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

    // Row in Scenario::bodies; nothing where there is no such instance. Rosters ask for the same few names
    // again and again, so answers are kept.
    [[nodiscard]] std::optional<std::uint32_t> kind_of(const std::string& name);

    // Whether the body has an entry for that kind of organisation.
    [[nodiscard]] bool takes(std::uint32_t body, std::string_view organisation) const;

private:
    [[nodiscard]] std::optional<std::uint32_t> look_up(std::string_view name) const;
    [[nodiscard]] std::optional<std::uint32_t> at_place(std::string_view kind, std::string_view rest) const;
    [[nodiscard]] std::optional<std::uint32_t> row(std::string_view kind) const;

    const Scenario& scenario_;
    std::unordered_map<std::string_view, std::uint32_t> bodies_;
    std::unordered_map<std::string_view, std::uint32_t> places_;
    std::unordered_map<std::string, std::optional<std::uint32_t>> known_;
};

}  // namespace clout
