// What `clout sweep` was asked, in full: what was typed, over what a store remembers of its study.
#pragma once

#include "engine/base/result.hpp"
#include "engine/study/sweep_plan.hpp"
#include "engine/study/sweep_study.hpp"
#include "tools/options.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clout {

struct SweepTyped {
    std::string file, store, from_store, design, table, keep, shard, work_in;
    std::vector<std::string> vary, arms;
    std::optional<std::uint64_t> size, design_seed, add;
    bool resume = false, resume_or_start = false, retry_failed = false, dry_run = false;

    // Whether the store is there already.
    [[nodiscard]] bool goes_on() const { return resume || retry_failed || add; }
    // Where none was named: beside the scenario's name, in this folder.
    [[nodiscard]] std::string store_file() const;
};

// What the study is; and also how it is played.
[[nodiscard]] std::vector<Option> design_options(SweepTyped& typed);
[[nodiscard]] std::vector<Option> sweep_options(SweepTyped& typed);

struct SweepRequest {
    SweepAsked asked;
    Shard shard;
};

// `remembered` is what the store says that is gone on with, or whose study is asked again.
[[nodiscard]] Result<SweepRequest> to_request(const SweepTyped& typed,
                                              const std::optional<SweepAsked>& remembered);

// The columns of a CSV file whose first line names the numbers: those become what is varied, in its order.
[[nodiscard]] Result<SweepAsked> with_table(SweepAsked asked, const std::string& file);

}  // namespace clout
