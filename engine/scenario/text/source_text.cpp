#include "engine/scenario/text/source_text.hpp"

#include "engine/base/text.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace clout {
namespace {

using Byte = unsigned char;

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && !begins_character(text[at]);
}

// Length of the well-formed UTF-8 sequence at `at` (no overlong forms, no surrogates, at most U+10FFFF); 0 =
// none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const Byte lead = static_cast<Byte>(text[at]);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(text, at + i)) return 0;
    }
    const Byte second = static_cast<Byte>(text[at + 1]);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
    if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
    return length;
}

// Characters that a terminal obeys, or that turn the order of what follows: U+0080 to U+009F, U+2028 to
// U+202E, U+2066 to U+2069. `length` is that of the sequence at `at`.
bool is_wide_control(std::string_view text, std::size_t at, std::size_t length) {
    const auto byte = [&](std::size_t i) { return static_cast<Byte>(text[at + i]); };
    if (length == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
    if (length != 3 || byte(0) != 0xE2) return false;
    return (byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE) ||
           (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);
}

// Of a sequence of two or three bytes.
unsigned code_point(std::string_view text, std::size_t at, std::size_t length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<Byte>(text[at + i])); };
    return length == 2 ? (byte(0) & 0x1Fu) << 6 | (byte(1) & 0x3Fu)
                       : (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
}

bool is_control(char c) { return (static_cast<Byte>(c) < 0x20 && c != '\t' && c != '\n') || c == 0x7F; }

std::string with_plain_line_ends(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] != '\r') {
            text += bytes[at];
        } else {
            text += '\n';
            if (at + 1 < bytes.size() && bytes[at + 1] == '\n') ++at;
        }
    }
    return text;
}

bool is_utf16(std::string_view bytes) {
    if (bytes.size() < 2) return false;
    const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    return marked || (bytes[0] == '\0') != (bytes[1] == '\0');
}

struct Stranger {
    std::string_view beginning, message;
};

// What a file is that is no text at all; empty = nothing that is known.
std::string known_stranger(std::string_view bytes) {
    constexpr std::array<Stranger, 9> kStrangers{{
        {"PK\x03\x04", "this is an Excel workbook, a Word document or another file that is kept zipped"},
        {"\xD0\xCF\x11\xE0", "this is an old Excel workbook or Word document"},
        {"%PDF", "this is a PDF"},
        {"{\\rtf", "this is a document in rich text"},
        {"<!DOCTYPE", "this is a web page"},
        {"<html", "this is a web page"},
        {"SQLite format 3", "this is a SQLite database"},
        {"\x1F\x8B", "this file is compressed"},
        {"\x89PNG", "this is a picture"},
    }};
    for (const Stranger& stranger : kStrangers) {
        if (bytes.starts_with(stranger.beginning)) return std::string(stranger.message);
    }
    return {};
}

std::optional<std::string> check_characters(std::string text, std::uint32_t file, Problems& problems) {
    Mark mark{file, 1, 1};
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) {
            problems.error(mark, "",
                           fmt::format("byte {:#04x} is not valid UTF-8", static_cast<Byte>(text[at])),
                           "save the file as UTF-8");
            return std::nullopt;
        }
        if (length == 1 && is_control(text[at])) {
            problems.error(mark, "", fmt::format("control character U+{:04X}", static_cast<Byte>(text[at])),
                           "remove it; a file holds text only");
            return std::nullopt;
        }
        if (length == 2 && is_wide_control(text, at, length)) {
            problems.error(mark, "", fmt::format("control character U+{:04X}", code_point(text, at, length)),
                           "remove it; a file holds text only");
            return std::nullopt;
        }
        if (text[at] == '\n') {
            ++mark.line;
            mark.column = 1;
        } else {
            ++mark.column;
        }
        at += length;
    }
    return text;
}

}  // namespace

std::string with_controls_shown(const std::string& text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::max<std::size_t>(sequence_length(text, at), 1);
        if (length == 1 && is_control(text[at]))
            shown += fmt::format("\\x{:02x}", static_cast<Byte>(text[at]));
        else if (is_wide_control(text, at, length))
            shown += fmt::format("\\u{:04x}", code_point(text, at, length));
        else
            shown.append(text, at, length);
        at += length;
    }
    return shown;
}

std::optional<std::string> clean_text(std::string bytes, std::uint32_t file, Problems& problems) {
    if (is_utf16(bytes)) {
        problems.error({file, 0, 0}, "", "the file is written in UTF-16", "save it as UTF-8");
        return std::nullopt;
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    if (std::string stranger = known_stranger(bytes); !stranger.empty()) {
        problems.error({file, 0, 0}, "", std::move(stranger),
                       "save a table as CSV (UTF-8), a scenario as plain text");
        return std::nullopt;
    }
    return check_characters(with_plain_line_ends(bytes), file, problems);
}

std::optional<std::string> checked_text(FileBytes read, std::uint32_t file, Problems& problems) {
    if (!read.bytes) {
        problems.error({file, 0, 0}, "", read.missing ? "there is no such file" : std::move(read.trouble));
        return std::nullopt;
    }
    return clean_text(std::move(*read.bytes), file, problems);
}

}  // namespace clout
