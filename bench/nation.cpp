#include "bench/nation.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

namespace clout::nation {
namespace {

namespace fs = std::filesystem;

// Words in capitals are filled in.
const char* const kNation = R"(clout: 1
title: A nation
places: [PLACES]
clock: {years: 5, rounds_per_year: 4}
programmes:
  urgent: {delivered_by: {acute: 4, practice: 1}}
  access: {delivered_by: {practice: 1}}
  prevention: {delivered_by: {practice: 2, council: 1}}
sectors:
  practice:
    position: {urgent: 1, access: 4, prevention: 2}
    spread: {uniform: [0.4, 0.9]}
    income_spread: 0.6
    susceptibility: 0.3
    commitment: 0.6
    commitment_spread: 0.15
    sign_off: [group]
    lapse_to: acute
    can_fail: true
    taken_over_by: acute
  acute: {position: {urgent: 5, access: 1, prevention: 1}, spread: 0.5}
  council: {position: {urgent: 1, access: 1, prevention: 4}, spread: 0.5}
organisations:
  surgery: {sector: practice, WHERE, income: 1.1, list_size: 8500}
  trust: {sector: acute, per_place: 1, income: 400}
  borough: {sector: council, per_place: 1, income: 200}
bodies:
  network:
    per_place: NETWORKS
    mandate: {uniform: [0.3, 0.6]}
    fidelity: 0.95
    feedback: 0.3
    members: {surgery: {deal: true}}
  group: {per_place: 1, mandate: 0.5, fidelity: 0.9, feedback: 0.2, champion: 3, members: {network: {}}}
  local:
    per_place: 1
    patience: 0.5
    members: {group: {initiative: 0.2}, trust: {initiative: 0.5}, borough: {initiative: 0.5}}
  national: {patience: 0.5, members: {group: {votes: 2}, trust: {votes: 4}, borough: {votes: 2}}}
funds:
  core: {amount: CORE, protected_for: practice}
  pot: {amount: POT, decided_by: local, inertia: 0.8, status_quo: {urgent: 5, access: 2, prevention: 1}}
  growth: {amount: GROWTH, decided_by: national, inertia: 0.8, status_quo: {urgent: 5, access: 2}}
dynamics:
  opinion_noise: 0.02
  money_to_clout: 0.5
  demand_growth: 0.03
  success: 0.3
  predation: 0.05
  norm: 0.3
  reversion: 0.3
  commitment_noise: 0.05
  strain: 0.6
  shock: {uniform: [0.22, 0.32]}
  takeover: 0.1
  mandate_decay: 0.2
  champion_exit: 0.1
  goodwill_recovery: 0.3
  deadlock_cost: 0.15
)";

std::string filled(std::string text, const std::map<std::string, std::string>& words) {
    for (const auto& [word, filling] : words) text.replace(text.find(word), word.size(), filling);
    return text;
}

// Five practices to a network, a thousand networks to a place (or ten), a board at every place and one above.
// `where` says how practices come into being, instead of so many in each place.
std::string nation(std::size_t practices, std::size_t in_a_place = 5000, const std::string& where = {}) {
    const std::size_t places = std::max<std::size_t>(practices / in_a_place, 2), here = practices / places;
    std::string names;
    for (std::size_t p = 1; p <= places; ++p) names += (p > 1 ? ", area" : "area") + std::to_string(p);
    const auto money = [&](double each) { return std::to_string(each * static_cast<double>(practices)); };
    return filled(kNation, {{"PLACES", names},
                            {"WHERE", where.empty() ? "per_place: " + std::to_string(here) : where},
                            {"NETWORKS", std::to_string(here / 5)},
                            {"CORE", money(0.9)},
                            {"POT", money(0.1)},
                            {"GROWTH", money(0.02)}});
}

// The same practices, each written out as a kind of its own: a long file instead of a large number.
std::string roll(std::size_t practices) {
    std::string organisations, networks, seats;
    for (std::size_t i = 1; i <= practices; ++i) {
        const std::string n = std::to_string(i);
        organisations +=
            "  surgery" + n + ": {sector: practice, income: 1.1, list_size: {uniform: [4000, 12000]}}\n";
        if (i % 5 != 0) continue;
        networks += "  network" + n + ": {mandate: 0.5, fidelity: 0.95, members: {";
        for (std::size_t m = i - 4; m <= i; ++m) networks += "surgery" + std::to_string(m) + ": {}, ";
        networks += "}}\n";
        seats += "network" + n + ": {}, ";
    }
    return "clout: 1\ntitle: A roll\nclock: {years: 1}\nprogrammes: {access: {delivered_by: {practice: 1}}}\n"
           "sectors: {practice: {position: {access: 1}}}\norganisations:\n" +
           organisations + "bodies:\n" + networks + "  board: {members: {" + seats +
           "}}\nfunds: {pot: {amount: 1, decided_by: board, status_quo: {access: 1}}}\n";
}

// And as a table of places, incomes and lists.
std::string roster(std::size_t practices) {
    std::string rows = "name,place,income,list_size,member_of\n";
    for (std::size_t i = 1; i <= practices; ++i) {
        rows += "surgery-" + std::to_string(i) + ",area" + std::to_string(i * 2 / (practices + 1) + 1) +
                ",1." + std::to_string(i % 10) + ',' + std::to_string(5000 + i % 4000) + ",\n";
    }
    return rows;
}

fs::path folder() {
    static const struct Scratch {
        fs::path path = fs::temp_directory_path() / ("clout-bench-" + std::to_string(::getpid()));
        Scratch() { fs::create_directories(path); }
        ~Scratch() { fs::remove_all(path); }
    } scratch;
    return scratch.path;
}

fs::path written(const std::string& name, const std::string& text) {
    std::ofstream(folder() / name) << text;
    return folder() / name;
}

}  // namespace

fs::path nation_file(std::size_t practices) {
    return written("nation-" + std::to_string(practices) + ".yaml", nation(practices));
}

fs::path hamlets_file(std::size_t practices) {
    return written("hamlets-" + std::to_string(practices) + ".yaml", nation(practices, 50));
}

fs::path roster_file(std::size_t practices) {
    const std::string rows = "roster-" + std::to_string(practices) + ".csv";
    written(rows, roster(practices));
    return written("listed-" + std::to_string(practices) + ".yaml", nation(10'000, 5000, "roster: " + rows));
}

fs::path roll_file(std::size_t practices) {
    return written("roll-" + std::to_string(practices) + ".yaml", roll(practices));
}

std::size_t largest() {
    const char* const asked = std::getenv("CLOUT_BENCH_ORGANISATIONS");
    if (asked == nullptr) return 10'000;
    std::size_t found = 0;
    const char* const end = asked + std::strlen(asked);
    if (std::from_chars(asked, end, found).ptr == end && found >= 100 && found <= 100'000'000) return found;
    std::cerr << "CLOUT_BENCH_ORGANISATIONS is '" << asked
              << "'; it must be a whole number from 100 to 100000000\n";
    std::exit(2);
}

}  // namespace clout::nation
