#include "engine/study/varied.hpp"

#include "engine/scenario/text/plain_number.hpp"
#include "engine/study/factors.hpp"
#include "engine/study/unknown_name.hpp"
#include "engine/system/system.hpp"

#include <algorithm>

namespace clout {
namespace {

Result<Varied> refused(const std::string& text, const std::string& why) {
    return std::vector{refused_request("--vary " + text + ": " + why,
                                       "expected PATH=LOW:HIGH, as in bodies.pcn.mandate=0.2:0.9")};
}

// The numbers between marks; empty where one is none.
std::vector<double> numbers_in(const std::string& text, char mark) {
    std::vector<double> numbers;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(mark, from), text.size());
        const auto number = plain_number(text.substr(from, to - from));
        if (!number.value) return {};
        numbers.push_back(*number.value);
        from = to + 1;
    }
    return numbers;
}

std::string with_marks(const std::vector<double>& numbers, const char* mark) {
    std::string text;
    for (const double number : numbers) text += (text.empty() ? "" : mark) + number_text(number);
    return text;
}

bool follows(const Number& number, const Varied& varied) {
    const bool there = varied.path == number.path || varied.path.ends_with("." + number.path);
    if (!there || !number.uncertain()) return false;
    if (varied.range.empty()) return true;
    return number.shape == (varied.picks ? Shape::pick : Shape::uniform) && number.parameters == varied.range;
}

}  // namespace

Result<Varied> to_varied(const std::string& text) {
    const std::size_t equals = text.find('=');
    Varied varied;
    varied.path = text.substr(0, equals);
    if (varied.path.empty()) return refused(text, "there is no path");
    if (equals == std::string::npos) return varied;
    const std::string range = text.substr(equals + 1);
    varied.picks = range.find(':') == std::string::npos;
    varied.range = numbers_in(range, varied.picks ? ',' : ':');
    if (varied.range.size() < 2 || (!varied.picks && varied.range.size() != 2))
        return refused(text, "'" + range + "' is no range");
    if (!varied.picks && !(varied.range[0] < varied.range[1]))
        return refused(text, "the range ends before it begins");
    return varied;
}

std::string to_text(const Varied& varied) {
    if (varied.range.empty()) return varied.path;
    return varied.path + "=" + with_marks(varied.range, varied.picks ? "," : ":");
}

std::optional<Override> override_of(const Varied& varied) {
    if (varied.range.empty()) return std::nullopt;
    const std::string list = with_marks(varied.range, ", ");
    return Override{varied.path, (varied.picks ? "{pick: [" : "{uniform: [") + list + "]}", "--vary"};
}

Result<Factor> bind_factor(const Varied& varied, std::span<const System* const> arms) {
    for (const System* arm : arms) {
        const auto found = std::find_if(arm->numbers.begin(), arm->numbers.end(),
                                        [&](const Number& number) { return follows(number, varied); });
        if (found != arm->numbers.end()) return Factor{found->address(), *found, !varied.range.empty()};
    }
    return std::vector{refused_request(
        "--vary " + varied.path + ": no number of these arms follows it",
        varied.range.empty()
            ? "it is fixed there; give a range, as in " + varied.path + "=LOW:HIGH"
            : "the arms say otherwise; name the arm or the lever, as in arms.NAME." + varied.path)};
}

}  // namespace clout
