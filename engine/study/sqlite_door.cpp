#include "engine/study/sqlite_door.hpp"

#include "engine/base/platform.hpp"

#include <sqlite3.h>

#include <cstring>
#include <stdexcept>

namespace clout {
namespace {

std::string folder_of(const std::filesystem::path& file) {
    return file.parent_path().empty() ? "." : file.parent_path().string();
}

[[noreturn]] void fail(sqlite3* database, const std::string& doing) {
    const int code = database == nullptr ? SQLITE_NOMEM : sqlite3_errcode(database);
    const std::string why = code == SQLITE_FULL       ? "the disk is full"
                            : code == SQLITE_NOMEM    ? "there is not enough memory"
                            : code == SQLITE_READONLY ? "the file or its folder may not be written"
                                                      : sqlite3_errmsg(database);
    throw std::runtime_error("the study store cannot be " + doing + ": " + why);
}

// "file:…?immutable=1": SQLite then asks for no place to write in. Bytes that mean something in an address
// are escaped.
std::string unchanging(const std::filesystem::path& file) {
    constexpr const char* kHex = "0123456789abcdef";
    std::string address = "file:";
    for (const char c : file.string()) {
        if (c == '%' || c == '?' || c == '#')
            address +=
                {'%', kHex[static_cast<unsigned char>(c) / 16], kHex[static_cast<unsigned char>(c) % 16]};
        else
            address += c;
    }
    return address + "?immutable=1";
}

}  // namespace

Database::Database(const std::filesystem::path& file, Access access) {
    const bool still = access == Access::read && !may_write_in(folder_of(file)) &&
                       !std::filesystem::exists(file.string() + "-wal");
    const int flags = still ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
                            : SQLITE_OPEN_READWRITE | (access == Access::create ? SQLITE_OPEN_CREATE : 0);
    const std::string name = still ? unchanging(file) : file.string();
    if (sqlite3_open_v2(name.c_str(), &database_, flags, nullptr) != SQLITE_OK) {
        const std::string why = database_ == nullptr ? "out of memory" : sqlite3_errmsg(database_);
        sqlite3_close(database_);
        throw std::runtime_error("the study store " + file.string() + " cannot be opened: " + why);
    }
    sqlite3_busy_timeout(database_, 5000);
}

Database::~Database() { sqlite3_close(database_); }

void Database::run(const std::string& text) {
    if (sqlite3_exec(database_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(database_, "written");
}

std::size_t Database::number(const char* text) {
    Query query(*this, text);
    return query.step() ? query.whole(0) : 0;
}

void Database::set_journal(const std::filesystem::path& file) {
    // Figures of every future are blobs of a hundred kilobytes a point: with pages of 4 KiB, copied out of
    // the log every 4 MiB as SQLite does by itself, a tenth of the clock went into waiting for the disk.
    run("PRAGMA page_size=16384");          // [bytes] of a new file
    run("PRAGMA wal_autocheckpoint=1024");  // [pages]
    // The write-ahead log needs memory that all who open the file share, which several machines do not.
    run(on_a_network(folder_of(file)) ? "PRAGMA journal_mode=DELETE" : "PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
}

bool Database::has_moved() {
    int moved = 0;
    sqlite3_file_control(database_, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

Query::Query(const Database& database, const char* text) : database_(database.database_) {
    if (sqlite3_prepare_v2(database_, text, -1, &statement_, nullptr) != SQLITE_OK) fail(database_, "read");
}

Query::~Query() { sqlite3_finalize(statement_); }

Query& Query::bind(int at, std::size_t value) {
    sqlite3_bind_int64(statement_, at, static_cast<sqlite3_int64>(value));
    return *this;
}

Query& Query::bind(int at, double value) {
    sqlite3_bind_double(statement_, at, value);
    return *this;
}

Query& Query::bind(int at, const std::string& text) {
    sqlite3_bind_text64(statement_, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Query& Query::bind(int at, const std::vector<double>& numbers) {
    if (numbers.empty())
        sqlite3_bind_zeroblob(statement_, at, 0);
    else
        sqlite3_bind_blob64(statement_, at, numbers.data(), numbers.size() * sizeof(double),
                            SQLITE_TRANSIENT);
    return *this;
}

bool Query::step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        fail(database_, sqlite3_stmt_readonly(statement_) != 0 ? "read" : "written");
    if (code == SQLITE_DONE) sqlite3_reset(statement_);
    return code == SQLITE_ROW;
}

void Query::run() {
    while (step()) {
    }
}

std::size_t Query::whole(int column) {
    return static_cast<std::size_t>(sqlite3_column_int64(statement_, column));
}

double Query::real(int column) { return sqlite3_column_double(statement_, column); }

std::string Query::text(int column) {
    const auto* at = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return at == nullptr
               ? std::string()
               : std::string(at, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::vector<double> Query::numbers(int column) {
    const auto bytes = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    std::vector<double> result(bytes / sizeof(double));
    if (!result.empty()) std::memcpy(result.data(), sqlite3_column_blob(statement_, column), bytes);
    return result;
}

}  // namespace clout
