#include "engine/base/spelling.hpp"
#include "engine/scenario/checks/validate.hpp"

#include <algorithm>

namespace clout {
namespace {

const BodyKind* as_body(const Subject& subject, AgentKind kind) {
    return kind.what == AgentKind::Class::body ? &subject.scenario.bodies[kind.row] : nullptr;
}

void check_members(const Subject& subject, const BodyKind& body) {
    for (const Member& member : body.members) {
        const std::string path = path_of(body) + ".members." + member.name;
        const std::string wanted = subject.kind_of(body, member);
        if (!subject.names.row(Space::agent, wanted)) {
            if (subject.says(path + ".from")) continue;  // told where names are checked
            const std::string advice = subject.problems.crowded()
                                           ? std::string{}
                                           : suggestion(wanted, subject.names.all(Space::agent), "known:");
            subject.error(
                path, "there is no organisation or body '" + wanted + "'",
                advice.empty() ? "use from: where the entry's name differs from the kind's" : advice);
            continue;
        }
        const BodyKind* joining = as_body(subject, member.kind);
        if (joining && joining->is_board) {
            subject.error(path, "'" + wanted + "' is a board, and a board cannot be a member",
                          "let its members be members");
        }
    }
}

void check_votes(const Subject& subject, const BodyKind& board) {
    const bool votes = std::any_of(board.members.begin(), board.members.end(),
                                   [](const Member& member) { return upper_end(member.votes) > 0; });
    if (!votes)
        subject.error(path_of(board), "no member of this board has a vote", "give at least one member votes");
}

void check_red_lines(const Subject& subject, const BodyKind& board) {
    for (const RedLine& line : board.red_lines) {
        if (line.held_by_name.empty() || !line.held_by.empty() || !line.programme.exists()) continue;
        // A holder that an arm has taken off the board holds nothing there: the line is void while it does
        // not sit.
        if (subject.names.row(Space::agent, line.held_by_name)) continue;
        const std::string& programme = subject.scenario.programmes[line.programme.row()].name;
        std::vector<std::string> members;
        for (const Member& member : board.members) members.push_back(member.name);
        subject.error(path_of(board) + ".red_lines." + programme + ".held_by",
                      "'" + line.held_by_name + "' is no member of this board",
                      suggestion(line.held_by_name, members, "its members:"));
    }
}

// Follows each body's leaning from body to body; every body has at most one.
class Leanings {
public:
    explicit Leanings(const Subject& subject) : subject_(subject), seen_(subject.scenario.bodies.size(), 0) {}

    void check() {
        for (std::uint32_t row = 0; row < seen_.size(); ++row) follow(row);
    }

private:
    void follow(std::uint32_t start) {
        std::vector<std::uint32_t> walk;
        std::uint32_t row = start;
        while (seen_[row] == 0) {
            seen_[row] = start + 1;
            walk.push_back(row);
            const auto& leaning = subject_.scenario.bodies[row].leaning;
            const BodyKind* next = leaning ? as_body(subject_, *leaning) : nullptr;
            if (!next) return;
            if (next->is_board) return refuse_board(row, *next);
            row = leaning->row;
        }
        if (seen_[row] == start + 1) refuse_circle(walk, row);
    }

    void refuse_board(std::uint32_t row, const BodyKind& board) {
        subject_.error(path_of(subject_.scenario.bodies[row]) + ".leaning",
                       "'" + board.name + "' is a board, and nobody can lean towards a board",
                       "status_quo is what the boards have decided");
    }

    void refuse_circle(const std::vector<std::uint32_t>& walk, std::uint32_t first) {
        const auto& bodies = subject_.scenario.bodies;
        std::string circle;
        for (auto at = std::find(walk.begin(), walk.end(), first); at != walk.end(); ++at) {
            circle += bodies[*at].name + " → ";
        }
        const bool itself = walk.back() == first;
        subject_.error(path_of(bodies[first]) + ".leaning",
                       itself ? "a body cannot lean towards itself"
                              : "these leanings go round in a circle: " + circle + bodies[first].name,
                       "status_quo, an organisation or another body will do");
    }

    const Subject& subject_;
    std::vector<std::uint32_t> seen_;  // 0, or 1 + where the walk that came by had started
};

// Depth first, without recursion: chains of bodies may be long.
class Circles {
public:
    explicit Circles(const Subject& subject)
        : subject_(subject), state_(subject.scenario.bodies.size(), State::fresh) {}

    void check() {
        for (std::uint32_t row = 0; row < state_.size(); ++row) {
            if (state_[row] == State::fresh) walk(row);
        }
    }

private:
    enum class State : std::uint8_t { fresh, open, done };
    struct Step {
        std::uint32_t row;
        std::size_t next = 0;
    };

    void walk(std::uint32_t start) {
        std::vector<Step> steps{{start}};
        state_[start] = State::open;
        while (!steps.empty()) {
            Step& step = steps.back();
            const auto& members = subject_.scenario.bodies[step.row].members;
            if (step.next == members.size()) {
                state_[step.row] = State::done;
                steps.pop_back();
                continue;
            }
            const AgentKind kind = members[step.next++].kind;
            if (kind.what != AgentKind::Class::body) continue;
            if (state_[kind.row] == State::open) refuse(steps, kind.row);
            if (state_[kind.row] != State::fresh) continue;
            state_[kind.row] = State::open;
            steps.push_back({kind.row});
        }
    }

    void refuse(const std::vector<Step>& steps, std::uint32_t first) {
        const auto& bodies = subject_.scenario.bodies;
        auto at =
            std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.row == first; });
        const BodyKind& last = bodies[steps.back().row];
        const std::string path = path_of(last) + ".members." + last.members[steps.back().next - 1].name;
        if (bodies[first].name == last.name) {
            subject_.error(path, "a body cannot be a member of itself", "remove this entry");
            return;
        }
        std::string circle;
        for (; at != steps.end(); ++at) circle += bodies[at->row].name + " → ";
        subject_.error(path,
                       "these bodies are members of each other in a circle: " + circle + bodies[first].name,
                       "remove one of the entries");
    }

    const Subject& subject_;
    std::vector<State> state_;
};

}  // namespace

void check_bodies(const Subject& subject) {
    for (const BodyKind& body : subject.scenario.bodies) {
        if (!subject.exists(body)) continue;
        check_members(subject, body);
        if (!body.is_board) continue;
        check_votes(subject, body);
        check_red_lines(subject, body);
    }
    Leanings(subject).check();
    Circles(subject).check();
}

}  // namespace clout
