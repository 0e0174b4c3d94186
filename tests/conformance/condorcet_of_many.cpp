// Hundreds of alternatives are elected in another way than a few: held against elimination, written plainly.
#include "engine/protocols/condorcet_of_many.hpp"

#include "engine/protocols/condorcet.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <random>
#include <vector>

namespace clout {
namespace {

struct Election {
    std::size_t count, programmes;
    std::vector<double> position, force, backers, sits;  // position: programmes × alternatives

    Election(std::size_t n, std::size_t k, std::uint64_t seed)
        : count(n), programmes(k), position(n * k), force(n), backers(n, 1.0), sits(n, 1.0) {
        std::mt19937_64 bits(seed);
        const auto draw = [&] { return static_cast<double>(bits() >> 11) * 0x1p-53; };
        for (std::size_t i = 0; i < n; ++i) {
            double sum = 0;
            for (std::size_t p = 0; p < k; ++p) sum += position[p * n + i] = draw();
            for (std::size_t p = 0; p < k; ++p) position[p * n + i] /= sum;
            force[i] = draw() / static_cast<double>(n);
        }
    }
    [[nodiscard]] ManyAlternatives view() const {
        return {count, programmes, position.data(), force.data(), backers.data(), sits.data()};
    }
    [[nodiscard]] std::vector<double> held(const std::function<bool()>& stop = {}) const {
        std::vector<double> room(room_of_election(count)), standing(count);
        std::vector<std::size_t> order(count);
        EXPECT_TRUE(hold_election(view(), room.data(), order.data(), stop, standing.data()));
        return standing;
    }
    [[nodiscard]] double apart(std::size_t i, std::size_t j) const {
        double sum = 0;
        for (std::size_t p = 0; p < programmes; ++p)
            sum += std::pow(position[p * count + i] - position[p * count + j], 2);
        return sum;
    }
    // How readily i replaces j.
    [[nodiscard]] double moves(std::size_t j, std::size_t i) const {
        if (sits[i] == 0) return 0;
        if (sits[j] == 0) return backers[i];
        double for_i = 0, for_j = 0;
        for (std::size_t m = 0; m < count; ++m) {
            const double gain = apart(j, m) - apart(i, m);
            if (gain > 1e-12) for_i += force[m] * gain;
            if (gain < -1e-12) for_j -= force[m] * gain;
        }
        return backers[i] * (for_i + for_j > 0 ? for_i / (for_i + for_j) : 0.5);
    }
    // Grassmann, Taksar and Heyman's elimination.
    [[nodiscard]] std::vector<double> eliminated() const {
        const std::size_t n = count;
        std::vector<double> rates(n * n), standing(n, 0.0);
        for (std::size_t j = 0; j < n; ++j) {
            for (std::size_t i = 0; i < n; ++i) rates[j * n + i] = i == j ? 0 : moves(j, i);
        }
        std::vector<double> leaves(n);
        for (std::size_t at = n; at-- > 1;) {
            for (std::size_t j = 0; j < at; ++j) leaves[at] += rates[at * n + j];
            for (std::size_t i = 0; i < at && leaves[at] > 0; ++i) {
                for (std::size_t j = 0; j < at; ++j) {
                    if (i != j) rates[i * n + j] += rates[i * n + at] / leaves[at] * rates[at * n + j];
                }
            }
        }
        double sum = standing[0] = 1;
        for (std::size_t at = 1; at < n; ++at) {
            double arrives = 0;
            for (std::size_t i = 0; i < at; ++i) arrives += standing[i] * rates[i * n + at];
            standing[at] = arrives / leaves[at];
            sum += standing[at];
        }
        for (double& often : standing) often /= sum;
        return standing;
    }
};

void expect_alike(const Election& election) {
    const auto found = election.held(), wanted = election.eliminated();
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], wanted[i], 1e-10 * (1 + wanted[i]));
}

TEST(CondorcetOfMany, IsWhatEliminationFinds) {
    for (const std::size_t programmes : {2u, 3u, 5u}) expect_alike(Election(120, programmes, programmes));
}

TEST(CondorcetOfMany, OneSeatMayBringNearlyEverything) {
    for (const std::size_t programmes : {2u, 3u}) {
        Election election(90, programmes, 5);
        election.force[17] = 100;
        expect_alike(election);
    }
}

TEST(CondorcetOfMany, SomeDoNotSitAndSomeAreMany) {
    Election election(80, 2, 9);
    for (const std::size_t away : {3u, 20u, 79u}) election.sits[away] = election.force[away] = 0;
    election.backers[5] = 40;
    expect_alike(election);
}

TEST(CondorcetOfMany, NearlyAlikePositionsTie) {
    Election election(60, 2, 11);
    for (std::size_t i = 1; i < 40; ++i) {
        election.position[i] = election.position[0] + 1e-14 * static_cast<double>(i);
        election.position[60 + i] = 1 - election.position[i];
    }
    expect_alike(election);
}

// Through the protocol itself, on either side of the number from which on it is done this way.
TEST(CondorcetOfMany, IsTheSameProtocol) {
    const auto split_of = [](std::size_t seats) {
        const Election election(seats, 2, 4);
        std::vector<Pack<1>> sits(seats, Pack<1>(1.0)), weight, salience(seats, Pack<1>(1.0)), position,
            split(2);
        for (std::size_t m = 0; m < seats; ++m) {
            weight.emplace_back(election.force[m]);
            for (std::size_t p = 0; p < 2; ++p) position.emplace_back(election.position[p * seats + m]);
        }
        BoardView<1> view;
        view.seats = seats, view.programmes = 2;
        view.sits = sits.data(), view.weight = weight.data(), view.salience = salience.data();
        view.position = position.data();
        Scratch<1> scratch;
        Condorcet::decide(view, scratch, split.data());
        const auto standing = election.eliminated();
        double wanted = 0;
        for (std::size_t m = 0; m < seats; ++m) wanted += standing[m] * election.position[m];
        EXPECT_NEAR(split[0][0], wanted, 1e-10) << seats;
        EXPECT_NEAR(split[0][0] + split[1][0], 1, 1e-12);
    };
    split_of(kManyAlternatives - 1);
    split_of(kManyAlternatives);
}

TEST(CondorcetOfMany, StopsWhenAsked) {
    for (const std::size_t programmes : {2u, 3u}) {
        const Election election(3000, programmes, 1);
        std::vector<double> room(room_of_election(3000)), standing(3000);
        std::vector<std::size_t> order(3000);
        const auto begun = std::chrono::steady_clock::now();
        EXPECT_FALSE(hold_election(
            election.view(), room.data(), order.data(), [] { return true; }, standing.data()));
        EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(2));
    }
}

}  // namespace
}  // namespace clout
