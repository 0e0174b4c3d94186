// From arms to outcomes: with progress, and with an end when somebody asks for one.
#include "engine/study/playing.hpp"

#include "engine/study/comparison_study.hpp"
#include "engine/study/future_study.hpp"
#include "engine/study/influence_study.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

TEST(Playing, MergedScenariosArePlayedAsTheyAre) {
    const Library library = sound();
    const auto arms = arms_of(library, {{1, 0}, 1});
    EXPECT_EQ(arms[0].name, "later");
    EXPECT_EQ(arms[0].label, "Later");
    std::size_t last = 0, total = 0;
    StudyOptions options;
    options.on_progress = [&](Progress progress) {
        EXPECT_EQ(progress.done, last + 1);
        last = progress.done;
        total = progress.total;
    };
    const auto played = play(arms, 40, options);
    ASSERT_TRUE(static_cast<bool>(played));
    EXPECT_EQ(last, total);
    EXPECT_GT(total, 0u);
    const auto outcomes = outcomes_of(arms, played.value());
    ASSERT_EQ(outcomes.size(), 2u);
    EXPECT_EQ(outcomes[0].name, "later");
    EXPECT_EQ(outcomes[0].outcome->replicates, 40u);
    EXPECT_NE(outcomes[0].outcome->values, outcomes[1].outcome->values);
    // One arm by itself has the same luck.
    const auto alone = play(std::vector{arms[1]}, 40, {});
    EXPECT_EQ(alone.value().outcomes[0].values, outcomes[1].outcome->values);
}

TEST(Playing, AStudySaysWhatItRestsOn) {
    const Library library = sound({{"replicates", "33"}});
    const auto studied = study_comparison(library, {{0, 1}, 0}, {});
    ASSERT_TRUE(static_cast<bool>(studied));
    const ComparisonStudy& study = studied.value();
    EXPECT_EQ(study.provenance.asked, 33u);
    EXPECT_EQ(study.provenance.finished, 33u);
    EXPECT_EQ(study.provenance.seed, 7u);
    EXPECT_EQ(study.provenance.title, "A small area");
    EXPECT_EQ(study.provenance.label("primary"), "General practice");
    EXPECT_EQ(study.provenance.label("acute"), "acute");
    EXPECT_GT(study.provenance.elapsed, 0);
    EXPECT_GT(study.provenance.assumptions.total(), 0u);
    EXPECT_GT(study.provenance.assumptions.uncertain, 0u);
    EXPECT_EQ(study.comparison.base().name, "now");
    EXPECT_EQ(study.arms[1].outcome, &study.played->outcomes[1]);
}

TEST(Playing, StoppedBeforeAnythingWasDone) {
    StudyOptions options;
    options.stop = [] { return true; };
    const auto studied = study_comparison(sound(), {{0, 1}, 0}, options);
    ASSERT_FALSE(static_cast<bool>(studied));
    EXPECT_EQ(studied.problems()[0].fault, Fault::stopped);
}

TEST(Playing, OneFutureAndInfluence) {
    const Library library = sound({{"replicates", "20"}});
    const TraceStudy median = study_trace(library, 1, std::nullopt);
    EXPECT_EQ(median.trace.rounds.size(), 8u);
    EXPECT_EQ(median.provenance.asked, 1u);
    EXPECT_FALSE(median.provenance.stopped_early());
    EXPECT_EQ(study_chronicle(library, 1, 3).chronicle.told.size(), 8u);
    const auto few = study_influence(library, 0, 2, {});
    ASSERT_TRUE(static_cast<bool>(few));
    EXPECT_EQ(few.value().report.organisations.size(), 2u);
    EXPECT_EQ(few.value().report.replicates, 20u);
    const auto all = study_influence(library, 0, kEveryOrganisation, {});
    EXPECT_EQ(all.value().report.organisations.size(), 10u);  // 4 practices in 2 places, 2 trusts
    StudyOptions small;
    small.memory = 8;
    EXPECT_FALSE(static_cast<bool>(study_influence(library, 0, 2, small)));
}

}  // namespace
}  // namespace clout
