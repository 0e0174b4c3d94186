// Which arms are set side by side, and whether they can be: what `compare`, `theories` and `attribute` share.
#pragma once

#include "engine/report/files/folder.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/provenance.hpp"
#include "tools/request.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace clout {

struct Choice {
    std::vector<std::size_t> rows;  // of the library's arms, in the order named
    std::size_t baseline = 0;       // row in rows: the scenario's where it takes part, else the first named
};

// Those named, or all; nothing after a message on stderr.
[[nodiscard]] std::optional<Choice> choose_arms(const Library& library,
                                                const std::vector<std::string>& names);

// Arms can be compared only like with like: the same horizon and the same luck. Empty = they can.
[[nodiscard]] std::string why_not_alike(const std::string& base, const Scenario& baseline,
                                        const std::string& name, const Scenario& other);

// False after a message on stderr.
[[nodiscard]] bool all_alike(const Library& library, const Choice& choice);

struct StudyResults {
    const Provenance* provenance = nullptr;
    double elapsed = 0;             // [s]
    std::vector<std::string> arms;  // names
    std::string baseline;
    std::vector<ResultFile> files;
};

// All files and a manifest into the folder that --out names; nothing where it names none.
void write_study(const Request& request, const Library& library, StudyResults results);

}  // namespace clout
