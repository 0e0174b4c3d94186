// The only door to NetCDF: one file that is being written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace clout {

enum class NetcdfType : std::uint8_t { whole, real, text };

// Dimensions, variables and attributes first, then values, then close. Whatever goes wrong is a
// std::runtime_error with a plain message, also where the library is not installed: it is looked for when the
// first file is made.
class NetcdfFile {
public:
    explicit NetcdfFile(const std::filesystem::path& file);
    NetcdfFile(const NetcdfFile&) = delete;
    NetcdfFile& operator=(const NetcdfFile&) = delete;
    ~NetcdfFile();

    // Each answers with its id.
    [[nodiscard]] int dimension(const std::string& name, std::size_t length);
    [[nodiscard]] int variable(const std::string& name, NetcdfType type, const std::vector<int>& dimensions,
                               const std::string& unit = {});
    void attribute(const char* name, const std::string& text);  // of the file
    void attribute(const char* name, const std::string& text, int variable);
    void end_definitions();

    // Whole variables; and a part of one, from `start` on.
    void put(int variable, const std::vector<std::string>& texts);
    void put(int variable, const std::vector<long long>& numbers);
    void put(int variable, const std::vector<std::size_t>& start, const std::vector<std::size_t>& count,
             const std::vector<double>& values);
    void close();

private:
    struct Library;
    void check(int code) const;

    std::unique_ptr<Library> library_;
    int id_ = 0;
    bool open_ = false;
};

}  // namespace clout
