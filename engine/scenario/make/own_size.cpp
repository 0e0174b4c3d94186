#include "engine/scenario/make/own_size.hpp"

#include "engine/scenario/text/plain_number.hpp"

#include <cmath>
#include <utility>
#include <vector>

namespace clout {
namespace {

constexpr const char* kTemplate = R"yaml(clout: 1
title: An area of <PRACTICES> practices
summary: >
  Made from counts, to be made one's own. Practices reach one seat among <SEATS> votes on the board that shares out
  local money. The arms ask what changes when they speak with one voice, and have given it a mandate.

# Made by: clout new NAME <COMMAND>
# Every number that is no count is assumed: put your own in its place, or try one from the command line, as in
#   clout compare FILE --set funds.local.amount=2.5        clout explain mandate
clock: {years: 5, rounds_per_year: 4}
seed: 1
focus: general_practice

programmes:  # what local money can be spent on, and who delivers it
  elective: {label: Elective recovery, delivered_by: {<HOSPITAL>: 0.95, general_practice: 0.05}}
  urgent: {label: Urgent care, delivered_by: {<HOSPITAL>: 0.8, general_practice: 0.2}}
  access: {label: GP access, delivered_by: {general_practice: 1}}
  prevention: {label: Prevention, delivered_by: {general_practice: 0.6, <PREVENTION>: 0.4}}

sectors:  # how each would split the money, and how far its members stand behind what is said for them
  general_practice:
    label: General practice
    position: {elective: 5, urgent: 10, access: 60, prevention: 25}
    spread: {value: {uniform: [0.4, 0.9]}, basis: illustrative}
    income_spread: {value: 0.5, basis: illustrative}
    susceptibility: {value: {uniform: [0.2, 0.6]}, basis: illustrative}
    commitment: {value: {uniform: [0.4, 0.6]}, basis: illustrative}
<FAILING><SIGN_OFF><ACUTE_SECTOR><COUNCIL_SECTOR><OFFICER_SECTOR>
organisations:  # money in £m a year, lists in patients
  practice: {label: Practices, sector: general_practice, count: <PRACTICES>, income: 1.4, list_size: 9300}
<ACUTE><COUNCIL><OFFICER>
bodies:  # who speaks for whom; share: the part of a practice's voice that goes this way
<NETWORK><FEDERATION><LMC>  gp_seat:
    label: The GP seat
    mandate: {value: {uniform: [0.1, 0.5]}, basis: illustrative}
    fidelity: {value: {uniform: [0.8, 0.97]}, basis: illustrative}
    members: {<VOICES>}
  board:
    label: The board
    formality: {value: 0.6, basis: illustrative}
    agenda_power: {value: 0.1, basis: illustrative}
    members:
      gp_seat: {votes: 1}
<ACUTE_SEAT><COUNCIL_SEAT><OFFICER_SEAT>
funds:
  core: {label: Core contract, amount: <CORE>, protected_for: general_practice}
  local:  # about £8 a patient
    label: Local money
    amount: {value: <LOCAL>, basis: illustrative}
    decided_by: board
    status_quo: {elective: 40, urgent: 35, access: 15, prevention: 10}
    inertia: {value: 0.5, basis: illustrative}

dynamics:
  opinion_noise: {value: 0.03, basis: illustrative}
  mandate_decay: {value: 0.2, basis: illustrative}  # a mandate that is not fed back wears off
<TAKEOVER>
levers:
  one_voice:
    label: One voice with a mandate
    patch: {bodies: {gp_seat: {mandate: {value: {uniform: [0.7, 0.9]}, basis: illustrative}, feedback: 0.5}}}
  commitment:
    label: Practices stand behind it
    patch: {sectors: {general_practice: {commitment: {value: {uniform: [0.75, 0.9]}, basis: illustrative}}}}
<LMC_LEVER>
baseline: apart
arms:
  apart: {label: As it is}
  united: {label: One voice, levers: [one_voice, commitment]}
<LMC_ARM>)yaml";

using Blanks = std::vector<std::pair<std::string, std::string>>;

std::string filled_in(std::string text, const Blanks& words) {
    for (const auto& [word, value] : words) {
        const std::string mark = '<' + word + '>';
        for (std::size_t at = text.find(mark); at != std::string::npos;
             at = text.find(mark, at + value.size()))
            text.replace(at, mark.size(), value);
    }
    return text;
}

std::string text(std::uint64_t count) { return std::to_string(count); }

// Money to the hundred thousand pounds, and never nothing.
std::string millions(double amount) { return number_text(std::max(0.1, std::round(amount * 10) / 10)); }

std::string when(bool there, std::string lines) { return there ? std::move(lines) : std::string(); }

std::uint64_t officers(const OwnSize& size) { return size.seats - 1 - size.acute - size.councils; }

Blanks of_sectors(const OwnSize& size) {
    const char* heir = size.acute ? "acute" : size.councils ? "council" : "officers";
    return {{"FAILING", when(size.acute > 0, "    can_fail: true\n    taken_over_by: acute\n")},
            {"TAKEOVER", when(size.acute > 0,
                              "  shock: 0  # with shocks practices fail: they close, or a trust takes them "
                              "over\n  takeover: 0\n")},
            {"SIGN_OFF", when(size.networks > 0,
                              "    sign_off: [pcn]  # who must say yes before practices take up "
                              "new work\n    lapse_to: " +
                                  std::string(heir) + "\n")},
            {"ACUTE_SECTOR",
             when(size.acute > 0,
                  "  acute: {label: Acute trusts, position: {elective: 55, urgent: 36, access: 4, "
                  "prevention: 5}}\n")},
            {"COUNCIL_SECTOR",
             when(size.councils > 0,
                  "  council: {label: Councils, position: {elective: 3, urgent: 20, access: 17, "
                  "prevention: 60}}\n")},
            {"OFFICER_SECTOR",
             when(officers(size) > 0,
                  "  officers: {label: Officers, position: {elective: 40, urgent: 35, access: 15, "
                  "prevention: 10}}\n")},
            {"HOSPITAL", heir},
            {"PREVENTION", size.councils ? "council"
                           : size.acute  ? "acute"
                                         : "officers"}};
}

Blanks of_organisations(const OwnSize& size) {
    const auto practices = static_cast<double>(size.practices);
    const double trusts = static_cast<double>(std::max<std::uint64_t>(size.acute, 1));
    const double councils = static_cast<double>(std::max<std::uint64_t>(size.councils, 1));
    return {{"ACUTE",
             when(size.acute > 0, "  trust: {label: Acute trusts, sector: acute, count: " + text(size.acute) +
                                      ", income: " + millions(practices * 9 / trusts) + "}\n")},
            {"COUNCIL", when(size.councils > 0,
                             "  authority: {label: Councils, sector: council, count: " + text(size.councils) +
                                 ", income: " + millions(practices * 3 / councils) + "}\n")},
            {"OFFICER", when(officers(size) > 0,
                             "  officer: {label: Officers, sector: officers, count: " + text(officers(size)) +
                                 ", income: " + millions(practices * 0.3) + "}\n")}};
}

// A practice's voice: a fifth each to federation and LMC where there are any, the rest to the networks.
Blanks of_bodies(const OwnSize& size) {
    const int fifths = 5 - (size.federations ? 1 : 0) - (size.lmcs ? 1 : 0);
    const double rest = fifths / 5.0;
    const auto body = [](const std::string& name, const std::string& label, std::uint64_t count,
                         const std::string& share, const std::string& home, const std::string& mandate) {
        return when(count > 0, "  " + name + ": {label: " + label + ", count: " + text(count) +
                                   ", mandate: " + mandate + ", members: {practice: {share: " + share +
                                   ", deal: true" + home + "}}}\n");
    };
    std::string voices;
    const auto voice = [&](bool there, const std::string& entry) {
        if (there) voices += (voices.empty() ? "" : ", ") + entry;
    };
    voice(size.networks > 0, "pcn: {}");
    voice(size.federations > 0, "federation: {}");
    voice(size.lmcs > 0, "lmc: {}");
    voice(size.networks == 0, "practice: {share: " + number_text(rest) + "}");
    const bool homes = size.networks > 0;
    return {{"NETWORK", body("pcn", "PCNs", size.networks, number_text(rest), "", "0.5")},
            {"FEDERATION",
             body("federation", "Federation", size.federations, "0.2", homes ? ", home: false" : "", "0.4")},
            {"LMC",
             body("lmc", "LMC", size.lmcs, "0.2", homes || size.federations ? ", home: false" : "", "0.4")},
            {"VOICES", voices}};
}

Blanks of_seats(const OwnSize& size) {
    const auto seat = [](const char* name, std::uint64_t votes) {
        return when(votes > 0, std::string("      ") + name + ": {votes: " + text(votes) + "}\n");
    };
    return {{"ACUTE_SEAT", seat("trust", size.acute)},
            {"COUNCIL_SEAT", seat("authority", size.councils)},
            {"OFFICER_SEAT", seat("officer", officers(size))}};
}

Blanks of_lmc(const OwnSize& size) {
    return {{"LMC_LEVER", when(size.lmcs > 0,
                               "  lmc_seat:\n    label: The LMC has a seat of its own\n"
                               "    patch: {bodies: {board: {members: {lmc: {votes: 1}}}}}\n")},
            {"LMC_ARM", when(size.lmcs > 0,
                             "  lmc: {label: A seat for the LMC, levers: [lmc_seat]}\n"
                             "  both: {label: Both, levers: [one_voice, commitment, lmc_seat]}\n")}};
}

std::string command(const OwnSize& size) {
    return "--practices " + text(size.practices) + " --networks " + text(size.networks) + " --federations " +
           text(size.federations) + " --lmcs " + text(size.lmcs) + " --acute " + text(size.acute) +
           " --councils " + text(size.councils) + " --seats " + text(size.seats);
}

}  // namespace

std::string why_no_area(const OwnSize& size) {
    if (size.practices == 0) return "an area has at least one practice";
    if (size.networks > size.practices || size.federations > size.practices || size.lmcs > size.practices)
        return "there are more bodies than practices to be in them";
    const std::uint64_t taken = 1 + size.acute + size.councils;
    if (size.seats < taken || size.seats == 1)
        return "the GP seat, trusts and councils take " + text(taken) + " seats and the board has " +
               text(size.seats) + ": give it at least " + text(std::max<std::uint64_t>(taken, 2));
    return {};
}

std::string own_scenario(const OwnSize& size) {
    const auto practices = static_cast<double>(size.practices);
    Blanks words{{"PRACTICES", text(size.practices)},
                 {"SEATS", text(size.seats)},
                 {"COMMAND", command(size)},
                 {"CORE", millions(practices * 0.9)},
                 {"LOCAL", millions(practices * 9300 * 8 / 1e6)}};
    for (const Blanks& more :
         {of_sectors(size), of_organisations(size), of_bodies(size), of_seats(size), of_lmc(size)})
        words.insert(words.end(), more.begin(), more.end());
    return filled_in(kTemplate, words);
}

}  // namespace clout
