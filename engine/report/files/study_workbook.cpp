#include "engine/report/files/study_workbook.hpp"

#include "engine/base/text.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/study/provenance.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cmath>
#include <span>

namespace clout {
namespace {

// A sheet that is written from the top down and not held in memory.
class Sheet {
public:
    Sheet(lxw_workbook* book, const char* name, const std::vector<std::string>& headings)
        : sheet_(workbook_add_worksheet(book, name)) {
        lxw_format* bold = workbook_add_format(book);
        format_set_bold(bold);
        worksheet_freeze_panes(sheet_, 1, 0);
        worksheet_set_column(sheet_, 0, static_cast<lxw_col_t>(headings.size() - 1), 14, nullptr);
        for (const std::string& heading : headings) text(heading, bold);
        end_row();
    }
    Sheet& text(const std::string& words, lxw_format* format = nullptr) {
        worksheet_write_string(sheet_, row_, column_++, words.c_str(), format);
        return *this;
    }
    Sheet& number(double value) {  // an empty cell where there is no value
        if (std::isfinite(value)) worksheet_write_number(sheet_, row_, column_, value, nullptr);
        ++column_;
        return *this;
    }
    Sheet& whole(std::size_t value) { return number(static_cast<double>(value)); }
    void end_row() {
        ++row_;
        column_ = 0;
    }

private:
    lxw_worksheet* sheet_;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
};

std::vector<std::string> with(std::vector<std::string> headings, const std::vector<std::string>& more) {
    headings.insert(headings.end(), more.begin(), more.end());
    return headings;
}

std::vector<std::string> factor_names(const StoredStudy& study) {
    std::vector<std::string> names;
    for (const Factor& factor : study.factors) names.push_back(factor.name);
    return names;
}

std::vector<std::string> measure_names(const StoredStudy& study) {
    std::vector<std::string> names;
    for (const Quantity& quantity : study.quantities) names.push_back(quantity.name);
    return names;
}

class Sheets {
public:
    Sheets(lxw_workbook* book, const StudyRows& rows)
        : rows_(rows),
          study_(rows.study()),
          points_(book, "points", with({"point"}, factor_names(study_))),
          summaries_(book, "summaries", {"point", "arm", "measure", "unit", "mean", "p05", "p50", "p95"}) {
        if (study_.arms.size() > 1)
            differences_.emplace(
                book, "differences",
                std::vector<std::string>{"point", "arm", "baseline", "measure", "unit", "mean", "p05", "p50",
                                         "p95", "se", "p_greater", "p_less"});
        if (rows.years_kept() > 0)
            futures_.emplace(book, "futures",
                             with({"point", "arm", "year", "replicate"}, measure_names(study_)));
    }

    void add(const StudyRow& row) {
        points_.whole(row.point);
        for (const double value : row.values) points_.number(value);
        points_.end_row();
        for (std::size_t arm = 0; arm < study_.arms.size(); ++arm) {
            add_figures(row, arm);
            if (futures_) add_futures(row, arm);
        }
    }

private:
    void add_figures(const StudyRow& row, std::size_t arm) {
        const PlayedArm& played = row.played.arms[arm];
        for (std::size_t q = 0; q < study_.quantities.size(); ++q) {
            const Quantity& quantity = study_.quantities[q];
            summaries_.whole(row.point).text(study_.arms[arm]).text(quantity.name).text(quantity.unit);
            for (std::size_t i = 0; i < kSummaryFigures; ++i)
                summaries_.number(played.summaries[q * kSummaryFigures + i]);
            summaries_.end_row();
            if (arm == 0) continue;
            differences_->whole(row.point)
                .text(study_.arms[arm])
                .text(study_.arms[0])
                .text(quantity.name)
                .text(quantity.unit);
            for (std::size_t i = 0; i < kDifferenceFigures; ++i)
                differences_->number(played.differences[q * kDifferenceFigures + i]);
            differences_->end_row();
        }
    }

    void add_futures(const StudyRow& row, std::size_t arm) {
        const std::size_t first = study_.years - rows_.years_kept() + 1;  // of the years that are kept
        for (std::size_t year = 0; year < rows_.years_kept(); ++year)
            for (std::size_t replicate = 0; replicate < study_.replicates; ++replicate) {
                futures_->whole(row.point).text(study_.arms[arm]).whole(first + year).whole(replicate);
                for (std::size_t q = 0; q < study_.quantities.size(); ++q)
                    futures_->number(row.played.arms[arm].kept[rows_.kept_at(q, year, replicate)]);
                futures_->end_row();
            }
    }

    const StudyRows& rows_;
    const StoredStudy& study_;
    Sheet points_, summaries_;
    std::optional<Sheet> differences_, futures_;
};

// Rows of the largest sheet, its heading included.
std::size_t largest_sheet(const StudyRows& rows) {
    const StoredStudy& study = rows.study();
    const std::size_t an_arm = std::max(study.quantities.size(), rows.years_kept() * study.replicates);
    return 1 + rows.points().size() * std::max<std::size_t>(1, an_arm * study.arms.size());
}

void add_about(lxw_workbook* book, const StudyRows& rows, const std::string& command) {
    const StoredStudy& study = rows.study();
    Sheet about(book, "about", {"what", "which"});
    const auto say = [&](const char* what, const std::string& which) {
        about.text(what).text(which).end_row();
    };
    say("clout", version());
    say("command", command);
    say("content", fmt::format("{:016x}", rows.store().content()));
    say("design",
        fmt::format("{}, size {}, seed {}", study.choice.name, study.choice.size, study.choice.seed));
    say("arms, the baseline first", fmt::format("{}", fmt::join(study.arms, ", ")));
    say("futures a point and arm", std::to_string(study.replicates));
    say("figures", fmt::format("of year {}; differences are paired, future by future", study.years));
    say("scenario", "");
    const std::string text = rows.store().card().at("scenario");
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        say("", text.substr(from, end - from));
        from = end + 1;
    }
}

}  // namespace

void write_study_workbook(const std::filesystem::path& file, const StudyRows& rows,
                          const std::string& command) {
    if (largest_sheet(rows) > LXW_ROW_MAX)
        throw std::runtime_error("a sheet of a workbook holds " + grouped(LXW_ROW_MAX) +
                                 " rows, and this study has " + grouped(largest_sheet(rows)) +
                                 "; --to csv and --to netcdf hold any number");
    fill_file(file, [&](const std::filesystem::path& into) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        lxw_workbook* book = workbook_new_opt(into.c_str(), &options);
        if (book == nullptr) throw std::runtime_error("cannot write " + file.string());
        {
            Sheets sheets(book, rows);
            rows.each([&](const StudyRow& row) { sheets.add(row); });
            add_about(book, rows, command);
        }
        const lxw_error error = workbook_close(book);
        if (error != LXW_NO_ERROR)
            throw std::runtime_error("cannot write " + file.string() + ": " + lxw_strerror(error));
    });
}

}  // namespace clout
