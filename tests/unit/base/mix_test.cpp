#include "engine/base/mix.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace clout {
namespace {

TEST(NameHash, IsFixedForEver) {
    // FNV-1a's published value of "a", then the mixer.
    EXPECT_EQ(name_hash("a"), mix(0xaf63dc4c8601ec8cu));
    EXPECT_EQ(name_hash(""), mix(0xcbf29ce484222325u));
    EXPECT_EQ(mix(0), 0xe220a8397b1dcdafu);  // splitmix64's first number from seed 0
    static_assert(name_hash("practice@bolton-3") != name_hash("practice@bolton-30"));
}

TEST(NameHash, TakesNamesInPieces) {
    EXPECT_EQ(NameHash().append("practice").append("@").append("bolton").append("-").append_number(3).value(),
              name_hash("practice@bolton-3"));
    EXPECT_EQ(NameHash().append_number(0).value(), name_hash("0"));
    EXPECT_EQ(NameHash().append_number(18446744073709551615u).value(), name_hash("18446744073709551615"));
}

TEST(NameHash, HasNoTwinsAmongAMillionNames) {
    std::vector<std::uint64_t> found;
    for (std::uint64_t i = 0; i < 1'000'000; ++i) {
        found.push_back(NameHash().append("practice-").append_number(i).value());
    }
    std::sort(found.begin(), found.end());
    EXPECT_EQ(std::adjacent_find(found.begin(), found.end()), found.end());
}

}  // namespace
}  // namespace clout
