// Paths as texts, and files that come from somewhere else than the disk.
#include "engine/scenario/text/paths.hpp"

#include "engine/scenario/text/files.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

TEST(Paths, TheirParts) {
    EXPECT_EQ(folder_of("a/b/c.yaml"), "a/b");
    EXPECT_EQ(folder_of("c.yaml"), "");
    EXPECT_EQ(folder_of("/c.yaml"), "/");
    EXPECT_EQ(file_name_of("a/c.yaml"), "c.yaml");
    EXPECT_EQ(file_name_of("c.yaml"), "c.yaml");
    EXPECT_EQ(stem_of("a.b/c.d.yaml"), "c.d");
    EXPECT_EQ(stem_of("a/.yaml"), ".yaml");
    EXPECT_EQ(stem_of("a/b"), "b");
    EXPECT_EQ(joined_path("a", "b"), "a/b");
    EXPECT_EQ(joined_path("", "b"), "b");
    EXPECT_EQ(joined_path("/", "b"), "/b");
}

TEST(Paths, NormalAsTheFileSystemSaysIt) {
    for (const char* path : {"a/./b/../c", "a//b", "./a", "../a", "a/../../b", "/../a", "/a/..", "a/..", "..",
                             ".", "", "/", "../..", "../../a/../b"}) {
        EXPECT_EQ(normal_path(path), std::filesystem::path(path).lexically_normal().string()) << path;
    }
}

TEST(Paths, InsideTheFolderOfTheScenario) {
    EXPECT_EQ(path_inside("", "a.yaml"), "a.yaml");
    EXPECT_EQ(path_inside("below", "../a.yaml"), "a.yaml");
    EXPECT_EQ(path_inside("below", "a/..a.yaml"), "below/a/..a.yaml");
    EXPECT_EQ(path_inside("", "..a.yaml"), "..a.yaml");
    for (const auto& [folder, named] : {std::pair{"", "../a.yaml"}, std::pair{"below", "../../a.yaml"},
                                        std::pair{"", ".."}, std::pair{"", "/a.yaml"}, std::pair{"", ""}}) {
        EXPECT_EQ(path_inside(folder, named), std::nullopt) << folder << " " << named;
    }
}

TEST(Files, TheDiskSaysWhatIsThere) {
    const Folder folder;
    const std::string file = folder.write("a.txt", "text").string();
    std::filesystem::create_symlink("a.txt", folder.path() / "link.txt");
    const FileProvider disk = disk_files();
    EXPECT_EQ(disk.read(file, 4).bytes, "text");
    EXPECT_EQ(disk.read(file, 3).trouble, too_large(3));
    EXPECT_TRUE(disk.read(file + "x", 4).missing);
    EXPECT_EQ(disk.read(folder.path().string(), 4).trouble, "this is a folder, not a file");
    EXPECT_EQ(disk.identity((folder.path() / "link.txt").string()), disk.identity(file));
    EXPECT_NE(disk.identity((folder.path() / "b.txt").string()), disk.identity(file));
}

TEST(Files, AFunctionIsAskedForPlainPaths) {
    std::vector<std::string> asked;
    const FileProvider files = files_from([&](const std::string& path) -> std::optional<std::string> {
        asked.push_back(path);
        return path == "a/b" ? std::optional<std::string>("text") : std::nullopt;
    });
    EXPECT_EQ(files.read("./a/c/../b", 4).bytes, "text");
    EXPECT_EQ(asked, std::vector<std::string>{"a/b"});
    EXPECT_EQ(files.read("a/b", 3).trouble, too_large(3));
    EXPECT_TRUE(files.read("b", 4).missing);
    EXPECT_EQ(files.identity("a/./b"), files.identity("a/b"));
}

}  // namespace
}  // namespace clout
