// How much of a study is done, by work: points do not cost the same, and on a grid those that cost much stand
// together. A sample that is spread evenly over all of them is played first, and tells what the rest will
// cost.
#pragma once

#include <cstddef>
#include <vector>

namespace clout {

class WorkLeft {
public:
    explicit WorkLeft(std::size_t points);

    // Positions 0 … points − 1 in the order in which they are best played: the sample, then the others.
    [[nodiscard]] const std::vector<std::size_t>& order() const { return order_; }

    void played(std::size_t position, double seconds);
    // [0..1] of all work that is behind us; the seconds ahead are those behind times (1 − done) / done.
    [[nodiscard]] double done() const;

private:
    // From one position of the sample up to the next.
    struct Stretch {
        std::size_t positions = 0, played = 0;
        double seconds = 0;  // of those that were played
    };
    std::vector<Stretch> stretches_;
    std::vector<std::size_t> order_;
    std::size_t points_, played_ = 0;
    double seconds_ = 0;
};

}  // namespace clout
