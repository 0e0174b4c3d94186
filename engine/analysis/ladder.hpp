// The ladder of one organisation's voice: every body that carries it, and every seat that brings it to a
// decision, with whose message it becomes and what it still weighs told apart (MODEL.md 8).
#pragma once

#include "engine/run/state.hpp"

#include <vector>

namespace clout {

// One step up: a member's voice into a body, or through a seat into the decisions on a fund.
struct Way {
    Row to = 0;    // of System::bodies; of seats the first of its boards
    Row from = 0;  // of System::bodies, or ::organisations
    bool of_bodies = false;
    Row entry = 0;            // of System::entries: what makes it a member
    Row fund = kNoRow;        // of seats
    std::vector<Row> tables;  // of seats: at which it sits
};

struct Ways {
    std::vector<Way> tiers;  // from its own bodies upwards
    std::vector<Way> seats;  // fund by fund; a member that sits at several boards of a kind sits once
};

[[nodiscard]] Ways ways_up(const System& system, Row organisation);

// What is read off each way. The message: `kPart` is what the organisation's opinion is of what is said there
// (of all decisions, through that seat), `kHere` what the member's is. The weight: each cause leaves a part
// from 0 to 1 of the organisation's clout, `kWeighs` is what all together leave.
enum : std::size_t {
    kPart,
    kHere,
    kFidelity,
    kShare,
    kCommitment,
    kCohesion,
    kMandate,
    kStanding,
    kWeighs,
    kWayFigures
};

}  // namespace clout
