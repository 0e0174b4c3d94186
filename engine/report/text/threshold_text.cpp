#include "engine/report/text/threshold_text.hpp"

#include "engine/report/text/drivers_text.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/report_header.hpp"
#include "engine/report/text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

// How the figure and the varied number are put.
struct Scales {
    const ThresholdStudy& study;
    Manner manner;
    int decimals, at_decimals;

    [[nodiscard]] std::string figure(double value) const {
        return study.condition.figure.paired ? change(value, manner, decimals)
                                             : level(value, manner, decimals);
    }
    [[nodiscard]] std::string at(double value) const { return grouped(value, at_decimals); }
};

Scales scales_of(const ThresholdStudy& study) {
    const Manner manner = manner_of(study.unit);
    double size = std::abs(study.condition.level);
    if (study.crossing)
        for (const Rung& rung : study.crossing->rungs) size = std::max(size, std::abs(rung.mean));
    const double range = study.varied[0].range[1] - study.varied[0].range[0];
    const int digits = static_cast<int>(std::ceil(3 - std::log10(range)));
    return {study, manner, decimals_for(size, manner) + 1, std::clamp(digits, 0, 12)};
}

std::string what(const ThresholdStudy& study, const Scales& scales) {
    const Condition& condition = study.condition;
    const std::string words = figure_words(condition.figure.measure, study.provenance);
    const std::string where = condition.figure.paired
                                  ? fmt::format("\"{}\" against \"{}\"", study.to.label, study.from.label)
                                  : fmt::format("in \"{}\"", study.to.label);
    return fmt::format("{}, {}, year {}, is {} {} on average", words, where, study.years,
                       condition.at_least ? "at least" : "at most", scales.figure(condition.level));
}

std::string interval(const Crossing& found, const Scales& scales) {
    if (found.low_open && found.high_open)
        return "These futures do not tell where: the 95 % interval is open on both sides of the range.";
    return fmt::format("95 % interval: {} to {}{}.",
                       found.low_open ? "below " + scales.at(found.low) : scales.at(found.low),
                       found.high_open ? "beyond " + scales.at(found.high) : scales.at(found.high),
                       found.low_open || found.high_open ? ", open at the end of the range" : "");
}

std::string found_sentence(const ThresholdStudy& study, const Scales& scales) {
    const Crossing& found = *study.crossing;
    const Varied& varied = study.varied[0];
    const std::string range =
        fmt::format("between {} and {}", scales.at(varied.range[0]), scales.at(varied.range[1]));
    const std::string text = what(study, scales);
    switch (found.kind) {
        case Crossing::Kind::from_here_on:
            return fmt::format("{} where {} is {} or more. {}", text, varied.path, scales.at(found.at),
                               interval(found, scales));
        case Crossing::Kind::up_to_here:
            return fmt::format("{} where {} is {} or less. {}", text, varied.path, scales.at(found.at),
                               interval(found, scales));
        case Crossing::Kind::everywhere:
            return fmt::format("{} for every {} {}: there is no threshold in this range.", text, varied.path,
                               range);
        case Crossing::Kind::nowhere: break;
        case Crossing::Kind::stopped: return "Stopped.";
    }
    const auto nearest =
        std::min_element(found.rungs.begin(), found.rungs.end(), [&](const Rung& a, const Rung& b) {
            return std::abs(a.mean - study.condition.level) < std::abs(b.mean - study.condition.level);
        });
    return fmt::format("Not reached in this range: {} for no {} {}. It comes nearest at {}, with {}.", text,
                       varied.path, range, scales.at(nearest->at), scales.figure(nearest->mean));
}

std::string shape_words(const ThresholdStudy& study, const Scales& scales) {
    const Crossing& found = *study.crossing;
    std::string text;
    if (found.evenly) {
        const Rung &first = found.rungs.front(), &last = found.rungs.back();
        text = fmt::format("there is no threshold: it {} evenly, from {} to {} over the range.",
                           last.mean > first.mean ? "rises" : "falls", scales.figure(first.mean),
                           scales.figure(last.mean));
    }
    if (found.again)
        text += std::string(text.empty() ? "" : " ") +
                "It crosses the level again further on; this is the first time.";
    return text;
}

std::string mix_words(const ThresholdStudy& study) {
    return fmt::format(
        "0 is \"{}\", 1 is \"{}\". {} numbers move evenly from the one to the other, of distributions "
        "their quantiles; what is no number (bodies, memberships, words) switches at {}.",
        study.mix->from, study.mix->to, study.moving, study.mix->switches);
}

std::string ladder(const ThresholdStudy& study, const Scales& scales, const Style& style) {
    TextTable table({{study.varied[0].path, Align::left}, {"mean"}, {"standard error"}, {"it holds"}});
    for (const Rung& rung : study.crossing->rungs) {
        table.add({scales.at(rung.at), scales.figure(rung.mean),
                   level(rung.se, scales.manner, scales.decimals),
                   study.condition.holds(rung.mean) ? "yes" : "no"});
    }
    return table.text(style) + "\n";
}

// Where the line runs, at some values of the first number.
std::string line_table(const ThresholdStudy& study, const Style& style) {
    const Varied &across = study.varied[0], &up = study.varied[1];
    const auto put = [](const Varied& varied, double part) {
        const double range = varied.range[1] - varied.range[0];
        return grouped(varied.range[0] + part * range,
                       std::clamp(static_cast<int>(std::ceil(2 - std::log10(range))), 0, 12));
    };
    std::vector<PlanePoint> points;
    for (const auto& piece : study.contour->line)
        for (const PlanePoint& point : {piece.from, piece.to}) points.push_back(point);
    std::sort(points.begin(), points.end(),
              [](const PlanePoint& a, const PlanePoint& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    TextTable table({{across.path, Align::left}, {up.path}});
    double before = -1;
    for (const PlanePoint& point : points) {
        if (point.x - before < 0.049) continue;
        before = point.x;
        table.add({put(across, point.x), put(up, point.y)});
    }
    return table.text(style) + "\n";
}

std::string plane_text(const ThresholdStudy& study, const Scales& scales, const Style& style) {
    std::string text = fmt::format("{} in {:.0f} % of the plane of {} and {}.", what(study, scales),
                                   100 * study.contour->above, study.varied[0].path, study.varied[1].path);
    if (study.contour->line.empty())
        return bold(paragraph("", 0, text + " There is no tipping line in it.", style), style) + "\n";
    return bold(paragraph("", 0, text + " The line along which it tips:", style), style) + "\n" +
           line_table(study, style);
}

}  // namespace

std::string threshold_text(const ThresholdStudy& study, const Style& style) {
    const Scales scales = scales_of(study);
    const std::string luck = fmt::format("{} to year {}, the same at every value; {} ensembles",
                                         futures(study.provenance.finished), study.years, study.ensembles);
    std::string text = report_header(study.provenance, luck, style);
    if (study.contour) {
        text += plane_text(study, scales, style);
    } else {
        text += bold(paragraph("", 0, found_sentence(study, scales), style), style) + "\n";
        const std::string shape = shape_words(study, scales);
        text += shape.empty() ? "" : paragraph("Shape", kIndent, shape, style) + "\n";
        text += study.mix ? paragraph("Mix", kIndent, mix_words(study), style) + "\n" : "";
        text += ladder(study, scales, style);
    }
    return text + beside_finding(study.provenance, "", style);
}

}  // namespace clout
