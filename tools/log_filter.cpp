#include "tools/log_filter.hpp"

#include "engine/base/text.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/study/unknown_name.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace clout {
namespace {

using Years = std::pair<std::uint32_t, std::uint32_t>;  // first and last, from 1; 0 = to the end

std::optional<std::uint32_t> whole(std::string_view text) {
    std::uint32_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool good = read.ec == std::errc{} && read.ptr == text.data() + text.size() && value > 0;
    return good ? std::optional(value) : std::nullopt;
}

std::optional<Years> years_of(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto first = whole(text.substr(0, colon));
    if (!first) return std::nullopt;
    if (colon == std::string_view::npos) return Years{*first, *first};
    const std::string_view end = text.substr(colon + 1);
    if (end.empty()) return Years{*first, 0};
    const auto last = whole(end);
    return last && *last >= *first ? std::optional(Years{*first, *last}) : std::nullopt;
}

// Its row among the names there are.
Result<std::size_t> row_of(const char* what, const std::string& name, const std::vector<std::string>& known) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
        return std::vector{unknown_name(std::string("there is no ") + what + " '" + name + "'", name, known)};
    }
    return static_cast<std::size_t>(found - known.begin());
}

}  // namespace

OptionCheck years_of_log() {
    return [](const std::string& text) {
        return years_of(text) ? std::string() : text + " is no span of years such as 2:5, 2: or 3";
    };
}

Result<ChronicleFilter> log_filter(const Scenario& scenario, const LogPart& part) {
    ChronicleFilter filter;
    if (!part.years.empty()) {
        std::tie(filter.first_year, filter.last_year) = years_of(part.years).value_or(Years{1, 0});
        const auto years = static_cast<std::uint64_t>(std::ceil(scenario.clock.years));
        if (filter.first_year > years) {
            return std::vector{refused_request("--years " + part.years + " begins after the last year",
                                               "the scenario has " + counted(years, "year", "years"))};
        }
    }
    if (!part.place.empty()) {
        const auto row = row_of("place", part.place, scenario.places);
        if (!row) return row.problems();
        filter.place = PlaceId(static_cast<Row>(row.value()));
    }
    if (!part.sector.empty()) {
        std::vector<std::string> names;
        for (const auto& sector : scenario.sectors) names.push_back(sector.name);
        const auto row = row_of("sector", part.sector, names);
        if (!row) return row.problems();
        filter.sector = SectorId(static_cast<Row>(row.value()));
    }
    return filter;
}

}  // namespace clout
