// Studies through the public face: plain numbers beside what the program prints.
#include "tests/unit/face/area.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

using namespace desk;

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

TEST(FaceStudies, AComparisonInPlainNumbers) {
    const auto compared = face::compare(small({{"replicates", "40"}}));
    ASSERT_TRUE(static_cast<bool>(compared)) << told(compared.problems());
    const face::Comparison& found = compared.value();
    EXPECT_EQ(found.replicates, 40u);
    EXPECT_EQ(found.asked, 40u);
    EXPECT_EQ(found.years, 2u);
    EXPECT_EQ(found.seed, 7u);
    EXPECT_EQ(found.focus, "primary");
    const face::Measure* now = found.find("now")->find("decided.primary");
    const face::Measure* later = found.find("later")->find("decided.primary");
    ASSERT_TRUE(now && later);
    EXPECT_EQ(found.find("nobody"), nullptr);
    EXPECT_EQ(found.arms[0].find("nothing"), nullptr);
    EXPECT_EQ(now->unit, "£m a year");
    ASSERT_EQ(later->values.size(), 40u);
    EXPECT_NEAR(mean(later->values), later->by_year.back().mean, 1e-12);
    EXPECT_TRUE(now->differences.empty());
    const face::Difference& last = later->differences.back();
    EXPECT_NEAR(last.summary.mean, mean(later->values) - mean(now->values), 1e-12);
    EXPECT_DOUBLE_EQ(last.p_greater + last.p_less + last.p_equal, 1);
    EXPECT_FALSE(found.arms[0].finding);
    ASSERT_TRUE(found.arms[1].finding);
    const face::Finding& finding = *found.arms[1].finding;
    EXPECT_EQ(finding.more + finding.same + finding.less, 40u);
    EXPECT_NE(finding.sentence.find("Later"), std::string::npos);
    EXPECT_NE(found.printed.json().find("\"differences\""), std::string::npos);
    EXPECT_NE(found.printed.text().find("A small area"), std::string::npos);
}

TEST(FaceStudies, ResultsDoNotDependOnOptionsAndOutliveTheScenario) {
    face::Options options;
    options.workers = 3;
    std::size_t seen = 0;
    options.on_progress = [&](face::Progress progress) { seen = progress.done; };
    std::string text;
    face::Comparison found;
    {
        const face::Scenario scenario = small({{"replicates", "40"}});
        text = face::compare(scenario).value().printed.text(80);
        found = face::compare(scenario, {}, options).value();
    }
    EXPECT_GT(seen, 0u);
    EXPECT_EQ(found.printed.text(80), text);
}

TEST(FaceStudies, WhatGoesWrongIsAValue) {
    const face::Scenario scenario = small({{"replicates", "40"}});
    const auto fault = [](const auto& result) {
        EXPECT_FALSE(static_cast<bool>(result));
        return result ? Fault::scenario : result.problems()[0].fault;
    };
    EXPECT_EQ(fault(face::compare(scenario, {"nobody"})), Fault::request);
    EXPECT_EQ(fault(face::run(scenario, "nobody")), Fault::request);
    EXPECT_EQ(fault(face::theories(scenario, {"now"})), Fault::request);
    EXPECT_EQ(fault(face::theories(scenario, {}, {"no such thing"})), Fault::request);
    EXPECT_EQ(fault(face::attribute(scenario, "now", "now")), Fault::request);
    EXPECT_EQ(fault(face::attribute(scenario, "", "", "no such thing")), Fault::request);
    face::Options stopped;
    stopped.stop = [] { return true; };
    EXPECT_EQ(fault(face::compare(scenario, {}, stopped)), Fault::stopped);
    EXPECT_EQ(fault(face::attribute(scenario, "", "", "", stopped)), Fault::stopped);
    face::Options tight;
    tight.memory = 16;
    EXPECT_EQ(fault(face::compare(scenario, {}, tight)), Fault::machine);
    EXPECT_EQ(fault(face::theories(scenario, {}, {}, tight)), Fault::machine);
}

TEST(FaceStudies, OneArmAndOneFuture) {
    const face::Scenario scenario = small({{"replicates", "40"}});
    const face::Comparison one = face::run(scenario, "later").value();
    ASSERT_EQ(one.arms.size(), 1u);
    EXPECT_EQ(one.arms[0].name, "later");
    EXPECT_EQ(one.arms[0].find("share.primary")->values,
              face::compare(scenario).value().find("later")->find("share.primary")->values);
    const face::Future future = face::follow(scenario, "later", 3).value();
    ASSERT_EQ(future.rounds.size(), 8u);
    EXPECT_EQ(future.sectors, (std::vector<std::string>{"primary", "acute"}));
    EXPECT_NEAR(future.rounds[0].share[0] + future.rounds[0].share[1], 1, 1e-12);
    EXPECT_EQ(future.rounds[0].boards[0].fund, "local");
    EXPECT_NEAR(future.rounds[0].boards[0].split[0] + future.rounds[0].boards[0].split[1], 1, 1e-12);
    EXPECT_NE(future.printed.json().find("\"rounds\""), std::string::npos);
    EXPECT_FALSE(future.printed.text().empty());
    EXPECT_NE(face::follow(scenario, "later").value().printed.text(), future.printed.text());
    const face::Printed log = face::chronicle(scenario, "later", 3).value();
    EXPECT_NE(log.json().find("\"event\":\"sitting\""), std::string::npos);
    EXPECT_FALSE(log.text().empty());
}

TEST(FaceStudies, Influence) {
    const face::Influence found = face::influence(small({{"replicates", "20"}})).value();
    double sum = 0;
    for (const face::Author& author : found.sectors) sum += author.part.mean;
    EXPECT_NEAR(sum, 1, 1e-9);
    EXPECT_EQ(found.organisations.size(), 10u);
    EXPECT_FALSE(found.ladder.empty());
    EXPECT_TRUE(found.ladder.back().decision);
    ASSERT_EQ(found.boards.size(), 1u);
    EXPECT_NEAR(found.boards[0].seats[0].votes + found.boards[0].seats[1].votes, 1, 1e-12);
    EXPECT_NE(found.printed.json().find("\"ladder\""), std::string::npos);
    EXPECT_FALSE(found.printed.text().empty());
}

TEST(FaceStudies, TheoriesAndAttribution) {
    const face::Scenario scenario = small({{"replicates", "20"}});
    const face::Theories found = face::theories(scenario, {}, {"nash", "condorcet"}).value();
    ASSERT_EQ(found.theories.size(), 2u);
    EXPECT_EQ(found.theories[1].protocol, "condorcet");
    EXPECT_FALSE(found.theories[0].arms[found.baseline]);
    ASSERT_TRUE(found.theories[0].arms[1]);
    EXPECT_EQ(
        found.theories[0].arms[1]->more + found.theories[0].arms[1]->same + found.theories[0].arms[1]->less,
        20u);
    EXPECT_EQ(found.survival.size(), 2u);
    EXPECT_NE(found.printed.json().find("\"survival\""), std::string::npos);
    const face::Attribution shares = face::attribute(scenario, "", "", "decided.primary").value();
    ASSERT_EQ(shares.parts.size(), 3u);  // two levers and the arm's own changes
    EXPECT_EQ(shares.combinations, 8u);
    EXPECT_EQ(shares.parts[2].what, face::Part::What::changes);
    double sum = 0;
    for (const face::Part& part : shares.parts) sum += part.effect.summary.mean;
    EXPECT_NEAR(sum, shares.total.summary.mean, 1e-9);
    EXPECT_NEAR(shares.to_mean - shares.from_mean, shares.total.summary.mean, 1e-9);
    EXPECT_EQ(shares.unit, "£m a year");
    EXPECT_FALSE(shares.printed.text().empty());
}

TEST(FaceStudies, HypothesesFromMemory) {
    const Memory memory{
        {{"small.yaml", small_text()},
         {"index.yaml",
          "clout: 1\nhypotheses:\n"
          "  - {id: H1, claim: c, source: s, kind: R, file: small.yaml, arm: later, against: now,\n"
          "     measure: decided.primary, expect: more, least: 0}\n"
          "  - {id: H2, claim: c, source: s, kind: T, untestable: of this}\n"}}};
    const auto found = face::hypotheses(memory.source("index.yaml", {{"replicates", "20"}}));
    ASSERT_TRUE(static_cast<bool>(found)) << told(found.problems());
    const face::Hypotheses& suite = found.value();
    ASSERT_EQ(suite.hypotheses.size(), 2u);
    const face::Hypothesis& first = suite.hypotheses[0];
    EXPECT_EQ(first.unit, "£m a year");
    ASSERT_EQ(first.theories.size(), 5u);
    std::size_t holding = 0;
    for (const face::TheoryOutcome& theory : first.theories) {
        EXPECT_DOUBLE_EQ(theory.as_expected, theory.difference.p_greater);
        holding += theory.holds ? 1 : 0;
    }
    EXPECT_EQ(first.ruling, holding == 5   ? face::Ruling::holds
                            : holding == 0 ? face::Ruling::does_not_hold
                                           : face::Ruling::holds_under_some);
    EXPECT_EQ(suite.hypotheses[1].ruling, face::Ruling::not_testable);
    EXPECT_EQ(suite.hypotheses[1].because, "of this");
    EXPECT_NE(suite.printed.json().find("\"counts\""), std::string::npos);
    EXPECT_NE(suite.printed.text().find("not testable here, because of this"), std::string::npos);
    EXPECT_FALSE(static_cast<bool>(face::hypotheses(memory.source("none.yaml"))));
}

TEST(FaceStudies, DifferencesInPlainEnglish) {
    const face::Scenario one = small(), other = small({{"funds.core.amount", "12"}});
    const face::Differences files = face::difference(one, other);
    ASSERT_EQ(files.sections.size(), 1u);
    EXPECT_EQ(files.sections[0].lines.size(), 1u);
    EXPECT_NE(files.printed.text().find("12"), std::string::npos);
    const auto arms = face::difference(one, "now", one, "later");
    ASSERT_TRUE(static_cast<bool>(arms));
    EXPECT_EQ(arms.value().from, "'now'");
    EXPECT_NE(arms.value().printed.json().find("differences"), std::string::npos);
    EXPECT_FALSE(static_cast<bool>(face::difference(one, "now", one, "lter")));
}

}  // namespace
}  // namespace clout
