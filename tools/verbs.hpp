// The verbs of `clout`: one file each (verb_<name>.cpp) and one line each in the table.
#pragma once

#include "tools/request.hpp"

#include <span>

namespace clout {

// Each does what was asked and answers with the exit code. Throws std::exception when the world fails.
int verb_new(const Request& request);
int verb_import(const Request& request);
int verb_check(const Request& request);
int verb_compare(const Request& request);
int verb_run(const Request& request);
int verb_influence(const Request& request);
int verb_theories(const Request& request);
int verb_attribute(const Request& request);
int verb_diff(const Request& request);
int verb_schema(const Request& request);
int verb_doctor(const Request& request);

struct Verb {
    const char* name;
    const char* summary;
    int (*run)(const Request&);
};

// In the order in which help lists them.
[[nodiscard]] std::span<const Verb> verbs();

}  // namespace clout
