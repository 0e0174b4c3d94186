// Where a result is written before it is moved into place: beside it, under a name that nobody else has. A
// lock that dies with its writer, however that dies and in whichever container, tells whether it is still
// being written; what dead writers have left is recognised by it and removed.
#pragma once

#include "engine/base/platform.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace clout {

// TARGET.partial-PID-RANDOM, or .partial-PID-RANDOM inside of a folder.
[[nodiscard]] std::filesystem::path name_beside(const std::filesystem::path& target);
[[nodiscard]] std::filesystem::path name_inside(const std::filesystem::path& folder);
// Whether an entry of a folder has such a name inside of it.
[[nodiscard]] bool is_leftover_inside(const std::string& name);

// A new folder of such a name, locked; whatever is ours in it goes when it does.
class AsideFolder {
public:
    // Nothing where none can be made there; `why` says the reason.
    [[nodiscard]] static std::optional<AsideFolder> make(
        std::filesystem::path (*name)(const std::filesystem::path&), const std::filesystem::path& target,
        std::string& why);
    AsideFolder(AsideFolder&& other) noexcept;
    AsideFolder(const AsideFolder&) = delete;
    AsideFolder& operator=(const AsideFolder&) = delete;
    AsideFolder& operator=(AsideFolder&&) = delete;
    ~AsideFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    void moved() { path_.clear(); }  // it has been renamed, and is no concern of ours any more

private:
    AsideFolder(std::filesystem::path path, std::optional<Lock> lock);
    std::filesystem::path path_;
    std::optional<Lock> lock_;
};

// Files of results in a folder that a run of ours has written: those of known names that its manifest lists,
// and the manifest. Without a manifest there are none, or, in one that a writer has `left_unfinished`, all of
// known names.
[[nodiscard]] std::vector<std::string> files_of_ours(const std::filesystem::path& folder,
                                                     bool left_unfinished);

// Removes what is ours in a folder that stands aside, and the folder if nothing is left in it.
void remove_aside(const std::filesystem::path& aside);

// Moves what is not ours from a folder that stands aside into the one beside which it stands, where nothing
// of that name is.
void give_back(const std::filesystem::path& aside, const std::filesystem::path& folder);

// Removes what dead writers of that file or folder have left, beside it and inside of it. True where one of
// them was inside: it may have been stopped while it filled the folder.
bool remove_leftovers(const std::filesystem::path& target);

}  // namespace clout
