// Stores of studies: what is kept, what survives, what is refused.
#include "engine/study/store.hpp"

#include "engine/study/store_lock.hpp"
#include "engine/study/study_card.hpp"
#include "engine/study/sweep_study.hpp"
#include "tests/scenes.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <barrier>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <thread>

namespace clout {
namespace {

class StudyStore : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("clout-unit-store-" + std::to_string(::getpid()));
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    std::filesystem::path at(const char* name) const { return folder_ / name; }

    std::filesystem::path folder_;
};

const StudyCard kCard{{"design", "sobol"}, {"scenario", "clout: 1\ntitle: a\n"}, {"version", "0"}};

PlayedPoint played(std::size_t point) {
    const double x = static_cast<double>(point);
    return {point, "", {{{x, 1, 2}, {}, {0.5}}, {{x, 3}, {x / 3}, {}}}, 0.25};
}

TEST_F(StudyStore, KeepsWhatWasWritten) {
    {
        Store store = Store::create(at("a"), kCard, {0, 1, 2, 5});
        EXPECT_EQ(store.count().pending, 4u);
        store.write(played(1));
        store.write({2, "no room", {}, 0.5});
        store.commit();
    }
    Store store = Store::open(at("a"));
    EXPECT_EQ(store.card(), kCard);
    const StoreCount count = store.count();
    EXPECT_EQ(count.pending, 2u);
    EXPECT_EQ(count.done, 1u);
    EXPECT_EQ(count.failed, 1u);
    EXPECT_DOUBLE_EQ(count.seconds, 0.75);
    EXPECT_EQ(store.points(PointStatus::pending), (std::vector<std::size_t>{0, 5}));
    const auto back = store.read(1, 2);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->arms[0].summaries, (std::vector<double>{1, 1, 2}));
    EXPECT_TRUE(back->arms[0].differences.empty());
    EXPECT_EQ(back->arms[1].differences, (std::vector<double>{1.0 / 3}));
    EXPECT_EQ(back->arms[0].kept, (std::vector<double>{0.5}));
    EXPECT_FALSE(store.read(0, 2));
    ASSERT_EQ(store.failures().size(), 1u);
    EXPECT_EQ(store.failures()[0].error, "no room");
    EXPECT_EQ(store.failures()[0].attempts, 1u);
    store.retry_failed();
    EXPECT_EQ(store.points(PointStatus::pending), (std::vector<std::size_t>{0, 2, 5}));
}

TEST_F(StudyStore, LosesNoMoreThanWhatWasNotCommitted) {
    Store writer = Store::create(at("a"), kCard, {0, 1});
    writer.write(played(0));
    writer.commit();
    writer.write(played(1));
    std::filesystem::copy(at("a"), at("b"));
    if (std::filesystem::exists(at("a-wal"))) std::filesystem::copy(at("a-wal"), at("b-wal"));
    EXPECT_EQ(Store::open(at("b")).points(PointStatus::done), (std::vector<std::size_t>{0}));
}

TEST_F(StudyStore, HasTheSameContentInWhateverOrderItWasMade) {
    Store one = Store::create(at("a"), kCard, {0, 1, 2});
    for (const std::size_t point : {0u, 1u, 2u}) one.write(played(point));
    one.commit();
    Store odd = Store::create(at("b"), kCard, {1}), even = Store::create(at("c"), kCard, {0, 2});
    PlayedPoint slow = played(1);
    slow.seconds = 99;
    odd.write(slow);
    even.write(played(2));
    even.commit();
    odd.commit();
    EXPECT_NE(even.content(), one.content());
    even.write(played(0));
    even.commit();
    Store merged = Store::create(at("d"), kCard, {});
    merged.take_from(odd, 2);
    merged.take_from(even, 2);
    EXPECT_EQ(merged.content(), one.content());
    PlayedPoint other = played(2);
    other.arms[1].differences[0] += 1e-15;
    one.write(other);
    one.commit();
    EXPECT_NE(merged.content(), one.content());
}

// Whichever of two overlapping shards is taken first.
TEST_F(StudyStore, TakesWhatIsDoneBeforeWhatFailed) {
    Store failed = Store::create(at("a"), kCard, {0});
    failed.write({0, "no room", {}, 0});
    failed.commit();
    Store done = Store::create(at("b"), kCard, {0});
    PlayedPoint point = played(0);
    point.arms[0].summaries[0] = std::nan("");
    done.write(point);
    done.commit();
    for (const bool first : {true, false}) {
        Store merged = Store::create(at(first ? "c" : "d"), kCard, {});
        merged.take_from(first ? done : failed, 2);
        merged.take_from(first ? failed : done, 2);
        merged.take_from(done, 2);
        EXPECT_EQ(merged.content(), done.content());
    }
    Store other = Store::create(at("e"), kCard, {0});
    other.write(played(0));
    other.commit();
    EXPECT_THROW(other.take_from(done, 2), std::runtime_error);
}

TEST_F(StudyStore, RefusesWhatIsNotItsOwn) {
    std::ofstream(at("text")) << "no database at all, but long enough to be taken for one, if nobody looked";
    EXPECT_THROW((void)Store::open(at("text")), ForeignStore);
    EXPECT_THROW((void)Store::open(at("nothing")), std::runtime_error);
    EXPECT_FALSE(std::filesystem::exists(at("nothing")));
    { (void)Store::create(at("a"), kCard, {0}); }
    EXPECT_THROW((void)Store::create(at("a"), kCard, {0}), std::runtime_error);
    EXPECT_EQ(Store::open(at("a")).count().pending, 1u);
}

TEST_F(StudyStore, SaysWhenItIsTakenAway) {
    Store store = Store::create(at("a"), kCard, {0});
    store.write(played(0));
    std::filesystem::remove(at("a"));
    EXPECT_THROW(store.commit(), std::runtime_error);
}

TEST_F(StudyStore, HasOneWriter) {
    {
        const StoreLock lock(at("a"));
        EXPECT_THROW(StoreLock second(at("a")), StoreLocked);
    }
    EXPECT_FALSE(std::filesystem::exists(StoreLock::file_of(at("a"))));
    // Left by a process of this host that is gone: taken over. Of another host: never.
    std::array<char, 256> host{};
    ASSERT_EQ(::gethostname(host.data(), host.size() - 1), 0);
    std::ofstream(StoreLock::file_of(at("a"))) << "host " << host.data() << "\nprocess 4194000\n";
    { const StoreLock lock(at("a")); }
    std::ofstream(StoreLock::file_of(at("a"))) << "host elsewhere\nprocess 1\n";
    EXPECT_THROW(StoreLock lock(at("a")), StoreLocked);
    EXPECT_TRUE(std::filesystem::exists(StoreLock::file_of(at("a"))));
}

// Many find a dead writer's lock at the same moment: one gets it, and nobody takes it from that one.
TEST_F(StudyStore, HasOneHeir) {
    std::array<char, 256> host{};
    ASSERT_EQ(::gethostname(host.data(), host.size() - 1), 0);
    constexpr int kHeirs = 6;
    for (int round = 0; round < 50; ++round) {
        std::ofstream(StoreLock::file_of(at("a"))) << "host " << host.data() << "\nprocess 4194000\n";
        std::atomic<int> heirs = 0;
        std::barrier together(kHeirs);
        std::vector<std::jthread> waiting;
        for (int i = 0; i < kHeirs; ++i) {
            waiting.emplace_back([&] {
                together.arrive_and_wait();
                try {
                    const StoreLock lock(at("a"));
                    ++heirs;
                    together.arrive_and_wait();
                } catch (const StoreLocked&) {
                    together.arrive_and_wait();
                }
            });
        }
        waiting.clear();
        EXPECT_EQ(heirs, 1);
    }
}

SweepPlan plan_of(const std::vector<Override>& overrides = {}, const std::string& design = "sobol") {
    SweepAsked asked;
    asked.varied = {to_varied("dynamics.tolerance=0.2:0.8").value(),
                    to_varied("dynamics.norm=0:0.4").value()};
    asked.design = {design, 5, 3, {}};
    std::vector<Override> all = overrides;
    all.push_back({"replicates", "8"});
    asked.laid_over = all;
    for (const Varied& varied : asked.varied) all.push_back(*override_of(varied));
    auto read = read_library(scenes::scenario_file("one-area"), all);
    EXPECT_TRUE(read);
    auto plan = plan_sweep(read.value(), asked);
    EXPECT_TRUE(plan);
    return std::move(plan).value();
}

TEST_F(StudyStore, GoesOnWhereItWasStopped) {
    const SweepPlan plan = plan_of();
    Store whole = Store::create(at("whole"), card_of(plan), points_of(plan, {}));
    run_sweep(
        plan, whole, executor_here({2}), [](const SweepProgress&) {}, [] { return false; });
    EXPECT_EQ(whole.count().done, 5u);
    Store parts = Store::create(at("parts"), card_of(plan), points_of(plan, {}));
    for (int turn = 0; turn < 5; ++turn) {
        bool played_one = false;
        run_sweep(
            plan, parts, executor_here({1}), [&](const SweepProgress&) { played_one = true; },
            [&] { return played_one; });
        EXPECT_GE(parts.count().done, 1u);
    }
    EXPECT_EQ(parts.count().pending, 0u);
    EXPECT_EQ(parts.content(), whole.content());
}

TEST_F(StudyStore, TellsItsStudyFromItsCard) {
    const SweepPlan plan = plan_of();
    const StudyCard card = card_of(plan);
    const StoredStudy study = study_of(card);
    EXPECT_EQ(study.arms, plan.names);
    ASSERT_EQ(study.factors.size(), 2u);
    EXPECT_EQ(study.factors[1].name, "dynamics.norm");
    EXPECT_DOUBLE_EQ(study.factors[1].number.quantile(0.5), 0.2);
    EXPECT_EQ(study.design.point(3), plan.design.point(3));
    EXPECT_EQ(study.quantities.size(), plan.quantities.size());
    EXPECT_EQ(study.quantities[0].unit, plan.quantities[0].unit);
    const SweepAsked asked = asked_of(card);
    EXPECT_EQ(to_text(asked.varied[0]), "dynamics.tolerance=0.2:0.8");
    EXPECT_EQ(asked.laid_over[0].path, "replicates");
    EXPECT_EQ(asked.design.size, 5u);
}

TEST_F(StudyStore, NamesWhatDiffers) {
    const StudyCard card = card_of(plan_of());
    EXPECT_EQ(difference_of(card, card_of(plan_of())), "");
    EXPECT_NE(difference_of(card, card_of(plan_of({}, "latin"))).find("design was 'sobol'"),
              std::string::npos);
    const std::string why = difference_of(card, card_of(plan_of({{"dynamics.strain", "0.123"}})));
    EXPECT_NE(why.find("0.123"), std::string::npos) << why;
    EXPECT_NE(why.find("line "), std::string::npos) << why;
}

}  // namespace
}  // namespace clout
