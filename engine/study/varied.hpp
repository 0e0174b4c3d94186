// A number that a study moves: "--vary PATH=LOW:HIGH". To the file it is an uncertain number like any other,
// so that ranges and sums are checked over all of its range when the file is read; nothing is read again.
#pragma once

#include "engine/base/result.hpp"
#include "engine/scenario/override.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace clout {

struct Factor;
struct System;

struct Varied {
    std::string path;           // as --set has it; may begin with an arm or a lever
    std::vector<double> range;  // {low, high}; more: one of these values; empty: as the file spreads it
    bool picks = false;
};

// "PATH=LOW:HIGH", "PATH=A,B,C" or "PATH".
[[nodiscard]] Result<Varied> to_varied(const std::string& text);

// As it was typed.
[[nodiscard]] std::string to_text(const Varied& varied);

// What is laid over the file; nothing where the file's own distribution is meant.
[[nodiscard]] std::optional<Override> override_of(const Varied& varied);

// The factor that it has become in these arms: numbers at that path that follow it. An arm that says
// otherwise keeps what it says, as with --set. A problem of the request where no arm follows.
[[nodiscard]] Result<Factor> bind_factor(const Varied& varied, std::span<const System* const> arms);

}  // namespace clout
