#include "engine/report/files/study_csv.hpp"

#include "engine/report/files/csv.hpp"
#include "engine/report/files/folder.hpp"

#include <fstream>
#include <span>

namespace clout {
namespace {

constexpr const char* kPoints = "points.csv";
constexpr const char* kSummaries = "summaries.csv";
constexpr const char* kDifferences = "differences.csv";
constexpr const char* kFutures = "futures.csv";

// A file that is written line by line; what fails is told with its name.
class CsvLines {
public:
    CsvLines(const std::filesystem::path& file, const std::string& heading)
        : file_(file), out_(file, std::ios::binary) {
        add(heading);
    }
    void add(const std::string& line) {
        out_ << line << kLineEnd;
        check();
    }
    void finish() {
        out_.close();
        check();
    }

private:
    void check() {
        if (!out_) throw std::runtime_error("cannot write " + file_.string() + ": is the disk full?");
    }
    std::filesystem::path file_;
    std::ofstream out_;
};

std::string headed(std::string heading, const std::vector<std::string>& names) {
    for (const std::string& name : names) heading += "," + csv_field(name);
    return heading;
}

std::vector<std::string> measures_of(const StoredStudy& study) {
    std::vector<std::string> names;
    for (const Quantity& quantity : study.quantities) names.push_back(quantity.name);
    return names;
}

std::vector<std::string> factors_of(const StoredStudy& study) {
    std::vector<std::string> names;
    for (const Factor& factor : study.factors) names.push_back(factor.name);
    return names;
}

class Tables {
public:
    Tables(const std::filesystem::path& folder, const StudyRows& rows)
        : rows_(rows),
          study_(rows.study()),
          points_(folder / kPoints, headed("point", factors_of(study_))),
          summaries_(folder / kSummaries, "point,arm,measure,unit,mean,p05,p50,p95") {
        if (study_.arms.size() > 1)
            differences_.emplace(folder / kDifferences,
                                 "point,arm,baseline,measure,unit,mean,p05,p50,p95,se,p_greater,p_less");
        if (rows.years_kept() > 0)
            futures_.emplace(folder / kFutures, headed("point,arm,year,replicate", measures_of(study_)));
    }

    void add(const StudyRow& row) {
        std::string line = std::to_string(row.point);
        for (const double value : row.values) add_csv_number(line, value);
        points_.add(line);
        for (std::size_t arm = 0; arm < study_.arms.size(); ++arm) add_arm(row, arm);
    }

    void finish() {
        points_.finish();
        summaries_.finish();
        if (differences_) differences_->finish();
        if (futures_) futures_->finish();
    }

private:
    void add_arm(const StudyRow& row, std::size_t arm) {
        const PlayedArm& played = row.played.arms[arm];
        const std::string lead = std::to_string(row.point) + "," + csv_field(study_.arms[arm]);
        const std::string paired = lead + "," + csv_field(study_.arms[0]);
        for (std::size_t q = 0; q < study_.quantities.size(); ++q) {
            const std::string what =
                "," + csv_field(study_.quantities[q].name) + "," + csv_field(study_.quantities[q].unit);
            add_figures(summaries_, lead + what,
                        std::span(played.summaries).subspan(q * kSummaryFigures, kSummaryFigures));
            if (arm > 0)
                add_figures(
                    *differences_, paired + what,
                    std::span(played.differences).subspan(q * kDifferenceFigures, kDifferenceFigures));
        }
        for (std::size_t year = 0; year < rows_.years_kept(); ++year)
            for (std::size_t replicate = 0; replicate < study_.replicates; ++replicate)
                add_future(lead, played, year, replicate);
    }

    void add_future(const std::string& lead, const PlayedArm& played, std::size_t year,
                    std::size_t replicate) {
        const std::size_t first = study_.years - rows_.years_kept() + 1;  // of the years that are kept
        std::string line = lead + "," + std::to_string(first + year) + "," + std::to_string(replicate);
        for (std::size_t q = 0; q < study_.quantities.size(); ++q)
            add_csv_number(line, played.kept[rows_.kept_at(q, year, replicate)]);
        futures_->add(line);
    }

    static void add_figures(CsvLines& table, std::string line, std::span<const double> figures) {
        for (const double figure : figures) add_csv_number(line, figure);
        table.add(line);
    }

    const StudyRows& rows_;
    const StoredStudy& study_;
    CsvLines points_, summaries_;
    std::optional<CsvLines> differences_, futures_;
};

}  // namespace

void write_study_csv(const std::filesystem::path& folder, const StudyRows& rows, const std::string& command) {
    std::vector<std::string> names{kPoints, kSummaries};
    if (rows.study().arms.size() > 1) names.emplace_back(kDifferences);
    if (rows.years_kept() > 0) names.emplace_back(kFutures);
    const std::string manifest = study_manifest(rows, names, command);
    names.emplace_back(kManifestName);
    fill_folder(folder, names, [&](const std::filesystem::path& into) {
        Tables tables(into, rows);
        rows.each([&](const StudyRow& row) { tables.add(row); });
        tables.finish();
        write_file(into / kManifestName, manifest);
    });
}

}  // namespace clout
