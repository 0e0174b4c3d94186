// Who joins whom, kind by kind and place by place: bodies of a place take members of their place, bodies
// without one take all. Known without making a single instance.
#pragma once

#include "engine/scenario/scenario.hpp"

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace clout {

// How many instances of a kind there are at each place, in place order; the place that does not exist stands
// for none and comes last.
using Stand = std::vector<std::pair<PlaceId, std::uint64_t>>;

class Meetings {
public:
    explicit Meetings(const Scenario& scenario);  // keeps a reference; rosters must have been read

    // Whether anybody at all joins a body of that kind (row of Scenario::bodies) by this entry.
    [[nodiscard]] bool links(std::uint32_t body, const Member& member) const;

    // Instances of that kind of body that have a member; the others do not exist.
    [[nodiscard]] const Stand& filled(std::uint32_t body) const { return filled_[body]; }
    [[nodiscard]] std::uint64_t count_filled(std::uint32_t body) const;

    // Kinds of bodies, members first.
    [[nodiscard]] const std::vector<std::uint32_t>& order() const { return order_; }

    [[nodiscard]] const Stand& stand(AgentKind kind) const {
        return kind.what == AgentKind::Class::body ? filled_[kind.row] : organisations_[kind.row];
    }

private:
    struct Listed {  // bodies of one kind that rosters name, and whose rows do
        std::uint32_t organisation = 0, body = 0;
        Stand bodies;  // different ones
        Stand rows;    // by the place of the row
    };

    void read_rosters();
    void leave_out(const Member& member);
    void fill_all();
    void fill(std::uint32_t body);
    [[nodiscard]] const Listed* listed(std::uint32_t organisation, std::uint32_t body) const;
    // Members that an entry brings to a body at `place`, less those whom a roster sends elsewhere.
    [[nodiscard]] std::uint64_t members_at(std::uint32_t body, const Member& member, PlaceId place) const;

    const Scenario& scenario_;
    std::vector<Stand> organisations_, filled_;
    std::vector<Listed> listed_;
    std::unordered_map<const Member*, Stand> left_out_;  // by entries that name instances (except, only)
    std::vector<std::uint32_t> order_;
};

// The instances that a siting makes.
[[nodiscard]] Stand stand_of(const Siting& siting);
[[nodiscard]] std::uint64_t count_at(const Stand& stand, PlaceId place);
[[nodiscard]] std::uint64_t count_of(const Stand& stand);

}  // namespace clout
