#include "engine/report/text/negotiation.hpp"

#include "engine/run/watch/trace.hpp"
#include "engine/scenario/scenario.hpp"

#include <gtest/gtest.h>

namespace clout {
namespace {

class NegotiationTest : public testing::Test {
protected:
    void SetUp() override {
        scenario_.programmes = {{"access", {"GP access", "", ""}, {}}, {"urgent", {}, {}}};
        scenario_.sectors.resize(2);
        scenario_.sectors[0].name = "gp";
        scenario_.sectors[0].caption.label = "General practice";
        scenario_.sectors[1].name = "acute";
        scenario_.focus = SectorId(0);
        scenario_.funds.resize(1);
        scenario_.funds[0].name = "local";
        RoundTrace round;
        round.share = {0.2, 0.8};
        round.decided = round.received = {2, 8};
        round.uptake = {0.5, 1};
        round.imposed = {SectorId(0)};
        round.boards = {
            {FundId(0), PlaceId(), {{"small", 0.1}, {"large", 0.9}}, false, 0.1, 0.8, {0.25, 0.75}}};
        trace_ = {{round}, {{0.3, 0.6, 0.1}}};
        provenance_.title = "An area";
    }
    [[nodiscard]] std::string text(std::optional<std::uint64_t> replicate) const {
        return negotiation_text(trace_, scenario_, provenance_, "As it is", replicate, Style{});
    }
    Scenario scenario_;
    Trace trace_;
    Provenance provenance_;
};

TEST_F(NegotiationTest, TellsWhoSatWhetherTheyAgreedAndWhereMoneyWent) {
    const std::string told = text(3);
    EXPECT_NE(told.find("local: no agreement"), std::string::npos) << told;
    EXPECT_NE(told.find("large 90.0 %, small 10.0 %"), std::string::npos);
    EXPECT_NE(told.find("urgent 75.0 %, GP access 25.0 %"), std::string::npos);
    EXPECT_NE(told.find("imposes on general practice"), std::string::npos);
    EXPECT_NE(told.find("Replicate 3"), std::string::npos);
    EXPECT_NE(told.find("what stood before (leanings) 10.0 %"), std::string::npos);
}

TEST_F(NegotiationTest, NeitherOneFutureNorTheMedianPathIsAFinding) {
    EXPECT_NE(text(3).find("no finding"), std::string::npos);
    EXPECT_NE(text(std::nullopt).find("no finding"), std::string::npos);
    EXPECT_NE(text(std::nullopt).find("median path"), std::string::npos);
}

}  // namespace
}  // namespace clout
