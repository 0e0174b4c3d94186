#include "engine/report/text/drivers_text.hpp"

#include "engine/base/text.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr std::size_t kRows = 20;          // drivers shown at most
constexpr double kPairWorthNaming = 0.01;  // [share of the variance]
constexpr std::size_t kPairsNamed = 3;

// An estimate below 0 is one of 0, and one above 1 of all.
std::string share_percent(double share) { return percent(std::clamp(share, 0.0, 1.0)); }
std::string bounds(const Estimate& share) {
    return grouped(std::clamp(100 * share.low, 0.0, 100.0), 1) + " to " +
           grouped(std::clamp(100 * share.high, 0.0, 100.0), 1);
}

std::vector<const Driver*> sorted(const Drivers& drivers) {
    std::vector<const Driver*> rows;
    for (const Driver& driver : drivers.drivers) rows.push_back(&driver);
    const auto size = [&](const Driver* d) {
        return drivers.believed ? std::max(d->total.value, d->first.share.value) : d->first.share.value;
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const Driver* a, const Driver* b) { return size(a) > size(b); });
    return rows;
}

// Whether a driver can be told from nothing, by itself or together with others.
bool tells(const Drivers& drivers, const Driver& driver) {
    return driver.first.distinct || (drivers.believed && driver.total.low > 0);
}

std::string found_sentence(const Drivers& drivers, const ArmLabels& arms, const Provenance& provenance) {
    const Manner manner = manner_of(drivers.unit);
    const int decimals = decimals_for(std::max(std::abs(drivers.mean), drivers.sd), manner);
    std::string text = figure_words(drivers.figure.measure, provenance);
    text += drivers.figure.paired
                ? fmt::format(", \"{}\" against \"{}\", year {}: {} on average", arms.to, arms.from,
                              drivers.years, change(drivers.mean, manner, decimals))
                : fmt::format(" in \"{}\", year {}: {} on average", arms.to, drivers.years,
                              level(drivers.mean, manner, decimals));
    text += fmt::format(", with a standard deviation of {} from future to future.",
                        distance(drivers.sd, manner, decimals));
    const auto rows = sorted(drivers);
    std::vector<std::string> leaders;
    for (const Driver* driver : rows)
        if (tells(drivers, *driver) && leaders.size() < 3) leaders.push_back(driver->factor.name);
    if (!(drivers.sd > 0)) return text + " Nothing moves it.";
    return text + (leaders.empty() ? " No uncertain number can be told from having no part in that."
                                   : " It hangs most on " + and_list(leaders) + ".");
}

std::string table_of(const Drivers& drivers, const Style& style) {
    const Manner manner = manner_of(drivers.unit);
    std::vector<Column> columns{
        {"Uncertain number", Align::left}, {"share of\nthe spread"}, {"95 % interval"}};
    if (drivers.believed) columns.push_back({"with what it\ndoes together"});
    columns.push_back({"where it is in its\nlowest, highest fifth"});
    TextTable table(std::move(columns));
    std::size_t shown = 0;
    for (const Driver* driver : sorted(drivers)) {
        if (!tells(drivers, *driver) || shown++ == kRows) continue;
        std::vector<std::string> cells{driver->factor.name, share_percent(driver->first.share.value),
                                       bounds(driver->first.share)};
        if (drivers.believed) cells.push_back(share_percent(driver->total.value));
        const int decimals =
            decimals_for(std::max(std::abs(driver->means.low), std::abs(driver->means.high)), manner) + 1;
        const auto put = [&](double value) {
            return drivers.figure.paired ? change(value, manner, decimals) : level(value, manner, decimals);
        };
        cells.push_back(put(driver->means.low) + ", " + put(driver->means.high));
        table.add(std::move(cells));
    }
    return table.empty() ? "" : table.text(style) + "\n";
}

std::string dead_words(const Drivers& drivers) {
    std::vector<std::string> names;
    for (const Driver& driver : drivers.drivers)
        if (!tells(drivers, driver)) names.push_back(driver.factor.name);
    if (names.empty()) return {};
    const std::size_t all = names.size();
    if (all > 6) {
        names.resize(6);
        names.push_back(std::to_string(all - 6) + " more");
    }
    return "not distinguishable from 0 in these futures: " + and_list(names) + ".";
}

std::string chance_words(const Drivers& drivers) {
    if (!drivers.chance)
        return "how much of the spread is chance while futures are played was not asked (--quick); it is "
               "part of "
               "what the shares leave over.";
    const ChanceShare& chance = *drivers.chance;
    return fmt::format(
        "{} of the spread is left once the numbers are known: it comes by chance while a future is played. "
        "{} is "
        "left once all of that chance is known. {} ensembles were played: the file's luck, other luck with "
        "the "
        "same numbers, other numbers with the same luck.",
        share_words(chance.chance), share_words(chance.numbers), drivers.ensembles);
}

std::string together_words(const Drivers& drivers) {
    if (!drivers.chaos || drivers.drivers.empty()) return {};
    const double ceiling = 1 - drivers.chance->chance.value, q2 = drivers.chaos->q2;
    if (!drivers.believed)
        return fmt::format(
            "not told. A polynomial of these numbers foretells {} of the spread, where all that is "
            "not chance is {}: it would have to foretell 95 % of that before totals and pairs could "
            "be read off it. A sweep with --design jansen or shapley asks for them directly.",
            share_percent(q2), share_percent(ceiling));
    std::string text = fmt::format("read off a polynomial that foretells {} of the spread, of at most {}.",
                                   share_percent(q2), share_percent(ceiling));
    std::size_t shown = 0;
    for (const PairShare& pair : drivers.chaos->pairs) {
        if (pair.share.low <= 0 || pair.share.value < kPairWorthNaming || shown++ == kPairsNamed) continue;
        text += fmt::format(" {} with {}: {}.", drivers.drivers[pair.one].factor.name,
                            drivers.drivers[pair.other].factor.name, share_words(pair.share));
    }
    return text + (shown == 0 ? " No two numbers do anything together that is worth naming." : "");
}

}  // namespace

std::string share_words(const Estimate& share) {
    return share_percent(share.value) + " (" + bounds(share) + ")";
}

std::string figure_words(const std::string& measure, const Provenance& provenance) {
    const auto [what, sector] = split_measure(measure);
    const std::string words = measure_words(what);
    return sector.empty() ? words : provenance.label(std::string(sector)) + ": " + mid_sentence(words);
}

std::string drivers_text(const Drivers& drivers, const ArmLabels& arms, const Provenance& provenance,
                         const Style& style) {
    std::string text = report_header(
        provenance, fmt::format("{} to year {}", futures(drivers.replicates), drivers.years), style);
    if (drivers.drivers.empty()) {
        return text +
               paragraph("", 0, "No number of these arms is uncertain: all of the spread is chance.", style);
    }
    text += bold(paragraph("", 0, found_sentence(drivers, arms, provenance), style), style) + "\n" +
            table_of(drivers, style);
    const auto add = [&](const char* lead, const std::string& words) {
        text += words.empty() ? "" : paragraph(lead, kIndent, words, style);
    };
    add("Others", dead_words(drivers));
    add("Chance", chance_words(drivers));
    add("Together", together_words(drivers));
    add("Shares",
        "the part of the variance that goes away, on average, once the number is known (a correlation ratio "
        "by "
        "classes, corrected for chance). Shares say what these assumed ranges do, not what matters "
        "elsewhere.");
    return text + beside_finding(provenance, "", style);
}

}  // namespace clout
