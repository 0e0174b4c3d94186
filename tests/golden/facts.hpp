// What is kept of a scenario's run, as text for people and as numbers to compare with.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace clout::golden {

// Of England fewer, which is twenty times as large as others.
[[nodiscard]] inline std::size_t replicates_of(const std::string& scenario) {
    return scenario == "england" ? 16 : 64;
}
inline constexpr double kTolerance =
    1e-9;  // of a figure's size, or of 1 where it is smaller: between machines

struct Fact {
    std::string arm, part, name;  // "united", "last year's mean", "share.acute"
    std::vector<double> values;   // one figure, or a split
};

// Every arm: the mean of every measure in the last year over replicates_of(scenario) replicates, and the last
// round of the median path.
[[nodiscard]] std::vector<Fact> facts_of(const std::filesystem::path& scenario);

// YAML, arm by arm, 12 digits; reading it back gives the same facts, or nothing where the file is missing or
// damaged.
[[nodiscard]] std::string written(const std::vector<Fact>& facts, const std::string& scenario);
[[nodiscard]] std::optional<std::vector<Fact>> read(const std::filesystem::path& golden);

struct Move {
    double size = 0;   // of the difference, in tolerances; infinite where something is new or gone
    std::string text;  // "united, last year's mean, share.acute: was 0.31, is 0.32 (+0.01, +3.2 %)"
};

// What is not as it was, the largest first.
[[nodiscard]] std::vector<Move> moves(const std::vector<Fact>& was, const std::vector<Fact>& is);

}  // namespace clout::golden
