// What went wrong in somebody's input, and a value that may instead be a list of such problems.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace clout {

enum class Severity : std::uint8_t { error, warning };

// Where a remedy is to be sought: in the scenario, in what was asked for (an arm that is not there), in the
// machine (too little memory), or nowhere, as somebody asked to stop.
enum class Fault : std::uint8_t { scenario, request, machine, stopped };

// One problem, with all a person needs to mend it. Lines and columns count from 1 (columns in code points); 0
// = the problem has no place (a whole file, a command line).
struct Problem {
    Severity severity = Severity::error;
    std::string file;  // as the user wrote it; or the option ("--set") of what was typed
    int line = 0;
    int column = 0;
    std::string path;     // "bodies.pcn.members.practice.share"; empty for the whole file
    std::string message;  // what was found and what is wrong, lower case
    std::string hint;     // what would be right; may be empty
    Fault fault = Fault::scenario;
    friend bool operator==(const Problem&, const Problem&) = default;
};

// "file:line:col: error: path: message; hint"
[[nodiscard]] std::string to_text(const Problem& problem);

// Either a T or every problem found on the way to it. Warnings may accompany a value.
template <class T>
class Result {
public:
    Result(T value, std::vector<Problem> warnings = {})
        : content_(std::move(value)), problems_(std::move(warnings)) {}
    Result(std::vector<Problem> problems) : problems_(std::move(problems)) {}

    [[nodiscard]] explicit operator bool() const { return std::holds_alternative<T>(content_); }
    [[nodiscard]] const T& value() const& { return std::get<T>(content_); }
    [[nodiscard]] T&& value() && { return std::get<T>(std::move(content_)); }
    [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

private:
    std::variant<std::monostate, T> content_;
    std::vector<Problem> problems_;
};

}  // namespace clout
