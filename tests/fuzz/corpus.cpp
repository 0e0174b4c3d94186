// Every file of the corpus is broken on purpose, each in its own way, and is refused with a reason.
#include "tests/fuzz/judged.hpp"

#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

namespace clout::fuzz {
namespace {

std::vector<std::filesystem::path> corpus() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(CLOUT_ROOT) / "tests/fuzz/corpus")) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

class Corpus : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Corpus, IsRefusedWithAReason) {
    EXPECT_FALSE(judged(GetParam())) << "the file is in the corpus because something is wrong with it";
}

std::string test_name(const testing::TestParamInfo<std::filesystem::path>& file) {
    std::string name = file.param.stem().string();
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Files, Corpus, testing::ValuesIn(corpus()), test_name);

// What is too large, or too odd, to be kept as a file.
TEST(Generated, LargeAndDeepTextsAreRefused) {
    const auto repeated = [](const std::string& part, std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += part;
        return text;
    };
    const std::size_t many = 200'000;
    const auto file = std::filesystem::path(testing::TempDir()) /
                      ("clout-fuzz-large-" + std::to_string(::getpid()) + ".yaml");
    for (const std::string& text : {repeated("[", many),
                                    repeated("{a: ", many),
                                    repeated("- ", many),
                                    repeated("? ", many),
                                    repeated("&a ", many),
                                    repeated("[", many) + repeated("]", many),
                                    repeated("a: ", many),
                                    repeated("\"", many),
                                    repeated("'", many),
                                    repeated("a:\n ", many),
                                    repeated("!", many),
                                    repeated("*a ", many),
                                    repeated("a: 1\n", many),
                                    "a: [" + repeated("x,", many) + "]",
                                    "a: " + std::string(many, 'x'),
                                    std::string(many, '\n'),
                                    "? " + repeated("a: {? ", 100),
                                    repeated("---\n", many),
                                    repeated("%YAML 1.2\n", many),
                                    std::string(1, '\0'),
                                    "a: |\n" + repeated(" x\n", many),
                                    repeated("#", many),
                                    "a: &a [" + repeated("*a,", many) + "]"}) {
        std::ofstream(file, std::ios::binary) << text;
        EXPECT_FALSE(judged(file)) << text.substr(0, 20);
    }
    std::filesystem::remove(file);
}

}  // namespace
}  // namespace clout::fuzz
