// What differs between two scenarios, arm by arm, or between two arms, in plain English.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace clout {

struct Library;

struct ScenarioDifferences {
    std::string from, to;  // files or arms, as a heading names them
    std::vector<std::pair<std::string, std::vector<std::string>>> sections;  // a heading and its lines
};

// Arms of the same name, or the baselines where there are none. What every arm has is said once.
[[nodiscard]] ScenarioDifferences differences_between_files(const Library& a, const Library& b);

// `a` and `b` may be the same library.
[[nodiscard]] ScenarioDifferences differences_between_arms(const Library& a, std::size_t from,
                                                           const Library& b, std::size_t to);

}  // namespace clout
