#include "engine/report/page/study_page.hpp"

#include "engine/report/page/cause_charts.hpp"
#include "engine/report/page/html_page.hpp"
#include "engine/report/page/study_space.hpp"
#include "engine/report/text/drivers_text.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/sweep_text.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/provenance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr std::size_t kShown = 12;  // numbers of a chart; all are in its table

std::string numbers_words(std::size_t count) {
    return count == 1 ? "1 number" : fmt::format("{} numbers", count);
}

const std::string& label_of(const Library& library, const std::string& arm) {
    for (const Arm& one : library.arms)
        if (one.name == arm) return one.label;
    return arm;
}

int decimals_of(const SweepSample& sample) {
    double size = 0;
    for (const double mean : sample.means) size = std::max(size, std::abs(mean));
    return decimals_for(size, manner_of(sample.unit));
}

std::string figure_of(const StudyContent& content) {
    const SweepSample& sample = *content.sample;
    const std::string words = capitalised(figure_words(sample.figure.measure, *content.provenance));
    return sample.figure.paired ? fmt::format("{}, the difference of \"{}\" from \"{}\"", words,
                                              label_of(*content.library, sample.arm),
                                              label_of(*content.library, content.study->arms[0]))
                                : fmt::format("{} in \"{}\"", words, label_of(*content.library, sample.arm));
}

// "is at least +£0.10 a patient at 48 of 64 points".
std::string heading_of(const StudyContent& content) {
    return fmt::format("{}{} is {} at {} of the study", figure_of(content),
                       content.sample->figure.paired ? "," : "", condition_words(content),
                       points_that_hold(content));
}

void tell_range(const StudyContent& content, HtmlPage& page) {
    const SweepSample& sample = *content.sample;
    std::vector<double> means = sample.means;
    std::sort(means.begin(), means.end());
    const int decimals = decimals_of(sample);
    const auto at = [&](double part) {
        const auto row = static_cast<std::size_t>(part * static_cast<double>(means.size() - 1) + 0.5);
        return mean_words(sample, means[row], decimals);
    };
    page.section("What came out");
    page.paragraph(
        fmt::format("A point is one setting of the {} that were varied; at each, {} are played with the same "
                    "luck, and what counts is their average in the last year. Over all points it lies from "
                    "{} to {}, at nine points in ten from {} to {}, at half of them above {}.",
                    numbers_words(content.study->factors.size()), futures(content.study->replicates), at(0),
                    at(1), at(0.05), at(0.95), at(0.5)));
    std::vector<std::string> notes{
        "These are consequences of what was put in, no statement about what will happen. More money for a "
        "sector is not the same as better care.",
        "How often something holds over the points is no probability: it counts settings that somebody "
        "chose to play."};
    if (sample.missing > 0)
        notes.push_back(
            fmt::format("{} of the study's points have not been played, or belong to a set that "
                        "is not whole; they are left out.",
                        grouped(std::uint64_t{sample.missing})));
    page.note("Read this first", notes);
}

void tell_where(const StudyContent& content, HtmlPage& page) {
    const FindingBox& box = content.where->box;
    page.section("Where the finding holds");
    if (box.holds == 0 || box.holds == 1) {
        page.paragraph(box.holds == 1 ? "At every point that was played." : "At no point that was played.");
    } else if (content.where->sides.empty()) {
        page.paragraph("No box of the numbers that were varied tells better where it holds.");
    } else {
        page.paragraph(fmt::format(
            "Where {}: there it holds at {} of the points, and {} of all points at which it holds lie there. "
            "That box is {} of the space.",
            box_words(content.where->sides), percent(box.density, 0), percent(box.coverage, 0),
            percent(box.mass, 0)));
    }
    if (const auto chart = space_chart(content)) page.chart(*chart);
}

void tell_drivers(const StudyContent& content, HtmlPage& page) {
    page.section("Which numbers it hangs on");
    if (!(content.hangs_on->sd > 0)) return page.paragraph("Nothing that was varied moves it.");
    const auto rows = importance_of(*content.study, *content.hangs_on, content.sample->unit);
    const bool screened = content.hangs_on->order == PointOrder::paths;
    Shares shares{"drivers", {}, importance_words(content.hangs_on->order), {}};
    double largest = 0;
    for (const Importance& row : rows) largest = std::max(largest, row.size);
    for (std::size_t i = 0; i < std::min(kShown, rows.size()); ++i)
        shares.rows.push_back(
            {rows[i].name, screened ? rows[i].size / largest : rows[i].size, rows[i].beside});
    shares.title = screened
                       ? fmt::format("{} moves it most: by {} over its range", rows[0].name, rows[0].beside)
                       : fmt::format("It hangs most on {}: {} of the variance over the points", rows[0].name,
                                     percent(rows[0].size, 0));
    page.chart(share_bars(shares));
}

void tell_study(const StudyContent& content, HtmlPage& page) {
    const StoredStudy& study = *content.study;
    page.section("What was varied");
    std::vector<std::vector<std::string>> rows{{"Number", "Between"}};
    for (std::size_t f = 0; f < study.factors.size(); ++f) {
        const auto [low, high] = ends_of(study, *content.sample, f);
        rows.push_back({study.factors[f].name, fmt::format("{:.4g} and {:.4g}", low, high)});
    }
    page.table(rows, "Numbers that the study moves");
    page.section("How to play it again");
    page.paragraph(fmt::format(
        "clout {}, results {}; design {} of {} {}, seed {}; {} of {} points played; content {:016x}, the "
        "same for the same study, whoever played it.",
        version(), results(), study.choice.name, grouped(std::uint64_t{study.choice.size}),
        study.design.counts(), study.choice.seed, grouped(std::uint64_t{content.state->count.done}),
        grouped(std::uint64_t{content.state->count.all()}), content.state->content));
    page.folded("The command of this page", content.command);
    if (content.redacted) {
        page.paragraph("The scenario itself is left out of this page.");
    } else {
        page.folded("The whole scenario", content.library->merged);
    }
}

}  // namespace

std::string study_page(const StudyContent& content) {
    HtmlPage page(content.provenance->title, heading_of(content));
    tell_range(content, page);
    tell_where(content, page);
    tell_drivers(content, page);
    tell_study(content, page);
    return page.html();
}

}  // namespace clout
