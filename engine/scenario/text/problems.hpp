// Collects every problem met while a scenario is read, with the names of the files it came from.
#pragma once

#include "engine/base/result.hpp"
#include "engine/scenario/text/node.hpp"

#include <string>
#include <vector>

namespace clout {

// Names of the files that marks point into, as the user wrote them.
class Files {
public:
    [[nodiscard]] std::uint32_t add(std::string name);
    [[nodiscard]] const std::string& name(std::uint32_t row) const { return names_[row]; }

private:
    std::vector<std::string> names_;
};

class Problems {
public:
    explicit Problems(const Files& files) : files_(&files) {}

    void error(Mark mark, std::string path, std::string message, std::string hint = {});
    void warn(Mark mark, std::string path, std::string message, std::string hint = {});
    void add(Problem problem) { list_.push_back(std::move(problem)); }

    [[nodiscard]] const std::vector<Problem>& list() const { return list_; }
    [[nodiscard]] std::vector<Problem> take() { return std::move(list_); }
    [[nodiscard]] bool has_errors() const;
    // Past this many nobody reads on, and advice (nearest names) is no longer worth its time.
    [[nodiscard]] bool crowded() const { return list_.size() >= kShown; }
    static constexpr std::size_t kShown = 1000;

private:
    void tell(Severity severity, Mark mark, std::string path, std::string message, std::string hint);

    const Files* files_;
    std::vector<Problem> list_;
};

// Those of all arms in one list: what every arm has is told once, what only some have says which. `arms`
// names the rows of `by_arm`.
[[nodiscard]] std::vector<Problem> merge_problems(std::vector<Problem> shared,
                                                  const std::vector<std::vector<Problem>>& by_arm,
                                                  const std::vector<std::string>& arms);

}  // namespace clout
