#include "engine/scenario/text/problems.hpp"

#include "engine/base/text.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace clout {
namespace {

std::string key_of(const Problem& problem) {
    std::string key =
        problem.file + '\n' + std::to_string(problem.line) + ':' + std::to_string(problem.column);
    key += problem.severity == Severity::error ? "\nerror\n" : "\nwarning\n";
    return key + problem.path + '\n' + problem.message;
}

struct Met {
    Problem problem;
    std::vector<std::size_t> arms;
};

std::string told(const Met& met, const std::vector<std::string>& arms) {
    if (met.arms.empty() || met.arms.size() == arms.size()) return {};
    std::vector<std::string> names;
    for (const std::size_t arm : met.arms) names.push_back(arms[arm]);
    return (names.size() == 1 ? " (in arm " : " (in arms ") + and_list(names) + ")";
}

// Files in the order met, then as one reads a file.
void sort_by_mark(std::vector<Problem>& problems) {
    std::unordered_map<std::string, std::size_t> order;
    for (const Problem& problem : problems) order.emplace(problem.file, order.size());
    std::stable_sort(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) {
        return std::tuple(order[a.file], a.line, a.column) < std::tuple(order[b.file], b.line, b.column);
    });
}

// Errors first to be kept: a file without errors among those shown would seem to be sound.
void keep_to_what_is_read(std::vector<Problem>& problems) {
    if (problems.size() <= Problems::kShown) return;
    const std::size_t more = problems.size() - Problems::kShown;
    std::stable_partition(problems.begin(), problems.end(),
                          [](const Problem& problem) { return problem.severity == Severity::error; });
    problems.resize(Problems::kShown);
    Problem rest;
    rest.severity = problems.back().severity;
    rest.file = problems.back().file;
    rest.message = "and " + std::to_string(more) + " more problems, which are not listed";
    sort_by_mark(problems);
    problems.push_back(std::move(rest));
}

}  // namespace

std::uint32_t Files::add(std::string name) {
    names_.push_back(std::move(name));
    return static_cast<std::uint32_t>(names_.size() - 1);
}

void Problems::tell(Severity severity, Mark mark, std::string path, std::string message, std::string hint) {
    // A key may be as long as a file; what is told about it is not.
    constexpr std::size_t kLongPath = 300, kLongText = 1000;  // [bytes]
    list_.push_back({severity, files_->name(mark.file), mark.line, mark.column,
                     shortened(std::move(path), kLongPath), shortened(std::move(message), kLongText),
                     shortened(std::move(hint), kLongText)});
}

void Problems::error(Mark mark, std::string path, std::string message, std::string hint) {
    tell(Severity::error, mark, std::move(path), std::move(message), std::move(hint));
}

void Problems::warn(Mark mark, std::string path, std::string message, std::string hint) {
    tell(Severity::warning, mark, std::move(path), std::move(message), std::move(hint));
}

bool Problems::has_errors() const {
    return std::any_of(list_.begin(), list_.end(),
                       [](const Problem& problem) { return problem.severity == Severity::error; });
}

std::vector<Problem> merge_problems(std::vector<Problem> shared,
                                    const std::vector<std::vector<Problem>>& by_arm,
                                    const std::vector<std::string>& arms) {
    std::vector<Met> met;
    std::unordered_map<std::string, std::size_t> rows;
    for (Problem& problem : shared) {
        if (rows.emplace(key_of(problem), met.size()).second) met.push_back({std::move(problem), {}});
    }
    const std::size_t first_of_arms = met.size();
    for (std::size_t arm = 0; arm < by_arm.size(); ++arm) {
        for (const Problem& problem : by_arm[arm]) {
            const auto [at, fresh] = rows.emplace(key_of(problem), met.size());
            if (fresh) met.push_back({problem, {}});
            auto& in = met[at->second].arms;
            if (at->second >= first_of_arms && (in.empty() || in.back() != arm)) in.push_back(arm);
        }
    }
    std::vector<Problem> all;
    all.reserve(met.size());
    for (Met& one : met) {
        one.problem.message += told(one, arms);
        all.push_back(std::move(one.problem));
    }
    sort_by_mark(all);
    keep_to_what_is_read(all);
    return all;
}

}  // namespace clout
