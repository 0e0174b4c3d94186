// A folder of results that is either whole or not there: written under another name first, then moved into
// place.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace clout {

struct ResultFile {
    std::string name;     // "measures.csv": no folders
    std::string content;  // bytes
};

inline constexpr const char* kManifestName = "manifest.json";

// Why results may not go to that folder: it is a file, or holds something that is not ours. Nothing = they
// may.
[[nodiscard]] std::optional<std::string> refusal(const std::filesystem::path& folder);

struct Abandoned : std::runtime_error {
    Abandoned() : std::runtime_error("stopped while writing; nothing was left behind") {}
};

// Writes all files or none: into a temporary folder (a sibling of a new folder, inside one that exists),
// flushed to the disk, then renamed; an existing folder of ours gets its files replaced one by one, the
// manifest last, and loses those that its old manifest lists and that are no longer made. Throws
// std::runtime_error with a plain message when the world does not permit it, and Abandoned once `stop`
// answers true; the temporary folder is removed either way.
void write_folder(const std::filesystem::path& folder, const std::vector<ResultFile>& files,
                  const std::function<bool()>& stop = {});

// The same where files are too large to be held in memory: `fill` writes those names into the folder that it
// is given, and they are flushed and put in place when it returns.
void fill_folder(const std::filesystem::path& folder, const std::vector<std::string>& names,
                 const std::function<void(const std::filesystem::path& into)>& fill);
// One such file.
void fill_file(const std::filesystem::path& file,
               const std::function<void(const std::filesystem::path& into)>& fill);

// The whole of a file. Throws std::runtime_error with a plain message.
[[nodiscard]] std::string read_whole(const std::filesystem::path& file);

// One file, whole or not at all, by the same way. Replaces what stands there.
void write_file(const std::filesystem::path& file, const std::string& content);

}  // namespace clout
