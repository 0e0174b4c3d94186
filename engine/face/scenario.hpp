// A scenario: read from files or from memory, checked whole, never changed.
#pragma once

#include "engine/base/result.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clout::face {

using clout::Fault;
using clout::Problem;
using clout::Result;
using clout::Severity;

// A number or a text by its path, laid over the file as if the file said so: {"bodies.pcn.mandate", "0.8"},
// {"seed", "7"}, {"replicates", "1000"}. The value is YAML.
struct Setting {
    std::string path, value;
};

// Answers with the text of a file (a scenario, what it extends, a roster), or nothing where there is none.
// The path is the one given to `load`, or one relative to its folder, with "/" between folders. It stays with
// the scenario, whose files may be read again.
using FileProvider = std::function<std::optional<std::string>(const std::string& path)>;

struct Source {
    std::string path;               // "one-area.yaml"
    std::vector<Setting> settings;  // in order
    FileProvider files = {};        // empty = the disk
};

struct ArmInfo {
    std::string name, label;
    std::vector<std::string> levers;  // names, in the order in which they are pulled
};

class Scenario {
public:
    struct Inside;
    explicit Scenario(std::shared_ptr<const Inside> inside) : inside_(std::move(inside)) {}

    [[nodiscard]] std::string title() const;
    [[nodiscard]] std::vector<ArmInfo> arms() const;  // at least one
    [[nodiscard]] std::size_t baseline() const;       // row of arms()
    [[nodiscard]] std::size_t replicates() const;     // that its studies play
    [[nodiscard]] std::string merged() const;         // YAML: with all that it extends and what was set
    // One arm in full, with every default, as YAML. An empty name is the baseline.
    [[nodiscard]] Result<std::string> resolved(const std::string& arm = {}) const;
    // The same with more laid over it; its files are read again.
    [[nodiscard]] Result<Scenario> with(const std::vector<Setting>& settings) const;

    [[nodiscard]] const Inside& inside() const { return *inside_; }

private:
    std::shared_ptr<const Inside> inside_;
};

// The scenario, or every problem that was found; warnings may accompany it.
[[nodiscard]] Result<Scenario> load(const Source& source);

// Everything that is wrong or doubtful; empty = sound.
[[nodiscard]] std::vector<Problem> check(const Source& source);

// The JSON Schema of the scenario language.
[[nodiscard]] std::string schema();

// The engine's version: "0.1.0".
[[nodiscard]] std::string version();

}  // namespace clout::face
