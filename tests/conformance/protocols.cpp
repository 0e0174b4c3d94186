// One suite that every member of the shelf of protocols passes; the shelf's list is the list of types tested.
#include "tests/conformance/boards.hpp"

#include <numeric>

namespace clout {
namespace {

using namespace boards;

template <class P>
class EveryProtocol : public testing::Test {};

template <class List>
struct AsTypes;
template <class... Ps>
struct AsTypes<TypeList<Ps...>> {
    using type = testing::Types<Ps...>;
};
TYPED_TEST_SUITE(EveryProtocol, AsTypes<Protocols>::type);

constexpr double kSmoothed =
    2e-6;  // theories that smooth positions (nash, by 1e-6) reach them only this nearly

TYPED_TEST(EveryProtocol, ResultIsASplit) {
    const auto split = decide<TypeParam>(council());
    EXPECT_NEAR(std::accumulate(split.begin(), split.end(), 0.0), 1.0, 1e-12);
    for (const double part : split) EXPECT_GE(part, 0.0);
}

TYPED_TEST(EveryProtocol, LiesBetweenTheExtremes) {
    const Board board = council();
    const auto split = decide<TypeParam>(board);
    for (std::size_t k = 0; k < split.size(); ++k) {
        double least = board.standing[k], most = board.standing[k];
        for (const Seat& seat : board.seats) {
            least = std::min(least, seat.position[k]);
            most = std::max(most, seat.position[k]);
        }
        EXPECT_GE(split[k], least - 1e-9);
        EXPECT_LE(split[k], most + 1e-9);
    }
}

TYPED_TEST(EveryProtocol, UnanimousBoardGetsWhatItWants) {
    Board board = council();
    for (Seat& seat : board.seats) seat.position = {0.2, 0.5, 0.3};
    board.standing = {0.2, 0.5, 0.3};
    expect_near(decide<TypeParam>(board), {0.2, 0.5, 0.3}, kSmoothed);
}

TYPED_TEST(EveryProtocol, SingleContenderGetsItsPosition) {
    Board board = council();
    board.seats = {board.seats[1]};
    board.seats[0].weight = 1;
    board.standing = board.seats[0].position;
    expect_near(decide<TypeParam>(board), {0.1, 0.7, 0.2}, kSmoothed);
}

TYPED_TEST(EveryProtocol, RelabellingSeatsChangesNothing) {
    Board board = council();
    const auto before = decide<TypeParam>(board);
    std::reverse(board.seats.begin(), board.seats.end());
    expect_near(decide<TypeParam>(board), before, 1e-12);
}

TYPED_TEST(EveryProtocol, RelabellingProgrammesRelabelsTheSplit) {
    Board board = council();
    auto before = decide<TypeParam>(board);
    for (Seat& seat : board.seats) std::reverse(seat.position.begin(), seat.position.end());
    std::reverse(board.standing.begin(), board.standing.end());
    std::reverse(before.begin(), before.end());
    expect_near(decide<TypeParam>(board), before, 1e-12);
}

TYPED_TEST(EveryProtocol, DoublingAllSaliencesMovesNothing) {
    Board board = council();
    const auto before = decide<TypeParam>(board);
    for (Seat& seat : board.seats) seat.salience *= 0.5;
    expect_near(decide<TypeParam>(board), before, 1e-12);
}

TYPED_TEST(EveryProtocol, SeatWithoutWeightDoesNotMatter) {
    if constexpr (requires { TypeParam::kWeightlessSeatsStand; })
        GTEST_SKIP() << "its position is an alternative";
    Board board = council();
    const auto before = decide<TypeParam>(board);
    board.seats.push_back({0.0, 1.0, 0.0, 0.0, {0.3, 0.4, 0.3}});
    expect_near(decide<TypeParam>(board), before, 1e-9);
}

TYPED_TEST(EveryProtocol, SeatThatDoesNotSitDoesNotMatter) {
    Board board = council();
    const auto before = decide<TypeParam>(board);
    board.seats.insert(board.seats.begin(), {0.0, 1.0, 0.0, 0.0, {1.0, 0.0, 0.0}, false});
    expect_near(decide<TypeParam>(board), before, 1e-12);
}

TYPED_TEST(EveryProtocol, OneLaneAndSixteenGiveTheSameBits) {
    const auto one = decide<TypeParam, 1>(council());
    EXPECT_EQ(one, (decide<TypeParam, 16>(council())));
    EXPECT_EQ(one, (decide<TypeParam, 8>(council())));
}

}  // namespace
}  // namespace clout
