// Who stands behind each body, in the end: the organisations among its members and among theirs.
#include "engine/system/draft.hpp"

namespace clout {
namespace {

// Kinds of bodies of which somebody asks it.
std::vector<bool> asked(const System& system) {
    std::vector<bool> kinds(system.body_kinds.size(), !system.offers.empty());
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        const BodyKindPlan& plan = system.body_kinds[kind];
        kinds[kind] =
            kinds[kind] || !system.constant_zero(plan.upkeep) || !system.constant_zero(plan.size_penalty);
    }
    return kinds;
}

class Climber {
public:
    explicit Climber(System& system) : system_(system), met_(system.organisations.size(), kNoRow) {}

    // Appends the organisations below a body that have not been met for it.
    void climb(Row body, Row under) {
        const Span entries = system_.bodies[under].entries;
        for (Row e = entries.first; e < entries.last; ++e) {
            const MemberLine& entry = system_.entries[e];
            for (Row at = entry.members.first; !entry.conflicted && at < entry.members.last; ++at) {
                const Row member = system_.member[at];
                if (entry.of_bodies) {
                    climb(body, member);
                } else if (met_[member] != body) {
                    met_[member] = body;
                    system_.below.push_back(member);
                }
            }
        }
    }

private:
    System& system_;
    std::vector<Row> met_;  // (organisations) the body for which each was met last
};

// A body that nobody belongs to does not exist, nor one that only such bodies belong to.
void find_existing(System& system) {
    for (const Row b : system.speaking_order) {
        BodyPlan& body = system.bodies[b];
        for (Row e = body.entries.first; e < body.entries.last && !body.exists; ++e) {
            const MemberLine& entry = system.entries[e];
            for (Row at = entry.members.first; at < entry.members.last; ++at)
                body.exists = body.exists || !entry.of_bodies || system.bodies[system.member[at]].exists;
        }
    }
}

}  // namespace

void find_below(System& system) {
    find_existing(system);
    const std::vector<bool> kinds = asked(system);
    Climber climber(system);
    for (Row b = 0; b < system.bodies.size(); ++b) {
        BodyPlan& body = system.bodies[b];
        body.below.first = static_cast<Row>(system.below.size());
        if (!body.board && kinds[body.instance.kind]) climber.climb(b, b);
        body.below.last = static_cast<Row>(system.below.size());
    }
}

}  // namespace clout
