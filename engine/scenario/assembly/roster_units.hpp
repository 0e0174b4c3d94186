// Rows of a roster that can hardly be meant as they stand: totals, lists of other sizes than their
// neighbours', money that is not in £ million, a place left out.
#pragma once

#include "engine/scenario/assembly/roster.hpp"

namespace clout {

// Warnings, each with its line.
void question_rows(const RosterFile& roster, Problems& problems);

}  // namespace clout
