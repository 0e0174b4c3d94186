#include "engine/study/factors.hpp"

#include "engine/run/ensemble.hpp"
#include "engine/study/patched_arms.hpp"

#include "engine/base/stream.hpp"

#include <algorithm>

namespace clout {
namespace {

bool drawn_as(const Number& number, const Factor& factor) {
    const bool same = number.shape == factor.number.shape && number.parameters == factor.number.parameters;
    return number.uncertain() && number.address() == factor.name && (same || !factor.only_so);
}

}  // namespace

std::vector<Factor> factors_of(std::span<const System* const> arms) {
    std::vector<Factor> factors;
    for (const System* arm : arms) {
        for (const Number& number : arm->numbers) {
            if (!number.uncertain()) continue;
            const auto same = [&](const Factor& factor) { return drawn_as(number, factor); };
            if (std::none_of(factors.begin(), factors.end(), same))
                factors.push_back({number.address(), number, false});
        }
    }
    return factors;
}

std::vector<double> drawn_quantiles(std::span<const Factor> factors, std::uint64_t seed,
                                    std::size_t first_replicate, std::size_t replicates) {
    constexpr int kLanes = 16;
    std::vector<double> drawn(replicates * factors.size());
    for (std::size_t first = 0; first < replicates; first += kLanes) {
        const Luck<kLanes> luck(seed, first_replicate + first);
        const std::size_t lanes = std::min<std::size_t>(kLanes, replicates - first);
        for (std::size_t f = 0; f < factors.size(); ++f) {
            const Pack<kLanes> chance = luck.uniform({name_hash(factors[f].name), 0, Purpose::number, 0});
            for (std::size_t lane = 0; lane < lanes; ++lane)
                drawn[(first + lane) * factors.size() + f] = chance[static_cast<int>(lane)];
        }
    }
    return drawn;
}

PatchedArms::PatchedArms(std::span<const System* const> arms, std::span<const Factor> factors) {
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
        systems_.push_back(*arms[arm]);
        const std::vector<Number>& numbers = systems_.back().numbers;
        for (std::size_t row = 0; row < numbers.size(); ++row)
            for (std::size_t f = 0; f < factors.size(); ++f)
                if (drawn_as(numbers[row], factors[f])) places_.push_back({arm, f, row, numbers[row]});
    }
}

template <class ValueOf>
void PatchedArms::set_each(ValueOf value_of) {
    for (const Place& place : places_) {
        Number& number = systems_[place.arm].numbers[place.row];
        number.shape = Shape::constant;
        number.parameters.assign(1, value_of(place));
        number.steps.clear();  // later dates stand in rows of their own
    }
}

void PatchedArms::set_quantiles(std::span<const double> quantiles) {
    set_each([&](const Place& place) { return place.number.quantile(quantiles[place.factor]); });
}

void PatchedArms::set_values(std::span<const double> values) {
    set_each([&](const Place& place) { return values[place.factor]; });
}

std::vector<const System*> PatchedArms::arms() const { return addresses(systems_); }

}  // namespace clout
