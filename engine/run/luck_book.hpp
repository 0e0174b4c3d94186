// What organisations draw in the rounds of a block, some rounds at a time. Arms, and the points of a study,
// have the same luck: a book that is kept from one of them to the next need not draw it again.
#pragma once

#include "engine/base/mix.hpp"
#include "engine/base/stream.hpp"
#include "engine/run/agent_figures.hpp"
#include "engine/system/system.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace clout {

// Which luck a scenario's rounds draw. A pair for commitment and resilience is an organisation's own; noise
// of its position belongs to programmes by name, so that a programme more or less, or another order, changes
// nobody else's luck.
struct RoundDraws {
    explicit RoundDraws(const System& system)
        : opinions(drawn(system, system.dynamics.opinion_noise)),
          fates(drawn(system, system.dynamics.commitment_noise) || drawn(system, system.dynamics.shock)) {}

    bool opinions;  // whether this scenario draws noise for positions
    bool fates;     // whether it draws noise for commitment or for resilience

private:
    static bool drawn(const System& system, Slot noise) {
        return system.stochastic && !system.constant_zero(noise);
    }
};

// The draws of one purpose: a page holds those of so many rounds.
template <int L>
class LuckChapter {
public:
    // Ready for round 0: with a page for every round, or with one that serves again and again. What stands in
    // it remains where `still` is true and it has the same size.
    void open(std::size_t numbers, std::uint32_t rounds_a_page, std::uint32_t rounds, bool still) {
        numbers_ = numbers;
        rounds_a_page_ = rounds_a_page;
        const std::size_t places = numbers == 0 ? 0 : (rounds + rounds_a_page - 1) / rounds_a_page;
        if (still && places == holds_.size() && places * numbers == page_.size()) return;
        page_.resize(places * numbers);
        holds_.assign(places, kNothing);
    }

    // Which page a round is on, counted from 0, and whether everybody's numbers stand on it.
    [[nodiscard]] std::uint32_t page_of(std::uint32_t round) const { return round / rounds_a_page_; }
    [[nodiscard]] bool written(std::uint32_t round) const { return holds_[place(round)] == page_of(round); }
    void close(std::uint32_t round) { holds_[place(round)] = page_of(round); }
    // (numbers) That page.
    [[nodiscard]] Pack<L>* at(std::uint32_t round) { return page_.data() + place(round) * numbers_; }
    // [packs]
    [[nodiscard]] std::size_t size() const { return page_.size(); }

private:
    static constexpr std::uint32_t kNothing = ~std::uint32_t{0};
    [[nodiscard]] std::size_t place(std::uint32_t round) const { return page_of(round) % holds_.size(); }

    std::size_t numbers_ = 0;  // [packs] a page
    std::uint32_t rounds_a_page_ = 1;
    Packs<L> page_;                     // (places × numbers)
    std::vector<std::uint32_t> holds_;  // (places) the page that was written there to its end
};

// One block of words gives four numbers: what an organisation draws for a programme serves as many rounds,
// and its pair for commitment and resilience half as many.
inline constexpr std::uint32_t kRoundsABlock = 4;
inline constexpr std::uint32_t kRoundsAFate = kRoundsABlock / 2;

// Asks memory for a number that will be read soon, of an organisation some rows further on: draws of one
// round stand between those of others, where processors do not look ahead by themselves.
inline constexpr std::size_t kFetched = 2;  // [rows]
template <int L>
CLOUT_INLINE void fetch_ahead(const Pack<L>* number) {
    constexpr std::size_t kLine = 64;  // [bytes]
    for (std::size_t at = 0; at < sizeof(Pack<L>); at += kLine)
        __builtin_prefetch(reinterpret_cast<const char*>(number) + at);
}

// One number for everything but the replicates that says which draws stand where: the seed, which
// organisations in which order, who of them draws at all, and for which programmes.
[[nodiscard]] inline std::uint64_t luck_family(const System& system) {
    std::uint64_t all = mix(system.seed);
    for (Row i = 0; i < system.organisations.size(); ++i) {
        const bool homeless = system.homeless.first <= i && i < system.homeless.last;
        const bool fragile = system.sectors[system.sector_of(i).row()].can_fail;
        all = mix(all ^ system.organisations[i].name) + (homeless ? 1 : 0) + (fragile ? 2 : 0);
    }
    for (const std::uint64_t programme : system.programme_names) all = mix(all ^ programme);
    return all;
}

// [numbers] What an organisation has on a page of either kind; 0 where the scenario draws none.
struct LuckPages {
    explicit LuckPages(const System& system) {
        const RoundDraws drawn(system);
        if (drawn.opinions) positions = kRoundsABlock * system.programmes.size();
        if (drawn.fates) fates = std::size_t{2} * kRoundsAFate;
    }
    std::size_t positions = 0, fates = 0;
};

template <int L>
struct LuckBook {
    // (organisations × programmes × kRoundsABlock), (organisations × kRoundsAFate × 2) a page, in the order
    // of rows.
    LuckChapter<L> positions, fates;

    // `all_rounds`: kept for whoever has the same luck; else there is room for a page.
    void open(const System& system, std::uint64_t first_replicate, bool all_rounds) {
        const std::uint64_t whose = all_rounds ? luck_key(luck_family(system), first_replicate) : 0;
        const bool still = all_rounds && whose == owner_;
        owner_ = whose;
        const LuckPages page(system);
        const std::size_t organisations = system.organisations.size();
        const auto rounds = [&](std::uint32_t a_page) { return all_rounds ? system.rounds : a_page; };
        positions.open(organisations * page.positions, kRoundsABlock, rounds(kRoundsABlock), still);
        fates.open(organisations * page.fates, kRoundsAFate, rounds(kRoundsAFate), still);
    }

private:
    std::uint64_t owner_ = 0;  // luck_key of a family and its first replicate; 0 = nobody's
};

// Books of a thread, of several blocks: points of a study go through all of them again and again.
template <int L>
class LuckShelf {
public:
    // The book that was last used for these replicates of a system; or, where the shelf has as many as it
    // may, that of somebody with other luck, or the one used last: whoever goes round and round finds the
    // others where they were.
    // Good as long as the shelf.
    [[nodiscard]] LuckBook<L>& book_for(const System& system, std::uint64_t first_replicate,
                                        std::size_t most) {
        const std::uint64_t family = luck_family(system);
        const std::size_t places = std::max<std::size_t>(most, 1);
        for (std::size_t at = places; at < books_.size(); ++at) books_[at].book = {};  // gives memory back
        const auto last = books_.begin() + static_cast<std::ptrdiff_t>(std::min(places, books_.size()));
        auto found = std::find_if(books_.begin(), last, [&](const Kept& kept) {
            return kept.family == family && kept.first_replicate == first_replicate;
        });
        const std::size_t place =
            found != last ? static_cast<std::size_t>(found - books_.begin()) : room_for(family, places);
        books_[place].family = family;
        books_[place].first_replicate = first_replicate;
        last_ = place;
        return books_[place].book;
    }

private:
    struct Kept {
        std::uint64_t family = 0, first_replicate = 0;
        LuckBook<L> book;
    };

    // A new place, one of other luck, or the one used last.
    std::size_t room_for(std::uint64_t family, std::size_t places) {
        if (books_.size() < places) {
            books_.emplace_back();
            return books_.size() - 1;
        }
        for (std::size_t at = 0; at < places; ++at) {
            if (books_[at].family != family) return at;
        }
        return std::min(last_, places - 1);
    }

    std::deque<Kept> books_;  // whose elements stay where they are
    std::size_t last_ = 0;
};

// [packs] What a book takes for one page of each kind, and for all rounds.
[[nodiscard]] inline std::size_t packs_of_luck(const System& system, bool all_rounds) {
    const LuckPages page(system);
    const auto pages = [&](std::size_t a_page) {
        return all_rounds ? (system.rounds + a_page - 1) / a_page : 1;
    };
    return system.organisations.size() *
           (pages(kRoundsABlock) * page.positions + pages(kRoundsAFate) * page.fates);
}

}  // namespace clout
