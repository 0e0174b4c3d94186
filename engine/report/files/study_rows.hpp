// A study's store as rows that can be written down: its points in their factors' own units, one after the
// other, so that a store of any size fits.
#pragma once

#include "engine/study/store.hpp"
#include "engine/study/study_card.hpp"

#include <functional>
#include <string>
#include <vector>

namespace clout {

struct StudyRow {
    std::size_t point = 0;
    std::vector<double> values;  // (factors) in the unit of each, as the first arm that has it spreads it
    PlayedPoint played;
};

class StudyRows {
public:
    StudyRows(const Store& store, const StoredStudy& study);

    [[nodiscard]] const StoredStudy& study() const { return study_; }
    [[nodiscard]] const Store& store() const { return store_; }
    [[nodiscard]] const std::vector<std::size_t>& points() const { return done_; }  // done, ascending
    [[nodiscard]] std::vector<double> values_at(std::size_t point) const;           // (factors)
    // Points first … first + count − 1 of those that are done.
    [[nodiscard]] std::vector<StudyRow> rows(std::size_t first, std::size_t count) const;
    void each(const std::function<void(const StudyRow&)>& take) const;
    // Years that are kept of every future: 0 where only summaries are, 1 of the last alone.
    [[nodiscard]] std::size_t years_kept() const;
    // Of a kept value in PlayedArm::kept.
    [[nodiscard]] std::size_t kept_at(std::size_t quantity, std::size_t year, std::size_t replicate) const {
        return (quantity * years_kept() + year) * study_.replicates + replicate;
    }

private:
    [[nodiscard]] StudyRow row(std::size_t point) const;

    const Store& store_;
    const StoredStudy& study_;
    std::vector<std::size_t> done_;
};

// What stands beside an export: the study, its scenario and rosters, and the hash of its content.
[[nodiscard]] std::string study_manifest(const StudyRows& rows, const std::vector<std::string>& files,
                                         const std::string& command);

}  // namespace clout
