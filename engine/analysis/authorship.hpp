// One block of replicates played up to the last round's decision, and every part in it that an influence
// report sums.
#pragma once

#include "engine/run/state.hpp"

namespace clout {

inline constexpr int kInfluenceLanes = 16;

// Each row a figure of kInfluenceLanes replicates.
struct Authorship {
    Packs<kInfluenceLanes> sectors,
        kinds;                     // [share] of all decisions (sectors + 1), (kinds of organisations)
    Packs<kInfluenceLanes> money;  // [share] of decided money (sectors)
    Packs<kInfluenceLanes> votes;  // [share] of all votes, by amount; a body's by whose it is (sectors)
    std::vector<double> organisations,
        receipts;  // [share], [£m a year] from all funds, summed over lanes (organisations)
    Packs<kInfluenceLanes> said,
        sector_said;  // [share] (bodies) one organisation's and its sector's part of the message
    Packs<kInfluenceLanes> decided, sector_decided;  // [share] (funds)
    Packs<kInfluenceLanes> seat_weight;              // [share] (seats of all tables)
    Packs<kInfluenceLanes> tolls;  // (steps of the way × kTolls) what each leaves of a voice
};

enum : std::size_t { kSplit, kCommitment, kCohesion, kMandate, kFidelity, kStanding, kVotes, kTolls };

// Bodies on an organisation's first way up: its home, then each body's first body above it, then a board on
// which the last of them (or the organisation itself) sits.
[[nodiscard]] std::vector<Row> way_up(const System& system, Row organisation);

// Replicates first … first + lanes − 1 count.
[[nodiscard]] Authorship find_authorship(const System& system, std::uint64_t first_replicate, int lanes,
                                         Row organisation);

}  // namespace clout
