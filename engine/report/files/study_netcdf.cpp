#include "engine/report/files/study_netcdf.hpp"

#include "engine/report/files/folder.hpp"
#include "engine/report/files/netcdf_door.hpp"
#include "engine/study/provenance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace clout {
namespace {

constexpr std::array<const char*, kSummaryFigures> kStatistics{"mean", "p05", "p50", "p95"};
constexpr std::size_t kBlock = 256;  // points that are written at once

std::vector<long long> counting(std::size_t from, std::size_t count) {
    std::vector<long long> numbers;
    for (std::size_t i = 0; i < count; ++i) numbers.push_back(static_cast<long long>(from + i));
    return numbers;
}

class StudyFile {
public:
    StudyFile(const std::filesystem::path& file, const StudyRows& rows, const std::string& command)
        : rows_(rows), study_(rows.study()), file_(file), others_(study_.arms.size() - 1) {
        define_dimensions();
        define_variables();
        say_where_from(command);
        file_.end_definitions();
        put_coordinates();
    }

    void write() {
        for (std::size_t first = 0; first < rows_.points().size(); first += kBlock)
            write_block(first, rows_.rows(first, std::min(kBlock, rows_.points().size() - first)));
        file_.close();
    }

private:
    struct MeasureVariables {
        int summary = 0, difference = 0, se = 0, greater = 0, less = 0, futures = 0;
    };

    int coordinate(const char* name, std::size_t length, NetcdfType type, const std::string& unit = {}) {
        const int dimension = file_.dimension(name, length);
        coordinates_.push_back(file_.variable(name, type, {dimension}, unit));
        return dimension;
    }

    void define_dimensions() {
        point_ = coordinate("point", rows_.points().size(), NetcdfType::whole);
        arm_ = coordinate("arm", study_.arms.size(), NetcdfType::text);
        statistic_ = coordinate("statistic", kStatistics.size(), NetcdfType::text);
        if (others_ > 0) other_ = coordinate("other", others_, NetcdfType::text);
        if (rows_.years_kept() == 0) return;
        year_ = coordinate("year", rows_.years_kept(), NetcdfType::whole, "year of the scenario, from 1");
        replicate_ = coordinate("replicate", study_.replicates, NetcdfType::whole);
    }

    void define_variables() {
        for (const Factor& factor : study_.factors) {
            factors_.push_back(file_.variable(factor.name, NetcdfType::real, {point_}));
            file_.attribute("role", "varied", factors_.back());
        }
        for (const Quantity& quantity : study_.quantities) {
            const std::string &name = quantity.name, &unit = quantity.unit;
            MeasureVariables& measure = measures_.emplace_back();
            measure.summary = file_.variable(name, NetcdfType::real, {point_, arm_, statistic_}, unit);
            if (others_ > 0) {
                const std::string paired = "difference(" + name + ")";
                measure.difference =
                    file_.variable(paired, NetcdfType::real, {point_, other_, statistic_}, unit);
                measure.se = file_.variable("se(" + paired + ")", NetcdfType::real, {point_, other_}, unit);
                measure.greater =
                    file_.variable("p_greater(" + paired + ")", NetcdfType::real, {point_, other_}, "1");
                measure.less =
                    file_.variable("p_less(" + paired + ")", NetcdfType::real, {point_, other_}, "1");
            }
            if (rows_.years_kept() > 0)
                measure.futures = file_.variable("futures(" + name + ")", NetcdfType::real,
                                                 {point_, arm_, year_, replicate_}, unit);
        }
    }

    void say_where_from(const std::string& command) {
        const StudyCard card = rows_.store().card();
        file_.attribute("clout", version());
        file_.attribute("command", command);
        file_.attribute("content", fmt::format("{:016x}", rows_.store().content()));
        file_.attribute("baseline", study_.arms[0]);
        file_.attribute("design", fmt::format("{}, size {}, seed {}", study_.choice.name, study_.choice.size,
                                              study_.choice.seed));
        file_.attribute("manifest", study_manifest(rows_, {}, command));
    }

    void put_coordinates() {
        std::vector<long long> points;
        for (const std::size_t point : rows_.points()) points.push_back(static_cast<long long>(point));
        std::size_t at = 0;
        file_.put(coordinates_[at++], points);
        file_.put(coordinates_[at++], study_.arms);
        file_.put(coordinates_[at++], std::vector<std::string>{kStatistics.begin(), kStatistics.end()});
        if (others_ > 0)
            file_.put(coordinates_[at++],
                      std::vector<std::string>{study_.arms.begin() + 1, study_.arms.end()});
        if (rows_.years_kept() == 0) return;
        file_.put(coordinates_[at++], counting(study_.years - rows_.years_kept() + 1, rows_.years_kept()));
        file_.put(coordinates_[at++], counting(0, study_.replicates));
    }

    // One value of each row (and arm, from `first_arm` on): `take(row, arm)` appends what there is of it.
    template <class Take>
    static std::vector<double> gathered(const std::vector<StudyRow>& rows, std::size_t first_arm,
                                        std::size_t arms, const Take& take) {
        std::vector<double> values;
        for (const StudyRow& row : rows)
            for (std::size_t arm = first_arm; arm < arms; ++arm) take(row.played.arms[arm], values);
        return values;
    }

    void write_block(std::size_t first, const std::vector<StudyRow>& rows) {
        for (std::size_t f = 0; f < factors_.size(); ++f) {
            std::vector<double> values;
            for (const StudyRow& row : rows) values.push_back(row.values[f]);
            file_.put(factors_[f], {first}, {rows.size()}, values);
        }
        for (std::size_t q = 0; q < measures_.size(); ++q) {
            write_summary(first, rows, q);
            if (others_ > 0) write_differences(first, rows, q);
            if (rows_.years_kept() > 0) write_futures(first, rows, q);
        }
    }

    void write_summary(std::size_t first, const std::vector<StudyRow>& rows, std::size_t q) {
        file_.put(measures_[q].summary, {first, 0, 0}, {rows.size(), study_.arms.size(), kSummaryFigures},
                  gathered(rows, 0, study_.arms.size(), [&](const PlayedArm& arm, std::vector<double>& out) {
                      const auto from = arm.summaries.begin() + std::ptrdiff_t(q * kSummaryFigures);
                      out.insert(out.end(), from, from + kSummaryFigures);
                  }));
    }

    void write_differences(std::size_t first, const std::vector<StudyRow>& rows, std::size_t q) {
        const auto part = [&](std::size_t begin, std::size_t count) {
            return gathered(rows, 1, study_.arms.size(), [&](const PlayedArm& arm, std::vector<double>& out) {
                const auto from = arm.differences.begin() + std::ptrdiff_t(q * kDifferenceFigures + begin);
                out.insert(out.end(), from, from + std::ptrdiff_t(count));
            });
        };
        const MeasureVariables& measure = measures_[q];
        file_.put(measure.difference, {first, 0, 0}, {rows.size(), others_, kSummaryFigures},
                  part(0, kSummaryFigures));
        file_.put(measure.se, {first, 0}, {rows.size(), others_}, part(kSummaryFigures, 1));
        file_.put(measure.greater, {first, 0}, {rows.size(), others_}, part(kSummaryFigures + 1, 1));
        file_.put(measure.less, {first, 0}, {rows.size(), others_}, part(kSummaryFigures + 2, 1));
    }

    void write_futures(std::size_t first, const std::vector<StudyRow>& rows, std::size_t q) {
        const std::size_t years = rows_.years_kept(), kept = years * study_.replicates;
        file_.put(measures_[q].futures, {first, 0, 0, 0},
                  {rows.size(), study_.arms.size(), years, study_.replicates},
                  gathered(rows, 0, study_.arms.size(), [&](const PlayedArm& arm, std::vector<double>& out) {
                      const auto from = arm.kept.begin() + std::ptrdiff_t(q * kept);
                      out.insert(out.end(), from, from + std::ptrdiff_t(kept));
                  }));
    }

    const StudyRows& rows_;
    const StoredStudy& study_;
    NetcdfFile file_;
    std::size_t others_;
    int point_ = 0, arm_ = 0, other_ = 0, statistic_ = 0, year_ = 0, replicate_ = 0;
    std::vector<int> coordinates_, factors_;
    std::vector<MeasureVariables> measures_;
};

}  // namespace

void write_study_netcdf(const std::filesystem::path& file, const StudyRows& rows,
                        const std::string& command) {
    if (rows.points().empty()) throw std::runtime_error("no point of the study has been played");
    fill_file(file, [&](const std::filesystem::path& into) { StudyFile(into, rows, command).write(); });
}

}  // namespace clout
