#include "engine/scenario/text/typography.hpp"

#include "engine/base/text.hpp"

#include <algorithm>
#include <array>

namespace clout {
namespace {

struct Look {
    std::string_view bytes, plain, name;
};

constexpr std::array<Look, 23> kLooks{{
    {"\xE2\x80\x9C", "", "curly quotes"},                 // “
    {"\xE2\x80\x9D", "", "curly quotes"},                 // ”
    {"\xE2\x80\x9E", "", "curly quotes"},                 // „
    {"\xE2\x80\x98", "", "curly quotes"},                 // ‘
    {"\xE2\x80\x99", "", "curly quotes"},                 // ’
    {"\xC2\xAB", "", "curly quotes"},                     // «
    {"\xC2\xBB", "", "curly quotes"},                     // »
    {"\xE2\x80\x90", "-", "a dash of a word processor"},  // hyphen
    {"\xE2\x80\x91", "-", "a dash of a word processor"},  // hyphen that does not break
    {"\xE2\x80\x92", "-", "a dash of a word processor"},
    {"\xE2\x80\x93", "-", "a dash of a word processor"},  // –
    {"\xE2\x80\x94", "-", "a dash of a word processor"},  // —
    {"\xE2\x88\x92", "-", "a dash of a word processor"},  // −
    {"\xC2\xAD", "", "a hyphen that is not seen"},
    {"\xC2\xA0", " ", "a space that does not break"},
    {"\xE2\x80\xAF", " ", "a space that does not break"},
    {"\xE2\x80\x87", " ", "a space that does not break"},
    {"\xE2\x80\x89", " ", "a narrow space"},
    {"\xE2\x80\x83", " ", "a wide space"},
    {"\xE2\x80\x8B", "", "a space that is not seen"},
    {"\xEF\xBB\xBF", "", "a byte-order mark"},
    {"\xEF\xBC\x9A", ":", "a wide colon"},
    {"\xEF\xBC\x8C", ",", "a wide comma"},
}};

}  // namespace

Typography typography_of(std::string_view text) {
    Typography result;
    for (std::size_t at = 0; at < text.size();) {
        const auto look = std::find_if(kLooks.begin(), kLooks.end(), [&](const Look& one) {
            return text.substr(at).starts_with(one.bytes);
        });
        if (look == kLooks.end()) {
            result.plain += text[at++];
            continue;
        }
        if (result.found.empty()) result.found = look->name;
        result.plain += look->plain;
        at += look->bytes.size();
    }
    if (!result.found.empty()) result.plain = std::string(trimmed(result.plain, " "));
    return result;
}

std::string typography_advice(std::string_view text) {
    const Typography looks = typography_of(text);
    if (looks.found.empty()) return {};
    const bool several = looks.found.ends_with('s') && !looks.found.starts_with("a ");
    return (several ? "these are " : "there is ") + looks.found + (several ? "" : " in it") +
           (looks.plain.empty() ? std::string() : ": write " + looks.plain);
}

}  // namespace clout
