#include "engine/report/text/table.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace clout {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

TEST(TextTable, ColumnsAlignAlsoBesidePoundSigns) {
    TextTable table({{"Sector", Align::left}, {"money"}});
    table.add({"Acute trusts", "£1.00"});
    table.add({"GP", "12"});
    EXPECT_EQ(table.text(Style{}),
              "Sector        money\n"
              "Acute trusts  £1.00\n"
              "GP               12\n");
}

TEST(TextTable, NoLineIsWiderThanThePageAndNoWordIsLost) {
    TextTable table({{"Arm", Align::left}, {"figure"}});
    table.add({"a rather long label that says a great deal about an arm", "1.5"});
    const Style narrow{40, false};
    const auto lines = lines_of(table.text(narrow));
    std::string words;
    for (const auto& line : lines) {
        EXPECT_LE(display_width(line), 40u) << line;
        words += line + " ";
    }
    EXPECT_NE(words.find("great deal"), std::string::npos);
    EXPECT_NE(lines[1].find("1.5"), std::string::npos);
}

TEST(TextTable, MissingCellsAreEmpty) {
    TextTable table({{"a", Align::left}, {"b"}, {"c"}});
    EXPECT_TRUE(table.empty());
    table.add({"x"});
    EXPECT_EQ(table.text(Style{}), "a  b  c\nx\n");
}

TEST(TextTable, OnlyHeadingsAreBoldAndOnlyInColour) {
    TextTable table({{"a", Align::left}});
    table.add({"x"});
    EXPECT_EQ(table.text(Style{}).find('\033'), std::string::npos);
    EXPECT_EQ(table.text(Style{100, true}), "\033[1ma\033[0m\nx\n");
}

TEST(Paragraph, WrapsBetweenWordsUnderItsLead) {
    EXPECT_EQ(paragraph("Note", 6, "one two three four", Style{16, false}),
              "Note  one two\n"
              "      three four\n");
    EXPECT_EQ(paragraph("", 0, "", Style{}), "\n");
}

TEST(Paragraph, AWordLongerThanThePageStandsAlone) {
    EXPECT_EQ(paragraph("", 0, "a bbbbbbbbbbbb c", Style{8, false}), "a\nbbbbbbbbbbbb\nc\n");
}

TEST(Shorten, CutsBetweenCharactersNotBytes) {
    EXPECT_EQ(shorten("£££££", 5), "£££££");
    EXPECT_EQ(shorten("££££££", 5), "££££…");
    EXPECT_EQ(display_width("££…"), 3u);
}

}  // namespace
}  // namespace clout
