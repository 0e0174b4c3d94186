// The round as a table of phases (MODEL.md 3). Each reads what the earlier ones wrote and nothing later.
#pragma once

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
// state.
template <int L>
[[nodiscard]] State<L> initialise(const System& system, std::uint64_t first_replicate, Crew* crew = nullptr);

// What begins with a round, before its phases (MODEL.md 2): numbers that step to their next date, mandates
// and champions that are set anew, money that is exposed from now on.
template <int L>
void begin_round(const System& system, State<L>& state);

// What is made of the scenario's numbers once for all rounds, or anew where some of them step.
template <int L>
void make_constants(const System& system, State<L>& state);

// Its part about money: baselines, needs, starting splits and shares.
template <int L>
void place_money(const System& system, State<L>& state);

// Uptake and imposition (6.5), known as soon as bodies have spoken.
template <int L>
void take_up(const System& system, State<L>& state);

// What is told of uptake and imposition, sector by sector, once this round's amounts are known (6.5).
template <int L>
void report_uptake(const System& system, State<L>& state);

// What is paid by first call at a table, of what is there to divide (6.4).
template <int L>
[[nodiscard]] Pack<L> call_first(const System& system, const State<L>& state, Row table, const Pack<L>& left);

// What is paid for each £m of income, and by head, of called money alone.
template <int L>
void settle_calls(const System& system, State<L>& state);

// The unmet need that the next round's first calls are about (6.6).
template <int L>
void find_gaps(const System& system, State<L>& state);

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

// The clout of those taken over passes to the largest of the sector that takes over (6.6).
template <int L>
void bequeath_clout(const System& system, State<L>& state);

// How many of `count` rows, which all organisations together stand behind, are worth a thread's while.
[[nodiscard]] inline std::size_t grain(std::size_t count, const System& system) {
    constexpr std::size_t kOrganisations = 512;  // some 20 µs of work in 16 lanes
    return std::max<std::size_t>(
        count * kOrganisations / std::max<std::size_t>(system.organisations.size(), 1), 1);
}

// Σ weight over some independent organisations: their incomes, or 1 each where nobody has any; 1 where there
// is nobody. sum(weight_of) adds up what is weighted, anew each time, and returns Σ weight_of(i).
template <int L, class Sum>
[[nodiscard]] CLOUT_INLINE Pack<L> weigh_by_income(const OrganisationState<L>& of, Sum sum) {
    const Pack<L> zero(0.0), one(1.0);
    Pack<L> total = sum([&](Row i) CLOUT_LAMBDA { return where(of.independent[i], of.income[i]); });
    const Mask<L> paid = total > zero;
    if (all(paid)) return total;
    total =
        sum([&](Row i) CLOUT_LAMBDA { return where(of.independent[i], select(paid, of.income[i], one)); });
    return select(total > zero, total, one);
}

// [£m a year] What one organisation is paid.
template <int L>
[[nodiscard]] CLOUT_INLINE Pack<L> paid_to(const System& system, const State<L>& state, Row i) {
    const auto& of = state.organisations;
    const Row cell = system.cell[i];
    return of.income[i] * state.cells.rate[cell] + where(of.open[i], state.cells.head[cell]);
}

// What a round did to whole sectors: what moves commitment, how needs have grown, what gains do to clout
// (6.6).
template <int L>
void find_fortunes(const System& system, State<L>& state);

// Whether gains of decided money, or work that shifts, make clout.
[[nodiscard]] bool gains_make_clout(const System& system);

// What is not fed back to a body's members wears off its mandate; its champion may leave (6.6).
template <int L>
void wear_off(const System& system, State<L>& state, Row body);

// What outside income has grown by since the start: (1 + demand_growth)^(t dt).
template <int L>
[[nodiscard]] Pack<L> outside_growth(const System& system, const State<L>& state);

// [£m a year] What one organisation needs: its own need grown, and work that shifted to it (6.6).
template <int L>
[[nodiscard]] CLOUT_INLINE Pack<L> need_of(const State<L>& state, Row i, std::size_t sector) {
    const auto& of = state.organisations;
    const Pack<L> plain = of.base[i] * state.sectors.demand[sector];
    const Pack<L> shifted =
        of.income[i] * state.sectors.need_rate[sector] + where(of.open[i], state.sectors.need_head[sector]);
    return max(plain + shifted, plain * Pack<L>(0.01));
}

// ½‖a − b‖² over programmes: how far two positions stand apart, 0 … 1.
template <int L>
[[nodiscard]] inline Pack<L> distance(const Pack<L>* a, const Pack<L>* b, std::size_t programmes) {
    Pack<L> sum(0.0);
    for (std::size_t k = 0; k < programmes; ++k) {
        const Pack<L> apart = a[k] - b[k];
        sum += apart * apart;
    }
    return sum * Pack<L>(0.5);
}

}  // namespace clout
