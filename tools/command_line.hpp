// From the words on the command line to a verb and what is asked of it; the only door to CLI11.
#pragma once

#include "tools/request.hpp"
#include "tools/verbs.hpp"

#include <any>
#include <variant>

namespace clout {

struct Command {
    const Verb* verb = nullptr;
    Request request;
    std::any asked;  // of the verb

    [[nodiscard]] int run() const { return verb->run(request, asked); }
};

// A command, or the exit code where everything has been said already (help, version, wrong usage).
[[nodiscard]] std::variant<Command, int> read_command_line(std::vector<std::string> arguments);

}  // namespace clout
