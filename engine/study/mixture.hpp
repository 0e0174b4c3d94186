// Between two arms: how united is united enough? Every number in which they differ moves evenly from the one
// to the other, of distributions their quantiles; what is no number (bodies, memberships, words) cannot, and
// switches at some point on the way.
#pragma once

#include "engine/base/result.hpp"
#include "engine/system/system.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace clout {

// The number whose quantiles lie that part of the way from a's to b's, 0 <= part <= 1. Nothing where no shape
// of ours has them (a beta and a triangular, say), or where one has dates that the other has not.
[[nodiscard]] std::optional<Number> mixed(const Number& a, const Number& b, double part);

class Mixture {
public:
    // A problem of the request where a number cannot be mixed. `switches` in (0, 1].
    [[nodiscard]] static Result<Mixture> make(System a, System b, double switches);

    [[nodiscard]] System at(double part) const;
    [[nodiscard]] std::size_t moving() const { return moving_; }  // numbers in which the arms differ

private:
    // Rows of the one arm's numbers that stand in the other, too.
    struct Pair {
        std::size_t row = 0, other = 0;
    };
    Mixture(System a, System b, double switches);
    static std::vector<Pair> pairs_of(const System& from, const System& to);

    System a_, b_;
    double switches_ = 0.5;
    std::vector<Pair> of_a_, of_b_;
    std::size_t moving_ = 0;
};

}  // namespace clout
