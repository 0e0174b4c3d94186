// The space of a study as a page shows it: how much each number matters, between which ends it was moved, and
// in the plane of the two that matter most, at which points the finding holds.
#pragma once

#include "engine/report/page/chart.hpp"
#include "engine/report/page/study_page.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clout {

struct Importance {
    std::size_t factor = 0;
    std::string name;
    double size = 0;     // [share of the variance]; of paths [unit of the figure] moved over its range
    std::string beside;  // its interval, or that it cannot be told from nothing; of paths the size in words
};

// Of every number that was varied, the largest first.
[[nodiscard]] std::vector<Importance> importance_of(const StoredStudy& study, const Sensitivity& found,
                                                    const std::string& unit);
// What the sizes are, as a chart says it.
[[nodiscard]] std::string importance_words(PointOrder order);

// "at least +£0.30", in the figure's own unit and with as many digits as its means deserve.
[[nodiscard]] std::string condition_words(const StudyContent& content);
// "48 of 64 points".
[[nodiscard]] std::string points_that_hold(const StudyContent& content);

// Between which values a number was moved, as far as points were played.
[[nodiscard]] std::pair<double, double> ends_of(const StoredStudy& study, const SweepSample& sample,
                                                std::size_t factor);

// The points in the plane of the two numbers that matter most, and the box in which the finding holds where
// it is bounded by these; along one number, how the figure goes with it. Nothing where no number was varied.
[[nodiscard]] std::optional<Chart> space_chart(const StudyContent& content);

}  // namespace clout
