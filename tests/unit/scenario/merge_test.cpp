// Layers: merge patches with order kept, files that extend files, settings of the command line.
#include "engine/scenario/language/merge.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/scenario/text/yaml_door.hpp"
#include "engine/scenario/text/yaml_text.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

Node tree(const std::string& text) {
    Files files;
    const std::uint32_t file = files.add("it.yaml");
    Problems problems(files);
    auto node = parse_yaml(text, file, problems);
    EXPECT_TRUE(node.has_value()) << text;
    return node.value_or(Node::map());
}

std::string merged(const std::string& target, const std::string& patch) {
    Node node = tree(target);
    merge_patch(node, tree(patch));
    return yaml_text(node);
}

std::string plain(const std::string& text) { return yaml_text(tree(text)); }

struct Case {
    const char *name, *target, *patch, *result;
};

class Merge : public testing::TestWithParam<Case> {};

TEST_P(Merge, IsAsExpected) {
    EXPECT_EQ(merged(GetParam().target, GetParam().patch), plain(GetParam().result));
}

// The first nine are examples of RFC 7396, appendix A.
INSTANTIATE_TEST_SUITE_P(
    Patch, Merge,
    testing::Values(
        Case{"Replace", "{a: b}", "{a: c}", "{a: c}"}, Case{"Add", "{a: b}", "{b: c}", "{a: b, b: c}"},
        Case{"Remove", "{a: b}", "{a: null}", "{}"}, Case{"RemoveOne", "{a: b, b: c}", "{a: null}", "{b: c}"},
        Case{"ListByText", "{a: [b]}", "{a: c}", "{a: c}"},
        Case{"TextByList", "{a: c}", "{a: [b]}", "{a: [b]}"},
        Case{"Deep", "{a: {b: c}}", "{a: {b: d, c: null}}", "{a: {b: d}}"},
        Case{"ListsReplace", "{a: [{b: c}]}", "{a: [1]}", "{a: [1]}"},
        Case{"NullsVanish", "{}", "{a: {bb: {ccc: null}}}", "{a: {bb: {}}}"},
        Case{"ScalarByMap", "{a: 1}", "{a: {b: 2}}", "{a: {b: 2}}"},
        Case{"KeepsPlace", "{a: 1, b: 2, c: 3}", "{d: 4, b: 5, a: 6}", "{a: 6, b: 5, c: 3, d: 4}"},
        Case{"NumberReplacesNumber", "{a: {uniform: [0, 1]}}", "{a: {normal: [0, 1]}}",
             "{a: {normal: [0, 1]}}"},
        Case{"ValueReplacesValue", "{a: {value: 1, source: x}}", "{a: {value: 2}}", "{a: {value: 2}}"},
        Case{"NumberReplacesMap", "{a: {b: 1}}", "{a: {uniform: [0, 1]}}", "{a: {uniform: [0, 1]}}"},
        Case{"MapReplacesNumber", "{a: {uniform: [0, 1]}}", "{a: {source: x}}", "{a: {source: x}}"},
        Case{"ScalarReplacesNumber", "{a: {uniform: [0, 1]}}", "{a: 3}", "{a: 3}"}),
    kNameOf);

TEST(Merge, RemovedAndAddedAgainGoesLast) {
    Node node = tree("{a: 1, b: 2}");
    merge_patch(node, tree("{a: null}"));
    merge_patch(node, tree("{a: 3}"));
    EXPECT_EQ(yaml_text(node), plain("{b: 2, a: 3}"));
}

TEST(Merge, WideMapsMergeAlike) {
    std::string wide, patch;
    for (int i = 0; i < 40; ++i) wide += "k" + std::to_string(i) + ": 1\n";
    for (int i = 39; i >= 20; --i) patch += "k" + std::to_string(i) + ": " + (i == 30 ? "null" : "2") + "\n";
    Node node = tree(wide);
    merge_patch(node, tree(patch));
    ASSERT_EQ(node.entries.size(), 39u);
    EXPECT_EQ(node.entries[0].value.text, "1");
    EXPECT_EQ(node.entries[29].value.text, "2");
    EXPECT_EQ(node.entries[30].key, "k31");
}

TEST(Merge, NullsInPatchesOfLeversAreKept) {
    Node node = tree("{levers: {l: {patch: {bodies: {a: {x: 1}}}}}, bodies: {a: 1}}");
    merge_document(node, tree("{levers: {l: {patch: {bodies: {a: null, b: null}}}}, bodies: {a: null}}"));
    EXPECT_EQ(yaml_text(node), plain("{levers: {l: {patch: {bodies: {a: null, b: null}}}}, bodies: {}}"));
}

TEST(Extends, LaysFilesOverOneAnother) {
    const Folder folder;
    folder.write("base/small.yaml", small_text());
    folder.write("middle.yaml",
                 "extends: base/small.yaml\nseed: 8\ntitle: Middle\nbodies: {network: {feedback: 0.3}}\n");
    const auto read = read_library(folder.write("top.yaml",
                                                "extends: middle.yaml\ntitle: Top\nlevers: {forum: null}\n"
                                                "arms: {later: null, next: {levers: [mandate]}}\n"));
    ASSERT_TRUE(read) << told(read.problems());
    const Library& library = read.value();
    ASSERT_EQ(library.arms.size(), 2u);
    EXPECT_EQ(library.arms[1].name, "next");
    const Scenario& scenario = library.arms[1].scenario;
    EXPECT_EQ(scenario.title, "Top");
    EXPECT_EQ(scenario.seed, 8u);
    EXPECT_EQ(scenario.bodies[0].feedback.parameters[0], 0.3);
    EXPECT_EQ(scenario.bodies[0].mandate.parameters[0], 0.9);
}

TEST(Extends, TellsTheFileThatIsWrong) {
    const Folder folder;
    const auto base = folder.write("base.yaml", replaced(small_text(), "mandate: 0.5", "mandate: 5"));
    const auto read = read_library(folder.write("top.yaml", "extends: base.yaml\nseed: x\n"));
    const Problem* first = find(read.problems(), "bodies.network.mandate", "must be from 0 to 1");
    ASSERT_TRUE(first) << told(read.problems());
    EXPECT_EQ(first->file, base.string());
    EXPECT_EQ(first->line, 23);
    EXPECT_TRUE(tells(read.problems(), "seed", "expected a number"));
}

TEST(Extends, RefusesCirclesAndOtherFolders) {
    const Folder folder;
    const auto refusal = [&](const std::string& name, const std::string& text) {
        return read_library(folder.write(name, text)).problems();
    };
    folder.write("b.yaml", "extends: a.yaml\n");
    EXPECT_TRUE(tells(refusal("a.yaml", "extends: b.yaml\n"), "extends", "a circle"));
    EXPECT_TRUE(tells(refusal("self.yaml", "extends: ./self.yaml\n"), "extends", "a circle"));
    EXPECT_TRUE(tells(refusal("none.yaml", "extends: nothing.yaml\n"), "extends", "there is no file"));
    EXPECT_TRUE(tells(refusal("up.yaml", "extends: ../b.yaml\n"), "extends", "outside the folder"));
    EXPECT_TRUE(tells(refusal("deep.yaml", "extends: x/../../b.yaml\n"), "extends", "outside the folder"));
    EXPECT_TRUE(tells(refusal("root.yaml", "extends: /etc/passwd\n"), "extends", "outside the folder"));
    EXPECT_TRUE(tells(refusal("list.yaml", "extends: [b.yaml]\n"), "extends", "expected the path of a file"));
    folder.write("below/two.yaml", "extends: ../one.yaml\n");
    folder.write("one.yaml", small_text());
    EXPECT_TRUE(read_library(folder.write("three.yaml", "extends: below/two.yaml\n")));
    EXPECT_TRUE(
        tells(read_library(folder.path() / "below/two.yaml").problems(), "extends", "outside the folder"));
}

TEST(Null, MeansRemovalOnly) {
    const auto alone = read_text(replaced(small_text(), "seed: 7", "seed:"));
    EXPECT_TRUE(tells(alone.problems(), "seed", "nothing after 'seed:'"));
    const auto list = read_text(replaced(small_text(), "[north, south]", "[north, ~, south]"));
    EXPECT_TRUE(tells(list.problems(), "places", "an empty item"));
    const Folder folder;
    folder.write("base.yaml", small_text());
    const auto child = read_library(folder.write("child.yaml", "extends: base.yaml\nseed: null\n"));
    ASSERT_TRUE(child) << told(child.problems());
    EXPECT_EQ(child.value().arms[0].scenario.seed, 1u);
    const auto slip = read_library(folder.write("slip.yaml", "extends: base.yaml\nbodies: {voise: null}\n"));
    EXPECT_TRUE(slip);
    EXPECT_TRUE(tells(slip.problems(), "bodies.voise", "no 'voise' here to remove"));
    EXPECT_TRUE(tells(read_small({{"bodies.voise", "null"}}).problems(), "bodies.voise", "to remove"));
    EXPECT_TRUE(read_small({{"levers.forum.patch.bodies.board", "null"}}).problems().size() > 0);
}

TEST(Set, ReachesEveryPath) {
    const Library library = sound({{"bodies.network.mandate", "{uniform: [0.2, 0.4]}"},
                                   {"clock.years", "3"},
                                   {"levers.mandate.patch.bodies.network.mandate", "0.95"},
                                   {"sectors.primary.sign_off", "null"},
                                   {"funds.core.growth.value", "0.04"}});
    EXPECT_EQ(library.arms[0].scenario.bodies[0].mandate.shape, Shape::uniform);
    EXPECT_EQ(library.arms[1].scenario.bodies[0].mandate.parameters[0], 0.95);
    EXPECT_EQ(library.arms[0].scenario.clock.rounds, 12u);
    EXPECT_TRUE(library.arms[0].scenario.sectors[0].sign_off.empty());
    EXPECT_FALSE(library.arms[0].scenario.sectors[0].lapse_to.exists());
    EXPECT_EQ(library.arms[0].scenario.funds[0].growth.parameters[0], 0.04);
}

TEST(Set, TellsWhatCannotBeSet) {
    const auto refusal = [](const std::string& path, const std::string& value) {
        const auto read = read_small({{path, value}});
        EXPECT_FALSE(read);
        EXPECT_TRUE(std::any_of(read.problems().begin(), read.problems().end(), [](const Problem& problem) {
            return problem.file == "--set" && problem.line == 0;
        }));
        return read.problems();
    };
    EXPECT_TRUE(tells(refusal("", "1"), "", "the path is empty"));
    EXPECT_TRUE(tells(refusal("a..b", "1"), "a..b", "an empty part"));
    EXPECT_TRUE(tells(refusal("seed", ""), "seed", "no value is given"));
    EXPECT_TRUE(tells(refusal("seed", "[1"), "seed", "'[' is not closed"));
    EXPECT_TRUE(tells(refusal("clock.years.x", "1"), "clock.years.x", "'clock.years' is the number 2"));
    EXPECT_TRUE(tells(refusal("places.x", "1"), "places.x", "'places' is a list"));
    EXPECT_TRUE(tells(refusal("sectors.primary.commitment.source", "x"), "sectors.primary.commitment.source",
                      "an uncertain number"));
    EXPECT_TRUE(tells(refusal("extends", "x.yaml"), "extends", "before anything is set"));
    EXPECT_TRUE(
        tells(refusal("bodies.network.mandat", "1"), "bodies.network.mandat", "did you mean 'mandate'?"));
    EXPECT_TRUE(tells(refusal("bodies.netwrk.mandate", "1"), "bodies.netwrk", "did you mean 'network'?"));
    EXPECT_TRUE(
        tells(refusal("organisations.trust.roster", "/etc/passwd"), "organisations.trust.roster", "outside"));
}

}  // namespace
}  // namespace clout
