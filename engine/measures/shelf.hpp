// The shelf of measures. A new one is one file beside this one and one name in this list.
#pragma once

#include <string>

#include "engine/base/type_list.hpp"
#include "engine/measures/agreed.hpp"
#include "engine/measures/closed.hpp"
#include "engine/measures/controlled.hpp"
#include "engine/measures/decided.hpp"
#include "engine/measures/goodwill.hpp"
#include "engine/measures/granted.hpp"
#include "engine/measures/hhi_controlled.hpp"
#include "engine/measures/hhi_influence.hpp"
#include "engine/measures/imposed.hpp"
#include "engine/measures/independent.hpp"
#include "engine/measures/independent_decided.hpp"
#include "engine/measures/influence.hpp"
#include "engine/measures/lapsed.hpp"
#include "engine/measures/per_patient.hpp"
#include "engine/measures/received.hpp"
#include "engine/measures/share.hpp"
#include "engine/measures/share_of_fund.hpp"
#include "engine/measures/taken_over.hpp"
#include "engine/measures/unspent.hpp"
#include "engine/measures/uptake.hpp"

namespace clout {

using Measures =
    TypeList<ShareOfMoney, DecidedMoney, ReceivedMoney, PoundsPerPatient, Influence, Uptake, LapsedMoney,
             Agreed, Independent, ControlledMoney, IndependentMoney, Imposed, TakenOver, Closed, UnspentMoney,
             GrantedMoney, Goodwill, InfluenceConcentration, ControlConcentration, ShareOfFund>;

// Whether a measure is read fund by fund, too.
template <class M>
inline constexpr bool kReadByFund = requires {
    M::kByFund;
};

// Whether a measure is how things stand when a year ends; else it is the mean over the year's rounds.
template <class M>
inline constexpr bool kCountedAtYearsEnd = requires {
    M::kAtYearsEnd;
};

// The name of a measure of one sector: "share.acute".
template <class M>
[[nodiscard]] std::string of_sector(const std::string& sector) {
    static_assert(M::kBySector);
    return std::string(M::kName) + '.' + sector;
}

}  // namespace clout
