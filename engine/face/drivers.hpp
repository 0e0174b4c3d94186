// Which uncertain numbers the spread of a figure hangs on: every comparison has drawn them anew in every
// future, and is a design already.
#pragma once

#include "engine/face/comparison.hpp"

namespace clout::face {

// With the bounds of a 95 % interval.
struct Estimate {
    double value = 0, low = 0, high = 0;
};

// A figure of the last year, and where it is read.
struct FigureAsked {
    // "share.gp" of one arm, or "difference(share.gp)" between two; empty = the difference that findings lead
    // with.
    std::string figure;
    std::string from, to;  // names of arms; empty = the baseline, and the first other
};

struct Driver {
    std::string number;               // by its path, or the name of a luck that several share
    Estimate share;                   // [share of the variance] that goes away, on average, once it is known
    bool distinct = false;            // from 0
    std::optional<Estimate> total;    // [share of the variance] with all that it does together with others
    double low_mean = 0, low_se = 0;  // [the figure's unit] where the number is in its lowest fifth
    double high_mean = 0, high_se = 0;  // [the figure's unit] where it is in its highest fifth
};

// What two numbers do together beyond what each does by itself.
struct DriverPair {
    std::string one, other;  // numbers
    Estimate share;          // [share of the variance]
};

struct Drivers {
    std::string figure, unit;     // "difference(per_patient.gp)", "£ a patient a year"
    std::string from, to;         // names of arms, the same where the figure is that of one
    std::vector<Driver> drivers;  // in the order of the numbers
    double mean = 0, sd = 0;      // [the figure's unit] over the futures
    // [share of the variance] left once the numbers are known, and once all that happens by chance is;
    // nothing where no further futures were played.
    std::optional<Estimate> chance, numbers;
    // [share of the variance] that a polynomial of the numbers foretells; totals and pairs are told where
    // that is nearly all that is not chance.
    std::optional<double> foretold;
    bool believed = false;
    std::vector<DriverPair> pairs;  // the largest first; empty where the polynomial is not believed
    std::size_t replicates = 0;
    std::size_t ensembles = 0;  // of all arms that were played
    Printed printed;
};

enum class AskChance : std::uint8_t { yes, no };

// Chance and totals take two further ensembles.
[[nodiscard]] Result<Drivers> drivers(const Scenario& scenario, const FigureAsked& asked = {},
                                      AskChance chance = AskChance::yes, const Options& options = {});

}  // namespace clout::face
