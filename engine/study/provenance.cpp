#include "engine/study/provenance.hpp"

#include "engine/scenario/library.hpp"
#include "engine/system/system.hpp"

#include <set>

namespace clout {

const char* version() { return CLOUT_VERSION; }

int results() { return 2; }

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

Assumptions count_assumptions(std::span<const System> arms) {
    std::vector<std::span<const Number>> numbers;
    for (const System& system : arms) {
        numbers.emplace_back(system.numbers);
    }
    return count_assumptions(numbers);
}

std::string Provenance::label(const std::string& sector) const {
    for (const auto& [name, label] : sector_labels) {
        if (name == sector) {
            return label;
        }
    }
    return sector;
}

Provenance provenance_of(const Library& library, std::size_t row) {
    const Scenario& scenario = library.arms[row].scenario;
    Provenance provenance;
    provenance.file = library.file;
    provenance.title = scenario.title.empty() ? library.file : scenario.title;
    provenance.as_at = scenario.as_at;
    provenance.seed = scenario.seed;
    provenance.stochastic = scenario.stochastic;
    provenance.asked = static_cast<std::size_t>(scenario.replicates);
    for (const auto& sector : scenario.sectors) {
        provenance.sector_labels.emplace_back(
            sector.name, sector.caption.label.empty() ? sector.name : sector.caption.label);
    }
    for (const Override& override : library.overrides) {
        if (override.path != "replicates") {  // every report names how many futures it rests on
            provenance.settings.push_back(override.path + "=" + override.value);
        }
    }
    provenance.rounds_per_year = scenario.clock.rounds_per_year;
    provenance.last_rounds = (scenario.clock.rounds - 1) % scenario.clock.rounds_per_year + 1;
    provenance.focus = scenario.sectors[scenario.focus.row()].name;
    return provenance;
}

}  // namespace clout
