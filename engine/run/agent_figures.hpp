// The figures of a block of L replicates that organisations and bodies have: part of what a State is made of.
// Every Pack holds one figure of L replicates. Comments give the unit in square brackets, then the shape in
// round ones; letters are those of MODEL.md.
#pragma once

#include "engine/base/lanes.hpp"
#include "engine/base/pages.hpp"
#include "engine/system/plans.hpp"

#include <vector>

namespace clout {

template <int L>
using Packs = std::vector<Pack<L>, Pages<Pack<L>>>;
template <int L>
using Masks = std::vector<Mask<L>, Pages<Mask<L>>>;

template <int L>
struct OrganisationState {
    // [simplex] (organisations × programmes) Where it started, and where it stands.
    Packs<L> anchor, position;
    // [£m a year] (organisations) y, its size; 0 once it is closed, more once it has inherited.
    Packs<L> income;
    // [£m a year] (organisations) Income from outside the model, and its need, both as they are in round 0.
    Packs<L> other, base;
    // [patients] (organisations)
    Packs<L> list;
    // [clout] (organisations) What it started with and has inherited; what it speaks with, 0 once it no
    // longer speaks for itself.
    Packs<L> clout0, clout;
    // [0..1] (organisations) At the start, and now.
    Packs<L> commitment0, commitment;
    // [£m a year] (organisations) What deals with its bodies bring it, or take; empty where nobody makes
    // offers.
    Packs<L> deals;
    // [£m a year] (organisations) What it pays for its bodies' upkeep; empty where no voice has a bill.
    Packs<L> dues;
    // [£m a year] (organisations) What it had and needed in the round in which it failed or was acquired;
    // empty unless System::keeps_minutes.
    Packs<L> total, need;
    // (organisations) V, at most 1 before luck strikes; at 0 the organisation fails.
    Packs<L> resilience;
    // (organisations) Independent: neither taken over nor closed. Open: not closed.
    Masks<L> independent, open;
};

template <int L>
struct BodyState {
    // [simplex] (bodies × programmes) What its members want, and what it says.
    Packs<L> will, message;
    // [1 or 0] (bodies) 0 while it is silent.
    Packs<L> speaks;
    // [clout] (bodies) E, the clout that stands behind what it says, and C, all clout of its members.
    Packs<L> committed, potential;
    // (bodies) D, how far apart its members are, and χ, what that leaves of its voice.
    Packs<L> dispersion, cohesion;
    // [clout] (bodies) v, what it weighs in the bodies above it.
    Packs<L> voice;
    // [0..1] (bodies) g, how far its members agree with what is decided.
    Packs<L> assent;
    // (bodies) μ, the mandate that its members have given it, and [clout] h, what its champion adds.
    Packs<L> mandate, champion;
    // (bodies) μ⁰, what a mandate starts from or is set to, and whether the champion has left for good.
    Packs<L> mandate0;
    Masks<L> left;
    // (bodies) χ μ as spoken in this round; empty where nobody makes offers.
    Packs<L> unity;
    // [1 or 0] (bodies) Bought: silent towards its parents and at boards; empty where nobody makes offers.
    Packs<L> bought;
    // (bodies) ζ, the part of its upkeep that was paid, and [£m a year] the grant that was; empty where no
    // voice has a bill.
    Packs<L> funded, granted;
    // (bodies) G of boards: the less of it, the likelier a breakdown; 1 at the start.
    Packs<L> goodwill;
    // [share] (bodies × (sectors + 1)) Whose opinion the message is; the last is that of leanings.
    Packs<L> sources;
    // [simplex] (leanings × programmes) What a silent body leans towards.
    Packs<L> leaning;
};

// Sums over a caucus, r the position of its first member.
template <int L>
struct CaucusState {
    // [clout] (caucuses) Σ c and Σ m c.
    Packs<L> potential, committed;
    // [clout] (caucuses × programmes) Σ m c (x − r).
    Packs<L> apart;
    // [simplex] (caucuses × programmes) r.
    Packs<L> reference;
    // [clout] (caucuses) Σ m c ‖x − r‖².
    Packs<L> scatter;
};

}  // namespace clout
