// The part of the minutes about one fund at one of its boards.
#pragma once

#include "engine/base/id.hpp"
#include "engine/report/text/seat_groups.hpp"
#include "engine/report/text/table.hpp"

#include <string>
#include <vector>

namespace clout {

// What was last said of a table, so that it need not be said again.
struct SaidOfTable {
    std::vector<double> aim;  // [simplex] what the board aimed at (programmes)
    double chance = -1;       // of agreement; below 0 = not said yet
    std::string reasons;
    std::vector<ProgrammeId> red_lines;
    double ahead = 0;  // [£m a year] what came off before anything was divided
};

[[nodiscard]] std::string board_minutes(const MinutesRecord& minutes, const Scenario& scenario,
                                        const Style& style, SaidOfBoard& board, SaidOfTable& said);

}  // namespace clout
