// One block of replicates played up to the last round's decision, and every part in it that an influence
// report sums.
#pragma once

#include "engine/run/state.hpp"

#include <functional>
#include <optional>

namespace clout {

// As many as suit vectors; where numbers come one by one, as many as a page has code for.
inline constexpr int kInfluenceLanes = native::kWidth > 1 ? 16 : 8;

// Each Pack holds a figure of kInfluenceLanes replicates.
struct Authorship {
    // [share] (sectors + 1) and (kinds of organisations) Of all decisions; the last of sectors is leanings'
    // part.
    Packs<kInfluenceLanes> sectors, kinds;
    // [share] (sectors) Of decided money.
    Packs<kInfluenceLanes> money;
    // [share] (sectors) Of all votes, funds weighing by amount; a body's votes count by whose voice it is.
    Packs<kInfluenceLanes> votes;
    // [share] and [£m a year from all funds] (organisations) Both summed over lanes.
    std::vector<double> organisations, receipts;
    // [share] (ways of the voice map) Of all decisions, what passes there (voice_map.hpp).
    Packs<kInfluenceLanes> passes;
    // [share] (bodies) One organisation's and its sector's part of the message.
    Packs<kInfluenceLanes> said, sector_said;
    // [share] (funds) One organisation's and its sector's part of the decision.
    Packs<kInfluenceLanes> decided, sector_decided;
    // [share] (seats of all tables)
    Packs<kInfluenceLanes> seat_weight;
    // [share] (seats of all tables × sectors) What each seat moves, and (sectors) what a sector's seats, one
    // at a time, move to it: over all tables by money. Empty where the system does not ask for leverage.
    Packs<kInfluenceLanes> seat_leverage, leverage;
    // (ways, tiers first × kWayFigures) Of the organisation's ladder (ladder.hpp).
    Packs<kInfluenceLanes> ways;
};

// Replicates first … first + lanes − 1 count. Nothing where `stop` answered true before they were played.
[[nodiscard]] std::optional<Authorship> find_authorship(const System& system, std::uint64_t first_replicate,
                                                        int lanes, Row organisation,
                                                        const std::function<bool()>& stop = {});

}  // namespace clout
