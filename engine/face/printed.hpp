// A result as the program prints it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace clout::face {

// Made when it is asked for, from figures that the result keeps behind it. May be copied and outlives the
// scenario.
class Printed {
public:
    using Text = std::function<std::string(std::size_t width)>;
    using Json = std::function<std::string()>;

    Printed() = default;
    Printed(Text text, Json json) : text_(std::move(text)), json_(std::move(json)) {}

    // UTF-8, at most so many columns wide. Empty where nothing has been computed.
    [[nodiscard]] std::string text(std::size_t width = 100) const { return text_ ? text_(width) : ""; }
    // What `clout … --json` prints.
    [[nodiscard]] std::string json() const { return json_ ? json_() : ""; }

private:
    Text text_;
    Json json_;
};

}  // namespace clout::face
