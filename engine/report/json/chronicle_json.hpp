// The log of one future for programs: JSON lines, one event a line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace clout {

struct Chronicle;
struct Scenario;

// Which future is told.
struct Future {
    std::string arm;
    std::optional<std::uint64_t> replicate;  // absent = the median path
};

// Every line has "event"; all but the first also "round" (from 0) and "year". Money is £m a year, parts are 0
// … 1, things are named as the scenario names them, instances by their own names; "place" is null where there
// is none.
//
// future       clout, scenario, arm, seed, replicate (null = median path), rounds, rounds_per_year
// uptake       sector, own, uptake, rounds_below,
//              organs: [{kind, assent, bodies, least: {name, assent} or null}]
// imposed      sector, own, rounds_below
// sitting      fund, place, board, protocol, amount, decides, agreed, dispersion, patience,
//              goodwill: [before, after], chance, draw, step,
//              seats: [{name, weight, votes, standing, voice, salience, papers, conflicted,
//              asks: {programme: part}; of bodies also committed, mandate, cohesion, champion}],
//              silent: [name], stood, proposed, tabled, moved, split: {programme: part},
//              influence: {sector or "leaning": part}
// red_line     fund, place, programme, held_by: [entry], floor, before, after,
//              moved: {programme: £m}, cost: {sector: £m}
// lapse        fund, place, from, to, fresh, lapsed
// taken_over   name, sector, resilience, total, need, clout,
//              heirs: [{name, part}] (the largest, at most 100), heirs_in_all
// closed       the same, and income, patients
// champion_left  name, champion
// mandate      kind, before, after
// commitment   sector, before, after
// result       share, decided, received: {sector: …}, lapsed, unspent, independent, taken_over, closed
[[nodiscard]] std::string chronicle_json_lines(const Chronicle& chronicle, const Scenario& scenario,
                                               const Future& future);

}  // namespace clout
