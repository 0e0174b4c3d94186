// From the file a user named to its arms, with everything that is wrong said on stderr.
#pragma once

#include "engine/base/result.hpp"
#include "tools/request.hpp"

#include <string>
#include <variant>
#include <vector>

namespace clout {

struct Library;

// Why the file cannot be opened, said on stderr: 3 where there is no such file, 1 where the world forbids it.
// 0 = it can.
[[nodiscard]] int unreadable(const std::string& file);

// "file:line:col: error: …" for each, on stderr, or "clout: …" where it is no scenario's fault; warnings are
// left out with --quiet.
void report_problems(const std::vector<Problem>& problems, const Request& request);

// The library, or the exit code after its problems have been reported.
[[nodiscard]] std::variant<Library, int> read_or_report(const std::string& file, const Request& request);

}  // namespace clout
