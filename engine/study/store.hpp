// A study on the disk: one SQLite file with everything that is needed to go on or to read it. Every point
// stands in it as pending before the first is played; whatever is committed survives the process.
#pragma once

#include "engine/study/played_point.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace clout {

// What a store says of its study: keys and texts, which together decide what comes out. Two stores with the
// same card hold the same study.
using StudyCard = std::map<std::string, std::string>;

enum class PointStatus : std::uint8_t { pending, done, failed };

struct StoreCount {
    std::size_t pending = 0, done = 0, failed = 0;
    double seconds = 0;  // of all points that were played
    [[nodiscard]] std::size_t all() const { return pending + done + failed; }
};

struct StoredFailure {
    std::size_t point = 0, attempts = 0;
    std::string error;
};

// The file is none of ours, or of another study: nothing was changed.
struct ForeignStore : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Store {
public:
    // A new store, with those points pending. Throws std::runtime_error with a plain message where the world
    // forbids it, or where there is a study already.
    [[nodiscard]] static Store create(const std::filesystem::path& file, const StudyCard& card,
                                      const std::vector<std::size_t>& points);
    // One that exists, to go on with; or only to be read, also in a folder where nothing can be written.
    // Throws ForeignStore.
    [[nodiscard]] static Store open(const std::filesystem::path& file);
    [[nodiscard]] static Store open_to_read(const std::filesystem::path& file);
    // Whether there is anything in that file: false also for one that was killed before it held a study.
    [[nodiscard]] static bool begun(const std::filesystem::path& file);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    [[nodiscard]] StudyCard card() const;
    [[nodiscard]] StoreCount count() const;
    [[nodiscard]] std::vector<std::size_t> points(PointStatus status) const;  // ascending
    [[nodiscard]] std::vector<StoredFailure> failures() const;
    // Nothing where the point is not done.
    [[nodiscard]] std::optional<PlayedPoint> read(std::size_t point, std::size_t arms) const;
    // Of all that was found, in the order of points: the same whoever played them, however often it was
    // stopped. Attempts, seconds and times are left out.
    [[nodiscard]] std::uint64_t content() const;

    // Into the transaction in hand; every few thousand rows, or seconds, it is committed.
    void write(const PlayedPoint& point);
    void commit();
    void retry_failed();
    // More points, and what the card says of their number.
    void add(const std::vector<std::size_t>& points, const StudyCard& card);
    // Everything of another store of the same study that is not pending there. A point that is done stays
    // done whatever became of it there. Throws std::runtime_error where one is done in both, differently.
    void take_from(const Store& other, std::size_t arms);

private:
    struct Inside;
    explicit Store(std::unique_ptr<Inside> inside);
    [[nodiscard]] static std::unique_ptr<Inside> opened(const std::filesystem::path& file, bool to_write);
    std::unique_ptr<Inside> inside_;
};

// How long a transaction may wait; see store.cpp.
inline constexpr std::size_t kRowsATransaction = 4000;
inline constexpr double kSecondsATransaction = 5;

}  // namespace clout
