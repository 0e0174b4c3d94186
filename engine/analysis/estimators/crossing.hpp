// Where a mean reaches a level as one number moves. With addressed luck the same futures are played at every
// value of the number, so their mean is a smooth function without noise, and its root is found as any root
// is; how sure one may be of it depends on the futures, and is said by Fieller's interval.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace clout {

struct Rung {  // what was played at one value
    double at = 0;
    std::vector<double> values;  // (replicates)
    double mean = 0, se = 0;     // [the measure's unit]
};

struct CrossingQuestion {
    double low = 0, high = 1;  // the range of the number
    double level = 0;          // [the measure's unit]
    double exact = 1e-4;       // [share of the range] how close to come
    std::size_t most = 12;     // rungs
};

struct Crossing {
    enum class Kind { from_here_on, up_to_here, everywhere, nowhere, stopped };
    Kind kind = Kind::nowhere;                 // where the mean is at least the level, as the number grows
    double at = 0;                             // of the first two kinds
    double low = 0, high = 0;                  // 95 % interval of `at`, inside the range
    bool low_open = false, high_open = false;  // it goes on beyond the range
    bool evenly = false;  // the mean moves all but evenly over the range: nothing tips at `at`
    bool again = false;   // it crosses the level more than once; `at` is the first
    double slope = 0;  // [unit by unit] of the mean, at `at`; over the whole range where nothing is crossed
    std::vector<Rung> rungs;  // by their values
};

// `play` plays all futures with the number at a value; an empty answer stops the search.
[[nodiscard]] Crossing find_crossing(const CrossingQuestion& question,
                                     const std::function<std::vector<double>(double)>& play);

}  // namespace clout
