// What things are called in sentences: the scenario's labels, and instances by their kind's label, number and
// place.
#pragma once

#include "engine/base/id.hpp"

#include <string>

namespace clout {

struct Actor;
struct Caption;
struct Scenario;

// The label, or the name itself where none is given.
[[nodiscard]] std::string label_or_name(const Caption& caption, const std::string& name);
[[nodiscard]] std::string sector_display_name(const Scenario& scenario, std::size_t sector);
[[nodiscard]] std::string programme_display_name(const Scenario& scenario, std::size_t programme);
[[nodiscard]] std::string kind_display_name(const Scenario& scenario, const Actor& actor);
// "Greater Manchester" for greater_manchester.
[[nodiscard]] std::string place_display_name(const Scenario& scenario, PlaceId place);

// "Practice 17", "Practice 17 in Bolton" where there are several places and it is not the one where this is
// told, "Acute trust"; of a roster the row's own name.
[[nodiscard]] std::string actor_display_name(const Scenario& scenario, const Actor& actor,
                                             PlaceId told_in = {});

// "a fund" or "a fund in Bolton".
[[nodiscard]] std::string table_display_name(const Scenario& scenario, FundId fund, PlaceId place);

}  // namespace clout
