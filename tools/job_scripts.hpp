// A study as jobs of a Slurm cluster: an array of shards, and what puts them together.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace clout {

struct JobPlan {
    std::size_t points = 0;
    double seconds_a_point = 0;     // of one thread
    double hours = 1;               // that a shard is to take
    std::size_t threads = 1;        // of a task
    std::size_t largest_array = 0;  // the cluster's MaxArraySize: one more than its largest number
};

struct Shards {
    std::size_t count = 1;
    double hours = 0;      // that each takes, about
    bool limited = false;  // fewer than asked for, by the size of an array
};
[[nodiscard]] Shards shards_of(const JobPlan& plan);

struct JobTexts {
    std::string folder, program;          // absolute
    std::vector<std::string> arguments;   // of `clout sweep`, without store and shard
    bool on_the_node = false;             // a task writes its store on its own node
    std::vector<std::string> directives;  // further lines for sbatch: "--partition=long"
    JobPlan plan;
    Shards shards;
};
[[nodiscard]] std::string sweep_script(const JobTexts& jobs);
[[nodiscard]] std::string merge_script(const JobTexts& jobs);
[[nodiscard]] std::string submit_script(const JobTexts& jobs);

}  // namespace clout
