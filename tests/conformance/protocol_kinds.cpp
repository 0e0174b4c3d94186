#include "engine/protocols/kinds.hpp"

#include "engine/protocols/shelf.hpp"

#include <gtest/gtest.h>

namespace clout {
namespace {

// Rows of kinds are rows of the shelf: a System keeps the one, a round visits the other.
TEST(ProtocolKinds, AreTheShelfInItsOrder) {
    ASSERT_EQ(protocol_kinds().size(), Protocols::size);
    std::size_t row = 0;
    Protocols::each([&]<class P>() {
        EXPECT_EQ(protocol_kinds()[row].name, P::kName);
        EXPECT_EQ(protocol_kinds()[row].summary, P::kSummary);
        EXPECT_EQ(protocol_kinds()[row].takes_papers, P::kTakesPapers);
        ++row;
    });
    EXPECT_EQ(protocol_kinds()[0].name, "compromise") << "what bodies that are no boards are given";
}

}  // namespace
}  // namespace clout
