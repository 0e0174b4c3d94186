// Arms with some of their uncertain numbers set.
#pragma once

#include "engine/study/factors.hpp"
#include "engine/system/system.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace clout {

// Arms in which some factors no longer vary: a point of a study. Nothing is read again, nothing compiled.
class PatchedArms {
public:
    PatchedArms(std::span<const System* const> arms, std::span<const Factor> factors);

    // Each factor at that quantile, in every arm as that arm spreads it.
    void set_quantiles(std::span<const double> quantiles);  // (factors)
    // Each factor at that value, in every arm.
    void set_values(std::span<const double> values);  // (factors)

    [[nodiscard]] std::vector<const System*> arms() const;

private:
    struct Place {
        std::size_t arm = 0, factor = 0;
        std::size_t row = 0;  // of the arm's numbers
        Number number;        // as it was
    };
    template <class ValueOf>
    void set_each(ValueOf value_of);

    std::vector<System> systems_;
    std::vector<Place> places_;
};

}  // namespace clout
