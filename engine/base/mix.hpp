// Hashes that are fixed for ever, because draws are addressed by them: of a number, and of a name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace clout {

// Every bit of the result depends on every bit of x; one to one (Steele, Lea, Flood 2014: splitmix64).
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

// 64 bits of a name, fixed for ever: FNV-1a, finished with the mixer of splitmix64. Names may be given in
// pieces.
class NameHash {
public:
    constexpr NameHash& append(std::string_view piece) {
        for (const char c : piece) {
            state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
        }
        return *this;
    }
    // The digits of a number, as "practice-3" has them.
    constexpr NameHash& append_number(std::uint64_t number) {
        char digits[20]{};
        std::size_t first = 20;
        do {
            digits[--first] = static_cast<char>('0' + number % 10);
            number /= 10;
        } while (number != 0);
        return append({digits + first, 20 - first});
    }
    [[nodiscard]] constexpr std::uint64_t value() const { return mix(state_); }

private:
    std::uint64_t state_ = 0xcbf29ce484222325u;
};

[[nodiscard]] constexpr std::uint64_t name_hash(std::string_view name) {
    return NameHash().append(name).value();
}

}  // namespace clout
