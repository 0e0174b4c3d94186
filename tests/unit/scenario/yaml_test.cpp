// The door: what a file may look like before anybody asks what it means.
#include "engine/scenario/reader.hpp"
#include "engine/scenario/text/source_text.hpp"
#include "engine/scenario/text/yaml_door.hpp"
#include "engine/scenario/text/yaml_text.hpp"
#include "tests/unit/scenario/desk.hpp"

namespace clout {
namespace {

using namespace desk;

struct Parsed {
    std::optional<Node> tree;
    std::vector<Problem> problems;
};

Parsed parse(std::string text) {
    Files files;
    const std::uint32_t file = files.add("it.yaml");
    Problems problems(files);
    Parsed parsed;
    if (const auto clean = clean_text(std::move(text), file, problems))
        parsed.tree = parse_yaml(*clean, file, problems);
    parsed.problems = problems.take();
    return parsed;
}

std::string nested(const std::string& open, int depth, const std::string& close) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += open;
    for (int i = 0; i < depth; ++i) text += close;
    return text;
}

struct Refused {
    const char* name;
    std::string text;
    std::string part;  // of what is said
    int line, column;
};

class Door : public testing::TestWithParam<Refused> {};

TEST_P(Door, SaysWhatIsWrongAndWhere) {
    const Parsed parsed = parse(GetParam().text);
    ASSERT_GE(errors_in(parsed.problems), 1u);
    const Problem& first = parsed.problems.front();
    EXPECT_NE((first.message + "; " + first.hint).find(GetParam().part), std::string::npos) << to_text(first);
    EXPECT_EQ(first.line, GetParam().line) << to_text(first);
    EXPECT_EQ(first.column, GetParam().column) << to_text(first);
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, Door,
    testing::Values(
        Refused{"Empty", "", "the file is empty", 0, 0},
        Refused{"OnlyAComment", "# nothing\n", "the file is empty", 0, 0},
        Refused{"TwoDocuments", "a: 1\n---\nb: 2\n", "a second document starts here", 3, 1},
        Refused{"DuplicateKey", "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n", "stands here and on line 3 already", 5,
                3},
        Refused{"DuplicateKeyInFlow", "a: {b: 1, b: 2}\n", "stands here and on line 1 already", 1, 11},
        Refused{"MergeKey", "x: &x {a: 1}\ny:\n  <<: *x\n", "use extends:", 3, 3},
        Refused{"Tab", "a:\n\tb: 1\n", "indented with a tab", 2, 1},
        Refused{"NoSpace", "title: x\nyears:5\nplaces: [a]\n", "forget the space after the colon", 2, 1},
        Refused{"OpenBrace", "a: {b: 1\n", "'{' is not closed", 2, 1},
        Refused{"OpenBracket", "a: [1, 2\n", "'[' is not closed", 2, 1},
        Refused{"StrayBracket", "a: 1]\nb: ]\n", "never opened", 2, 4},
        Refused{"OpenQuote", "a: \"x\n", "a quote is opened here and never closed", 1, 4},
        Refused{"OpenSingleQuote", "a: &x 'it''s\nb: 1\n", "never closed", 1, 4},
        Refused{"UnknownAlias", "a: *b\n", "without an anchor", 1, 4},
        Refused{"AliasOfItself", "a: &a [*a]\n", "inside the very thing it repeats", 1, 8},
        Refused{"Tag", "a: !!str 3\n", "has no meaning here", 1, 4},
        Refused{"ListAsKey", "? [a, b]\n: 1\n", "cannot be a key", 1, 3},
        Refused{"NoKey", ": 1\n", "a key is missing", 1, 1},
        Refused{"Misaligned", "a:\n    b: 1\n  c: 2\n", "does not line up", 3, 3},
        Refused{"BadUtf8", "a: x\nb: \xff\n", "not valid UTF-8", 2, 4},
        Refused{"OverlongUtf8", "a: \xc0\xaf\n", "not valid UTF-8", 1, 4},
        Refused{"Surrogate", "a: \xed\xa0\x80\n", "not valid UTF-8", 1, 4},
        Refused{"Utf16",
                std::string("\xff\xfe"
                            "a\0:\0",
                            6),
                "UTF-16", 0, 0},
        Refused{"Utf16WithoutMark", std::string("a\0:\0", 4), "UTF-16", 0, 0},
        Refused{"ControlCharacter", "a: x\x04y\n", "U+0004", 1, 5}),
    kNameOf);

TEST(Yaml, NestingPast64IsRefusedHoweverDeep) {
    EXPECT_TRUE(parse("a: " + nested("[", 63, "]")).problems.empty());
    for (const int depth : {65, 300, 10'000}) {
        for (const auto& text : {nested("[", depth, "]"), nested("{a: ", depth, "}"), nested("- ", depth, ""),
                                 std::string("a: ") + nested("[", depth, "")}) {
            const Parsed parsed = parse(text);
            ASSERT_EQ(parsed.problems.size(), 1u);
            EXPECT_EQ(parsed.problems.front().message, "nested deeper than 64 levels")
                << depth << text.substr(0, 9);
        }
    }
}

TEST(Yaml, AliasesRepeatUpToALimit) {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
        for (int k = 1; k < 10; ++k) bomb += ", " + before;
        bomb += "]\n";
    }
    const Parsed refused = parse(bomb);
    ASSERT_EQ(refused.problems.size(), 1u);
    EXPECT_NE(refused.problems.front().message.find("100,000"), std::string::npos);

    const Parsed fine = parse("a: &a {x: 1}\nb: *a\n");
    ASSERT_TRUE(fine.tree && fine.problems.empty());
    EXPECT_EQ(fine.tree->find("b")->find("x")->text, "1");
    EXPECT_EQ(fine.tree->find("b")->mark.line, 2);  // where the alias is
}

TEST(Yaml, PlacesCountFromOneInCodePoints) {
    const Parsed parsed = parse(
        "\xEF\xBB\xBF"
        "a: {\xC3\xA9: \xE2\x82\xAC, b: '3'}\r\nc: [x]\r\n");
    ASSERT_TRUE(parsed.tree) << told(parsed.problems);
    const Node& a = *parsed.tree->find("a");
    EXPECT_EQ(a.entries[1].key, "b");
    EXPECT_EQ(a.entries[1].mark.column, 11);
    EXPECT_EQ(a.entries[1].value.mark.column, 14);
    EXPECT_TRUE(a.entries[1].value.quoted);
    EXPECT_FALSE(a.entries[0].value.quoted);
    EXPECT_EQ(parsed.tree->entries[1].mark.line, 2);
}

TEST(Yaml, TextComesBackAsTheSameTree) {
    const std::string text =
        "a: {u: \"x: y\", n: ~, e: {}, l: []}\nb: \"010\"\nc: |\n  one\n  \"two\"\nd: [1, 'null', "
        "\"\\\\\"]\n";
    const Parsed parsed = parse(text);
    ASSERT_TRUE(parsed.tree);
    const std::string written = yaml_text(*parsed.tree);
    const Parsed again = parse(written);
    ASSERT_TRUE(again.tree) << written << told(again.problems);
    EXPECT_EQ(yaml_text(*again.tree), written);
    EXPECT_EQ(again.tree->find("b")->text, "010");
    EXPECT_EQ(again.tree->find("c")->text, "one\n\"two\"\n");
    EXPECT_TRUE(again.tree->find("a")->find("n")->is_null());
    EXPECT_EQ(again.tree->find("d")->items[1].text, "null");
    EXPECT_TRUE(again.tree->find("d")->items[1].quoted);
}

TEST(Yaml, FilesThatAreNone) {
    const Folder folder;
    EXPECT_TRUE(tells(read_library(folder.path() / "none.yaml").problems(), "", "no such file"));
    EXPECT_TRUE(tells(read_library(folder.path()).problems(), "", "a folder, not a file"));
    const auto large = folder.write("large.yaml", "a: " + std::string((16u << 20) + 1, 'x'));
    EXPECT_TRUE(tells(read_library(large).problems(), "", "larger than 16 MiB"));
    const auto plain = read_library(folder.write("plain.yaml", "clout:1"));
    EXPECT_TRUE(tells(plain.problems(), "", "forget the space"));
    EXPECT_EQ(plain.problems().front().file, (folder.path() / "plain.yaml").string());
}

TEST(Yaml, WideFilesTakeNoQuadraticTime) {
    std::string text = small_text() + "  again: {}\n";
    text += "shifts:\n";
    for (int i = 0; i < 100'000; ++i) text += "  s" + std::to_string(i) + ": {programme: none}\n";
    const auto read = read_text(text);  // 400,000 problems, told as the first thousand and a count
    EXPECT_FALSE(read);
    EXPECT_EQ(read.problems().size(), 1001u);
    EXPECT_NE(read.problems().back().message.find("more problems"), std::string::npos);
}

}  // namespace
}  // namespace clout
