// Opinion dynamics with published answers. Any matrix of who hears whom can be written with bodies: everyone
// has a home of their own, which stands below a round of colleagues whose shares in it are the weights.
#include "engine/run/block.hpp"
#include "tests/scenes.hpp"

#include <array>
#include <iomanip>
#include <sstream>

namespace clout {
namespace {

template <std::size_t N>
struct Society {
    std::array<std::array<double, N>, N>
        hears;  // row i: the weights person i gives to everybody, itself included
    std::array<double, N> susceptibility;
    std::array<double, N> start;  // opinion, 0 … 1: the part that programme `yes` should get
};

std::string number(double value) {
    std::ostringstream text;
    text << std::setprecision(17) << value;
    return text.str();
}

// A voice may be heard in every round of colleagues, so that each has only a part of it to give: hence the
// thirds.
template <std::size_t N>
std::string as_scenario(const Society<N>& society) {
    std::string people, homes, voices, circles, board;
    for (std::size_t i = 0; i < N; ++i) {
        const std::string n = std::to_string(i + 1);
        people += "  p" + n +
                  ": {sector: all, income: 1, susceptibility: " + number(society.susceptibility[i]) +
                  ", position: {yes: " + number(society.start[i]) + ", no: " + number(1 - society.start[i]) +
                  "}}\n";
        homes += "  home" + n + ": {feedback: 1, members: {p" + n + ": {share: 0.5}}}\n";
        voices += "  voice" + n + ": {members: {p" + n + ": {share: 0.5, home: false}}}\n";
        circles += "  circle" + n + ": {members: {";
        for (std::size_t j = 0; j < N; ++j) {
            if (society.hears[i][j] == 0) continue;
            const std::string from = (i == j ? "home" : "voice") + std::to_string(j + 1);
            circles += from + ": {share: " + number(society.hears[i][j] / 3) + "}, ";
        }
        circles += "}}\n";
        board += "p" + n + ": {}, ";
    }
    return "clout: 1\ntitle: Society\nclock: {years: 50, rounds_per_year: 4}\n"
           "programmes: {yes: {delivered_by: {all: 1}}, no: {delivered_by: {all: 1}}}\nsectors: {all: "
           "{position: {yes: 1}}}\n"
           "organisations:\n" +
           people + "bodies:\n" + homes + voices + circles + "  board: {members: {" + board + "}}\n" +
           "funds: {pot: {amount: 1, decided_by: board, status_quo: {yes: 1}}}\n";
}

// Opinions after the first, second, … round; rounds[0] is where everybody starts.
template <std::size_t N>
std::vector<std::array<double, N>> opinions(const Society<N>& society) {
    const Library read = scenes::library(scenes::written(as_scenario(society)));
    const System system = compile(read.arms.at(0).scenario);
    std::vector<std::array<double, N>> rounds;
    play_block<1>(system, 0, [&](const State<1>& state) {
        std::array<double, N> now{};
        for (Row i = 0; i < N; ++i)
            now[system.organisations[i].kind] = state.organisations.position[i * 2][0];
        rounds.push_back(now);
    });
    return rounds;
}

template <std::size_t N>
void expect_near(const std::array<double, N>& found, const std::array<double, N>& published,
                 double tolerance) {
    for (std::size_t i = 0; i < N; ++i) EXPECT_NEAR(found[i], published[i], tolerance) << "person " << i + 1;
}

// Friedkin and Johnsen 1999: four people, susceptibility one minus the weight each gives to itself.
TEST(FriedkinJohnsen, FourPeople) {
    const Society<4> society{
        {{{.220, .120, .360, .300}, {.147, .215, .344, .294}, {0, 0, 1, 0}, {.090, .178, .446, .286}}},
        {.780, .785, 0, .714},
        {.25, .25, .75, .85}};
    const auto rounds = opinions(society);
    expect_near(rounds[0], {.25, .25, .75, .85}, 1e-12);
    expect_near(rounds[1], {.530800, .523494, .75, .703344}, 5e-7);
    expect_near(rounds[2], {.570267, .568209, .75, .726200}, 5e-7);
    expect_near(rounds.back(), {.600208, .599840, .75, .749862}, 5e-7);
    // Where they end they stay: y = A W y + (1 − A) y(1).
    for (std::size_t i = 0; i < 4; ++i) {
        double heard = 0;
        for (std::size_t j = 0; j < 4; ++j) heard += society.hears[i][j] * rounds.back()[j];
        const double listens = society.susceptibility[i];
        EXPECT_NEAR(rounds.back()[i], listens * heard + (1 - listens) * society.start[i], 1e-12);
    }
}

// DeGroot 1974, as in Jackson 2008: the consensus weighs starting opinions by (3, 4, 4) / 11.
TEST(DeGroot, ThreePeopleAgree) {
    Society<3> society{{{{1.0 / 3, 1.0 / 3, 1.0 / 3}, {0.5, 0.5, 0}, {0, 0.25, 0.75}}}, {1, 1, 1}, {1, 0, 0}};
    expect_near(opinions(society).back(), {3.0 / 11, 3.0 / 11, 3.0 / 11}, 1e-12);
    society.start = {0, 1, 0};
    expect_near(opinions(society).back(), {4.0 / 11, 4.0 / 11, 4.0 / 11}, 1e-12);
}

}  // namespace
}  // namespace clout
