#include "engine/run/watch/chronicle_parts.hpp"
#include "engine/system/system.hpp"

namespace clout {

Actor organisation_actor(const System& system, Row organisation) {
    const Instance& instance = system.organisations[organisation];
    return {false,          instance.kind,   organisation,
            instance.place, instance.number, organisation_name(system, organisation)};
}

Actor body_actor(const System& system, Row body) {
    const Instance& instance = system.bodies[body].instance;
    return {true, instance.kind, body, instance.place, instance.number, body_name(system, body)};
}

}  // namespace clout
