// What somebody may have meant who wrote a name that nobody knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clout {

// The nearest of `known` to `name`, the first of equals, if it is near enough to be a slip of the pen: at
// most a third of its letters wrong, and always one; else empty.
[[nodiscard]] std::string nearest(std::string_view name, const std::vector<std::string>& known);

// "did you mean 'x'?"; else the list of what is known, led by `introduction`, where it is short; else
// nothing.
[[nodiscard]] std::string suggestion(std::string_view name, const std::vector<std::string>& known,
                                     std::string_view introduction);

// The same, with the list however long it is: "there are a, b and c". Of many names that have parts, as
// "share.gp" has, those that begin like `name`, where there are any.
[[nodiscard]] std::string instead_of(std::string_view name, const std::vector<std::string>& known,
                                     std::string_view introduction);

}  // namespace clout
