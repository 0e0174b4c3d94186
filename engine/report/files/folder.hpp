// A folder of results that is either whole or not there, and always of one run: written under another name
// first, then moved into place.
#pragma once

#include "engine/report/files/result_names.hpp"

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

// Why results may not go to that folder: it is a file, or holds something that is not ours. Nothing = they
// may.
[[nodiscard]] std::optional<std::string> refusal(const std::filesystem::path& folder);

struct Abandoned : std::runtime_error {
    Abandoned() : std::runtime_error("stopped while writing; nothing was left behind") {}
};

// Writes all files or none: into a temporary folder beside it, flushed to the disk, which then takes its
// place in one moment; of a folder that was there what is not ours is kept, and what earlier runs of ours
// have written goes. Where nothing can be made beside it (a mount), or names cannot change places, its files
// are replaced one by one, and it has no manifest meanwhile. What dead writers have left is removed first.
// Throws std::runtime_error with a plain message when the world does not permit it, and Abandoned once `stop`
// answers true; the temporary folder is removed either way.
void write_folder(const std::filesystem::path& folder, const std::vector<ResultFile>& files,
                  const std::function<bool()>& stop = {});

// The same where files are too large to be held in memory: `fill` writes those names into the folder that it
// is given, and they are flushed and put in place when it returns.
void fill_folder(const std::filesystem::path& folder, const std::vector<std::string>& names,
                 const std::function<void(const std::filesystem::path& into)>& fill);
// A folder that is not there yet, with whatever `fill` writes into it.
void make_folder(const std::filesystem::path& folder,
                 const std::function<void(const std::filesystem::path& into)>& fill);
// One such file.
void fill_file(const std::filesystem::path& file,
               const std::function<void(const std::filesystem::path& into)>& fill);

// The whole of a file. Throws std::runtime_error with a plain message.
[[nodiscard]] std::string read_whole(const std::filesystem::path& file);

// One file, whole or not at all, by the same way. Replaces what stands there; what is no regular file (a
// terminal, a pipe) is written to.
void write_file(const std::filesystem::path& file, const std::string& content);

}  // namespace clout
