// Arms that no file names: levers and arms' own changes in any combination, as taking a difference apart
// needs them.
#pragma once

#include "engine/base/result.hpp"

#include <memory>
#include <string>
#include <vector>

namespace clout {

struct Library;
struct Scenario;

struct Combination {
    std::string name;                 // for messages: "levers one_voice and mandate of 'united'"
    std::vector<std::string> levers;  // names, applied in this order
    std::vector<std::string> arms;    // whose own changes (`patch`) are laid over the levers, in this order
};

// Works on what a library was read from (Library::merged), with its overrides; the file is not read again,
// except for rosters.
class Combiner {
public:
    explicit Combiner(const Library& library);
    ~Combiner();
    Combiner(const Combiner&) = delete;
    Combiner& operator=(const Combiner&) = delete;

    // An arm's own changes as YAML; empty where it has none.
    [[nodiscard]] std::string own_changes(const std::string& arm) const;

    // The scenario, validated whole, or every error in it, told without lines and under the combination's
    // name. Warnings were told when the library was read. Levers and arms must be the library's.
    [[nodiscard]] Result<Scenario> scenario(const Combination& combination);

private:
    struct Desk;
    std::unique_ptr<Desk> desk_;
};

}  // namespace clout
