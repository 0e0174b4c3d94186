#include "engine/scenario/checks/meetings.hpp"
#include "engine/scenario/checks/validate.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>

namespace clout {
namespace {

class MembershipLinks {
public:
    explicit MembershipLinks(const Subject& subject)
        : subject_(subject),
          scenario_(subject.scenario),
          meetings_(subject.scenario),
          speaks_(find_speakers()) {}

    void check() {
        for (std::uint32_t row = 0; row < scenario_.bodies.size(); ++row) {
            const BodyKind& body = scenario_.bodies[row];
            if (body.members.empty()) continue;
            for (const Member& member : body.members) {
                if (!is_left_empty(member) && !meetings_.links(row, member)) tell_idle(body, member);
            }
            tell_empty(row);
            tell_silent(row);
        }
    }

private:
    // A body that an arm has emptied on purpose is meant to be nowhere.
    [[nodiscard]] bool is_left_empty(const Member& member) const {
        return member.kind.what == AgentKind::Class::body &&
               (scenario_.bodies[member.kind.row].members.empty() ||
                meetings_.count_filled(member.kind.row) == 0);
    }

    [[nodiscard]] std::string name_of(AgentKind kind) const {
        return kind.what == AgentKind::Class::body ? scenario_.bodies[kind.row].name
                                                   : scenario_.organisations[kind.row].name;
    }

    void tell_idle(const BodyKind& body, const Member& member) {
        const std::string who = "'" + name_of(member.kind) + "'", where = "'" + body.name + "'";
        if (!member.chosen.anyone()) {
            const bool named = !member.chosen.only.empty();
            subject_.warn(path_of(body) + ".members." + member.name,
                          std::string("nobody joins by this entry: its `") + (named ? "only" : "except") +
                              (named ? "` names nobody of " + who + " who could"
                                     : "` leaves out every " + who + " who could"),
                          "leave somebody in, or leave the entry out: `" + member.name + ": null`");
            return;
        }
        const Stand& stand = meetings_.stand(member.kind);
        const bool placeless =
            std::none_of(stand.begin(), stand.end(), [](const auto& at) { return at.first.exists(); });
        subject_.warn(path_of(body) + ".members." + member.name,
                      placeless
                          ? "nobody joins by this entry: " + who + " stands in no place, and " + where +
                                " takes members of its own place"
                          : "nobody joins by this entry: no " + who + " stands where a " + where + " stands",
                      placeless ? "give " + who + " a place, or let it join a body without one"
                                : "check where both stand (place, per_place)");
    }

    void tell_empty(std::uint32_t row) {
        const BodyKind& body = scenario_.bodies[row];
        const std::uint64_t all = body.siting.instances(), filled = meetings_.count_filled(row);
        if (filled == all) return;
        const std::string kind = "'" + body.name + "'";
        const std::string count = all == 1 ? "this body has"
                                           : number_text(static_cast<double>(all - filled)) + " of " +
                                                 number_text(static_cast<double>(all)) + " " + kind + " have";
        subject_.warn(path_of(body),
                      body.is_board ? count + " nobody at the table and " +
                                          (all == 1 ? "decides" : "decide") + " nothing"
                                    : count + " no members and " + (all == 1 ? "does" : "do") + " not exist",
                      "check where members stand, and how many bodies they are dealt out to");
    }

    // Kinds of bodies that may say something in some round: somebody in them has a voice to give.
    [[nodiscard]] std::vector<bool> find_speakers() const {
        std::vector<bool> speaks(scenario_.bodies.size(), false);
        for (const std::uint32_t row : meetings_.order()) {
            const auto& members = scenario_.bodies[row].members;
            speaks[row] = std::any_of(members.begin(), members.end(), [&](const Member& member) {
                return can_be_above_zero(member.share) && meetings_.links(row, member) &&
                       has_voice(member.kind, speaks);
            });
        }
        return speaks;
    }

    [[nodiscard]] bool has_voice(AgentKind kind, const std::vector<bool>& speaks) const {
        if (kind.what == AgentKind::Class::body) {
            const BodyKind& body = scenario_.bodies[kind.row];
            return speaks[kind.row] && (can_be_above_zero(body.mandate) || can_be_above_zero(body.champion));
        }
        const OrganisationKind& organisation = scenario_.organisations[kind.row];
        if (organisation.clout) return can_be_above_zero(*organisation.clout);
        const auto& roster = organisation.roster;
        return can_be_above_zero(organisation.traits.clout_factor) &&
               (can_be_above_zero(organisation.income) ||
                std::any_of(roster.begin(), roster.end(),
                            [](const RosterRow& line) { return line.income > 0; }));
    }

    static bool can_be_above_zero(const Number& number) { return number.uncertain() || number.median() > 0; }

    void tell_silent(std::uint32_t row) {
        const BodyKind& body = scenario_.bodies[row];
        if (!body.is_board) {
            if (!speaks_[row] && meetings_.count_filled(row) > 0) {
                subject_.warn(path_of(body),
                              "this body can never speak: no member gives it a share of any clout",
                              "check shares, and clout or clout_factor of its members");
            }
            return;
        }
        for (const Member& member : body.members) {
            if (is_left_empty(member) || !meetings_.links(row, member)) continue;
            if (!can_be_above_zero(member.votes) && !body.formality.uncertain() &&
                body.formality.median() > 0)
                subject_.warn(
                    path_of(body) + ".members." + member.name,
                    "this seat only observes: it has no votes, and the board counts votes (formality " +
                        number_text(body.formality.median()) + ")",
                    "give it votes if it is to have a say");
            const bool handled = !can_be_above_zero(member.standing);
            if (!handled && has_voice(member.kind, speaks_)) continue;
            subject_.warn(path_of(body) + ".members." + member.name,
                          handled ? "this seat can never speak: its standing is 0"
                                  : "this seat can never speak: '" + name_of(member.kind) + "' has no clout",
                          "a seat without voice is not at the table");
        }
    }

    const Subject& subject_;
    const Scenario& scenario_;
    Meetings meetings_;
    std::vector<bool> speaks_;
};

}  // namespace

void check_memberships(const Subject& subject) { MembershipLinks(subject).check(); }

}  // namespace clout
