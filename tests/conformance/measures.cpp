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
const YearView kYear{kShare, kDecided, kReceived, kInfluence, kUptake, kCount, 0.4, 0.9, 200'000};

TEST(EveryMeasure, HasANameAndAUnitOfItsOwn) {
    std::set<std::string> names;
    Measures::each([&]<class M>() {
        EXPECT_FALSE(M::kName.empty());
        EXPECT_FALSE(M::kUnit.empty());
        EXPECT_TRUE(names.insert(std::string(M::kName)).second) << M::kName;
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
