#include "engine/run/watch/chronicle_filter.hpp"

#include <vector>

namespace clout {
namespace {

bool told(const ChronicleFilter& filter, std::uint32_t round, std::uint32_t rounds_per_year) {
    const std::uint32_t year = round / rounds_per_year + 1;
    return year >= filter.first_year && (filter.last_year == 0 || year <= filter.last_year);
}

void keep_place(RoundRecord& round, PlaceId place) {
    const auto elsewhere = [place](PlaceId other) { return other.exists() && other != place; };
    std::erase_if(round.minutes, [&](const MinutesRecord& m) { return elsewhere(m.place); });
    std::erase_if(round.lapses, [&](const LapseRecord& l) { return elsewhere(l.place); });
    std::erase_if(round.ends, [&](const EndRecord& e) { return elsewhere(e.who.place); });
    std::erase_if(round.champions, [&](const ChampionRecord& c) { return elsewhere(c.body.place); });
}

void keep_sector(RoundRecord& round, SectorId sector) {
    std::erase_if(round.consents, [&](const ConsentRecord& c) { return c.sector != sector; });
    std::erase_if(round.lapses, [&](const LapseRecord& l) { return l.from != sector && l.to != sector; });
    std::erase_if(round.ends, [&](const EndRecord& e) { return e.sector != sector; });
    std::erase_if(round.commitments, [&](const WearRecord& w) { return w.row != sector.row(); });
}

}  // namespace

Chronicle filtered(Chronicle chronicle, const ChronicleFilter& filter) {
    std::erase_if(chronicle.told, [&](const RoundRecord& round) {
        return !told(filter, round.round, chronicle.rounds_per_year);
    });
    for (RoundRecord& round : chronicle.told) {
        if (filter.place) keep_place(round, *filter.place);
        if (filter.sector) keep_sector(round, *filter.sector);
    }
    return chronicle;
}

}  // namespace clout
