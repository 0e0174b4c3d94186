#include "engine/study/store.hpp"

#include "engine/base/fingerprint.hpp"
#include "engine/study/sqlite_door.hpp"

#include <algorithm>
#include <chrono>

namespace clout {
namespace {

constexpr int kApplication = 0x636c6f75;  // "clou": whose file it is
constexpr int kFormat = 2;                // of the tables below

const char* kTables = R"(
CREATE TABLE card(key TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE point(point INTEGER PRIMARY KEY, status INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
                   seconds REAL NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX point_status ON point(status);
CREATE TABLE result(point INTEGER NOT NULL, arm INTEGER NOT NULL, summaries BLOB NOT NULL, differences BLOB NOT NULL,
                    kept BLOB NOT NULL, PRIMARY KEY(point, arm)) STRICT, WITHOUT ROWID;
)";

}  // namespace

struct Store::Inside {
    Database database;
    std::unique_ptr<Query> finish, result;
    bool in_hand = false;  // a transaction
    std::size_t rows = 0;  // in it
    std::chrono::steady_clock::time_point begun;

    Inside(const std::filesystem::path& file, Database::Access access) : database(file, access) {}

    void prepare() {
        finish = std::make_unique<Query>(
            database, "UPDATE point SET status=?2, attempts=attempts+1, seconds=?3, error=?4 WHERE point=?1");
        result = std::make_unique<Query>(
            database,
            "INSERT OR REPLACE INTO result(point,arm,summaries,differences,kept) VALUES(?1,?2,?3,?4,?5)");
    }
    void begin() {
        if (in_hand) return;
        database.run("BEGIN IMMEDIATE");
        in_hand = true;
        rows = 0;
        begun = std::chrono::steady_clock::now();
    }
    void put_card(const StudyCard& card) {
        Query query(database, "INSERT OR REPLACE INTO card(key,text) VALUES(?1,?2)");
        for (const auto& [key, text] : card) query.bind(1, key).bind(2, text).run();
    }
    void put_points(const std::vector<std::size_t>& points) {
        Query query(database, "INSERT OR IGNORE INTO point(point) VALUES(?1)");
        for (const std::size_t point : points) query.bind(1, point).run();
    }
};

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::create(const std::filesystem::path& file, const StudyCard& card,
                    const std::vector<std::size_t>& points) {
    auto inside = std::make_unique<Inside>(file, Database::Access::create);
    Database& database = inside->database;
    if (database.number("SELECT count(*) FROM sqlite_master") > 0)
        throw std::runtime_error(file.string() +
                                 " holds a study already; go on with --resume, or name another file");
    database.set_journal(file);
    inside->begin();
    database.run(kTables);
    inside->put_card(card);
    inside->put_points(points);
    database.run("PRAGMA application_id=" + std::to_string(kApplication));
    database.run("PRAGMA user_version=" + std::to_string(kFormat));
    Store store(std::move(inside));
    store.commit();
    store.inside_->prepare();
    return store;
}

std::unique_ptr<Store::Inside> Store::opened(const std::filesystem::path& file, bool to_write) {
    if (!std::filesystem::exists(file)) throw std::runtime_error("there is no study store " + file.string());
    auto inside = std::make_unique<Inside>(file, to_write ? Database::Access::write : Database::Access::read);
    std::size_t application = 0, format = 0;
    try {
        application = inside->database.number("PRAGMA application_id");
        format = inside->database.number("PRAGMA user_version");
    } catch (const std::runtime_error&) {
        application = 0;  // no database at all
    }
    if (application != kApplication) throw ForeignStore(file.string() + " is no study store of clout");
    if (format != kFormat)
        throw ForeignStore(file.string() + " is a study store of format " + std::to_string(format) +
                           "; this program reads " + std::to_string(kFormat));
    return inside;
}

Store Store::open(const std::filesystem::path& file) {
    auto inside = opened(file, true);
    inside->database.set_journal(file);
    inside->prepare();
    return Store(std::move(inside));
}

Store Store::open_to_read(const std::filesystem::path& file) { return Store(opened(file, false)); }

bool Store::begun(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file) || std::filesystem::is_empty(file)) return false;
    return Database(file, Database::Access::write).number("SELECT count(*) FROM sqlite_master") > 0;
}

StudyCard Store::card() const {
    Query query(inside_->database, "SELECT key, text FROM card");
    StudyCard card;
    while (query.step()) card[query.text(0)] = query.text(1);
    return card;
}

StoreCount Store::count() const {
    Query query(inside_->database, "SELECT status, count(*), sum(seconds) FROM point GROUP BY status");
    StoreCount count;
    while (query.step()) {
        const std::size_t status = query.whole(0), points = query.whole(1);
        (status == 0 ? count.pending : status == 1 ? count.done : count.failed) = points;
        count.seconds += query.real(2);
    }
    return count;
}

std::vector<std::size_t> Store::points(PointStatus status) const {
    Query query(inside_->database, "SELECT point FROM point WHERE status=?1 ORDER BY point");
    query.bind(1, static_cast<std::size_t>(status));
    std::vector<std::size_t> points;
    while (query.step()) points.push_back(query.whole(0));
    return points;
}

std::vector<StoredFailure> Store::failures() const {
    Query query(inside_->database, "SELECT point, attempts, error FROM point WHERE status=2 ORDER BY point");
    std::vector<StoredFailure> failures;
    while (query.step()) failures.push_back({query.whole(0), query.whole(1), query.text(2)});
    return failures;
}

std::optional<PlayedPoint> Store::read(std::size_t point, std::size_t arms) const {
    Query query(inside_->database,
                "SELECT arm, summaries, differences, kept FROM result WHERE point=?1 ORDER BY arm");
    query.bind(1, point);
    PlayedPoint played{point, {}, {}, 0};
    while (query.step()) played.arms.push_back({query.numbers(1), query.numbers(2), query.numbers(3)});
    if (played.arms.size() != arms) return std::nullopt;
    return played;
}

std::uint64_t Store::content() const {
    Fingerprint print;
    for (const auto& [key, text] : card()) print.add(std::string_view(key)).add(std::string_view(text));
    Query points(inside_->database, "SELECT point, status, error FROM point ORDER BY point");
    while (points.step())
        print.add(std::uint64_t{points.whole(0)})
            .add(std::uint64_t{points.whole(1)})
            .add(std::string_view(points.text(2)));
    Query results(inside_->database,
                  "SELECT point, arm, summaries, differences, kept FROM result ORDER BY point, arm");
    while (results.step()) {
        print.add(std::uint64_t{results.whole(0)}).add(std::uint64_t{results.whole(1)});
        for (const int column : {2, 3, 4}) print.add(std::span<const double>(results.numbers(column)));
    }
    return print.value();
}

void Store::write(const PlayedPoint& point) {
    inside_->begin();
    const bool failed = !point.error.empty();
    inside_->finish->bind(1, point.point)
        .bind(2, static_cast<std::size_t>(failed ? PointStatus::failed : PointStatus::done))
        .bind(3, point.seconds)
        .bind(4, point.error)
        .run();
    for (std::size_t arm = 0; arm < point.arms.size(); ++arm)
        inside_->result->bind(1, point.point)
            .bind(2, arm)
            .bind(3, point.arms[arm].summaries)
            .bind(4, point.arms[arm].differences)
            .bind(5, point.arms[arm].kept)
            .run();
    inside_->rows += 1 + point.arms.size();
    const std::chrono::duration<double> waited = std::chrono::steady_clock::now() - inside_->begun;
    if (inside_->rows >= kRowsATransaction || waited.count() >= kSecondsATransaction) commit();
}

void Store::commit() {
    if (!inside_->in_hand) return;
    if (inside_->database.has_moved())
        throw std::runtime_error("the study store has been removed while it was written");
    inside_->database.run("COMMIT");
    inside_->in_hand = false;
}

void Store::retry_failed() { inside_->database.run("UPDATE point SET status=0, error='' WHERE status=2"); }

void Store::add(const std::vector<std::size_t>& points, const StudyCard& card) {
    inside_->begin();
    inside_->put_points(points);
    inside_->put_card(card);
    commit();
}

void Store::take_from(const Store& other, std::size_t arms) {
    inside_->begin();
    inside_->put_points(other.points(PointStatus::pending));
    inside_->put_points(other.points(PointStatus::done));
    inside_->put_points(other.points(PointStatus::failed));
    const std::vector<std::size_t> done = points(PointStatus::done);
    const auto stands = [&](std::size_t point) {
        return std::binary_search(done.begin(), done.end(), point);
    };
    for (const std::size_t point : other.points(PointStatus::done)) {
        const auto played = other.read(point, arms);
        if (!played) continue;
        if (stands(point) && !read(point, arms)->has_same_figures(*played)) {
            throw std::runtime_error("point " + std::to_string(point) +
                                     " came out differently in two stores");
        }
        if (!stands(point)) write(*played);
    }
    for (const StoredFailure& failure : other.failures()) {
        if (!stands(failure.point)) write({failure.point, failure.error, {}, 0});
    }
    commit();
}

}  // namespace clout
