// Scenarios that are legal and extreme: boards at whose table nobody can sit, places where nobody stands, one
// programme or sixty, everybody closed, no money at all, and every mechanism of the language at its ends.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>

namespace clout::fuzz {

// The same text for the same seed on every machine. Not every one is legal: ends that exclude one another are
// refused by the reader.
class Extremes {
public:
    explicit Extremes(std::uint64_t seed) : bits_(seed) {}

    std::string scenario() {
        programmes_ = pick({1, 2, 3, 60});
        text_ = "clout: 1\nplaces: [north, south, void]\nseed: " + one_of({"0", "7"}) + "\n";
        text_ += "clock: {years: " + one_of({"1", "1.5", "30"}) + ", rounds_per_year: " + one_of({"2", "4"}) +
                 "}\n";
        text_ += "programmes:\n";
        for (std::size_t p = 0; p < programmes_; ++p)
            text_ += "  p" + std::to_string(p) + ": {delivered_by: {gp: " + one_of({"0", "1e-18", "3"}) +
                     ", acute: 1}}\n";
        sectors();
        organisations();
        bodies();
        board();
        money();
        dynamics();
        text_ +=
            "levers:\n  mandate: {patch: {bodies: {voice: {mandate: 0.123}}}}\n"
            "  votes: {patch: {bodies: {board: {members: {trust: {votes: " +
            one_of({"1e-18", "0.5", "1e12"}) +
            "}}}}}}\n"
            "  money: {patch: {funds: {pot: {inertia: 0.77}}}}\n"
            "arms:\n  base: {}\n  other: {levers: [mandate, votes, money]}\n";
        return std::move(text_);
    }

private:
    std::size_t pick(std::initializer_list<std::size_t> of) { return *(of.begin() + bits_() % of.size()); }
    std::string one_of(std::initializer_list<const char*> of) { return *(of.begin() + bits_() % of.size()); }
    // A number in all the ways of writing one; `low` and `high` are legal ends.
    std::string number(const std::string& low, const std::string& high) {
        switch (bits_() % 8) {
            case 0: return "{uniform: [" + low + ", " + high + "]}";
            case 1: return "{triangular: [" + low + ", " + high + ", " + high + "]}";
            case 2: return "{pick: [" + high + ", " + low + "]}";
            case 3: return "{steps: {0: " + low + ", 0.5: " + high + ", 0.75: " + low + "}}";
            case 4: return "{value: {normal: [" + high + ", 1e6]}, luck: shared}";
            case 5: return low;
            default: return high;
        }
    }
    // Sometimes, that key with such a number.
    std::string may(const std::string& key, const std::string& low, const std::string& high) {
        return bits_() % 3 != 0 ? "" : ", " + key + ": " + number(low, high);
    }

    void sectors() {
        text_ += "sectors:\n  gp: {position: {p0: 1" +
                 std::string(programmes_ > 1 ? ", p1: " + one_of({"0", "1", "1e18"}) : "") +
                 "}, spread: " + one_of({"0", "0.4", "10"}) + ", income_spread: " + one_of({"0", "3"}) +
                 ", commitment: " + one_of({"0", "0.5", "1"}) + ", susceptibility: " + number("0", "1") +
                 ", salience: " + number("1e-18", "1") + ", can_fail: " + one_of({"true", "false"}) +
                 one_of({"", ", taken_over_by: acute", ", sign_off: [pcn], lapse_to: acute",
                         ", sign_off: [pcn, voice], lapse_to: gp, imposed_below: 1, imposed_after: 2",
                         ", sign_off: [voice], lapse_to: acute, imposed_below: 0.5, imposed_pay: 0"}) +
                 may("unanimity", "0", "1") + may("imposition_cost", "0", "1") +
                 one_of({"", ", resilience: 1e-18, resilience_spread: 10", ", resilience: 0.01"}) + "}\n";
        text_ += "  acute: {position: {p" + std::to_string(programmes_ - 1) +
                 ": 1}, can_fail: " + one_of({"true", "false"}) +
                 one_of({"", ", demand_growth: -0.99", ", demand_growth: 3"}) + "}\n";
    }

    void organisations() {
        text_ += "organisations:\n  practice: {sector: gp, " +
                 one_of({"per_place: 3", "place: north", "count: 5", "count: 1", "per_place: {south: 4}"}) +
                 ", income: " + one_of({"0", "1.3", "1e-18", "1e12", "{lognormal: [1, 10]}"}) +
                 one_of({"", ", list_size: 8000", ", list_size: 0", ", list_size: {uniform: [0, 1]}"}) +
                 one_of({"", ", clout: 0", ", clout: 1e-18", ", clout: {lognormal: [1, 10]}"}) + "}\n" +
                 "  trust: {sector: acute, " + one_of({"count: 2", "place: south", "per_place: 1"}) +
                 ", income: " + one_of({"0", "300"}) + "}\n";
    }

    void bodies() {
        text_ += "bodies:\n  pcn: {" + one_of({"per_place: 2", "count: 3", "place: void", "count: 1"}) +
                 ", mandate: " + number("0", "1") + ", fidelity: " + number("1e-18", "1") +
                 may("feedback", "0", "1") + one_of({"", ", size_penalty: 50"}) +
                 one_of({"", ", upkeep: 1e-18", ", upkeep: 5, grant: 5, granted_by: pot, capture: 1",
                         ", upkeep: 1e12, grant: 1e12, granted_by: pot"}) +
                 ", members: {practice: {share: " + number("0", "0.3") +
                 ", deal: " + one_of({"true", "false"}) +
                 one_of({"", ", conflicted: true", ", home: false"}) + "}}}\n";
        text_ += "  voice: {champion: " + number("0", one_of({"1e-18", "1e12"})) +
                 ", mandate: " + number("0", "1") + one_of({"", ", weighing: equal", ", leaning: practice"}) +
                 ", members: {pcn: {share: " + number("0", "1") + "}" +
                 one_of({"", ", practice: {share: 0.4}", ", trust: {share: 1e-18, conflicted: true}"}) +
                 "}}\n";
    }

    void board() {
        text_ +=
            "  board: {" + one_of({"", "place: void, ", "place: north, ", "per_place: 1, "}) +
            "protocol: " + one_of({"compromise", "nash", "setter", "contest", "condorcet"}) +
            ", formality: " + number("0", "1") + ", patience: " + number("1e-18", "1") +
            ", quota: " + number("0.5", "1") + may("agenda_power", "0", "1") + may("reversion", "0", "0.99") +
            may("transparency", "0", "1") + may("foresight", "0", "1") + may("withheld", "0", "1") +
            ", members: {voice: {votes: " + one_of({"0", "1"}) + ", standing: " + number("0", "1") +
            may("initiative", "0", "1") + "}, trust: {votes: 1, conflicted: " + one_of({"true", "false"}) +
            one_of({"", ", bloc: us"}) + "}, practice: {votes: " + one_of({"1e-18", "1"}) +
            one_of({"", ", bloc: us"}) + "}}, red_lines: {p0: {floor: " +
            one_of({"0", "0.999", "2, relative: true", "1e-18, relative: true"}) + may("rigidity", "0", "1") +
            one_of({"", ", held_by: trust", ", held_by: trust, backed: true",
                    ", held_by: voice, dormant: true", ", held_by: voice, backed: true, dormant: true"}) +
            "}}}\n";
    }

    void money() {
        text_ += "funds:\n  core: {amount: " + number("0", "4") + ", protected_for: gp" +
                 one_of({"", ", exposed: 1, exposed_to: pot", ", growth: 5",
                         ", exposed: {steps: {0: 0, 0.5: 1}}, exposed_to: pot, honoured: 0"}) +
                 "}\n  pot: {amount: " + number("0", one_of({"1e-18", "5", "1e12"})) +
                 ", decided_by: board, status_quo: {p0: 1}, inertia: " + one_of({"0", "0.999"}) +
                 may("noise", "0", "100") + one_of({"", ", growth: -0.999"}) +
                 one_of({"", ", yardstick: {p0: 1}", ", top_slice: {sector: acute, share: 0.999}",
                         ", first_call: {sector: acute, limit: 0.999, softness: 1}"}) +
                 "}\n";
        if (bits_() % 3 == 0)
            text_ += "shifts:\n  move: {programme: p0, from: acute, to: gp, share: " + number("0", "1") +
                     ", money_follows: " + number("0", "1") + ", clout: " + number("0", "1e6") + "}\n";
        if (bits_() % 3 == 0)
            text_ += "offers:\n  buy: {by: acute, to: pcn, rate: " + number("0", "1e6") +
                     ", worth: " + number("0", "1e6") + "}\n";
    }

    void dynamics() {
        text_ += "dynamics: {tolerance: " + one_of({"1e-18", "0.08", "1e9"}) +
                 ", shock: " + one_of({"0", "9", "1e9"}) + ", strain: " + one_of({"0", "1e9"}) +
                 ", opinion_noise: " + one_of({"0", "0.1", "1e9"}) +
                 ", mandate_decay: " + one_of({"0", "50"}) + ", deadlock_cost: " + one_of({"0", "1"}) +
                 ", money_to_clout: " + one_of({"0", "3", "10"}) + ", takeover: " + one_of({"0", "1"}) +
                 ", friction: " + one_of({"0", "1"}) + may("success", "0", "1e9") +
                 may("predation", "0", "1e9") + may("norm", "0", "1e9") + may("reversion", "0", "1e9") +
                 may("commitment_noise", "0", "1e9") + may("champion_exit", "0", "1e9") +
                 may("acquisition", "0", "1e9") + may("escalation", "0", "1e9") +
                 may("cumulative_advantage", "0", "1e3") + may("goodwill_recovery", "0", "1") + "}\n";
    }

    std::mt19937_64 bits_;
    std::string text_;
    std::size_t programmes_ = 1;
};

}  // namespace clout::fuzz
