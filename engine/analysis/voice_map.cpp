#include "engine/analysis/voice_map.hpp"

#include "engine/system/system.hpp"

#include <algorithm>

namespace clout {
namespace {

class MapMaker {
public:
    explicit MapMaker(const System& system)
        : system_(system),
          node_of_organisations_(system.organisation_kinds.size(), kNoRow),
          node_of_bodies_(system.body_kinds.size(), kNoRow) {}

    VoicePlan make() {
        for (const Instance& organisation : system_.organisations) count(node(false, organisation.kind));
        for (const BodyPlan& body : system_.bodies) {
            if (!body.board && !body.exists) continue;
            VoiceNode& of = count(node(true, body.instance.kind));
            of.board = of.board || body.board;
        }
        plan_.way_of.assign(system_.entries.size(), kNoRow);
        for (const BodyPlan& body : system_.bodies) {
            for (Row e = body.entries.first; e < body.entries.last; ++e) join(body, e);
        }
        set_levels();
        return std::move(plan_);
    }

private:
    Row node(bool of_bodies, Row kind) {
        Row& row = (of_bodies ? node_of_bodies_ : node_of_organisations_)[kind];
        if (row != kNoRow) return row;
        row = static_cast<Row>(plan_.map.nodes.size());
        const bool focus = !of_bodies && system_.organisation_kinds[kind].sector == system_.focus;
        const Naming& naming =
            of_bodies ? system_.body_kinds[kind].naming : system_.organisation_kinds[kind].naming;
        plan_.map.nodes.push_back({naming.kind, of_bodies, kind, 0, 0, false, focus});
        return row;
    }

    VoiceNode& count(Row row) {
        ++plan_.map.nodes[row].instances;
        return plan_.map.nodes[row];
    }

    // Whether anybody stands behind the entry.
    [[nodiscard]] bool somebody(const MemberLine& entry) const {
        for (Row at = entry.members.first; at < entry.members.last; ++at)
            if (!entry.of_bodies || system_.bodies[system_.member[at]].exists) return true;
        return false;
    }

    void join(const BodyPlan& body, Row e) {
        const MemberLine& entry = system_.entries[e];
        if (entry.conflicted || !somebody(entry) || !(body.board || body.exists)) return;
        const std::size_t from = node(entry.of_bodies, entry.kind), to = node(true, body.instance.kind);
        auto& ways = plan_.map.ways;
        auto at = std::find_if(ways.begin(), ways.end(),
                               [&](const VoiceWay& way) { return way.from == from && way.to == to; });
        if (at == ways.end()) at = ways.insert(ways.end(), {from, to, 0});
        plan_.way_of[e] = static_cast<Row>(at - ways.begin());
    }

    // From the bottom up: how high a body stands, and whether it speaks for the focus sector. No body is a
    // member of itself, so that this ends.
    void set_levels() {
        auto& nodes = plan_.map.nodes;
        std::size_t top = 0;
        for (bool raised = true; raised;) {
            raised = false;
            for (const VoiceWay& way : plan_.map.ways) {
                const VoiceNode& from = nodes[way.from];
                VoiceNode& to = nodes[way.to];
                const std::size_t above = std::max(to.level, from.level + 1);
                const bool focus = to.focus || from.focus;
                if (to.board || above > nodes.size() || (above == to.level && focus == to.focus)) continue;
                to.level = above;
                to.focus = focus;
                raised = true;
            }
        }
        for (const VoiceNode& of : nodes) top = std::max(top, of.level);
        for (VoiceNode& of : nodes) of.level = of.board ? top + 1 : of.level;
    }

    const System& system_;
    VoicePlan plan_;
    std::vector<Row> node_of_organisations_, node_of_bodies_;
};

}  // namespace

VoicePlan plan_voices(const System& system) { return MapMaker(system).make(); }

}  // namespace clout
