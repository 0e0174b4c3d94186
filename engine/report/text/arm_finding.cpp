#include "engine/report/text/arm_finding.hpp"

#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/language/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace clout {
namespace {

constexpr std::size_t kMovedFirst = 3;  // [measures] named in the finding itself
constexpr std::size_t kMovedMore = 4;   // [measures] named below it
constexpr double kBarely = 0.01;        // [part of all its money] what "barely moves" may mean at most

struct Size {  // how the difference is put: £ a patient where it can be, else £m or £ thousand
    const Difference* difference;
    Manner manner;
    const char* per;
};

Size size_of(const Headline& headline) {
    const double money = headline.money.summary.mean;
    return headline.per_patient ? Size{&*headline.per_patient, Manner::pounds, " a patient a year"}
                                : Size{&headline.money, sized(Manner::million_pounds, money), " a year"};
}

std::string put(double value, const Size& size) {
    return change(value, size.manner, decimals_for(value, size.manner));
}

// To two digits, upwards.
std::size_t round_up(double count) {
    double unit = 1;
    while (count / unit > 100) unit *= 10;
    return static_cast<std::size_t>(std::ceil(count / unit) * unit);
}

std::string how_much(const Headline& headline) {
    const Size size = size_of(headline);
    const Summary& s = size.difference->summary;
    std::string text = put(s.mean, size) + size.per;
    if (s.has_range()) {
        text += fmt::format(", from {} in 90 % of futures",
                            change_range(s.p05, s.p95, size.manner, decimals_for(s.mean, size.manner)));
    }
    if (s.without > 0) {
        text += fmt::format(" ({} without a value left out)", futures(s.without));
    }
    if (headline.per_patient) {
        text += fmt::format("; {} a year", pounds_change(headline.money.summary.mean));
    }
    if (headline.share && !headline.in_all) {
        text += fmt::format("; {} of the contested money (from {} to {})",
                            change(headline.share->summary.mean, Manner::part, 1),
                            level(headline.share_baseline, Manner::part, 1),
                            level(headline.share_baseline + headline.share->summary.mean, Manner::part, 1));
    }
    if (std::isfinite(headline.relative()) && !headline.in_all) {
        text += fmt::format("; {} of its own contested money", signed_percent(headline.relative(), 1));
    }
    return text;
}

std::string how_often(const Headline& headline, const Comparison& comparison) {
    return fmt::format(
        "gains in {} futures, about the same in {} (within ±{} a year, {:g} % of its contested money), "
        "loses in {}",
        count_of(headline.more, comparison.replicates), grouped(std::uint64_t{headline.same}),
        pounds(headline.band), 100 * kEquivalence, grouped(std::uint64_t{headline.less}));
}

// From which year on it is what it is in the last.
std::string since_when(const Headline& headline, const Provenance& provenance) {
    const std::size_t years = headline.by_year.size(), since = headline.since();
    const bool beyond = headline.verdict == Verdict::gains || headline.verdict == Verdict::loses;
    if (beyond) {
        return since == 1 ? "beyond the band in every year"
                          : "beyond the band from " + year_words(provenance, since, years) + " on";
    }
    std::size_t others = 0, last = 0;
    for (std::size_t year = 0; year < years; ++year) {
        if (headline.by_year[year] != Verdict::gains && headline.by_year[year] != Verdict::loses) continue;
        ++others;
        last = year + 1;
    }
    return others == 0
               ? "beyond the band in no year"
               : fmt::format("beyond the band in {} of {} years, last in year {}", others, years, last);
}

// What the standard error of the mean says of more futures.
std::string how_sure(const Headline& headline) {
    constexpr double kMany = 1e6;
    const Size size = size_of(headline);
    const Summary& s = size.difference->summary;
    const double reach = 2 * size.difference->se;
    if (!std::isfinite(reach)) {
        return "one future tells nothing of how sure it is";
    }
    const std::string error = level(reach, size.manner, std::max(2, decimals_for(reach, size.manner)));
    const bool shown = error.find_first_of("123456789") != std::string::npos;
    const std::string known =
        "the mean is known to " + (shown ? "±" + error : std::string("the last digit that is shown"));
    if (headline.verdict != Verdict::unclear) {
        return known + ": more futures would not change the finding";
    }
    // In futures: its reach shrinks with their root until it is less than what lies between mean and band.
    const double gap = std::abs(std::abs(headline.money.summary.mean) - headline.band);
    const double ratio = 2 * headline.money.se / gap;
    const double needed = static_cast<double>(s.futures) * ratio * ratio;
    return known + (needed < kMany ? fmt::format(": some {} would tell, if the mean stays where it is",
                                                 futures(round_up(needed)))
                                   : ": the mean lies on the edge of the band, and more futures would "
                                     "hardly tell");
}

std::string in_all(const Headline& headline) {
    const double part = headline.received_change / headline.received_baseline;
    const double safe = headline.received_baseline - headline.decided_baseline;
    std::string text = fmt::format("its money from all funds {} ({} of {} a year)",
                                   std::abs(part) <= kBarely ? "barely moves" : "moves",
                                   signed_percent(part, 1), pounds(headline.received_baseline));
    if (headline.in_all) {
        return text +
               fmt::format(
                   ": this arm moves the border between protected money ({} a year) and contested money "
                   "({}), so the finding is about both together",
                   pounds_change(headline.received_change - headline.decided_change),
                   pounds_change(headline.decided_change));
    }
    return safe > 0 ? text + fmt::format(": {} of it is protected and not up for negotiation", pounds(safe))
                    : text;
}

// "still independent (44.0 to 18.2)".
std::string moved_words(const Moved& moved, const Provenance& provenance) {
    const auto [what, sector] = split_measure(moved.measure);
    const Manner manner =
        sized(manner_of(moved.unit), std::max(std::abs(moved.baseline), std::abs(moved.arm)));
    const int decimals = decimals_for(std::max(std::abs(moved.baseline), std::abs(moved.arm)), manner);
    std::string words = mid_sentence(measure_words(what));
    if (!sector.empty() && sector != provenance.focus) {
        words = owners(mid_sentence(provenance.label(std::string(sector)))) + ' ' + words;
    }
    return fmt::format("{} ({} to {})", words, level(moved.baseline, manner, decimals),
                       level(moved.arm, manner, decimals));
}

std::string moved_list(std::span<const Moved> moved, const Provenance& provenance) {
    std::vector<std::string> words;
    for (const Moved& each : moved) {
        words.push_back(moved_words(each, provenance));
    }
    return and_list(words);
}

}  // namespace

std::string headline_sentence(const Headline& headline, const ArmComparison& arm,
                              const Provenance& provenance) {
    const std::string who = mid_sentence(provenance.label(provenance.focus));
    const Size size = size_of(headline);
    const double mean = size.difference->summary.mean;
    const int decimals = decimals_for(mean, size.manner);
    const std::string amount = level(std::abs(mean), size.manner, decimals) + size.per;
    const char* what = headline.in_all ? "money from all funds" : "contested money";
    switch (headline.verdict) {
        case Verdict::gains:
            return fmt::format("Under \"{}\", {} {} of {}.", arm.label, with_verb(who, "gains", "gain"),
                               amount, what);
        case Verdict::loses:
            return fmt::format("Under \"{}\", {} {} of {}.", arm.label, with_verb(who, "loses", "lose"),
                               amount, what);
        case Verdict::about_the_same:
            return fmt::format("Under \"{}\", {} about the same {} ({}{}).", arm.label,
                               with_verb(who, "gets", "get"), what, put(mean, size), size.per);
        case Verdict::unclear: break;
    }
    return fmt::format("Under \"{}\", {} cannot tell whether {} or about the same {} ({}{} on average).",
                       arm.label, futures(headline.more + headline.same + headline.less),
                       with_verb(who, "gains, loses or gets", "gain, lose or get"), what, put(mean, size),
                       size.per);
}

std::string arm_finding(const Headline& headline, std::size_t row, const Comparison& comparison,
                        const Provenance& provenance, const Style& style) {
    const ArmComparison& arm = comparison.arms[row];
    const std::vector<Moved> moved = what_moved(comparison, row, provenance.focus);
    const auto first = std::span(moved).first(std::min(kMovedFirst, moved.size()));
    const auto rest =
        std::span(moved).subspan(first.size(), std::min(kMovedMore, moved.size() - first.size()));
    std::string found = headline_sentence(headline, arm, provenance);
    if (!first.empty()) {
        found += " Beyond its band moved, too: " + moved_list(first, provenance) + ".";
    }
    std::string text = bold(paragraph("", 0, found, style), style);
    text += paragraph("  How much", kIndent, how_much(headline), style);
    text += paragraph("  How often", kIndent, how_often(headline, comparison), style);
    text += paragraph("  How sure", kIndent, how_sure(headline), style);
    text += paragraph("  Since when", kIndent, since_when(headline, provenance), style);
    if (!rest.empty()) {
        text += paragraph("  Moved too", kIndent, moved_list(rest, provenance), style);
    }
    if (headline.received_baseline > 0) {
        text += paragraph("  In all", kIndent, in_all(headline), style);
    }
    return text + "\n";
}

std::string moved_most(const Comparison& comparison, std::size_t row, const Provenance& provenance) {
    const std::vector<Moved> moved = what_moved(comparison, row, provenance.focus);
    return moved.empty() ? std::string() : moved_words(moved.front(), provenance);
}

}  // namespace clout
