#include "engine/study/hypothesis_index.hpp"

#include "engine/base/spelling.hpp"
#include "engine/run/watch/quantities.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/scenario/text/paths.hpp"
#include "engine/scenario/text/source_text.hpp"
#include "engine/scenario/text/yaml_door.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/hypothesis_form.hpp"
#include "engine/study/unknown_name.hpp"
#include "engine/system/compile.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace clout {
namespace {

// The scenarios behind a suite, each read once, and what is wrong with them.
class Scenarios {
public:
    Scenarios(HypothesisIndex& index, const std::vector<Override>& overrides, const FileProvider& provider,
              Problems& problems)
        : index_(index), overrides_(overrides), provider_(provider), problems_(problems) {}

    // Finds the arms and the measure of a hypothesis whose form is right.
    void settle(const WrittenHypothesis& row, Hypothesis& hypothesis) {
        const auto library = library_of(row, hypothesis.file);
        if (!library) return;
        hypothesis.library = *library;
        const auto arm = arm_of(row, "arm", row.arm), against = arm_of(row, "against", row.against);
        if (!arm || !against) return;
        hypothesis.arm = *arm;
        hypothesis.against = *against;
        check_pair(row, hypothesis);
    }

    std::vector<Problem> take_foreign() { return std::move(foreign_); }

private:
    void error(const WrittenHypothesis& row, const char* key, std::string message, std::string hint = {}) {
        problems_.error(row.mark(key), join_path(row.path, key), std::move(message), std::move(hint));
    }

    // Nothing where the scenario is not sound, which is told once.
    std::optional<std::size_t> library_of(const WrittenHypothesis& row, const std::string& named) {
        const std::string path = normal_path(joined_path(folder_of(index_.file), named));
        if (provider_.read(path, kLargestFile).missing) {
            error(row, "file", "there is no file '" + path + "'",
                  "the path is seen from the folder of this file");
            return std::nullopt;
        }
        const auto [met, fresh] = met_.try_emplace(path, std::nullopt);
        if (!fresh) return library_ = met->second;
        auto read = read_library(path, overrides_, provider_);
        foreign_.insert(foreign_.end(), read.problems().begin(), read.problems().end());
        if (read) {
            met->second = index_.libraries.size();
            index_.libraries.push_back(std::move(read).value());
        }
        return library_ = met->second;
    }

    std::optional<std::size_t> arm_of(const WrittenHypothesis& row, const char* key,
                                      const std::string& name) {
        const auto found = find_arm(index_.libraries[*library_], name);
        if (found) return found.value();
        error(row, key, found.problems()[0].message, found.problems()[0].hint);
        return std::nullopt;
    }

    void check_pair(const WrittenHypothesis& row, Hypothesis& hypothesis) {
        const Library& library = index_.libraries[hypothesis.library];
        const Arm &arm = library.arms[hypothesis.arm], &against = library.arms[hypothesis.against];
        const std::string why = why_not_alike(against.name, against.scenario, arm.name, arm.scenario);
        if (!why.empty()) error(row, "arm", "these arms cannot be compared: " + why);
        if (!against.scenario.stochastic)
            error(row, "file", "this scenario has no luck (stochastic: false)",
                  "a hypothesis is judged over futures");
        for (const Arm* of : {&arm, &against}) {
            if (!check_measure(row, hypothesis, *of)) return;
        }
    }

    bool check_measure(const WrittenHypothesis& row, Hypothesis& hypothesis, const Arm& arm) {
        std::vector<std::string> known;
        for (const Quantity& quantity : quantities(compile(arm.scenario))) {
            known.push_back(quantity.name);
            if (quantity.name != hypothesis.measure) continue;
            hypothesis.unit = quantity.unit;
            return true;
        }
        error(row, "measure", "the arm '" + arm.name + "' has no measure '" + hypothesis.measure + "'",
              instead_of(hypothesis.measure, known, "it has"));
        return false;
    }

    HypothesisIndex& index_;
    const std::vector<Override>& overrides_;
    const FileProvider& provider_;
    Problems& problems_;
    std::map<std::string, std::optional<std::size_t>> met_;  // path → row of libraries
    std::optional<std::size_t> library_;                     // of the hypothesis in hand
    std::vector<Problem> foreign_;                           // of the scenarios
};

// Ids asked for that are not there.
std::vector<Problem> unknown_ids(const std::string& file, const std::vector<WrittenHypothesis>& rows,
                                 const std::vector<std::string>& only) {
    std::vector<std::string> known;
    for (const WrittenHypothesis& row : rows) known.push_back(row.hypothesis.id);
    std::vector<Problem> problems;
    for (const std::string& id : only) {
        if (std::find(known.begin(), known.end(), id) == known.end())
            problems.push_back(unknown_name(file + " has no hypothesis '" + id + "'", id, known, "it has"));
    }
    return problems;
}

bool has_error(const std::vector<Problem>& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace

Result<HypothesisIndex> read_hypotheses(const std::string& file, const std::vector<std::string>& only,
                                        const std::vector<Override>& overrides,
                                        const FileProvider& provider) {
    HypothesisIndex index;
    index.file = file;
    Files files;
    Problems problems(files);
    const std::uint32_t number = files.add(file);
    const auto text = checked_text(provider.read(file, kLargestFile), number, problems);
    const auto document = text ? parse_yaml(*text, number, problems) : std::nullopt;
    if (!document) return problems.take();
    const auto rows = read_hypothesis_form(*document, problems);
    index.all = rows.size();
    Scenarios scenarios(index, overrides, provider, problems);
    for (const WrittenHypothesis& row : rows) {
        const bool asked =
            only.empty() || std::find(only.begin(), only.end(), row.hypothesis.id) != only.end();
        if (!asked) continue;
        index.hypotheses.push_back(row.hypothesis);
        if (row.sound && row.hypothesis.testable()) scenarios.settle(row, index.hypotheses.back());
    }
    std::vector<Problem> all = merge_problems(problems.take(), {}, {});
    for (Problem& foreign : scenarios.take_foreign()) all.push_back(std::move(foreign));
    if (!has_error(all)) {
        for (Problem& unknown : unknown_ids(file, rows, only)) all.push_back(std::move(unknown));
    }
    if (has_error(all)) return all;
    return {std::move(index), std::move(all)};
}

}  // namespace clout
