// The only door to SQLite: a database, and statements that are prepared once. Whatever goes wrong is a
// std::runtime_error with a plain message.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace clout {

class Database {
public:
    enum class Access { create, write, read };
    // To read also works where nothing can be written beside the file.
    Database(const std::filesystem::path& file, Access access);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    void run(const std::string& text);
    [[nodiscard]] std::size_t number(const char* text);  // of the first row; 0 where there is none
    // Every commit is on the disk before it is called one; the journal suits the file system.
    void set_journal(const std::filesystem::path& file);
    // Whether the file has been removed, or another one been put in its place.
    [[nodiscard]] bool has_moved();

private:
    friend class Query;
    sqlite3* database_ = nullptr;
};

class Query {
public:
    Query(const Database& database, const char* text);
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query();

    Query& bind(int at, std::size_t value);
    Query& bind(int at, double value);
    Query& bind(int at, const std::string& text);
    Query& bind(int at, const std::vector<double>& numbers);
    [[nodiscard]] bool step();  // true while there is a row
    void run();

    [[nodiscard]] std::size_t whole(int column);
    [[nodiscard]] double real(int column);
    [[nodiscard]] std::string text(int column);
    [[nodiscard]] std::vector<double> numbers(int column);

private:
    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace clout
