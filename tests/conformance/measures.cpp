// One suite that every member of the shelf of measures passes.
#include "engine/measures/shelf.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace clout {
namespace {

const std::vector<double> kShare{0.2, 0.8}, kDecided{2, 8}, kReceived{12, 8}, kInfluence{0.3, 0.6},
    kUptake{0.7, 1}, kCount{40, 3};
const std::vector<double> kImposed{0.25, 0}, kControlled{1.5, 8.5}, kOwn{1.5, 8}, kTakenOver{2, 0},
    kClosed{3, 1};

YearView year() {
    YearView view;
    view.share = kShare;
    view.decided = kDecided;
    view.received = kReceived;
    view.influence = kInfluence;
    view.uptake = kUptake;
    view.independent = kCount;
    view.imposed = kImposed;
    view.controlled = kControlled;
    view.independent_decided = kOwn;
    view.taken_over = kTakenOver;
    view.closed = kClosed;
    view.share_of_fund = kShare;
    view.lapsed = 0.4;
    view.agreed = 0.9;
    view.patients = 200'000;
    return view;
}

const YearView kYear = year();

TEST(EveryMeasure, HasANameAndAUnitOfItsOwn) {
    std::set<std::string> names;
    Measures::each([&]<class M>() {
        EXPECT_FALSE(M::kName.empty());
        EXPECT_FALSE(M::kUnit.empty());
        // A share of one fund is named after the share of all: the fund's name makes the difference.
        EXPECT_TRUE(names.insert(std::string(M::kName) + (kReadByFund<M> ? ".fund" : "")).second) << M::kName;
    });
    EXPECT_EQ(names.size(), Measures::size);
}

TEST(EveryMeasure, ReadsTheSectorAsked) {
    Measures::each([&]<class M>() {
        if (M::kBySector) {
            EXPECT_NE(M::of(kYear, 0), M::of(kYear, 1)) << M::kName;
        } else {
            EXPECT_EQ(M::of(kYear, 0), M::of(kYear, 1)) << M::kName;
        }
    });
}

TEST(PoundsPerPatient, DividesDecidedMoneyByAllPatients) {
    EXPECT_DOUBLE_EQ(PoundsPerPatient::of(kYear, 0), 10.0);
}

}  // namespace
}  // namespace clout
