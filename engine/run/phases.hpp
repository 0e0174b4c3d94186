// The round as a table of phases (MODEL.md 3). Each reads what the earlier ones wrote and nothing later.
#pragma once

#include "engine/run/phases/accounts.hpp"
#include "engine/run/phases/mechanisms.hpp"
#include "engine/run/state.hpp"

#include <array>

namespace clout {

template <int L>
void deliberate(const System& system, State<L>& state);  // 6.1: organisations hear their colleagues
template <int L>
void speak(const System& system, State<L>& state);  // 6.2: bodies, members first; and what they assent to
template <int L>
void negotiate(const System& system, State<L>& state);  // 6.3: each fund at each of its boards
template <int L>
void allocate(const System& system, State<L>& state);  // 6.4: amounts, programmes, sectors, shifts of work
template <int L>
void deliver(const System& system, State<L>& state);  // 6.5: what lapses, who is paid
template <int L>
void adapt(const System& system, State<L>& state);  // 6.6: clout, commitment, resilience, closures

template <int L>
struct Phase {
    const char* name;
    void (*act)(const System&, State<L>&);
};

template <int L>
inline constexpr std::array<Phase<L>, 6> kPhases{{{"deliberate", &deliberate<L>},
                                                  {"speak", &speak<L>},
                                                  {"negotiate", &negotiate<L>},
                                                  {"allocate", &allocate<L>},
                                                  {"deliver", &deliver<L>},
                                                  {"adapt", &adapt<L>}}};

// Before round 0 (MODEL.md 5). A crew, if there is one, shares this and every phase, and must outlive the
// state. A book of luck that was kept from another run is taken into the state, and given back by play_block.
template <int L>
[[nodiscard]] State<L> initialise(const System& system, std::uint64_t first_replicate, Crew* crew = nullptr,
                                  LuckBook<L>* kept = nullptr);

// What is made of the scenario's numbers once for all rounds, or anew where some of them step.
template <int L>
void make_constants(const System& system, State<L>& state);

// Its part about money: baselines, needs, starting splits and shares.
template <int L>
void place_money(const System& system, State<L>& state);

// Uptake and imposition (6.5), known as soon as bodies have spoken.
template <int L>
void take_up(const System& system, State<L>& state);

// [£m a year] A fund's amount in this round, were it in no place: amount (1 + growth)^(years since its date).
template <int L>
[[nodiscard]] Pack<L> grown_amount(const System& system, const State<L>& state, const FundPlan& fund);

// Yearly amounts of round t (6.4): each table's own money and what is exposed to it; protected money, paid in
// full but for its exposed part, goes into the cells' pools.
template <int L>
void set_amounts(const System& system, State<L>& state);

// Turns the cells' pools into what an organisation is paid for each £m of income (or by head where nobody has
// any).
template <int L>
void settle_cells(const System& system, State<L>& state);

// The same for other pools of the same cells: pool, rate and head (cells).
template <int L>
void settle_sector(const System& system, const State<L>& state, std::size_t sector, const Packs<L>& pool,
                   Packs<L>& rate, Packs<L>& head);

// Recounts, in some lanes, what closures and takeovers change: incomes, heads and patients by cell and
// sector.
template <int L>
void tally(const System& system, State<L>& state, const Mask<L>& where = true);

// The standing split (MODEL.md 5) and the leanings of this round.
template <int L>
void find_leanings(const System& system, State<L>& state);

// Who of those whose resilience is spent is taken over, and who closes (6.6).
template <int L>
void change_statuses(const System& system, State<L>& state);

// Statuses first, then what passes on (6.6).
template <int L>
void pass_on(const System& system, State<L>& state);

}  // namespace clout
