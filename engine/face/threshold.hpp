// Where a condition begins or ceases to hold as one number moves, or two; the same futures are played at
// every value.
#pragma once

#include "engine/face/comparison.hpp"

namespace clout::face {

struct NumberRange {
    std::string path;          // as in Setting; "mix" between two arms
    double low = 0, high = 0;  // [the number's unit] low < high
};

// An arm on the way between two others: numbers move evenly, what is no number (bodies, memberships, words)
// switches.
struct Mix {
    std::string from, to;   // names of arms
    double switches = 0.5;  // (0..1]
};

struct ThresholdAsked {
    std::string until;              // "share.gp >= 0.3", "difference(share.gp) >= 0.02"
    std::vector<NumberRange> vary;  // one, or two: the line in their plane
    std::string from, to;    // names of arms; empty = the baseline, and of a difference the first other
    std::optional<Mix> mix;  // then `vary` is one range of "mix" within 0 and 1
};

struct Threshold {
    // Where it holds, as the number grows. `plane`: in the plane of two.
    enum class Holds : std::uint8_t { from, up_to, everywhere, nowhere, plane };
    struct Rung {
        double at = 0;            // [the number's unit]
        double mean = 0, se = 0;  // [the figure's unit]
    };
    struct Place {
        double x = 0, y = 0;  // [the first number's unit, the second's]
    };
    struct Piece {
        Place begin, end;
    };
    struct Node {
        Place place;
        double mean = 0;  // [the figure's unit]
    };

    std::string until, unit;        // the condition, and its figure's unit
    std::string from, to;           // names of arms
    std::vector<NumberRange> vary;  // as asked
    Holds holds = Holds::nowhere;
    std::optional<double> at;         // [the number's unit]
    std::optional<double> low, high;  // 95 % interval of `at`; nothing where it goes on beyond the range
    bool evenly = false;              // the mean moves all but evenly: nothing tips
    bool again = false;               // the level is crossed more than once; `at` is the first
    double slope = 0;                 // [figure's unit by number's unit] at `at`, else over the whole range
    std::vector<Rung> ladder;         // by their values
    std::vector<Piece> line;          // of two numbers: straight pieces of the tipping line
    std::vector<Node> played;         // of two numbers
    double part = 0;                  // [share] of the plane in which it holds
    std::size_t ensembles = 0;        // of all arms that were played
    std::size_t replicates = 0;
    Printed printed;
};

// Not reached is a finding, no problem. The scenario's files are read again, with the ranges laid over them.
[[nodiscard]] Result<Threshold> threshold(const Scenario& scenario, const ThresholdAsked& asked,
                                          const Options& options = {});

}  // namespace clout::face
