// Sound scenarios damaged a little, thousands of times, in the same way on every machine.
#include "tests/fuzz/judged.hpp"
#include "tests/fuzz/one_input.hpp"

#include <array>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include <unistd.h>

namespace clout::fuzz {
namespace {

class Damage {
public:
    explicit Damage(std::uint64_t seed) : bits_(seed) {}

    std::string done_to(std::string text) {
        for (std::size_t times = 1 + below(3); times > 0 && !text.empty(); --times) hurt(text);
        return text;
    }

private:
    // mt19937_64 gives the same bits everywhere; distributions do not.
    std::size_t below(std::size_t count) {
        return count == 0 ? 0 : static_cast<std::size_t>(bits_() % count);
    }

    void hurt(std::string& text) {
        const std::size_t at = below(text.size()), length = 1 + below(40);
        switch (below(9)) {
            case 0: text[at] = static_cast<char>(text[at] ^ (1 << below(8))); break;
            case 1: text.erase(at, length); break;
            case 2: text.insert(below(text.size()), text.substr(at, length)); break;
            case 3: text.resize(at); break;
            case 4: text.insert(at, std::string(1 + below(200), "[{(-?:&*\"' \t\n"[below(13)])); break;
            case 5: text.insert(at, token()); break;
            case 6: replace_word(text, at); break;
            case 7: duplicate_line(text, at); break;
            default: swap_lines(text, at); break;
        }
    }

    const char* token() {
        // clang-format off
        static constexpr std::array<const char*, 40> kTokens{
            "null", "~", "{}", "[]", "0", "-1", "1e999", ".nan", "010", "0x1F", "1_000", "1,5", "yes",
            "'1'", "\"\\x\"", "{uniform: [1, 0]}", "{normal: [0]}", "{value: {value: 1}}", "{pick: []}",
            "{beta: [0, 0]}", "<<: *a", "*x", "&x ", "!!str ", "\t", "\r", "\n---\n", "\n...\n", "|\n",
            ">", "%", "\xff", "\xEF\xBB\xBF", "status_quo", "board", "pcn", "practice",
            "99999999999999999999", "label", "members: {}"};
        // clang-format on
        return kTokens[below(kTokens.size())];
    }

    // The value after the next colon becomes something else: most of these are well-formed and mean something
    // wrong.
    void replace_word(std::string& text, std::size_t at) {
        const std::size_t colon = text.find(": ", at);
        if (colon == std::string::npos) return;
        const std::size_t end = std::min(text.find_first_of(",}\n", colon + 2), text.size());
        text.replace(colon + 2, end - colon - 2, token());
    }

    static std::pair<std::size_t, std::size_t> line_at(const std::string& text, std::size_t at) {
        const std::size_t first = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
        const std::size_t end = text.find('\n', at);
        return {first, (end == std::string::npos ? text.size() : end + 1) - first};
    }
    void duplicate_line(std::string& text, std::size_t at) {
        const auto [first, length] = line_at(text, at);
        text.insert(line_at(text, below(text.size())).first, text.substr(first, length));
    }
    void swap_lines(std::string& text, std::size_t at) {
        const auto [first, length] = line_at(text, at);
        const std::string line = text.substr(first, length);
        text.erase(first, length);
        text.insert(line_at(text, below(text.size())).first, line);
    }

    std::mt19937_64 bits_;
};

void damage(const std::string& scenario, std::uint64_t cases) {
    std::ostringstream whole;
    whole << std::ifstream(std::filesystem::path(CLOUT_ROOT) / scenario, std::ios::binary).rdbuf();
    ASSERT_FALSE(whole.str().empty());
    const auto file =
        std::filesystem::path(testing::TempDir()) / ("clout-fuzz-" + std::to_string(::getpid()) + ".yaml");
    std::size_t accepted = 0;
    for (std::uint64_t seed = 0; seed < cases; ++seed) {
        const std::string text = Damage(seed).done_to(whole.str());
        std::ofstream(file, std::ios::binary) << text;
        accepted += judged(file) ? 1 : 0;
        ASSERT_FALSE(testing::Test::HasFailure()) << "case " << seed << " of " << scenario;
    }
    // Damage that never hurts, or always does, would test little.
    EXPECT_GT(accepted, 0u);
    EXPECT_LT(accepted, cases);
    std::filesystem::remove(file);
}

// What libFuzzer does by the million (reader_fuzz.cpp), a little of it: from memory, with a roster behind it.
TEST(Mutations, FromMemoryWithARoster) {
    std::ostringstream whole;
    whole << std::ifstream(std::filesystem::path(CLOUT_ROOT) / "tests/unit/scenario/small.yaml").rdbuf();
    std::string text = whole.str();
    const std::string counted = "per_place: 4, income: 2, income_spread: 0.3";
    ASSERT_NE(text.find(counted), std::string::npos);
    text.replace(text.find(counted), counted.size(), "roster: r.csv, income: 2");
    text +=
        "\fname,place,income,list_size,member_of\nA,north,1.2,9400,\nB,south,1.1,,network@south-1\n"
        "C,south,,8000,\n";
    EXPECT_EQ(fault_of_reading(text), "");
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        const std::string damaged = Damage(seed).done_to(text);
        ASSERT_EQ(fault_of_reading(damaged), "") << "case " << seed << ":\n" << damaged;
    }
}

TEST(Mutations, OfASmallScenario) { damage("tests/unit/scenario/small.yaml", 4000); }
TEST(Mutations, OfTheOneAreaExample) { damage("scenarios/one-area.yaml", 800); }

}  // namespace
}  // namespace clout::fuzz
