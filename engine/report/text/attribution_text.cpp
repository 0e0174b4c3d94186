#include "engine/report/text/attribution_text.hpp"

#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/language/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace clout {
namespace {

constexpr std::size_t kBar = 18;       // [columns] of the longest bar
constexpr double kThreeDigits = 100;   // below, a figure written without its point has fewer than three
constexpr std::size_t kPairs = 3;      // pairs named at most
constexpr double kWorthNaming = 0.05;  // [of the largest part] a pair's interaction below is not named

struct ChangeDigits {  // how this measure's differences are put
    Manner manner;
    int decimals;

    [[nodiscard]] std::string operator()(double value) const { return change(value, manner, decimals); }
    // Parts without the word "points", for a column beside one with it.
    [[nodiscard]] std::string bare(double value) const {
        return manner == Manner::part ? change(100 * value, Manner::number, decimals) : (*this)(value);
    }
};

// Of the largest figure that is shown, so that all have the same digits and visibly sum.
ChangeDigits scale_of(const Attribution& attribution) {
    const double size = std::max(std::abs(attribution.total.summary.mean), attribution.largest_part());
    const Manner manner = sized(manner_of(attribution.measure.unit), size);
    const int usual = decimals_for(size, manner);
    const double unit = manner == Manner::part ? 100 : manner == Manner::thousand_pounds ? 1000 : 1;
    const double shown = unit * size * std::pow(10.0, usual);
    return {manner, usual + (size > 0 && shown < kThreeDigits ? 1 : 0)};
}

// "General practice: contested £ a patient".
std::string measure_of(const Attribution& attribution, const Provenance& provenance) {
    const auto [what, sector] = split_measure(attribution.measure.name);
    const std::string words = measure_words(what);
    return sector.empty() ? words : provenance.label(std::string(sector)) + ": " + mid_sentence(words);
}

bool told_apart(const AttributedPart& part) {
    const double se = std::hypot(part.effect.se, part.order_se);
    return std::abs(part.effect.summary.mean) > 2 * se;
}

// As it stands in a sentence.
std::string named(const Part& part) {
    switch (part.what) {
        case Part::What::lever: return "\"" + part.label + "\"";
        case Part::What::lever_dropped: return "dropping \"" + part.label + "\"";
        case Part::What::changes: return "the other changes of \"" + part.label + "\"";
        case Part::What::changes_dropped: break;
    }
    return "dropping the changes of \"" + part.label + "\"";
}

std::string labels_where(const Attribution& attribution,
                         const std::function<bool(const AttributedPart&)>& chosen) {
    std::vector<std::string> labels;
    for (const AttributedPart& part : attribution.parts) {
        if (chosen(part)) {
            labels.push_back(named(part.part));
        }
    }
    return and_list(labels);
}

std::string total_sentence(const Attribution& a, const Provenance& provenance, const ChangeDigits& scale) {
    const Summary& s = a.total.summary;
    std::string text = fmt::format("{}, {}: {} from \"{}\" ({}) to \"{}\" ({})", measure_of(a, provenance),
                                   year_words(provenance, a.years, a.years), scale(s.mean), a.from_label,
                                   level(a.from_mean, scale.manner, scale.decimals), a.to_label,
                                   level(a.to_mean, scale.manner, scale.decimals));
    if (provenance.stochastic && s.has_range()) {
        text +=
            fmt::format(", {} in 90 % of futures", change_range(s.p05, s.p95, scale.manner, scale.decimals));
    }
    if (s.without + a.without > 0) {
        text += fmt::format(" ({} without a value left out)", futures(s.without + a.without));
    }
    return text + ".";
}

std::string leading_sentence(const Attribution& a, const ChangeDigits& scale) {
    const auto smaller = [](const AttributedPart& x, const AttributedPart& y) {
        return std::abs(x.effect.summary.mean) < std::abs(y.effect.summary.mean);
    };
    const AttributedPart& first = *std::max_element(a.parts.begin(), a.parts.end(), smaller);
    if (!told_apart(first)) {
        return "No part can be told from nothing in these futures.";
    }
    std::string text = fmt::format("The largest part is that of {}: {}.", named(first.part),
                                   scale(first.effect.summary.mean));
    const std::string against = labels_where(a, [&](const AttributedPart& part) {
        return told_apart(part) && part.effect.summary.mean * first.effect.summary.mean < 0;
    });
    return text + (against.empty() ? "" : " Working the other way: " + against + ".");
}

std::string bar(double value, double most) {
    if (value == 0 || !std::isfinite(value) || most == 0) {
        return "";
    }
    const auto length = std::max<long>(1, std::lround(std::abs(value) / most * kBar));
    std::string text;
    for (long i = 0; i < length; ++i) {
        text += value > 0 ? "█" : "░";
    }
    return text;
}

std::string parts_table(const Attribution& a, const ChangeDigits& scale, const Style& style) {
    const bool takes = std::any_of(a.parts.begin(), a.parts.end(),
                                   [](const AttributedPart& part) { return part.effect.summary.mean < 0; });
    TextTable table({{"Lever", Align::left},
                     {"its part"},
                     {takes ? "█ adds, ░ takes" : "", Align::left},
                     {"90 % of\nfutures"},
                     {a.orders > 0 ? "± of the\norders drawn" : ""},
                     {"alone"},
                     {"on top of\nall others"}});
    std::vector<const AttributedPart*> sorted;
    for (const AttributedPart& part : a.parts) {
        sorted.push_back(&part);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto* x, const auto* y) {
        return std::abs(x->effect.summary.mean) > std::abs(y->effect.summary.mean);
    });
    const auto range = [&](const Summary& s) {
        return s.has_range() ? bare_range(s.p05, s.p95, scale.manner, scale.decimals) : "–";
    };
    const auto error = [&](double size) { return level(size, scale.manner, scale.decimals + 1); };
    for (const AttributedPart* part : sorted) {
        const Summary& s = part->effect.summary;
        table.add({part_label(part->part), scale(s.mean), bar(s.mean, a.largest_part()), range(s),
                   a.orders > 0 ? error(2 * part->order_se) : "", scale.bare(part->alone.summary.mean),
                   scale.bare(part->last.summary.mean)});
    }
    table.add({"All together", scale(a.total.summary.mean), "", range(a.total.summary),
               a.orders > 0 ? "0" : "", "", ""});
    return table.text(style) + "\n";
}

// Pairs that do more or less together than apart, as far as these futures tell and it is worth naming.
std::string pairs(const Attribution& a, const ChangeDigits& scale) {
    std::string text;
    std::size_t count = 0;
    for (const Interaction& pair : a.interactions) {
        const double mean = pair.effect.summary.mean;
        const bool clear =
            std::abs(mean) > 2 * pair.effect.se && std::abs(mean) > kWorthNaming * a.largest_part();
        if (!clear || count == kPairs) {
            continue;
        }
        ++count;
        text += fmt::format("{}{} with {} {}", text.empty() ? "" : "; ", named(a.parts[pair.one].part),
                            named(a.parts[pair.other].part), scale(mean));
    }
    return text.empty() ? text : "beyond what each does apart: " + text + ".";
}

std::string how_read(const Attribution& a) {
    std::string text =
        "A lever's part is its Shapley value: the mean of what it adds when levers are pulled one after the "
        "other, "
        "over ";
    text +=
        a.orders == 0
            ? fmt::format("every order; {} combinations played with the same luck, parts sum to the whole.",
                          grouped(std::uint64_t{a.combinations}))
            : fmt::format(
                  "{} orders drawn at random; {} combinations played with the same luck, parts sum "
                  "to the whole. Interactions need all combinations and are not given.",
                  grouped(std::uint64_t{a.orders}), grouped(std::uint64_t{a.combinations}));
    return text +
           " Alone: pulled by itself. It is a division of this difference under these assumptions, not "
           "what each would do elsewhere.";
}

// What sampling orders leaves open, apart from the spread over futures.
std::string order_error(const Attribution& a, const ChangeDigits& scale) {
    if (a.orders == 0) {
        return {};
    }
    const std::string size = level(a.order_error(), scale.manner, scale.decimals + 1);
    const double part = a.order_error() / a.largest_part();
    return a.orders_suffice()
               ? fmt::format(
                     "the orders that were not drawn move no part by more than ±{} (two standard errors), "
                     "{:.1f} % of the largest; the 90 % are the spread over futures, another thing.",
                     size, 100 * part)
               : fmt::format(
                     "NOT SMALL: the orders that were not drawn may move a part by ±{} (two standard "
                     "errors), {:.1f} % of the largest, after the {} that were drawn. Parts nearer to "
                     "each other than that stand in no order.",
                     size, 100 * part, grouped(std::uint64_t{a.orders}));
}

std::string doubts(const Attribution& a) {
    const std::string idle = labels_where(a, [](const AttributedPart& p) { return p.effect.p_equal == 1; });
    const std::string open =
        labels_where(a, [](const AttributedPart& p) { return p.effect.p_equal != 1 && !told_apart(p); });
    std::string text = idle.empty() ? "" : "exactly nothing in any future: " + idle + ".";
    if (!open.empty()) {
        text +=
            std::string(text.empty() ? "" : " ") + "Not told from nothing in these futures: " + open + ".";
    }
    return capitalised(text);
}

}  // namespace

std::string part_label(const Part& part) {
    switch (part.what) {
        case Part::What::lever: return part.label;
        case Part::What::lever_dropped: return "without: " + part.label;
        case Part::What::changes: return "other changes of \"" + part.label + "\"";
        case Part::What::changes_dropped: break;
    }
    return "without the changes of \"" + part.label + "\"";
}

namespace {

// Why there is nothing to tell; empty where there is.
std::string nothing_to_tell(const Attribution& a, const Provenance& provenance) {
    if (a.parts.empty())
        return fmt::format(
            "\"{}\" and \"{}\" pull the same levers and change nothing else: there is no "
            "difference to attribute.",
            a.from_label, a.to_label);
    if (a.replicates == 0)
        return fmt::format("{} has no value in any of {}: there is nothing to attribute.",
                           measure_of(a, provenance), futures(a.without));
    return {};
}

}  // namespace

std::string attribution_text(const Attribution& a, bool about_all_money, const Provenance& provenance,
                             const Style& style) {
    const ChangeDigits scale = scale_of(a);
    std::string text =
        report_header(provenance,
                      fmt::format("{} to {}, the same luck in every combination of levers",
                                  futures(a.replicates), year_words(provenance, a.years, a.years)),
                      style);
    const std::string nothing = nothing_to_tell(a, provenance);
    if (!nothing.empty()) return text + paragraph("", 0, nothing, style);
    std::string found = total_sentence(a, provenance, scale);
    found += provenance.stochastic ? " " + leading_sentence(a, scale) : "";
    text += bold(paragraph("", 0, found, style), style) + "\n" + parts_table(a, scale, style);
    const auto add = [&](const char* lead, const std::string& words) {
        text += words.empty() ? "" : paragraph(lead, kIndent, words, style);
    };
    if (provenance.stochastic) {
        add("Together", pairs(a, scale));
        add("Unclear", doubts(a));
        add("Orders", order_error(a, scale));
    }
    add("Shapley", how_read(a));
    if (about_all_money) {
        add("Measure",
            "this way moves the border between protected and contested money, so the money from all "
            "funds is divided; for contested money alone: --measure decided." +
                provenance.focus + ".");
    }
    return text + beside_finding(provenance, "", style);
}

}  // namespace clout
