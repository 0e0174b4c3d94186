// What `clout explain` says: of every key of the language, every measure, every word.
#include "engine/report/text/explanation.hpp"

#include "engine/report/text/glossary.hpp"
#include "engine/scenario/language/language.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace clout {
namespace {

TEST(Explanation, EveryTermHasOne) {
    for (const std::string& term : explained_terms())
        EXPECT_FALSE(explanation(term, Style{}).empty()) << term;
}

TEST(Explanation, OfAKeySaysRangeDefaultAndWhereItStandsInTheModel) {
    const std::string text = explanation("bodies.pcn.mandate", Style{});
    EXPECT_TRUE(text.starts_with("bodies.pcn.mandate (a key)\n")) << text;
    for (const char* part :
         {"How far it may speak without asking again", "from 0 to 1", "Without it: 1.", "section 6.2"})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
    EXPECT_NE(explanation("funds.local.growth", Style{}).find("a year"), std::string::npos);
    EXPECT_NE(explanation("bodies.board.quota", Style{}).find("Boards only."), std::string::npos);
}

TEST(Explanation, OfAWordNamesEverythingThatGoesByIt) {
    const std::string text = explanation("Salience", Style{});
    EXPECT_TRUE(text.starts_with("salience\n")) << text;
    EXPECT_NE(text.find("sectors.NAME.salience (a key)"), std::string::npos);
    EXPECT_NE(text.find("bodies.NAME.members.NAME.salience (a key)"), std::string::npos);
    EXPECT_EQ(explanation("voice_ladder", Style{}), explanation("Voice ladder", Style{}));
    EXPECT_NE(explanation("share.acute", Style{}).find("share.SECTOR (a measure)"), std::string::npos);
    EXPECT_TRUE(explanation("zeppelin", Style{}).empty());
    EXPECT_TRUE(explanation("bodies.pcn.zeppelin", Style{}).empty());
}

TEST(Glossary, SectionsStandInTheModel) {
    std::ostringstream model;
    model << std::ifstream(std::filesystem::path(CLOUT_ROOT) / "engine/MODEL.md").rdbuf();
    for (const Word& word : glossary()) {
        const std::string mark = word.section.find('.') == std::string::npos ? "\n## " : "\n### ";
        EXPECT_NE(model.str().find(mark + std::string(word.section) + " "), std::string::npos) << word.word;
        EXPECT_FALSE(word.meaning.empty());
    }
    EXPECT_TRUE(std::is_sorted(glossary().begin(), glossary().end(),
                               [](const Word& a, const Word& b) { return a.word < b.word; }));
}

}  // namespace
}  // namespace clout
