// Scenarios that are legal and extreme: boards at whose table nobody can sit, places where nobody stands, one
// programme or sixty, everybody closed, no money at all. Whatever the reader lets through is played to the
// end.
#include "engine/analysis/influence.hpp"
#include "tests/scenes.hpp"

#include <cmath>
#include <random>
#include <string>

namespace clout::fuzz {
namespace {

class Extremes {
public:
    explicit Extremes(std::uint64_t seed) : bits_(seed) {}

    std::string scenario() {
        programmes_ = pick({1, 2, 3, 60});
        text_ = "clout: 1\nplaces: [north, south, void]\nseed: " + number({"0", "7"}) + "\n";
        text_ += "clock: {years: " + number({"1", "1.5", "30"}) + ", rounds_per_year: " + number({"2", "4"}) +
                 "}\n";
        text_ += "programmes:\n";
        for (std::size_t p = 0; p < programmes_; ++p)
            text_ += "  p" + std::to_string(p) + ": {delivered_by: {gp: " + number({"0", "1e-18", "3"}) +
                     ", acute: 1}}\n";
        sectors();
        text_ += "organisations:\n  practice: {sector: gp, " +
                 number({"per_place: 3", "place: north", "count: 5", "count: 1"}) +
                 ", income: " + number({"0", "1.3", "1e-18", "1e12"}) +
                 number({"", ", list_size: 8000", ", list_size: 0"}) +
                 number({"", ", clout: 0", ", clout: 1e-18", ", clout: {lognormal: [1, 10]}"}) + "}\n" +
                 "  trust: {sector: acute, " + number({"count: 2", "place: south", "per_place: 1"}) +
                 ", income: " + number({"0", "300"}) + "}\n";
        bodies();
        text_ += "funds:\n  core: {amount: " + number({"0", "4"}) +
                 ", protected_for: gp}\n  pot: {amount: " + number({"0", "1e-18", "5", "1e12"}) +
                 ", decided_by: board, status_quo: {p0: 1}, inertia: " + number({"0", "0.999"}) + "}\n";
        text_ += "dynamics: {tolerance: " + number({"1e-18", "0.08", "1e9"}) +
                 ", shock: " + number({"0", "9", "1e9"}) + ", strain: " + number({"0", "1e9"}) +
                 ", opinion_noise: " + number({"0", "0.1", "1e9"}) +
                 ", mandate_decay: " + number({"0", "50"}) + ", deadlock_cost: " + number({"0", "1"}) +
                 ", money_to_clout: " + number({"0", "3"}) + ", takeover: " + number({"0", "1"}) +
                 ", friction: " + number({"0", "1"}) + "}\n";
        text_ += "arms:\n  base: {}\n  other: {patch: {bodies: {voice: {mandate: 0.123}}}}\n";
        return std::move(text_);
    }

private:
    std::size_t pick(std::initializer_list<std::size_t> of) { return *(of.begin() + bits_() % of.size()); }
    std::string number(std::initializer_list<const char*> of) { return *(of.begin() + bits_() % of.size()); }

    void sectors() {
        text_ += "sectors:\n  gp: {position: {p0: 1" +
                 std::string(programmes_ > 1 ? ", p1: " + number({"0", "1", "1e18"}) : "") +
                 "}, spread: " + number({"0", "0.4", "10"}) + ", income_spread: " + number({"0", "3"}) +
                 ", commitment: " + number({"0", "0.5", "1"}) + ", susceptibility: " + number({"0", "1"}) +
                 ", salience: " + number({"1e-18", "0.5", "1"}) + ", can_fail: " + number({"true", "false"}) +
                 number({"", ", taken_over_by: acute", ", sign_off: [pcn], lapse_to: acute"}) + "}\n";
        text_ += "  acute: {position: {p" + std::to_string(programmes_ - 1) +
                 ": 1}, can_fail: " + number({"true", "false"}) + "}\n";
    }

    void bodies() {
        text_ += "bodies:\n  pcn: {" + number({"per_place: 2", "count: 3", "place: void"}) +
                 ", mandate: " + number({"0", "0.5", "1"}) + ", fidelity: " + number({"1e-18", "1"}) +
                 ", members: {practice: {share: " + number({"0", "0.3"}) +
                 ", deal: " + number({"true", "false"}) + "}}}\n";
        text_ += "  voice: {champion: " + number({"0", "1e-18", "1e12"}) +
                 ", mandate: " + number({"0", "1e-18", "1"}) +
                 ", members: {pcn: {share: " + number({"0", "1"}) + "}}}\n";
        text_ += "  board: {" + number({"", "place: void, ", "place: north, ", "per_place: 1, "}) +
                 "protocol: " + number({"compromise", "nash", "setter", "contest", "condorcet"}) +
                 ", formality: " + number({"0", "0.5", "1"}) + ", patience: " + number({"1e-18", "1"}) +
                 ", quota: " + number({"0.5", "1"}) + ", members: {voice: {votes: " + number({"0", "1"}) +
                 ", standing: " + number({"0", "1"}) +
                 "}, trust: {votes: 1, conflicted: " + number({"true", "false"}) +
                 "}, practice: {votes: " + number({"1e-18", "1"}) +
                 "}}, red_lines: {p0: {floor: " + number({"0", "0.999"}) + "}}}\n";
    }

    std::mt19937_64 bits_;
    std::string text_;
    std::size_t programmes_ = 1;
};

void expect_sound(const Outcome& outcome) {
    for (std::size_t q = 0; q < outcome.quantities.size(); ++q) {
        const std::string& name = outcome.quantities[q].name;
        for (std::size_t year = 0; year < outcome.years; ++year) {
            for (const double value : outcome.of(q, year)) {
                // £ a patient has no value where nobody is registered.
                if (name.starts_with("per_patient")) continue;
                ASSERT_TRUE(std::isfinite(value)) << name << " in year " << year + 1;
                if (name.starts_with("share.") || name.starts_with("uptake.") ||
                    name.starts_with("influence.")) {
                    ASSERT_GE(value, 0) << name;
                    ASSERT_LE(value, 1 + 1e-9) << name;
                }
            }
        }
    }
}

TEST(Extremes, OfEveryKindArePlayedToTheEnd) {
    constexpr std::uint64_t kCases = 150;
    std::size_t played = 0;
    for (std::uint64_t seed = 0; seed < kCases; ++seed) {
        const std::string text = Extremes(seed).scenario();
        SCOPED_TRACE(text);
        const auto read = read_library(scenes::written(text));
        if (!read) {
            EXPECT_FALSE(read.problems().empty());
            continue;
        }
        ++played;
        const Library& library = read.value();
        for (const std::size_t replicates : {std::size_t{1}, std::size_t{17}}) {
            for (const Outcome& outcome : scenes::play(library, {"base", "other"}, replicates))
                expect_sound(outcome);
        }
        InfluenceOptions options;
        options.replicates = 2;
        (void)report_influence(compile(library.arms[0].scenario), options);
        ASSERT_FALSE(testing::Test::HasFailure()) << "case " << seed;
    }
    EXPECT_GT(played, kCases / 4);
}

}  // namespace
}  // namespace clout::fuzz
