#include "engine/study/provenance.hpp"

#include <set>

namespace clout {

const char* version() { return CLOUT_VERSION; }

Assumptions count_assumptions(std::span<const std::span<const Number>> arms) {
    Assumptions result;
    std::set<std::string> seen;
    for (const auto& numbers : arms) {
        for (const Number& number : numbers) {
            if (number.path.empty() || number.basis == Basis::standard || !seen.insert(number.path).second) {
                continue;
            }
            switch (number.basis) {
                case Basis::unstated: ++result.unstated; break;
                case Basis::illustrative: ++result.illustrative; break;
                case Basis::calibrated: ++result.calibrated; break;
                case Basis::observed: ++result.observed; break;
                case Basis::standard: break;
            }
            result.uncertain += number.uncertain() ? 1 : 0;
        }
    }
    return result;
}

std::string Provenance::label(const std::string& sector) const {
    for (const auto& [name, label] : sector_labels) {
        if (name == sector) {
            return label;
        }
    }
    return sector;
}

}  // namespace clout
