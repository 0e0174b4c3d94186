#include "engine/report/files/folder.hpp"

#include "engine/report/files/aside.hpp"

#include "engine/report/json/json.hpp"
#include "engine/report/json/json_manifest.hpp"
#include "tests/unit/report/two_arms.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <set>
#include <thread>

#include <sys/wait.h>

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
    write_folder(root_ / "new" / "out",
                 {{"measures.csv", "1\n"}, {kManifestName, manifest({"measures.csv"})}});
    EXPECT_EQ(everything(),
              (std::set<std::string>{"new", "new/out", "new/out/measures.csv", "new/out/manifest.json"}));
    EXPECT_EQ(read_whole(root_ / "new" / "out" / "measures.csv"), "1\n");
}

TEST_F(FolderTest, OurOwnFolderIsReplacedAndLosesWhatIsNoLongerMade) {
    write_folder(root_ / "out", {{"measures.csv", "1\n"},
                                 {"arm.txt", "2\n"},
                                 {kManifestName, manifest({"measures.csv", "arm.txt"})}});
    std::ofstream(root_ / "out" / "notes.txt") << "mine";
    EXPECT_FALSE(refusal(root_ / "out"));
    write_folder(root_ / "out", {{"measures.csv", "3\n"}, {kManifestName, manifest({"measures.csv"})}});
    EXPECT_EQ(everything(),
              (std::set<std::string>{"out", "out/measures.csv", "out/notes.txt", "out/manifest.json"}));
    EXPECT_EQ(read_whole(root_ / "out" / "measures.csv"), "3\n");
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
    EXPECT_THROW(write_folder(root_ / "out", {{"measures.csv", "1\n"}}, [] { return true; }), Abandoned);
    EXPECT_TRUE(everything().empty());
}

TEST_F(FolderTest, StoppingLeavesAnOlderResultAsItWas) {
    write_folder(root_ / "out", {{"measures.csv", "1\n"}, {kManifestName, manifest({"measures.csv"})}});
    int asked = 0;
    EXPECT_THROW(
        write_folder(root_ / "out", {{"measures.csv", "2\n"}, {kManifestName, manifest({"measures.csv"})}},
                     [&] { return ++asked > 1; }),
        Abandoned);
    EXPECT_EQ(read_whole(root_ / "out" / "measures.csv"), "1\n");
    EXPECT_EQ(everything(), (std::set<std::string>{"out", "out/measures.csv", "out/manifest.json"}));
}

TEST_F(FolderTest, WhatTheWorldForbidsIsSaidPlainly) {
    std::ofstream(root_ / "file") << "x";
    try {
        write_folder(root_ / "file" / "out", {{"measures.csv", "1\n"}});
        FAIL() << "a folder was made inside a file";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("cannot create"), std::string::npos) << error.what();
    }
}

TEST_F(FolderTest, AManifestCannotReachOutsideItsFolder) {
    std::ofstream(root_ / "precious") << "x";
    write_folder(root_ / "out",
                 {{"measures.csv", "1\n"}, {kManifestName, manifest({"measures.csv", "../precious", ".."})}});
    write_folder(root_ / "out", {{"measures.csv", "1\n"}, {kManifestName, manifest({"measures.csv"})}});
    EXPECT_TRUE(fs::exists(root_ / "precious"));
}

TEST_F(FolderTest, AManifestThatNamesAStrangersFileDeletesNothing) {
    write_folder(root_ / "out",
                 {{"measures.csv", "1\n"}, {kManifestName, manifest({"measures.csv", "thesis.doc"})}});
    std::ofstream(root_ / "out" / "thesis.doc") << "mine";
    write_folder(root_ / "out", {{"measures.csv", "2\n"}, {kManifestName, manifest({"measures.csv"})}});
    EXPECT_EQ(read_whole(root_ / "out" / "thesis.doc"), "mine");
    EXPECT_EQ(read_whole(root_ / "out" / "measures.csv"), "2\n");
}

TEST_F(FolderTest, WhatNoRunOfOursHasWrittenIsNotWrittenOver) {
    write_folder(root_ / "out", {{"arm.txt", "1\n"}, {kManifestName, manifest({"arm.txt"})}});
    std::ofstream(root_ / "out" / "measures.csv") << "mine";
    try {
        write_folder(root_ / "out", {{"measures.csv", "2\n"}, {kManifestName, manifest({"measures.csv"})}});
        FAIL() << "a stranger's file was written over";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("no run of ours has written it"), std::string::npos);
    }
    EXPECT_EQ(read_whole(root_ / "out" / "measures.csv"), "mine");
    EXPECT_EQ(everything(),
              (std::set<std::string>{"out", "out/arm.txt", "out/manifest.json", "out/measures.csv"}));
}

TEST_F(FolderTest, OnlyNamesOfResultsAreWritten) {
    EXPECT_THROW(write_folder(root_ / "out", {{"thesis.doc", "1\n"}}), std::logic_error);
}

// Of the same process number as ours, even: the next container's is often the same.
TEST_F(FolderTest, LeftoversOfDeadWritersAreRemoved) {
    const std::string mark = ".partial-" + std::to_string(::getpid());
    write_folder(root_ / "out", {{"arm.txt", "1\n"}, {kManifestName, manifest({"arm.txt"})}});
    for (const fs::path& leftover :
         {root_ / ("out" + mark), root_ / ("out" + mark + "-0123abcd"), root_ / "out" / mark}) {
        fs::create_directory(leftover);
        std::ofstream(leftover / "measures.csv") << "half";
    }
    fs::create_directory(root_ / "out.partial-folder");  // a name that is none of ours
    EXPECT_FALSE(refusal(root_ / "out"));
    write_folder(root_ / "out", {{"arm.txt", "2\n"}, {kManifestName, manifest({"arm.txt"})}});
    EXPECT_EQ(everything(),
              (std::set<std::string>{"out", "out/arm.txt", "out/manifest.json", "out.partial-folder"}));
}

TEST_F(FolderTest, AFolderThatHoldsNothingButALeftoverIsFree) {
    fs::create_directories(root_ / "out" / ".partial-1");
    std::ofstream(root_ / "out" / ".partial-1" / "measures.csv") << "half";
    EXPECT_FALSE(refusal(root_ / "out"));
    write_folder(root_ / "out", {{"arm.txt", "2\n"}, {kManifestName, manifest({"arm.txt"})}});
    EXPECT_EQ(everything(), (std::set<std::string>{"out", "out/arm.txt", "out/manifest.json"}));
}

// Killed after the swap: the former results still stand aside, with what was a stranger's among them.
TEST_F(FolderTest, WhatWasAStrangersComesBackFromALeftover) {
    write_folder(root_ / "out", {{"arm.txt", "2\n"}, {kManifestName, manifest({"arm.txt"})}});
    const fs::path aside = root_ / "out.partial-7-00000000";
    fs::create_directory(aside);
    std::ofstream(aside / "arm.txt") << "1";
    std::ofstream(aside / kManifestName) << manifest({"arm.txt"});
    std::ofstream(aside / "notes.txt") << "mine";
    write_folder(root_ / "out", {{"arm.txt", "3\n"}, {kManifestName, manifest({"arm.txt"})}});
    EXPECT_EQ(everything(),
              (std::set<std::string>{"out", "out/arm.txt", "out/manifest.json", "out/notes.txt"}));
}

TEST_F(FolderTest, WhatALiveWriterHoldsIsLeftAlone) {
    const fs::path aside = root_ / "out.partial-7-00000000";
    fs::create_directory(aside);
    std::ofstream(aside / "arm.txt") << "1";
    const auto held = Lock::take(aside);
    ASSERT_TRUE(held);
    write_folder(root_ / "out", {{"arm.txt", "3\n"}, {kManifestName, manifest({"arm.txt"})}});
    EXPECT_TRUE(fs::exists(aside / "arm.txt"));
}

// A child writes two runs in turn into one folder until it is killed: what stands there is of one of them.
TEST_F(FolderTest, NoKillLeavesTwoRunsMixed) {
    const auto run = [&](const std::string& content) {
        const std::vector<std::string> names{"arm.txt", "measures.csv", "replicates.csv"};
        std::vector<ResultFile> files;
        for (const auto& name : names) files.push_back({name, content});
        files.push_back({kManifestName, manifest(names)});
        write_folder(root_ / "out", files);
    };
    run("one");
    for (int kill = 0; kill < 30; ++kill) {
        const pid_t child = ::fork();
        if (child == 0) {
            for (;;) {
                run("two");
                run("one");
            }
        }
        std::this_thread::sleep_for(std::chrono::microseconds(1000 + 700 * kill));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const std::string all = read_whole(root_ / "out" / "arm.txt");
        EXPECT_EQ(read_whole(root_ / "out" / "measures.csv"), all);
        EXPECT_EQ(read_whole(root_ / "out" / "replicates.csv"), all);
    }
    run("three");
    EXPECT_EQ(everything(), (std::set<std::string>{"out", "out/arm.txt", "out/manifest.json",
                                                   "out/measures.csv", "out/replicates.csv"}));
}

TEST_F(FolderTest, ALinkToAFolderStaysALink) {
    fs::create_directory(root_ / "real");
    fs::create_directory_symlink(root_ / "real", root_ / "out");
    for (const char* content : {"1\n", "2\n"})
        write_folder(root_ / "out", {{"arm.txt", content}, {kManifestName, manifest({"arm.txt"})}});
    EXPECT_TRUE(fs::is_symlink(root_ / "out"));
    EXPECT_EQ(read_whole(root_ / "real" / "arm.txt"), "2\n");
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
