#include "engine/report/files/study_rows.hpp"

#include "engine/report/json/json_manifest.hpp"

namespace clout {

StudyRows::StudyRows(const Store& store, const StoredStudy& study)
    : store_(store), study_(study), done_(store.points(PointStatus::done)) {}

std::vector<double> StudyRows::values_at(std::size_t point) const {
    std::vector<double> values = study_.design.point(point);
    if (study_.design.given()) return values;
    for (std::size_t f = 0; f < values.size(); ++f) values[f] = study_.factors[f].number.quantile(values[f]);
    return values;
}

StudyRow StudyRows::row(std::size_t point) const {
    auto played = store_.read(point, study_.arms.size());
    if (!played)
        throw std::runtime_error("the study store says that point " + std::to_string(point) +
                                 " is done, and does not have it");
    return {point, values_at(point), std::move(*played)};
}

std::vector<StudyRow> StudyRows::rows(std::size_t first, std::size_t count) const {
    std::vector<StudyRow> rows;
    for (std::size_t i = first; i < first + count; ++i) rows.push_back(row(done_[i]));
    return rows;
}

void StudyRows::each(const std::function<void(const StudyRow&)>& take) const {
    for (const std::size_t point : done_) take(row(point));
}

std::size_t StudyRows::years_kept() const {
    return study_.keep == Keep::summary ? 0 : study_.keep == Keep::series ? study_.years : 1;
}

std::string study_manifest(const StudyRows& rows, const std::vector<std::string>& files,
                           const std::string& command) {
    const StoredStudy& study = rows.study();
    StudyManifest manifest;
    manifest.bundle = bundle_of(rows.store().card());
    manifest.content = rows.store().content();
    manifest.arms = study.arms;
    for (const Factor& factor : study.factors) manifest.numbers.push_back(factor.name);
    manifest.design = study.choice.name;
    manifest.size = study.choice.size;
    manifest.seed = study.choice.seed;
    manifest.keep = keep_word(study.keep);
    manifest.replicates = study.replicates;
    manifest.years = study.years;
    manifest.points = rows.points().size();
    manifest.missing = rows.store().count().all() - rows.points().size();
    manifest.files = files;
    manifest.command = command;
    return study_manifest_json(manifest);
}

}  // namespace clout
