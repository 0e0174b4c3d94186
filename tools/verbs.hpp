// The verbs of `clout`: one file each (verb_<name>.cpp), which says what may be asked and does it, and one
// line each in verbs.cpp.
#pragma once

#include "tools/options.hpp"
#include "tools/request.hpp"

#include <any>
#include <span>
#include <vector>

namespace clout {

struct Verb {
    const char* name;
    const char* summary;
    const char* takes;  // what it takes, said where something else was typed: "one scenario"
    // What of the options that every verb knows it can do; the others it refuses.
    struct Does {
        bool files = false;  // --out
        bool plays = true;   // --set, --seed and --replicates
        bool json = true;    // --json
    } does;

    // What is asked of a verb is a struct of its own (make_verb); nobody else looks into it.
    std::any (*blank)();
    std::vector<Option> (*options)(std::any& asked);
    // Does what was asked and answers with the exit code. Throws std::exception when the world fails.
    int (*run)(const Request& request, const std::any& asked);
};

// A verb that is asked with an `Asked`: `options` lists what may be typed and where in it that goes.
template <class Asked, std::vector<Option> (*options)(Asked&), int (*run)(const Request&, const Asked&)>
[[nodiscard]] Verb make_verb(const char* name, const char* summary, const char* takes, Verb::Does does = {}) {
    return {name,
            summary,
            takes,
            does,
            [] { return std::any(Asked{}); },
            [](std::any& asked) { return options(std::any_cast<Asked&>(asked)); },
            [](const Request& request, const std::any& asked) {
                return run(request, std::any_cast<const Asked&>(asked));
            }};
}

// In the order in which help lists them.
[[nodiscard]] std::span<const Verb> verbs();

}  // namespace clout
