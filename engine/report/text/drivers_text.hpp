// Which uncertain numbers a figure hangs on, in words and a table.
#pragma once

#include "engine/report/text/table.hpp"
#include "engine/study/drivers.hpp"
#include "engine/study/provenance.hpp"

#include <string>

namespace clout {

// Labels of the two arms; both the same where the figure is that of one arm.
struct ArmLabels {
    std::string from, to;
};

[[nodiscard]] std::string drivers_text(const Drivers& drivers, const ArmLabels& arms,
                                       const Provenance& provenance, const Style& style);

// "General practice: contested £ a patient".
[[nodiscard]] std::string figure_words(const std::string& measure, const Provenance& provenance);

// A share as per cent with its interval: "31 % (27 to 35)".
[[nodiscard]] std::string share_words(const Estimate& share);

}  // namespace clout
