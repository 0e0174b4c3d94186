#include "engine/analysis/influence.hpp"

#include "engine/analysis/board_power.hpp"
#include "engine/analysis/ladder.hpp"
#include "engine/run/patience.hpp"
#include "engine/run/watch/chronicle_parts.hpp"
#include "engine/system/system.hpp"

#include <algorithm>
#include <numeric>

namespace clout {
namespace {

Row first_of_sector(const System& system, SectorId sector) {
    Row first = kNoRow;
    for (Row i = 0; i < system.organisations.size(); ++i) {
        if (system.sector_of(i) == sector && (first == kNoRow || system.order[i] < system.order[first]))
            first = i;
    }
    return first;
}

Actor actor_of(const System& system, Row row, bool of_bodies) {
    return of_bodies ? body_actor(system, row) : organisation_actor(system, row);
}

LadderRung rung_of(const System& system, const std::vector<Authorship>& blocks, std::size_t replicates,
                   const Way& way, std::size_t row) {
    const auto figure = [&](std::size_t at) {
        return over(blocks, replicates, &Authorship::ways, row * kWayFigures + at);
    };
    LadderRung rung;
    rung.from = actor_of(system, way.from, way.of_bodies);
    rung.to = body_actor(system, way.to);
    rung.part = figure(kPart);
    rung.boards = static_cast<std::uint32_t>(way.tables.size());
    if (way.fund == kNoRow) {
        rung.sector = over(blocks, replicates, &Authorship::sector_said, way.to);
    } else {
        rung.fund = system.funds[way.fund].name;
    }
    rung.here = figure(kHere).mean;
    rung.fidelity = figure(kFidelity).mean;
    rung.share = figure(kShare).mean;
    rung.commitment = figure(kCommitment).mean;
    rung.cohesion = figure(kCohesion).mean;
    rung.mandate = figure(kMandate).mean;
    rung.standing = figure(kStanding).mean;
    rung.weighs = figure(kWeighs).mean;
    return rung;
}

void climb(const System& system, const std::vector<Authorship>& blocks, Row organisation,
           InfluenceReport& report) {
    const Ways ways = ways_up(system, organisation);
    std::size_t row = 0;
    for (const Way& way : ways.tiers) {
        report.tiers.push_back(rung_of(system, blocks, report.replicates, way, row++));
    }
    std::vector<double> whole(report.replicates, 0.0);
    for (const Way& way : ways.seats) {
        const auto through =
            values_of(blocks, report.replicates, &Authorship::ways, row * kWayFigures + kPart);
        for (std::size_t r = 0; r < whole.size(); ++r) whole[r] += through[r];
        report.seats.push_back(rung_of(system, blocks, report.replicates, way, row++));
    }
    report.organisation = organisation_actor(system, organisation);
    report.ladder = summarise(whole);
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        if (system.funds[f].tables.size() == 0) continue;
        report.funds.push_back({system.funds[f].name,
                                over(blocks, report.replicates, &Authorship::decided, f),
                                over(blocks, report.replicates, &Authorship::sector_decided, f)});
    }
}

// Mean parts of every organisation; the greatest are named.
void name_organisations(const System& system, const std::vector<Authorship>& blocks,
                        const InfluenceOptions& options, InfluenceReport& report) {
    const double replicates = static_cast<double>(report.replicates);
    std::vector<double> wrote(system.organisations.size(), 0.0), paid(wrote);
    for (const Authorship& block : blocks) {
        for (std::size_t i = 0; i < wrote.size(); ++i) {
            wrote[i] += block.organisations[i] / replicates;
            paid[i] += block.receipts[i] / replicates;
        }
    }
    report.influence = concentration_of(wrote);
    report.money = concentration_of(paid);
    std::vector<Row> rows(wrote.size());
    std::iota(rows.begin(), rows.end(), Row{0});
    const auto named = static_cast<std::ptrdiff_t>(std::min(options.organisations, rows.size()));
    std::partial_sort(rows.begin(), rows.begin() + named, rows.end(), [&](Row a, Row b) {
        return wrote[a] != wrote[b] ? wrote[a] > wrote[b] : system.order[a] < system.order[b];
    });
    for (auto row = rows.begin(); row != rows.begin() + named; ++row) {
        report.organisations.push_back({organisation_name(system, *row), {wrote[*row], 0, 0, 0}, {}, 0});
    }
}

void name_sectors(const System& system, const std::vector<Authorship>& blocks, std::size_t replicates,
                  InfluenceReport& report) {
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        report.sectors.push_back(
            {system.sectors[s].name, over(blocks, replicates, &Authorship::sectors, s),
             over(blocks, replicates, &Authorship::money, s),
             over(blocks, replicates, &Authorship::votes, s).mean,
             blocks[0].leverage.empty() ? Summary{} : over(blocks, replicates, &Authorship::leverage, s)});
    }
    const Summary leaning = over(blocks, replicates, &Authorship::sectors, system.sectors.size());
    report.sectors.push_back({"leaning", leaning, {}, 0});
    for (std::size_t k = 0; k < system.organisation_kinds.size(); ++k) {
        report.kinds.push_back({system.organisation_kinds[k].naming.kind,
                                over(blocks, replicates, &Authorship::kinds, k),
                                {},
                                0});
    }
    report.kinds.push_back({"leaning", leaning, {}, 0});
}

}  // namespace

InfluenceReport report_influence(const System& system, const InfluenceOptions& options) {
    InfluenceReport report;
    const Row organisation = first_of_sector(system, system.focus);
    std::vector<Authorship> blocks((options.replicates + kInfluenceLanes - 1) / kInfluenceLanes);
    std::vector<char> finished(blocks.size(), 0);  // each block writes its own element
    Patience patience(options.stop);
    const std::function<bool()> abandon = [&] { return patience.spent(); };
    parallel_for(
        blocks.size(), options.workers,
        [&](std::size_t b) {
            const std::size_t first = b * kInfluenceLanes;
            const auto lanes =
                static_cast<int>(std::min<std::size_t>(kInfluenceLanes, options.replicates - first));
            auto found = find_authorship(system, first, lanes, organisation, abandon);
            if (!found) return;
            blocks[b] = std::move(*found);
            finished[b] = 1;
        },
        options.stop);
    const auto gap = std::find(finished.begin(), finished.end(), 0);
    blocks.resize(static_cast<std::size_t>(gap - finished.begin()));
    report.replicates = std::min(blocks.size() * kInfluenceLanes, options.replicates);
    if (report.replicates == 0) return report;
    name_sectors(system, blocks, report.replicates, report);
    name_organisations(system, blocks, options, report);
    climb(system, blocks, organisation, report);
    report.map = plan_voices(system).map;
    for (std::size_t way = 0; way < report.map.ways.size(); ++way)
        report.map.ways[way].part = over(blocks, report.replicates, &Authorship::passes, way).mean;
    report.boards = boards_power(system, blocks, report.replicates, options);
    return report;
}

}  // namespace clout
