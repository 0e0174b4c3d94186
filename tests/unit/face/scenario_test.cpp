// Scenarios through the public face: from memory and from the disk, with what is wrong as values.
#include "tests/unit/face/area.hpp"

namespace clout {
namespace {

using namespace desk;

TEST(FaceScenario, FromMemoryWithItsBaseAndRoster) {
    const Memory memory = area();
    const auto loaded = face::load(memory.source("areas/north.yaml"));
    ASSERT_TRUE(static_cast<bool>(loaded)) << told(loaded.problems());
    const face::Scenario& scenario = loaded.value();
    EXPECT_EQ(scenario.title(), "The north");
    ASSERT_EQ(scenario.arms().size(), 2u);
    EXPECT_EQ(scenario.arms()[1].label, "Later");
    EXPECT_EQ(scenario.arms()[1].levers, (std::vector<std::string>{"forum", "mandate"}));
    EXPECT_EQ(scenario.baseline(), 0u);
    EXPECT_EQ(memory.asked, (std::vector<std::string>{"areas/north.yaml", "areas/base/small.yaml",
                                                      "areas/base/rosters/all.csv"}));
    EXPECT_NE(scenario.merged().find("title: The north"), std::string::npos);
    EXPECT_NE(scenario.resolved("later").value().find("mandate: 0.9"), std::string::npos);
    EXPECT_FALSE(static_cast<bool>(scenario.resolved("lter")));
}

TEST(FaceScenario, MemoryAndDiskAreAlike) {
    const Folder folder;
    for (const auto& [name, text] : area().files) folder.write(name, text);
    const auto disk = face::load({(folder.path() / "areas/north.yaml").string(), {}});
    const Memory memory = area();
    const auto here = face::load(memory.source("areas/north.yaml"));
    ASSERT_TRUE(static_cast<bool>(disk)) << told(disk.problems());
    EXPECT_EQ(disk.value().merged(), here.value().merged());
    EXPECT_EQ(face::compare(disk.value()).value().printed.json(),
              face::compare(here.value()).value().printed.json());
}

TEST(FaceScenario, TheDiskIsNotTouchedWhereFilesAreProvided) {
    const Folder folder;
    folder.write("it.yaml", small_text());
    const auto problems = face::check(Memory{}.source((folder.path() / "it.yaml").string()));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].message, "there is no such file");
    EXPECT_TRUE(face::check({(folder.path() / "it.yaml").string(), {}}).empty());
}

TEST(FaceScenario, WhatIsWrongHasItsPlace) {
    Memory memory = area();
    memory.files["areas/base/rosters/all.csv"] =
        "name,place,income,list_size,member_of\nOne,nowhere,2,8000,\n";
    const auto roster = face::check(memory.source("areas/north.yaml"));
    ASSERT_FALSE(roster.empty());
    EXPECT_EQ(roster[0].file, "areas/base/rosters/all.csv");
    EXPECT_EQ(roster[0].line, 2);
    memory.files.erase("areas/base/rosters/all.csv");
    EXPECT_EQ(face::check(memory.source("areas/north.yaml"))[0].message, "there is no such file");
    memory.files.erase("areas/base/small.yaml");
    const auto base = face::check(memory.source("areas/north.yaml"));
    ASSERT_EQ(base.size(), 1u);
    EXPECT_EQ(base[0].message, "there is no file 'areas/base/small.yaml'");
    EXPECT_EQ(base[0].file, "areas/north.yaml");
    EXPECT_EQ(base[0].line, 2);
    EXPECT_EQ(base[0].path, "extends");
}

TEST(FaceScenario, CirclesAndWaysOutAreSeen) {
    Memory memory{
        {{"a/x.yaml", "clout: 1\nextends: ./b/../y.yaml\n"}, {"a/y.yaml", "clout: 1\nextends: x.yaml\n"}}};
    const auto circle = face::check(memory.source("a/x.yaml"));
    ASSERT_EQ(circle.size(), 1u);
    EXPECT_NE(circle[0].message.find("a circle"), std::string::npos);
    memory.files["a/x.yaml"] = "clout: 1\nextends: ../y.yaml\n";
    const auto out = face::check(memory.source("a/x.yaml"));
    ASSERT_EQ(out.size(), 1u);
    EXPECT_NE(out[0].message.find("outside the folder"), std::string::npos);
}

TEST(FaceScenario, SettingsAreLaidOver) {
    EXPECT_EQ(small({{"replicates", "12"}}).replicates(), 12u);
    EXPECT_NE(small({{"bodies.network.mandate", "0.25"}}).resolved().value().find("mandate: 0.25"),
              std::string::npos);
    const Memory memory{{{"small.yaml", small_text()}}};
    const auto wrong = face::check(memory.source("small.yaml", {{"bodies.network.mandat", "1"}}));
    ASSERT_FALSE(wrong.empty());
    EXPECT_EQ(wrong[0].file, "--set");
    EXPECT_EQ(wrong[0].fault, Fault::scenario);
}

TEST(FaceScenario, SchemaAndVersion) {
    EXPECT_NE(face::schema().find("\"programmes\""), std::string::npos);
    EXPECT_FALSE(face::version().empty());
}

}  // namespace
}  // namespace clout
