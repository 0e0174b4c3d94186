// Bodies say what MODEL.md 6.2 makes of their members, one by one, however the engine sums them up.
#include "engine/run/block.hpp"
#include "tests/scenes.hpp"

#include <cmath>

namespace clout {
namespace {

constexpr int kSideBySide = 8;
using EightLanes = State<kSideBySide>;

// Practices who are in every body together, in some of them conflicted, in one beside bodies.
constexpr const char* kCaucuses = R"(clout: 1
title: Who speaks together
clock: {years: 5, rounds_per_year: 2}
seed: 5
focus: gp
programmes:
  access: {delivered_by: {gp: 1}}
  urgent: {delivered_by: {gp: 0.2, acute: 0.8}}
sectors:
  gp: {position: {access: 6, urgent: 1}, spread: 0.6, commitment: 0.5, commitment_spread: 0.2, susceptibility: 0.4,
       income_spread: 0.5, can_fail: true, taken_over_by: acute}
  acute: {position: {access: 1, urgent: 6}}
organisations:
  practice: {sector: gp, count: 24, income: 1.2}
  lead: {sector: gp, count: 5, income: 1, clout: 2}
  trust: {sector: acute, count: 2, income: 60}
bodies:
  pcn: {count: 3, mandate: 0.6, feedback: 0.3, members: {practice: {deal: true, share: 0.5}}}
  lmc: {mandate: 0.4, members: {practice: {share: 0.3, home: false}, lead: {share: 0.2, home: false}}}
  group: {mandate: 0.5, fidelity: 0.9, champion: 3,
          members: {pcn: {}, practice: {share: 0.2, home: false}, lead: {share: 0.7, home: false, conflicted: true}}}
  board: {members: {group: {votes: 2}, lmc: {}, trust: {votes: 3}}}
funds:
  local: {amount: 6, decided_by: board, status_quo: {access: 1, urgent: 1}}
dynamics: {tolerance: 0.1, opinion_noise: 0.05, commitment_noise: 0.1, strain: 0.5, shock: 0.6, takeover: 0.5}
)";

struct Saying {  // what a body makes of its members in one lane
    double committed = 0, potential = 0, dispersion = 0, voice = 0, assent = 0;
    std::vector<double> will, message;
};

struct Heard {
    double weight, potential, assent;
    const Pack<kSideBySide>*wanted, *said;
};

Heard hear(const System& system, const EightLanes& state, const MemberLine& line, Row m,
           const Pack<kSideBySide>* leaning, std::size_t lane) {
    const std::size_t k = system.programmes.size();
    const double share = state[line.share][lane];
    const auto& of = state.organisations;
    const auto& by = state.bodies;
    Heard heard = line.of_bodies
                      ? Heard{share * by.voice[m][lane], share * by.potential[m][lane], by.assent[m][lane],
                              &by.will[m * k], &by.message[m * k]}
                      : Heard{share * of.clout[m][lane] * of.commitment[m][lane], share * of.clout[m][lane],
                              of.commitment[m][lane], &of.position[m * k], &of.position[m * k]};
    if (line.conflicted) heard.wanted = heard.said = leaning;
    return heard;
}

Saying said_by(const System& system, const EightLanes& state, Row body, std::size_t lane) {
    const std::size_t programmes = system.programmes.size();
    const BodyPlan& plan = system.bodies[body];
    const BodyKindPlan& kind = system.body_kinds[plan.instance.kind];
    const Pack<kSideBySide>* leaning = &state.bodies.leaning[plan.leaning * programmes];
    std::vector<Heard> members;
    Saying all;
    double assent = 0;
    for (Row e = plan.entries.first; e < plan.entries.last; ++e) {
        const Span rows = system.entries[e].members;
        for (Row at = rows.first; at < rows.last; ++at) {
            members.push_back(hear(system, state, system.entries[e], system.member[at], leaning, lane));
            all.committed += members.back().weight;
            all.potential += members.back().potential;
            assent += members.back().potential * members.back().assent;
        }
    }
    all.will.resize(programmes);
    all.message.resize(programmes);
    const double fidelity = state[kind.fidelity][lane], mandate = state.bodies.mandate[body][lane];
    for (std::size_t k = 0; k < programmes && all.committed > 0; ++k) {
        double said = 0;
        for (const Heard& one : members) {
            all.will[k] += one.weight * one.wanted[k][lane] / all.committed;
            said += one.weight * one.said[k][lane] / all.committed;
        }
        all.message[k] = fidelity * said + (1 - fidelity) * leaning[k][lane];
    }
    for (const Heard& one : members) {
        for (std::size_t k = 0; k < programmes && all.committed > 0; ++k)
            all.dispersion +=
                0.5 * one.weight * std::pow(one.wanted[k][lane] - all.will[k], 2) / all.committed;
    }
    const double cohesion = std::exp(-all.dispersion / state[system.dynamics.tolerance][lane]);
    if (all.committed > 0) all.voice = cohesion * mandate * all.committed + state.bodies.champion[body][lane];
    all.assent = mandate + (1 - mandate) * (all.potential > 0 ? assent / all.potential : 0);
    return all;
}

void expect_same(const System& system, const EightLanes& state) {
    const std::size_t programmes = system.programmes.size();
    const auto near = [](double found, double expected, const std::string& what) {
        EXPECT_NEAR(found, expected, 1e-12 * std::max(1.0, std::abs(expected))) << what;
    };
    for (const Row b : system.speaking_order) {
        const std::size_t lane = (b + state.round) % kSideBySide;  // in turn
        SCOPED_TRACE(body_name(system, b) + ", round " + std::to_string(state.round));
        const Saying expected = said_by(system, state, b, lane);
        near(state.bodies.committed[b][lane], expected.committed, "committed clout");
        near(state.bodies.potential[b][lane], expected.potential, "potential clout");
        near(state.bodies.dispersion[b][lane], expected.dispersion, "dispersion");
        near(state.bodies.voice[b][lane], expected.voice, "voice");
        near(state.bodies.assent[b][lane], expected.assent, "assent");
        for (std::size_t k = 0; k < programmes; ++k) {
            near(state.bodies.will[b * programmes + k][lane], expected.will[k], "will");
            if (expected.committed > 0)
                near(state.bodies.message[b * programmes + k][lane], expected.message[k], "message");
        }
    }
}

void check(const System& system) {
    EightLanes state = initialise<kSideBySide>(system, 0);
    for (; state.round < system.rounds; ++state.round) {
        for (const auto& phase : kPhases<kSideBySide>) {
            phase.act(system, state);
            if (phase.act == &speak<kSideBySide>) expect_same(system, state);
        }
    }
}

class EveryArea : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Library, EveryArea, scenes::every_area(), scenes::as_test_name);

TEST_P(EveryArea, BodiesSayWhatTheirMembersMakeOfIt) { scenes::each_arm(GetParam(), check); }

TEST(Speaking, ConflictedCaucusesAndThoseBesideBodiesAreHeardRight) {
    const System system = compile(scenes::library(scenes::written(kCaucuses)).arms[0].scenario);
    EXPECT_EQ(system.caucuses.size(), 4u) << "three networks, and the leads";
    EXPECT_EQ(system.homeless_caucuses.size(), 1u);
    EXPECT_TRUE(system.single.empty());
    check(system);
}

}  // namespace
}  // namespace clout
