#include "tools/page_request.hpp"

#include "engine/report/files/folder.hpp"
#include "engine/report/page/report_page.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/study/future_study.hpp"
#include "engine/study/influence_study.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/exit_code.hpp"
#include "tools/results.hpp"
#include "tools/tipping_request.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clout {
namespace {

constexpr std::array<const char*, 3> kParts{"levers", "theories", "drivers"};

// Everything that a page shows beside the comparison, kept while it is written.
class PageStudies {
public:
    PageStudies(const Request& request, const PageAsked& asked, const Library& library, const PagePair& pair)
        : request_(request), asked_(asked), library_(library), pair_(pair) {}

    // 0, or the exit code after what went wrong has been said.
    int play(const ComparisonStudy& study, ReportContent& content) {
        if (const int code = play_influence(content)) return code;
        if (const int code = wants("levers") ? play_levers(content) : kDone) return code;
        if (const int code = wants("theories") ? play_theories(content) : kDone) return code;
        if (const int code = wants("drivers") ? play_drivers(content) : kDone) return code;
        if (const int code = asked_.vary.empty() && asked_.until.empty() ? kDone : play_tipping(content))
            return code;
        if (!asked_.redact && study.provenance.stochastic) {
            minutes_ = study_chronicle(library_, pair_.arm_row, middle_future(study, pair_.arm)).chronicle;
            content.minutes = &*minutes_;
        }
        return kDone;
    }

private:
    [[nodiscard]] bool wants(const char* part) const {
        return std::find(asked_.with.begin(), asked_.with.end(), part) != asked_.with.end();
    }

    template <class Kept, class Found>
    int keep(Result<Found> studied, Kept& into) {
        if (!studied) return report_failure(studied.problems(), request_);
        into = std::move(studied).value();
        return kDone;
    }

    int play_influence(ReportContent& content) {
        for (const std::size_t row : {pair_.base_row, pair_.arm_row}) {
            std::optional<InfluenceStudy> found;
            const int code =
                keep(watched(request_,
                             [&](const StudyOptions& how) { return study_influence(library_, row, 0, how); }),
                     found);
            if (code) return code;
            influences_.push_back(std::move(*found));
        }
        content.base_influence = &influences_[0].report;
        content.arm_influence = &influences_[1].report;
        return kDone;
    }

    int play_levers(ReportContent& content) {
        const ArmEnds ends{pair_.base_row, pair_.arm_row};
        const int code =
            keep(watched(request_,
                         [&](const StudyOptions& how) { return study_attribution(library_, ends, "", how); }),
                 levers_);
        content.levers = levers_ ? &*levers_ : nullptr;
        return code;
    }

    int play_theories(ReportContent& content) {
        const ArmChoice both{{pair_.base_row, pair_.arm_row}, 0};
        const auto protocols = choose_protocols({});
        const int code = keep(watched(request_,
                                      [&](const StudyOptions& how) {
                                          return study_theories(library_, both, protocols.value(), how,
                                                                asked_.recalibrate);
                                      }),
                              theories_);
        content.theories = theories_ ? &*theories_ : nullptr;
        return code;
    }

    int play_drivers(ReportContent& content) {
        const FigureAsked figure{"", library_.arms[pair_.base_row].name, library_.arms[pair_.arm_row].name};
        const int code = keep(watched(request_,
                                      [&](const StudyOptions& how) {
                                          return study_drivers(library_, figure, AskChance::no, how);
                                      }),
                              drivers_);
        content.drivers = drivers_ ? &*drivers_ : nullptr;
        return code;
    }

    // The scenario is read anew, with the numbers that move laid over it.
    int play_tipping(ReportContent& content) {
        auto question = tipping_request(asked_.vary, asked_.until);
        if (!question) return report_failure(question.problems(), request_);
        ThresholdAsked whole = std::move(question).value();
        whole.from = library_.arms[pair_.base_row].name;
        whole.to = library_.arms[pair_.arm_row].name;
        auto overrides = library_.overrides;
        for (const Override& moved : overrides_of(whole.varied)) overrides.push_back(moved);
        auto moving = read_library(library_.file, overrides, library_.provider);
        if (!moving) return report_failure(moving.problems(), request_);
        moving_ = std::move(moving).value();
        const int code = keep(
            watched(request_, [&](const StudyOptions& how) { return study_threshold(*moving_, whole, how); }),
            tipping_);
        content.tipping = tipping_ ? &*tipping_ : nullptr;
        return code;
    }

    const Request& request_;
    const PageAsked& asked_;
    const Library& library_;
    const PagePair& pair_;
    std::vector<InfluenceStudy> influences_;
    std::optional<AttributionStudy> levers_;
    std::optional<TheoriesStudy> theories_;
    std::optional<DriversStudy> drivers_;
    std::optional<Library> moving_;
    std::optional<ThresholdStudy> tipping_;
    std::optional<Chronicle> minutes_;
};

}  // namespace

Option page_option(PageAsked& asked) {
    return {.label = "--page",
            .into = &asked.page,
            .meaning = "an HTML file to write, which opens from disk and asks for nothing",
            .value = "FILE"};
}

Option redact_option(PageAsked& asked) {
    return {
        .label = "--redact",
        .into = &asked.redact,
        .meaning = "with --page: leave out the scenario and the names of single organisations and bodies"};
}

Option focus_option(std::string& into) {
    return {
        .label = "--focus", .into = &into, .meaning = "read it from this sector's side", .value = "SECTOR"};
}

OptionCheck known_page_part() {
    return [](const std::string& word) {
        const bool known =
            std::any_of(kParts.begin(), kParts.end(), [&](const char* part) { return word == part; });
        return known ? "" : word + " is none of levers, theories, drivers";
    };
}

Request seen_from(Request request, const std::string& focus) {
    if (!focus.empty()) request.overrides.push_back({"focus", focus});
    return request;
}

Result<ArmChoice> choose_pair(const Library& library, const std::vector<std::string>& names) {
    auto choice = choose_arms(library, names);
    if (!choice) return choice;
    ArmChoice pair = choice.value();
    const std::size_t base = pair.base();
    pair.rows.erase(std::remove(pair.rows.begin(), pair.rows.end(), base), pair.rows.end());
    if (pair.rows.empty() || (!names.empty() && pair.rows.size() > 1))
        return std::vector{refused_request(
            "a page sets two arms beside each other",
            pair.rows.empty() ? "the scenario needs a second arm" : "name two with --arms a,b")};
    pair.rows = {base, pair.rows.front()};
    pair.baseline = 0;
    return pair;
}

int write_page(const Request& request, const PageAsked& asked, const Library& library,
               const ComparisonStudy& study, const PagePair& pair) {
    ReportContent content;
    content.library = &library;
    content.study = &study;
    content.arm = pair.arm;
    content.base_row = pair.base_row;
    content.arm_row = pair.arm_row;
    content.command = request.command;
    content.redacted = asked.redact;
    content.remarks = asked.remarks;
    PageStudies studies(request, asked, library, pair);
    if (const int code = studies.play(study, content)) return code;
    write_file(asked.page, report_page(std::move(content)));
    return kDone;
}

}  // namespace clout
