// What must be true of any difference that is taken apart: parts sum to it, what does nothing gets nothing,
// and the ends of the way are the arms themselves.
#include "engine/analysis/attribution.hpp"

#include "tests/scenes.hpp"

#include <numeric>

namespace clout {
namespace {

using scenes::library;
using scenes::scenario_file;

constexpr std::size_t kReplicates = 48;
constexpr const char* kMoney = "decided.general_practice";

std::size_t row_of(const Library& read, const std::string& name) {
    for (std::size_t row = 0; row < read.arms.size(); ++row) {
        if (read.arms[row].name == name) return row;
    }
    ADD_FAILURE() << "no arm " << name;
    return 0;
}

struct Divided {
    AttributionPlan plan;
    Kept kept;
    Attribution found;
};

Divided divide(const Library& read, const std::string& from, const std::string& to,
               std::size_t replicates = kReplicates) {
    Combiner combiner(read);
    auto planned = plan_attribution(read, combiner, row_of(read, from), row_of(read, to));
    EXPECT_TRUE(static_cast<bool>(planned));
    if (!planned) return {};
    Divided result{std::move(planned).value(), {}, {}};
    std::vector<System> systems;
    for (const Combination& combination : result.plan.combinations) {
        const auto scenario = combiner.scenario(combination);
        EXPECT_TRUE(static_cast<bool>(scenario)) << combination.name;
        systems.push_back(compile(scenario.value()));
    }
    std::vector<const System*> played;
    for (const System& system : systems) played.push_back(&system);
    EnsembleOptions options;
    options.replicates = replicates;
    options.workers = {2};
    result.kept = play_and_keep(played, std::vector<std::string>{kMoney}, options);
    result.found = attribute(result.plan, result.kept, 0, {kMoney, "£m a year"});
    return result;
}

std::vector<double> sums(const Attribution& found) {
    std::vector<double> result(found.replicates, 0.0);
    for (const AttributedPart& part : found.parts) {
        for (std::size_t r = 0; r < result.size(); ++r) result[r] += part.values[r];
    }
    return result;
}

// One-area with a lever that moves no money (a bloc, which power indices alone read), an arm with changes of
// its own, and an arm of fourteen levers.
Library with_more_arms() {
    std::string levers =
        "  quiet: {patch: {bodies: {board: {members: {acute_trust: {bloc: nhs}, mh_trust: {bloc: nhs}}}}}}\n";
    std::string pulled;
    constexpr int kFirstNorm = 31;  // [hundredths] it is 0.3 without them
    for (int lever = 0; lever < 14; ++lever) {
        const std::string name = "step" + std::to_string(lever);
        levers +=
            "  " + name + ": {patch: {dynamics: {norm: 0." + std::to_string(kFirstNorm + lever) + "}}}\n";
        pulled += (lever ? ", " : "") + name;
    }
    const std::string text =
        "extends: one-area.yaml\nlevers:\n" + levers + "arms:\n" +
        "  placebo: {levers: [empty_chair, quiet]}\n" +
        "  own: {levers: [mandate], patch: {dynamics: {norm: 0.9}}}\n" +
        "  own-again: {levers: [mandate, feedback], patch: {dynamics: {norm: 0.9}}}\n" +
        "  own-other: {levers: [mandate], patch: {dynamics: {norm: 0.5}}}\n" +
        "  backwards: {levers: [feedback, mandate]}\n  forwards: {levers: [mandate, feedback]}\n" +
        "  many: {levers: [" + pulled + "]}\n";
    const auto& folder = scenes::folder();
    std::filesystem::copy_file(scenario_file("one-area"), folder / "one-area.yaml",
                               std::filesystem::copy_options::overwrite_existing);
    std::ofstream(folder / "more.yaml") << text;
    return library(folder / "more.yaml");
}

TEST(Attribution, PartsSumToThePairedDifferenceOfEveryReplicate) {
    const Library read = library(scenario_file("one-area"));
    const Divided divided = divide(read, "fragmented", "united");
    ASSERT_EQ(divided.plan.parts.size(), 5u);
    ASSERT_EQ(divided.plan.coalitions.size(), 32u);
    const auto outcomes = scenes::play(read, {"united", "fragmented"}, kReplicates);
    const auto differences = paired_differences(outcomes[0], outcomes[1], kMoney);
    const auto summed = sums(divided.found);
    for (std::size_t r = 0; r < kReplicates; ++r) EXPECT_NEAR(summed[r], differences[r], 1e-12);
    EXPECT_EQ(divided.found.total.summary.mean, summarise_differences(differences).summary.mean);
    EXPECT_EQ(divided.found.interactions.size(), 10u);
    EXPECT_GT(divided.found.total.summary.mean, 0);
}

TEST(Attribution, TheEndsOfTheWayAreTheArmsToTheBit) {
    const Library read = library(scenario_file("one-area"));
    const Divided divided = divide(read, "champion", "funding-localised-united");
    const auto outcomes = scenes::play(read, {"champion", "funding-localised-united"}, kReplicates);
    const auto from = scenes::last_year(outcomes[0], kMoney), to = scenes::last_year(outcomes[1], kMoney);
    const auto& kept = divided.kept.values[0];
    EXPECT_TRUE(std::equal(from.begin(), from.end(), kept.begin()));
    EXPECT_TRUE(std::equal(to.begin(), to.end(), kept.end() - static_cast<std::ptrdiff_t>(kReplicates)));
    EXPECT_EQ(divided.plan.parts.size(), 7u);
    EXPECT_EQ(std::count_if(divided.plan.parts.begin(), divided.plan.parts.end(),
                            [](const Part& p) { return p.what == Part::What::lever_dropped; }),
              1);
}

TEST(Attribution, BackwardsEveryPartChangesItsSign) {
    const Library read = library(scenario_file("one-area"));
    const Divided there = divide(read, "fragmented", "united"), back = divide(read, "united", "fragmented");
    for (const AttributedPart& part : there.found.parts) {
        const auto same =
            std::find_if(back.found.parts.begin(), back.found.parts.end(),
                         [&](const AttributedPart& p) { return p.part.name == part.part.name; });
        ASSERT_NE(same, back.found.parts.end());
        EXPECT_NEAR(part.effect.summary.mean, -same->effect.summary.mean, 1e-12) << part.part.name;
    }
}

TEST(Attribution, BetweenEqualArmsThereIsNothingToDivide) {
    const Divided divided =
        divide(library(scenario_file("one-area"), {{"arms.same", "{levers: []}"}}), "fragmented", "same");
    EXPECT_TRUE(divided.found.parts.empty());
    EXPECT_EQ(divided.found.total.summary.mean, 0);
    EXPECT_EQ(divided.found.total.p_equal, 1);
}

TEST(Attribution, ALeverThatMovesNoMoneyGetsExactlyNothing) {
    const Divided divided = divide(with_more_arms(), "fragmented", "placebo");
    ASSERT_EQ(divided.found.parts.size(), 2u);
    EXPECT_EQ(divided.found.parts[1].part.name, "quiet");
    EXPECT_EQ(divided.found.parts[1].effect.p_equal, 1);
    const auto outcomes =
        scenes::play(library(scenario_file("one-area")), {"no-seat", "fragmented"}, kReplicates);
    EXPECT_EQ(divided.found.parts[0].values, paired_differences(outcomes[0], outcomes[1], kMoney));
}

TEST(Attribution, AnArmsOwnChangesAreOnePart) {
    const Library read = with_more_arms();
    const Divided divided = divide(read, "fragmented", "own");
    ASSERT_EQ(divided.plan.parts.size(), 2u);
    EXPECT_EQ(divided.plan.parts[1].what, Part::What::changes);
    EXPECT_EQ(divided.plan.parts[1].name, "own");
    // What both have is no part; what they have each of their own is two.
    EXPECT_EQ(divide(read, "own", "own-again").plan.parts.size(), 1u);
    const Divided both = divide(read, "own", "own-other");
    ASSERT_EQ(both.plan.parts.size(), 2u);
    EXPECT_EQ(both.plan.parts[0].what, Part::What::changes_dropped);
    EXPECT_EQ(both.plan.parts[1].what, Part::What::changes);
}

TEST(Attribution, ContradictingOrdersAreRefused) {
    const Library read = with_more_arms();
    const Combiner combiner(read);
    EXPECT_FALSE(plan_attribution(read, combiner, row_of(read, "backwards"), row_of(read, "forwards")));
    EXPECT_TRUE(plan_attribution(read, combiner, row_of(read, "fragmented"), row_of(read, "forwards")));
}

TEST(Attribution, BeyondTwelvePartsOrdersAreDrawnAndPartsStillSum) {
    constexpr std::size_t kFew = 16;
    const Divided divided = divide(with_more_arms(), "fragmented", "many", kFew);
    EXPECT_EQ(divided.found.orders, 2 * kOrderPairs);
    EXPECT_LT(divided.found.combinations, 1u << 14);
    EXPECT_TRUE(divided.found.interactions.empty());
    const auto summed = sums(divided.found);
    const auto& kept = divided.kept.values[0];
    for (std::size_t r = 0; r < kFew; ++r) {
        EXPECT_NEAR(summed[r], kept[kept.size() - kFew + r] - kept[r], 1e-12);
    }
}

TEST(PlayAndKeep, KeepsTheSameInOnePieceAndInMany) {
    // So many systems that not all replicates fit at once: chunks must be laid side by side.
    const System system =
        compile(library(scenario_file("one-area"), {{"clock.years", "1"}}).arms[0].scenario);
    std::vector<const System*> many(700, &system);
    EnsembleOptions options;
    options.replicates = 100;
    options.workers = {2};
    const std::vector<std::string> measures{kMoney};
    const Kept chunked = play_and_keep(many, measures, options);
    const Kept whole = play_and_keep(std::span(many).first(1), measures, options);
    ASSERT_EQ(chunked.replicates, 100u);
    ASSERT_EQ(chunked.values[0].size(), 70000u);
    for (std::size_t row = 0; row < many.size(); row += 233) {
        EXPECT_TRUE(std::equal(whole.values[0].begin(), whole.values[0].end(),
                               chunked.values[0].begin() + static_cast<std::ptrdiff_t>(row * 100)));
    }
}

TEST(PlayAndKeep, AStoppedRunKeepsWhatIsCompleteEverywhere) {
    const System system = compile(library(scenario_file("one-area")).arms[0].scenario);
    const std::vector<const System*> two(2, &system);
    EnsembleOptions options;
    options.replicates = 4000;
    options.workers = {1};
    std::size_t done = 0;
    options.on_progress = [&](Progress progress) { done = progress.done; };
    options.stop = [&] { return done >= 7; };
    const Kept kept = play_and_keep(two, std::vector<std::string>{kMoney}, options);
    EXPECT_GT(kept.replicates, 0u);
    EXPECT_LT(kept.replicates, 4000u);
    EXPECT_EQ(kept.values[0].size(), 2 * kept.replicates);
}

}  // namespace
}  // namespace clout
