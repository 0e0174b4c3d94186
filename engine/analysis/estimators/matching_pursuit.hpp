// Orthogonal matching pursuit: of many columns, a few whose sum comes close to the values, chosen one by one
// (Pati, Rezaiifar, Krishnaprasad 1993; each choice is the one that leaves least: Chen, Billings, Luo 1989).
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <span>
#include <vector>

namespace clout {

struct Pursuit {
    std::vector<std::size_t> chosen;  // columns, in the order in which they were chosen
    std::vector<double> gains;        // what each took away from the sum of squares
    double q2 = 0;                    // foretold of points left out one by one, as a share of the variance
};

// Ends where the best of the columns left would be as good by chance, one in about √(log columns) times.
[[nodiscard]] Pursuit pursue(Eigen::MatrixXd columns, std::span<const double> values);

}  // namespace clout
