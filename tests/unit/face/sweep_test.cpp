// Studies of many points through the public face.
#include "tests/unit/face/area.hpp"

#include "engine/face/sweep.hpp"

#include <cmath>
#include <filesystem>

namespace clout {
namespace {

using namespace desk;

class FaceSweep : public ::testing::Test {
protected:
    void SetUp() override {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        asked_.vary = {{"funds.local.amount", {1, 3}, false}, {"funds.local.inertia", {0.1, 0.9}, false}};
        asked_.size = 8;
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    [[nodiscard]] std::string file(const std::string& name) const { return (folder_ / name).string(); }

    std::filesystem::path folder_ =
        std::filesystem::path(::testing::TempDir()) /
        (std::string("clout-face-sweep-") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
    face::SweepAsked asked_;
    face::Scenario scenario_ = small({{"replicates", "20"}});
};

TEST_F(FaceSweep, AStudyHasWhatComparisonsOfItsPointsFind) {
    asked_.keep = face::Keep::replicates;
    const auto swept = face::sweep(scenario_, file("a"), asked_);
    ASSERT_TRUE(static_cast<bool>(swept)) << told(swept.problems());
    const face::Study& study = swept.value();
    EXPECT_EQ(study.points(), 8u);
    EXPECT_EQ(study.arms(), (std::vector<std::string>{"now", "later"}));
    EXPECT_EQ(study.numbers(), (std::vector<std::string>{"funds.local.amount", "funds.local.inertia"}));
    EXPECT_EQ(study.state().value().done, 8u);
    const face::StudyValues values = study.values().value();
    const std::size_t measures = study.measures().size();
    ASSERT_EQ(values.numbers.size(), 16u);
    ASSERT_EQ(values.kept.size(), 8 * 2 * measures * 20);
    for (const std::size_t point : {0u, 5u}) {
        const auto text = [&](std::size_t number) {
            std::string digits(32, ' ');
            digits.resize(static_cast<std::size_t>(
                std::snprintf(digits.data(), digits.size(), "%.17g", values.numbers[point * 2 + number])));
            return digits;
        };
        const face::Comparison alone =
            face::compare(
                scenario_.with({{"funds.local.amount", text(0)}, {"funds.local.inertia", text(1)}}).value())
                .value();
        for (std::size_t m = 0; m < measures; ++m) {
            const face::Measure& measure = *alone.find("later")->find(study.measures()[m].first);
            EXPECT_NEAR(values.summaries[((point * 2 + 1) * measures + m) * 4], measure.by_year.back().mean,
                        1e-9);
            EXPECT_NEAR(values.kept[((point * 2 + 1) * measures + m) * 20 + 3], measure.values[3], 1e-9);
        }
        EXPECT_TRUE(std::isnan(values.differences[point * 2 * measures * 7]));  // the baseline's
    }
    EXPECT_NE(study.printed().text().find("8"), std::string::npos);
    EXPECT_NE(study.printed().json().find("\"content\""), std::string::npos);
}

TEST_F(FaceSweep, WhatWasStoppedGoesOnToTheSame) {
    asked_.size = 300;
    face::Options options;
    std::size_t told = 0;
    options.on_progress = [&](face::Progress progress) { told = progress.done; };
    options.stop = [&] { return told > 0; };
    const face::Study stopped = face::sweep(scenario_, file("a"), asked_, options).value();
    EXPECT_GT(stopped.state().value().pending, 0u);
    const face::Study whole = face::sweep(scenario_, file("b"), asked_).value();
    const face::Study on = face::resume(scenario_, file("a")).value();
    EXPECT_EQ(on.state().value().pending, 0u);
    EXPECT_EQ(on.state().value().content, whole.state().value().content);
    EXPECT_EQ(face::resume(scenario_, file("a"), {false, 212}).value().points(), 512u);
}

TEST_F(FaceSweep, SensitivityAndRobustness) {
    asked_.size = 64;
    const face::Study study = face::sweep(scenario_, file("a"), asked_).value();
    const face::Sensitivity found = study.sensitivity("decided.primary", "now").value();
    ASSERT_EQ(found.numbers.size(), 2u);
    ASSERT_TRUE(found.numbers[0].first);
    EXPECT_GT(found.numbers[0].first->value, 0.5);  // of the amount hangs most
    EXPECT_FALSE(found.numbers[0].shapley_effect);
    EXPECT_NE(found.printed.json().find("\"numbers\""), std::string::npos);
    const face::Robust robust =
        study.robust("decided.primary >= " + std::to_string(found.mean), "now").value();
    EXPECT_GT(robust.holds, 0.2);
    EXPECT_LT(robust.holds, 0.8);
    ASSERT_FALSE(robust.sides.empty());
    EXPECT_EQ(robust.sides[0].number, "funds.local.amount");
    EXPECT_TRUE(robust.sides[0].low);
    EXPECT_FALSE(static_cast<bool>(study.robust("no condition")));
    EXPECT_FALSE(static_cast<bool>(study.sensitivity("no such measure")));
}

TEST_F(FaceSweep, TroubleIsAValue) {
    ASSERT_TRUE(static_cast<bool>(face::sweep(scenario_, file("a"), asked_)));
    const auto fault = [](const auto& result) {
        EXPECT_FALSE(static_cast<bool>(result));
        return result ? Fault::scenario : result.problems()[0].fault;
    };
    EXPECT_EQ(fault(face::sweep(scenario_, file("a"), asked_)), Fault::machine);
    EXPECT_EQ(fault(face::open_study(file("nowhere"))), Fault::machine);
    EXPECT_EQ(fault(face::resume(small({{"replicates", "21"}}), file("a"))), Fault::request);
    asked_.design = "no such design";
    EXPECT_EQ(fault(face::sweep(scenario_, file("b"), asked_)), Fault::request);
    EXPECT_FALSE(std::filesystem::exists(file("b")));
    asked_.design = "table";
    EXPECT_EQ(fault(face::sweep(scenario_, file("b"), asked_)), Fault::request);
    asked_.table = {1, 0.5, 2, 0.6};
    asked_.vary = {{"funds.local.amount", {}, false}, {"funds.local.inertia", {}, false}};
    EXPECT_EQ(face::sweep(scenario_, file("b"), asked_).value().values().value().numbers, asked_.table);
}

}  // namespace
}  // namespace clout
