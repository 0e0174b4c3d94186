// A 64-bit number that changes when any bit of a result changes: for tests of sameness, not for secrets.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/base/mix.hpp"

namespace clout {

// Order matters. 0.0 and -0.0 differ: they are different bits.
class Fingerprint {
public:
    constexpr Fingerprint& add(std::uint64_t whole) {
        state_ = mix(state_ ^ whole) + kStep;
        return *this;
    }
    constexpr Fingerprint& add(double number) { return add(__builtin_bit_cast(std::uint64_t, number)); }
    constexpr Fingerprint& add(std::span<const double> numbers) {
        for (const double number : numbers) {
            add(number);
        }
        return add(std::uint64_t{numbers.size()});
    }
    constexpr Fingerprint& add(std::string_view text) { return add(name_hash(text)); }
    [[nodiscard]] constexpr std::uint64_t value() const { return mix(state_); }

private:
    static constexpr std::uint64_t kStep = 0xd1342543de82ef95u;  // so that no state stays where it is
    std::uint64_t state_ = 0x636c6f7574u;                        // "clout"
};

}  // namespace clout
