// Two arms beside each other, played future by future: a page draws after the first few and goes on.
#pragma once

#include "engine/study/comparison_study.hpp"
#include "tools/playground/engine/knobs.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace clout::playground {

class Pair {
public:
    // Both are arms of the library and alike (check_alike).
    Pair(std::shared_ptr<const Library> library, std::array<std::size_t, 2> rows);

    [[nodiscard]] const Library& library() const { return *library_; }
    [[nodiscard]] const std::array<std::size_t, 2>& rows() const { return rows_; }
    [[nodiscard]] const std::vector<Knob>& knobs() const { return knobs_; }
    [[nodiscard]] const System& system(std::size_t arm) const { return patched_[arm]; }

    // These knobs stand fast, all others vary as the file says. Nothing is read again; futures that were
    // taken are forgotten. False, and nothing changes, where there is no such knob or it may not go there.
    bool set(std::span<const std::pair<std::string, double>> fixed);

    // Futures first … first + count − 1 of both arms: (arms × quantities × years × count), and of every body
    // of either whether it spoke in any of them, 1 or 0.
    [[nodiscard]] std::vector<double> play(std::size_t first, std::size_t count) const;
    // Keeps what any Pair of the same library, arms and knobs has played. False where the size is another.
    bool take(std::size_t first, std::size_t count, std::vector<double> values);
    void forget() { parts_.clear(); }
    // Futures that are known from the first one on without a gap.
    [[nodiscard]] std::size_t known() const;

    // What follows from the futures that are known; at least one must be.
    [[nodiscard]] ComparisonStudy study() const;

private:
    struct Part {
        std::size_t first = 0, count = 0;
        std::vector<double> values;
    };
    [[nodiscard]] Outcome outcome(std::size_t arm, std::size_t replicates) const;

    std::shared_ptr<const Library> library_;
    std::array<std::size_t, 2> rows_;
    std::array<System, 2> systems_, patched_;
    std::array<Outcome, 2> empty_;  // quantities and years
    std::vector<Knob> knobs_;
    std::vector<Part> parts_;  // by first
};

}  // namespace clout::playground
