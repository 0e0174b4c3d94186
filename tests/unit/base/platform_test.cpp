// What each operating system says its own way (engine/base/platform.hpp).
#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

#include "engine/base/platform.hpp"

namespace clout {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    return content.str();
}

class Platform : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("clout-platform-" + std::to_string(process_number()));
        fs::create_directory(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path at(const char* name) const { return folder_ / name; }

private:
    fs::path folder_;
};

TEST_F(Platform, KnowsThisProcessAndThatAnotherIsGone) {
    EXPECT_GT(process_number(), 0);
    EXPECT_FALSE(process_has_ended(process_number()));
    EXPECT_TRUE(process_has_ended(4194000));  // beyond what a system gives out by itself
    EXPECT_FALSE(host_name().empty());
}

TEST_F(Platform, MakesAFileOnceAndWhole) {
    EXPECT_TRUE(make_file(at("a"), "one\ntwo\n"));
    EXPECT_FALSE(make_file(at("a"), "three"));
    EXPECT_EQ(content_of(at("a")), "one\ntwo\n");
    EXPECT_THROW(static_cast<void>(make_file(at("nowhere") / "a", "")), std::system_error);
}

TEST_F(Platform, WritesTheBytesThatItIsGiven) {
    const std::string bytes("line\r\nline\n\0\x1a", 13);
    OpenFile file(at("a"), OpenFile::How::make_new);
    file.write(bytes);
    file.finish();
    EXPECT_EQ(content_of(at("a")), bytes);
    EXPECT_THROW(OpenFile(at("a"), OpenFile::How::make_new), std::system_error);
    OpenFile again(at("a"), OpenFile::How::write);
    again.write("LINE");
    again.finish();
    EXPECT_EQ(content_of(at("a")), "LINE" + bytes.substr(4));
}

TEST_F(Platform, LocksAFileAndAFolderOnce) {
    ASSERT_TRUE(make_file(at("file"), ""));
    fs::create_directory(at("folder"));
    for (const char* name : {"file", "folder"}) {
        {
            const auto held = Lock::take(at(name));
            EXPECT_TRUE(held) << name;
            EXPECT_FALSE(Lock::take(at(name))) << name;
        }
        EXPECT_TRUE(Lock::wait(at(name))) << name;
    }
    EXPECT_FALSE(Lock::take(at("nothing")));
    EXPECT_FALSE(Lock::wait(at("nothing")));
}

TEST_F(Platform, NamesChangePlacesOrStayAsTheyAre) {
    ASSERT_TRUE(make_file(at("a"), "a"));
    ASSERT_TRUE(make_file(at("b"), "b"));
    const bool changed = exchange_names(at("a"), at("b"));
    EXPECT_EQ(content_of(at("a")), changed ? "b" : "a");
    EXPECT_EQ(content_of(at("b")), changed ? "a" : "b");
    EXPECT_FALSE(exchange_names(at("a"), at("nothing")));
}

TEST_F(Platform, SaysWhatMayBeReadAndWritten) {
    ASSERT_TRUE(make_file(at("a"), "a"));
    EXPECT_EQ(reading_refused(at("a")), 0);
    EXPECT_EQ(reading_refused(at("nothing")), ENOENT);
    EXPECT_TRUE(may_write_in(fs::temp_directory_path()));
    EXPECT_FALSE(may_write_in(at("nothing")));
    EXPECT_FALSE(on_a_network(at("nothing")));
}

}  // namespace
}  // namespace clout
