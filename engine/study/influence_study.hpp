// Who wrote one arm's decisions, from the library to the report.
#pragma once

#include "engine/analysis/influence.hpp"
#include "engine/base/result.hpp"
#include "engine/study/provenance.hpp"
#include "engine/study/study_options.hpp"

#include <cstddef>
#include <limits>

namespace clout {

struct Library;
struct System;

struct InfluenceStudy {
    InfluenceReport report;
    Provenance provenance;
};

inline constexpr std::size_t kEveryOrganisation = std::numeric_limits<std::size_t>::max();

inline constexpr std::size_t kMostSeatsWithLeverage = 500;  // at one table; with more it is not taken

[[nodiscard]] bool few_enough_for_leverage(const System& system);

// `named`: how many organisations are named, those that wrote most.
[[nodiscard]] Result<InfluenceStudy> study_influence(const Library& library, std::size_t row,
                                                     std::size_t named, const StudyOptions& options);

}  // namespace clout
