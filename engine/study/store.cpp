#include "engine/study/store.hpp"

#include "engine/base/fingerprint.hpp"

#include <sqlite3.h>
#include <sys/vfs.h>

#include <array>
#include <chrono>
#include <cstring>

namespace clout {
namespace {

constexpr int kApplication = 0x636c6f75;  // "clou": whose file it is
constexpr int kFormat = 1;                // of the tables below

const char* kTables = R"(
CREATE TABLE card(key TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE point(point INTEGER PRIMARY KEY, status INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
                   seconds REAL NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX point_status ON point(status);
CREATE TABLE result(point INTEGER NOT NULL, arm INTEGER NOT NULL, summaries BLOB NOT NULL, differences BLOB NOT NULL,
                    kept BLOB NOT NULL, PRIMARY KEY(point, arm)) STRICT, WITHOUT ROWID;
)";

// File systems of several machines, where SQLite's write-ahead log must not be (statfs(2)).
bool on_a_network(const std::filesystem::path& file) {
    constexpr std::array<std::uint32_t, 8> kNetworks{0x6969,     0x0bd00bd0, 0xff534d42, 0xfe534d42,
                                                     0x47504653, 0x19830326, 0x517b,     0x01021997};
    struct statfs about {};
    const std::string folder = file.parent_path().empty() ? "." : file.parent_path().string();
    if (::statfs(folder.c_str(), &about) != 0) return false;
    for (const std::uint32_t network : kNetworks)
        if (static_cast<std::uint32_t>(about.f_type) == network) return true;
    return false;
}

[[noreturn]] void fail(sqlite3* database, const std::string& doing) {
    throw std::runtime_error("the study store cannot be " + doing + ": " +
                             (database == nullptr ? "out of memory" : sqlite3_errmsg(database)));
}

// A statement that is prepared once.
class Query {
public:
    Query(sqlite3* database, const char* text) : database_(database) {
        if (sqlite3_prepare_v2(database, text, -1, &statement_, nullptr) != SQLITE_OK) fail(database, "read");
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query() { sqlite3_finalize(statement_); }

    Query& bind(int at, std::size_t value) {
        sqlite3_bind_int64(statement_, at, static_cast<sqlite3_int64>(value));
        return *this;
    }
    Query& bind(int at, double value) {
        sqlite3_bind_double(statement_, at, value);
        return *this;
    }
    Query& bind(int at, const std::string& text) {
        sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
        return *this;
    }
    Query& bind(int at, const std::vector<double>& numbers) {
        const auto bytes = static_cast<sqlite3_uint64>(numbers.size() * sizeof(double));
        if (bytes == 0)
            sqlite3_bind_zeroblob(statement_, at, 0);
        else
            sqlite3_bind_blob64(statement_, at, numbers.data(), bytes, SQLITE_TRANSIENT);
        return *this;
    }
    // True while there is a row.
    bool step() {
        const int code = sqlite3_step(statement_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) fail(database_, "written");
        if (code == SQLITE_DONE) sqlite3_reset(statement_);
        return code == SQLITE_ROW;
    }
    void run() {
        while (step()) {
        }
    }
    [[nodiscard]] std::size_t whole(int column) {
        return static_cast<std::size_t>(sqlite3_column_int64(statement_, column));
    }
    [[nodiscard]] double real(int column) { return sqlite3_column_double(statement_, column); }
    [[nodiscard]] std::string text(int column) {
        const auto* at = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return at == nullptr ? std::string() : std::string(at);
    }
    [[nodiscard]] std::vector<double> numbers(int column) {
        const auto bytes = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        std::vector<double> result(bytes / sizeof(double));
        if (!result.empty()) std::memcpy(result.data(), sqlite3_column_blob(statement_, column), bytes);
        return result;
    }

private:
    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace

struct Store::Inside {
    sqlite3* database = nullptr;
    std::unique_ptr<Query> finish, result;
    bool in_hand = false;  // a transaction
    std::size_t rows = 0;  // in it
    std::chrono::steady_clock::time_point begun;

    explicit Inside(const std::filesystem::path& file, int flags) {
        if (sqlite3_open_v2(file.c_str(), &database, flags, nullptr) != SQLITE_OK) {
            const std::string why = database == nullptr ? "out of memory" : sqlite3_errmsg(database);
            sqlite3_close(database);
            throw std::runtime_error("the study store " + file.string() + " cannot be opened: " + why);
        }
        sqlite3_busy_timeout(database, 5000);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() {
        finish.reset();
        result.reset();
        sqlite3_close(database);
    }

    void run(const std::string& text) {
        char* why = nullptr;
        if (sqlite3_exec(database, text.c_str(), nullptr, nullptr, &why) != SQLITE_OK) {
            sqlite3_free(why);
            fail(database, "written");
        }
    }
    std::size_t number(const char* text) {
        Query query(database, text);
        return query.step() ? query.whole(0) : 0;
    }
    // Every commit is on the disk before it is called one.
    void set_journal(const std::filesystem::path& file) {
        run(on_a_network(file) ? "PRAGMA journal_mode=DELETE" : "PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
    }
    void prepare() {
        finish = std::make_unique<Query>(
            database, "UPDATE point SET status=?2, attempts=attempts+1, seconds=?3, error=?4 WHERE point=?1");
        result = std::make_unique<Query>(
            database,
            "INSERT OR REPLACE INTO result(point,arm,summaries,differences,kept) VALUES(?1,?2,?3,?4,?5)");
    }
    void begin() {
        if (in_hand) return;
        run("BEGIN IMMEDIATE");
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
    auto inside = std::make_unique<Inside>(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (inside->number("SELECT count(*) FROM sqlite_master") > 0)
        throw std::runtime_error(file.string() +
                                 " holds a study already; go on with --resume, or name another file");
    inside->set_journal(file);
    inside->begin();
    inside->run(kTables);
    inside->put_card(card);
    inside->put_points(points);
    inside->run("PRAGMA application_id=" + std::to_string(kApplication));
    inside->run("PRAGMA user_version=" + std::to_string(kFormat));
    Store store(std::move(inside));
    store.commit();
    store.inside_->prepare();
    return store;
}

Store Store::open(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) throw std::runtime_error("there is no study store " + file.string());
    auto inside = std::make_unique<Inside>(file, SQLITE_OPEN_READWRITE);
    std::size_t application = 0, format = 0;
    try {
        application = inside->number("PRAGMA application_id");
        format = inside->number("PRAGMA user_version");
    } catch (const std::runtime_error&) {
        application = 0;  // no database at all
    }
    if (application != kApplication) throw ForeignStore(file.string() + " is no study store of clout");
    if (format != kFormat)
        throw ForeignStore(file.string() + " is a study store of format " + std::to_string(format) +
                           "; this program reads " + std::to_string(kFormat));
    inside->set_journal(file);
    inside->prepare();
    return Store(std::move(inside));
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
    int moved = 0;
    sqlite3_file_control(inside_->database, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved != 0) throw std::runtime_error("the study store has been removed while it was written");
    inside_->run("COMMIT");
    inside_->in_hand = false;
}

void Store::retry_failed() { inside_->run("UPDATE point SET status=0, error='' WHERE status=2"); }

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
    for (const std::size_t point : other.points(PointStatus::done))
        if (const auto played = other.read(point, arms)) write(*played);
    for (const StoredFailure& failure : other.failures()) write({failure.point, failure.error, {}, 0});
    commit();
}

}  // namespace clout
