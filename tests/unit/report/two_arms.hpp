// Two arms of three replicates and two years, small enough to check by hand.
#pragma once

#include "engine/analysis/comparison.hpp"
#include "engine/study/provenance.hpp"

#include <utility>

namespace clout {

struct TwoArms {
    Outcome base, arm;
    std::vector<ArmOutcome> arms;
    Comparison comparison;
    Provenance provenance;

    TwoArms() {
        base.quantities = {{"share.gp", "share of contested money"},
                           {"decided.gp", "£m a year"},
                           {"decided.acute", "£m a year"},
                           {"received.gp", "£m a year"},
                           {"received.acute", "£m a year"},
                           {"per_patient.gp", "£ a year per registered patient"},
                           {"lapsed", "£m a year"}};
        base.years = 2;
        base.replicates = 3;
        arm = base;
        // Of the baseline, and what the arm has instead, before each replicate's own luck.
        constexpr std::pair<double, double> kLevels[] = {{0.2, 0.25}, {4, 5},     {16, 16},  {80, 81},
                                                         {16, 16},    {10, 12.5}, {0.5, 0.5}};
        for (const auto& [level, instead] : kLevels) {
            for (const double luck : {1.0, 1.01, 0.99, 1.0, 1.02, 0.98}) {
                base.values.push_back(level * luck);
                arm.values.push_back(level * luck + (instead - level));
            }
        }
        arms = {{"split", "As it is, \"split\"", &base}, {"united", "One voice", &arm}};
        comparison = compare(arms, 0, Workers{1});
        provenance.file = "area.yaml";
        provenance.title = "An area";
        provenance.seed = 7;
        provenance.asked = provenance.finished = 3;
        provenance.sector_labels = {{"gp", "General practice"}, {"acute", "Acute trusts"}};
        provenance.focus = "gp";
        provenance.assumptions = {2, 3, 0, 1, 4};
    }
    TwoArms(const TwoArms&) = delete;  // arms point into this
    TwoArms& operator=(const TwoArms&) = delete;
};

}  // namespace clout
