// Texts for people, and what they may have meant who wrote a name that nobody knows.
#include "engine/base/text.hpp"
#include "engine/base/spelling.hpp"

#include <gtest/gtest.h>

namespace clout {
namespace {

using Words = std::vector<std::string>;

TEST(Text, ListsEndWithAnd) {
    EXPECT_EQ(and_list({}), "");
    EXPECT_EQ(and_list({"a"}), "a");
    EXPECT_EQ(and_list({"a", "b"}), "a and b");
    EXPECT_EQ(and_list({"a", "b", "c"}), "a, b and c");
}

TEST(Text, ThousandsAreSetApart) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(1234567), "1,234,567");
    EXPECT_EQ(with_separators("-123"), "-123");
    EXPECT_EQ(with_separators("-1234.5678"), "-1,234.5678");
    EXPECT_EQ(with_separators("123456.5"), "123,456.5");
}

TEST(Text, OneIsCountedAsOne) {
    EXPECT_EQ(counted(0, "arm", "arms"), "0 arms");
    EXPECT_EQ(counted(1, "arm", "arms"), "1 arm");
    EXPECT_EQ(counted(2000, "arm", "arms"), "2,000 arms");
}

TEST(Text, BothEndsAreTrimmed) {
    EXPECT_EQ(trimmed(" \ta b\t "), "a b");
    EXPECT_EQ(trimmed("a"), "a");
    EXPECT_EQ(trimmed(" \t"), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("\ra\r"), "\ra\r");
    EXPECT_EQ(trimmed("'a' ", " '"), "a");
}

TEST(Text, OneCharacterIsTakenOutWhereverItStands) {
    EXPECT_EQ(without("_grand_total_", '_'), "grandtotal");
    EXPECT_EQ(without("plain", '_'), "plain");
    EXPECT_EQ(without("__", '_'), "");
}

TEST(Text, CharactersAreCodePoints) {
    EXPECT_EQ(characters(""), 0u);
    EXPECT_EQ(characters("£m…"), 3u);
    EXPECT_TRUE(begins_character('a'));
    EXPECT_TRUE(begins_character('\xc2'));
    EXPECT_FALSE(begins_character('\xa3'));
}

TEST(Text, NoCharacterIsCutInTwo) {
    const std::string text = "a£b";  // four bytes
    EXPECT_EQ(whole_characters(text, 0), 0u);
    EXPECT_EQ(whole_characters(text, 1), 1u);
    EXPECT_EQ(whole_characters(text, 2), 1u);
    EXPECT_EQ(whole_characters(text, 3), 3u);
    EXPECT_EQ(whole_characters(text, 9), 4u);
    EXPECT_EQ(shortened(text, 4), text);
    EXPECT_EQ(shortened(text, 3), "a£…");
    EXPECT_EQ(shortened(text, 2), "a…");
}

TEST(Spelling, ASlipOfThePenIsFound) {
    const Words known{"mandate", "fidelity", "salience"};
    EXPECT_EQ(nearest("mandat", known), "mandate");
    EXPECT_EQ(nearest("mandaet", known), "mandate") << "neighbours swapped are one slip";
    EXPECT_EQ(nearest("salinec", known), "salience");
    EXPECT_EQ(nearest("quota", known), "");
    EXPECT_EQ(nearest("ab", {"cd", "ac", "ax"}), "ac")
        << "one letter may always be wrong; the first of equals";
    EXPECT_EQ(nearest("abcdef", {"abcdxy"}), "abcdxy") << "a third of six";
    EXPECT_EQ(nearest("abcdef", {"abcxyz"}), "");
}

TEST(Spelling, WhatIsKnownIsListedWhereNothingIsNear) {
    const Words known{"north", "south"};
    EXPECT_EQ(suggestion("nroth", known, "known:"), "did you mean 'north'?");
    EXPECT_EQ(suggestion("centre", known, "known:"), "known: north and south");
    EXPECT_EQ(suggestion("centre", {}, "known:"), "");
    EXPECT_EQ(suggestion("centre", Words(30, "x"), "known:").substr(0, 9), "known: x,");
    EXPECT_EQ(suggestion("centre", Words(31, "x"), "known:"), "") << "nobody reads so many";
    EXPECT_EQ(instead_of("nroth", known, "there are"), "did you mean 'north'?");
    EXPECT_EQ(instead_of("centre", known, "there are"), "there are north and south");
    std::vector<std::string> many{"share.practices", "share.councils", "shared"};
    for (int i = 0; i < 20; ++i) many.push_back("other." + std::to_string(i));
    EXPECT_EQ(instead_of("share.gp", many, "it has"), "it has share.practices and share.councils");
    EXPECT_NE(instead_of("nothing-like-it", many, "it has").find("shared, other.0"), std::string::npos);
}

}  // namespace
}  // namespace clout
