// The shelf of measures. A new one is one file beside this one and one name in this list.
#pragma once

#include <string>

#include "engine/base/type_list.hpp"
#include "engine/measures/agreed.hpp"
#include "engine/measures/decided.hpp"
#include "engine/measures/independent.hpp"
#include "engine/measures/influence.hpp"
#include "engine/measures/lapsed.hpp"
#include "engine/measures/per_patient.hpp"
#include "engine/measures/received.hpp"
#include "engine/measures/share.hpp"
#include "engine/measures/uptake.hpp"

namespace clout {

using Measures = TypeList<ShareOfMoney, DecidedMoney, ReceivedMoney, PoundsPerPatient, Influence, Uptake,
                          LapsedMoney, Agreed, Independent>;

// The name of a measure of one sector: "share.acute".
template <class M>
[[nodiscard]] std::string of_sector(const std::string& sector) {
    static_assert(M::kBySector);
    return std::string(M::kName) + '.' + sector;
}

}  // namespace clout
