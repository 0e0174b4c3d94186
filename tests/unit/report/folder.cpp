#include "engine/report/files/folder.hpp"

#include "engine/report/json/json.hpp"
#include "engine/report/json/json_manifest.hpp"
#include "tests/unit/report/two_arms.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <set>

namespace clout {
namespace {

namespace fs = std::filesystem;

class FolderTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "clout-folder-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        root_ = name;
    }
    void TearDown() override { fs::remove_all(root_); }

    [[nodiscard]] static std::string manifest(const std::vector<std::string>& files) {
        const TwoArms two;
        return manifest_json({&two.provenance, "clout: 1\n", "clout compare", {}, files, ""});
    }
    // Names of everything below the test's own folder.
    [[nodiscard]] std::set<std::string> everything() const {
        std::set<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(root_)) {
            names.insert(fs::relative(entry.path(), root_).string());
        }
        return names;
    }
    fs::path root_;
};

TEST_F(FolderTest, ANewFolderAppearsWhole) {
    write_folder(root_ / "new" / "out", {{"a.csv", "1\n"}, {kManifestName, manifest({"a.csv"})}});
    EXPECT_EQ(everything(),
              (std::set<std::string>{"new", "new/out", "new/out/a.csv", "new/out/manifest.json"}));
    EXPECT_EQ(read_whole(root_ / "new" / "out" / "a.csv"), "1\n");
}

TEST_F(FolderTest, OurOwnFolderIsReplacedAndLosesWhatIsNoLongerMade) {
    write_folder(root_ / "out",
                 {{"a.csv", "1\n"}, {"old.csv", "2\n"}, {kManifestName, manifest({"a.csv", "old.csv"})}});
    std::ofstream(root_ / "out" / "notes.txt") << "mine";
    EXPECT_FALSE(refusal(root_ / "out"));
    write_folder(root_ / "out", {{"a.csv", "3\n"}, {kManifestName, manifest({"a.csv"})}});
    EXPECT_EQ(everything(),
              (std::set<std::string>{"out", "out/a.csv", "out/notes.txt", "out/manifest.json"}));
    EXPECT_EQ(read_whole(root_ / "out" / "a.csv"), "3\n");
}

TEST_F(FolderTest, AnEmptyFolderIsFilledAndAForeignOneRefused) {
    EXPECT_FALSE(refusal(root_));
    EXPECT_FALSE(refusal(root_ / "not-there"));
    std::ofstream(root_ / "thesis.doc") << "mine";
    EXPECT_TRUE(refusal(root_));
    EXPECT_TRUE(refusal(root_ / "thesis.doc"));
    fs::create_directory(root_ / "web");
    std::ofstream(root_ / "web" / kManifestName) << "{\"name\": \"a web application\"}";
    EXPECT_TRUE(refusal(root_ / "web"));
}

TEST_F(FolderTest, StoppingLeavesNothing) {
    EXPECT_THROW(write_folder(root_ / "out", {{"a.csv", "1\n"}}, [] { return true; }), Abandoned);
    EXPECT_TRUE(everything().empty());
}

TEST_F(FolderTest, StoppingLeavesAnOlderResultAsItWas) {
    write_folder(root_ / "out", {{"a.csv", "1\n"}, {kManifestName, manifest({"a.csv"})}});
    int asked = 0;
    EXPECT_THROW(write_folder(root_ / "out", {{"a.csv", "2\n"}, {kManifestName, manifest({"a.csv"})}},
                              [&] { return ++asked > 1; }),
                 Abandoned);
    EXPECT_EQ(read_whole(root_ / "out" / "a.csv"), "1\n");
    EXPECT_EQ(everything(), (std::set<std::string>{"out", "out/a.csv", "out/manifest.json"}));
}

TEST_F(FolderTest, WhatTheWorldForbidsIsSaidPlainly) {
    std::ofstream(root_ / "file") << "x";
    try {
        write_folder(root_ / "file" / "out", {{"a.csv", "1\n"}});
        FAIL() << "a folder was made inside a file";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("cannot create"), std::string::npos) << error.what();
    }
}

TEST_F(FolderTest, AManifestCannotReachOutsideItsFolder) {
    std::ofstream(root_ / "precious") << "x";
    write_folder(root_ / "out",
                 {{"a.csv", "1\n"}, {kManifestName, manifest({"a.csv", "../precious", ".."})}});
    write_folder(root_ / "out", {{"a.csv", "1\n"}, {kManifestName, manifest({"a.csv"})}});
    EXPECT_TRUE(fs::exists(root_ / "precious"));
}

TEST_F(FolderTest, ASingleFileIsReplacedWhole) {
    write_file(root_ / "a.txt", "one");
    write_file(root_ / "a.txt", "two");
    EXPECT_EQ(read_whole(root_ / "a.txt"), "two");
    EXPECT_EQ(everything(), std::set<std::string>{"a.txt"});
    EXPECT_THROW(write_file(root_ / "nowhere" / "a.txt", "x"), std::runtime_error);
    EXPECT_THROW(static_cast<void>(read_whole(root_ / "nothing")), std::runtime_error);
}

}  // namespace
}  // namespace clout
