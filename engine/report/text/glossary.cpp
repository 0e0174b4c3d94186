#include "engine/report/text/glossary.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

namespace clout {
namespace {

constexpr std::array kWords{
    Word{"agenda power", "How far those who table papers move a decision beyond what the protocol says.",
         "6.3"},
    Word{"arm",
         "One variant of a scenario: the base with some levers pulled. Arms are compared with the same luck.",
         "8"},
    Word{"assent",
         "Whether a body can sign for its members: its mandate, and for the rest what they say one by one.",
         "6.2"},
    Word{"attribution",
         "The difference between two arms divided among the levers: each lever's mean contribution over all "
         "orders in which they could be pulled (Shapley value).",
         "8"},
    Word{"band", "Another word for the equivalence band: 1 % of the focus sector's contested money.", "8"},
    Word{"banzhaf index",
         "How often a seat's votes turn a coalition that loses into one that wins, of all coalitions.", "8"},
    Word{"baseline", "The arm that the others are compared with.", "8"},
    Word{"board",
         "A body that a fund names in decided_by. Its members are seats; it is never a member itself.", "2"},
    Word{"body", "A collective that speaks for members: a PCN, an LMC, a federation, a GP board.", "2"},
    Word{"champion",
         "Voice that one person adds to a body. A champion leaves for good; what has a place on the agenda "
         "stays.",
         "6.2"},
    Word{"clout",
         "What an organisation can bring to bear: a factor times its income, or a number of its own. Money "
         "can make it grow.",
         "5"},
    Word{"cohesion",
         "What disagreement leaves of a body's voice: 1 where direct members want the same, towards 0 where "
         "they differ by more than the tolerance.",
         "6.2"},
    Word{"commitment",
         "How far an organisation stands behind those who speak for it: the part of its clout that reaches "
         "them.",
         "6.2"},
    Word{"compromise",
         "A theory of bargaining: the mean of the seats' positions, weighted by power and salience.", "7"},
    Word{"condorcet",
         "A theory of bargaining: positions stand for election in pairs; the split follows how often each is "
         "the standing one.",
         "7"},
    Word{"contest",
         "A theory of bargaining: seats spend effort to win, the split follows their chances, and weak seats "
         "drop out.",
         "7"},
    Word{"contested money",
         "What boards decide, as against money that is protected for a sector. In real systems general "
         "practice's part of it is under 1 % of the budget.",
         "6.4"},
    Word{"decided money",
         "What a sector is left with of the funds that boards decide, after lapses, top slices included.",
         "6.5"},
    Word{"equivalence band",
         "The difference below which a finding says 'about the same': 1 % of the focus sector's contested "
         "money.",
         "8"},
    Word{"fidelity", "How faithfully a body says what members want; the rest of its message is its leaning.",
         "6.2"},
    Word{"focus", "The sector that reports lead with.", "8"},
    Word{"fund", "A pot of money: protected for one sector, or decided by a board.", "2"},
    Word{"future",
         "One play of an arm with its own luck: a replicate. The same number is the same luck in every arm.",
         "4"},
    Word{"gini", "How unequal figures are: 0 where all have the same, towards 1 where one has everything.",
         "8"},
    Word{"goodwill", "What a board has left to agree with: deadlock and red lines cost some, time mends it.",
         "6.3"},
    Word{"hhi",
         "How concentrated money or influence is: the sum of squared shares of sectors, 1 where one has "
         "everything (Herfindahl, Hirschman).",
         "8"},
    Word{"home",
         "The first body, not a board, that an organisation belongs to: there it hears its colleagues.", "5"},
    Word{"imposition",
         "Where too little is signed for, a board may have the work done all the same; commitment suffers.",
         "6.5"},
    Word{"inertia", "How much of a split is left after a year of decisions.", "6.3"},
    Word{"influence",
         "Who wrote the decision: the part of the weighted mean of the seats' positions that comes from each "
         "sector, followed down to the organisations. What drifts is the leanings' part.",
         "8"},
    Word{"lapse", "New money that a sector does not take up passes to another sector.", "6.5"},
    Word{"leaning",
         "Where a body drifts when it does not pass on what members want: what stands already, or somebody's "
         "wish.",
         "5"},
    Word{"lever", "A named change that arms pull: one voice, a mandate, another vote.", "8"},
    Word{"leverage", "What would be different without a seat, under the protocol at hand.", "8"},
    Word{"luck",
         "Every draw is addressed by seed, future and name, so that the same practice has the same luck in "
         "every arm.",
         "4"},
    Word{"mandate",
         "How far a body may speak for its members without asking again: the part of what stands behind it "
         "that becomes voice.",
         "6.2"},
    Word{"median path",
         "One play without chance, for checking and teaching. It is no forecast and no central estimate.",
         "4"},
    Word{"message", "What a body says: what its members want, as far as its fidelity goes, and its leaning.",
         "6.2"},
    Word{"nash",
         "A theory of bargaining: the bargain that maximises the weighted product of gains over a breakdown.",
         "7"},
    Word{"observer",
         "Somebody at the table without a say: on a board an entry with votes: 0. In other bodies who does "
         "not "
         "speak through it is left out.",
         "6.3"},
    Word{"organisation", "A practice, a trust, a council: it has income, delivers care and holds an opinion.",
         "2"},
    Word{"p greater", "The part of futures in which an arm has more than the baseline.", "8"},
    Word{"place",
         "Part of the area. Bodies of a place take members of their place, bodies without one take all.",
         "5"},
    Word{"position", "The split of the money over programmes that somebody would choose.", "2"},
    Word{
        "power index",
        "How often a seat's votes decide, whatever is voted on (Shapley-Shubik, Banzhaf). Blocs vote as one.",
        "8"},
    Word{"programme", "Something money can be spent on, delivered by sectors in given shares.", "2"},
    Word{"protected money", "Money that one sector gets whatever boards decide, such as the core contract.",
         "6.4"},
    Word{"protocol",
         "How a board comes from positions and weights to a decision; each is a theory of bargaining.", "7"},
    Word{"red line", "A share of a programme that somebody on the board defends.", "6.3"},
    Word{"replicate", "One play of an arm with its own luck; reports call it a future.", "4"},
    Word{"resilience", "How far an organisation is from failing: strain and shocks wear it out.", "6.6"},
    Word{"salience",
         "How much somebody cares, from towards 0 to 1: what an opinion weighs at the board beside power.",
         "7"},
    Word{"se",
         "The standard error of a mean over futures: twice it to each side holds the mean of many more, "
         "nineteen times in twenty.",
         "8"},
    Word{"seat", "A member of a board that is not silent.", "6.3"},
    Word{"sector", "A kind of organisation: general practice, acute trusts, councils.", "2"},
    Word{"setter",
         "A theory of bargaining: one seat proposes, and the split moves as far towards it as a majority "
         "accepts.",
         "7"},
    Word{"shapley value",
         "The mean of what something adds over all orders in which it could come: of a lever to a "
         "difference, of a seat to a majority (Shapley-Shubik), of a number to a spread.",
         "8"},
    Word{"share",
         "In a body: the part of a member's voice that goes this way. In a result: a sector's part of "
         "contested money.",
         "6.2"},
    Word{"shift", "Activity that moves from one sector to another, with all of its money, some or none.",
         "6.4"},
    Word{"sign-off", "Kinds of bodies that must each say yes before a sector takes up new money.", "6.5"},
    Word{"silent",
         "A body behind which nobody stands, or an organisation without clout: it says nothing and does not "
         "sit.",
         "6.2"},
    Word{"standing", "How a board receives a member: 1 a partner, towards 0 somebody to be handled.", "6.3"},
    Word{"status quo", "The split of a fund that stands at the start.", "5"},
    Word{"takeover", "An organisation that fails may be run by another sector's; its memberships end.",
         "6.6"},
    Word{"tolerance", "How much disagreement a body bears before its voice fades.", "6.2"},
    Word{"uncertain number",
         "Wherever a number may stand so may a distribution, as in {uniform: [0.4, 0.9]}; it is drawn once a "
         "future, alike in every arm.",
         "2"},
    Word{"uptake", "The part of new money that a sector takes up: every organ that must sign multiplies.",
         "6.5"},
    Word{"voice",
         "What a body weighs when it speaks: what stands behind it, times its mandate, times its cohesion.",
         "6.2"},
    Word{"voice ladder", "What is left of one organisation's voice after each step up to the board.", "8"},
    Word{"weight",
         "What a seat counts for in a decision: votes where the board is formal, voice where it is not.",
         "6.3"},
    Word{"will", "What a body's members want together, before it is said.", "6.2"},
};

constexpr std::pair<std::string_view, std::string_view> kSections[]{
    {"years", "2"},
    {"rounds_per_year", "2"},
    {"stochastic", "4"},
    {"seed", "4"},
    {"replicates", "4"},
    {"places", "5"},
    {"place", "4"},
    {"count", "4"},
    {"per_place", "4"},
    {"roster", "5"},
    {"delivered_by", "6.4"},
    {"spread", "5"},
    {"income_spread", "5"},
    {"susceptibility", "6.1"},
    {"commitment_spread", "5"},
    {"clout_factor", "5"},
    {"resilience_spread", "5"},
    {"sign_off", "6.5"},
    {"lapse_to", "6.5"},
    {"imposed_below", "6.5"},
    {"imposed_after", "6.5"},
    {"imposition_cost", "6.6"},
    {"unanimity", "6.5"},
    {"imposed_pay", "6.5"},
    {"can_fail", "6.6"},
    {"taken_over_by", "6.6"},
    {"demand_growth", "6.6"},
    {"income", "5"},
    {"list_size", "5"},
    {"feedback", "6.1"},
    {"size_penalty", "5"},
    {"weighing", "6.2"},
    {"upkeep", "6.6"},
    {"grant", "6.4"},
    {"granted_by", "6.4"},
    {"capture", "6.2"},
    {"votes", "6.3"},
    {"initiative", "6.3"},
    {"conflicted", "6.2"},
    {"deal", "5"},
    {"bloc", "8"},
    {"formality", "6.3"},
    {"agenda_power", "6.3"},
    {"patience", "6.3"},
    {"quota", "7"},
    {"reversion", "7"},
    {"transparency", "6.3"},
    {"foresight", "6.3"},
    {"withheld", "6.3"},
    {"floor", "6.3"},
    {"rigidity", "6.3"},
    {"held_by", "6.3"},
    {"amount", "6.4"},
    {"growth", "6.4"},
    {"protected_for", "6.4"},
    {"decided_by", "6.3"},
    {"exposed", "6.4"},
    {"exposed_to", "6.4"},
    {"exposed_as", "5"},
    {"top_slice", "6.4"},
    {"money_follows", "6.4"},
    {"opinion_noise", "6.1"},
    {"strain", "6.6"},
    {"shock", "6.6"},
};

}  // namespace

std::span<const Word> glossary() { return kWords; }

std::string_view section_of_key(std::string_view key) {
    const auto found = std::find_if(std::begin(kSections), std::end(kSections),
                                    [&](const auto& one) { return one.first == key; });
    if (found != std::end(kSections)) return found->second;
    std::string words(key);
    std::replace(words.begin(), words.end(), '_', ' ');
    const auto word =
        std::find_if(kWords.begin(), kWords.end(), [&](const Word& one) { return one.word == words; });
    return word == kWords.end() ? std::string_view{} : word->section;
}

}  // namespace clout
