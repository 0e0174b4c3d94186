#include "engine/report/files/folder.hpp"

#include "engine/report/files/aside.hpp"
#include "engine/report/json/json_manifest.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

namespace clout {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what, const fs::path& where, const std::string& why) {
    throw std::runtime_error("cannot " + what + " " + where.string() + ": " + why);
}

void rename_over(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) {
        fail("write", to, error.message());
    }
}

// What `write` does to a file; what the world does not permit is told in plain words.
void or_say(const fs::path& file, const std::function<void()>& write) {
    try {
        write();
    } catch (const std::system_error& failure) {
        fail("write", file, failure.code().message());
    }
}

void write_to(OpenFile& file, std::string_view content, const std::function<bool()>& stop) {
    constexpr std::size_t kChunk = 1u << 20;  // [bytes] between two looks at `stop`
    for (std::size_t at = 0; at < content.size(); at += kChunk) {
        if (stop && stop()) throw Abandoned();
        file.write(content.substr(at, kChunk));
    }
}

void write_new(const fs::path& path, const std::string& content, const std::function<bool()>& stop) {
    or_say(path, [&] {
        OpenFile file(path, OpenFile::How::make_new);
        write_to(file, content, stop);
        file.finish();
    });
}

// What somebody else has written, to the disk.
void flush(const fs::path& path) {
    or_say(path, [&] { OpenFile(path, OpenFile::How::read).finish(); });
}

// Names, and who writes them into a folder that stands aside.
struct Contents {
    std::vector<std::string> names;
    std::function<void(const fs::path& into)> write;
};

// As it is meant: absolute, and where links lead.
fs::path plain(const fs::path& given) {
    fs::path path = fs::absolute(given).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    return error ? path : real;
}

// What nobody of ours has written is not written over.
void spare_strangers(const fs::path& folder, const std::vector<std::string>& ours,
                     const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        std::error_code ignored;
        if (std::find(ours.begin(), ours.end(), name) == ours.end() &&
            fs::exists(fs::symlink_status(folder / name, ignored)))
            fail("replace", folder / name, "no run of ours has written it; name a new folder");
    }
}

void make_new(const fs::path& folder, const Contents& contents) {
    std::error_code error;
    fs::create_directories(folder.parent_path(), error);
    if (error) fail("create", folder.parent_path(), error.message());
    std::string why;
    auto aside = AsideFolder::make(name_beside, folder, why);
    if (!aside) fail("create", folder, why);
    contents.write(aside->path());
    rename_over(aside->path(), folder);
    aside->moved();
}

// True where the new results stand in the folder's place, all at once.
bool swapped(const fs::path& folder, const Contents& contents) {
    std::string why;
    auto aside = AsideFolder::make(name_beside, folder, why);
    if (!aside) return false;
    contents.write(aside->path());
    std::error_code error;
    const fs::perms allowed = fs::status(folder, error).permissions();
    if (!error) fs::permissions(aside->path(), allowed, error);
    if (!exchange_names(aside->path(), folder)) return false;
    give_back(aside->path(), folder);
    return true;
}

// A mount, or a folder beside which nothing can be made, is filled file by file. While that lasts it has no
// manifest, so that what has one is of one run.
void fill(const fs::path& folder, const std::vector<std::string>& ours, const Contents& contents) {
    std::string why;
    auto aside = AsideFolder::make(name_inside, folder, why);
    if (!aside) fail("write", folder, why);
    contents.write(aside->path());
    std::error_code ignored;
    fs::remove(folder / kManifestName, ignored);
    const auto is_new = [&](const std::string& name) {
        return std::find(contents.names.begin(), contents.names.end(), name) != contents.names.end();
    };
    for (const std::string& name : ours) {
        if (!is_new(name)) fs::remove(folder / name, ignored);
    }
    for (const bool manifest : {false, true}) {
        for (const std::string& name : contents.names) {
            if ((name == kManifestName) == manifest) rename_over(aside->path() / name, folder / name);
        }
    }
}

void place(const fs::path& folder, const Contents& contents) {
    for (const std::string& name : contents.names) {
        if (!is_result_name(name)) throw std::logic_error(name + " is no name of results");
    }
    const fs::path path = plain(folder);
    const bool left_unfinished = remove_leftovers(path);
    if (!fs::is_directory(path)) return make_new(path, contents);
    const auto ours = files_of_ours(path, left_unfinished);
    spare_strangers(path, ours, contents.names);
    if (!swapped(path, contents)) fill(path, ours, contents);
}

bool holds_results(const fs::path& folder) {
    return fs::exists(folder / kManifestName) && manifest_files(read_whole(folder / kManifestName));
}

}  // namespace

std::optional<std::string> refusal(const std::filesystem::path& folder) {
    const fs::path path = plain(folder);
    std::error_code error;
    if (!fs::exists(path, error)) return std::nullopt;
    if (!fs::is_directory(path, error)) return path.string() + " exists and is no folder";
    bool empty = true, leftovers = false, known = true;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        const bool leftover = is_leftover_inside(name);
        leftovers = leftovers || leftover;
        empty = empty && leftover;
        known = known && (leftover || is_result_name(name));
    }
    if (error) return path.string() + ": " + error.message();
    if (empty || (leftovers && known) || holds_results(path)) return std::nullopt;
    return path.string() + " is not empty and holds no results of ours; name a new folder";
}

void write_folder(const std::filesystem::path& folder, const std::vector<ResultFile>& files,
                  const std::function<bool()>& stop) {
    std::vector<std::string> names;
    for (const ResultFile& file : files) names.push_back(file.name);
    place(folder, {names, [&](const fs::path& into) {
                       for (const ResultFile& file : files) write_new(into / file.name, file.content, stop);
                   }});
}

void fill_folder(const std::filesystem::path& folder, const std::vector<std::string>& names,
                 const std::function<void(const std::filesystem::path& into)>& fill) {
    place(folder, {names, [&](const fs::path& into) {
                       fill(into);
                       for (const std::string& name : names) flush(into / name);
                   }});
}

void make_folder(const std::filesystem::path& folder,
                 const std::function<void(const std::filesystem::path& into)>& fill) {
    const fs::path path = plain(folder);
    fs::path aside;
    try {
        make_new(path, {{}, [&](const fs::path& into) { fill(aside = into); }});
    } catch (...) {
        std::error_code ignored;
        if (!aside.empty()) fs::remove_all(aside, ignored);
        throw;
    }
}

// Who writes it may lock it for itself; so it stands unlocked, and a second writer of the same file may take
// it for a leftover: then this one says that it cannot be written.
void fill_file(const std::filesystem::path& file,
               const std::function<void(const std::filesystem::path& into)>& fill) {
    const fs::path target = plain(file);
    remove_leftovers(target);
    const fs::path temporary = name_beside(target);
    try {
        fill(temporary);
        flush(temporary);
        rename_over(temporary, target);
    } catch (...) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw;
    }
}

std::string read_whole(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream.is_open() || stream.bad()) {
        fail("read", file, std::strerror(errno));
    }
    return content.str();
}

void write_file(const std::filesystem::path& file, const std::string& content) {
    const fs::path target = plain(file);
    std::error_code ignored;
    if (fs::exists(target, ignored) && !fs::is_regular_file(target, ignored)) {  // a terminal, a pipe
        or_say(target, [&] { OpenFile(target, OpenFile::How::write).write(content); });
        return;
    }
    remove_leftovers(target);
    const fs::path temporary = name_beside(target);
    try {
        or_say(temporary, [&] {
            OpenFile open(temporary, OpenFile::How::make_new);
            const auto lock = Lock::take(temporary);
            open.write(content);
            open.finish();
        });
        rename_over(temporary, target);
    } catch (...) {
        fs::remove(temporary, ignored);
        throw;
    }
}

}  // namespace clout
