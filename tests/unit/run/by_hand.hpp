// Scenes that are small enough to be reckoned by hand.
#pragma once

#include "engine/run/block.hpp"
#include "engine/run/watch/chronicle.hpp"
#include "tests/scenes.hpp"

namespace clout {

inline constexpr double kNear = 1e-12;

// On the median path.
inline System by_hand(const std::string& text) {
    const auto file = scenes::written("clout: 1\ntitle: By hand\nstochastic: false\n" + text);
    return compile(scenes::library(file).arms.at(0).scenario);
}

// An organisation's row, or a body's.
inline Row row_of(const System& system, const std::string& name) {
    for (Row i = 0; i < system.organisations.size(); ++i) {
        if (organisation_name(system, i) == name) return i;
    }
    for (Row b = 0; b < system.bodies.size(); ++b) {
        if (body_name(system, b) == name) return b;
    }
    ADD_FAILURE() << "no " << name;
    return 0;
}

}  // namespace clout
