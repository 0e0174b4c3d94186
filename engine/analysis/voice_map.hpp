// Who speaks through whom, kind by kind, and how much of the decisions passes on each way (MODEL.md 8).
#pragma once

#include "engine/base/id.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace clout {

struct System;

// A kind of organisation, or a kind of body that exists.
struct VoiceNode {
    std::string name;  // of the kind
    bool of_bodies = false;
    Row kind = 0;  // as in Scenario
    std::size_t instances = 0;
    std::size_t level = 0;  // 0: organisations; a body stands above all that it has members of; boards on top
    bool board = false;
    bool focus = false;  // organisations of the focus sector are it, or speak through it
};

struct VoiceWay {
    std::size_t from = 0, to = 0;  // rows of nodes: members, and the body they are members of
    double part = 0;               // [share] of all decisions of the last round that passes here, mean
};

struct VoiceMap {
    std::vector<VoiceNode> nodes;
    std::vector<VoiceWay> ways;  // every one that there is, also where nothing passes
};

// The map without its parts, and which way the members of each entry go (entries; kNoRow where nobody does).
struct VoicePlan {
    VoiceMap map;
    std::vector<Row> way_of;
};
[[nodiscard]] VoicePlan plan_voices(const System& system);

}  // namespace clout
