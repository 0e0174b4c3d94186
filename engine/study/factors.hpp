// The uncertain numbers of arms as factors: each draw once, however many numbers hang on it. What futures
// drew is known without playing them: draws are addressed.
#pragma once

#include "engine/core/number.hpp"
#include "engine/system/system.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace clout {

struct Factor {
    std::string name;  // the address of its draw: a number's path, or the name of a luck that several share
    Number number;     // as the first arm that has it says; other arms may spread it otherwise
    bool only_so = false;  // numbers that are spread otherwise are none of it
};

// Of all arms together, in the order in which they have them.
[[nodiscard]] std::vector<Factor> factors_of(std::span<const System* const> arms);

// The quantiles that those futures drew: (replicates × factors).
[[nodiscard]] std::vector<double> drawn_quantiles(std::span<const Factor> factors, std::uint64_t seed,
                                                  std::size_t first_replicate, std::size_t replicates);

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
