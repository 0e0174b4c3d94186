#include "engine/scenario/text/yaml_text.hpp"

#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <array>

namespace clout {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Text that no reader takes for anything else, in a line or inside brackets.
bool is_plain(std::string_view text) {
    static constexpr std::array<std::string_view, 4> kNulls{"null", "Null", "NULL", "~"};
    if (text.empty() || text.back() == ' ' || std::find(kNulls.begin(), kNulls.end(), text) != kNulls.end())
        return false;
    if (plain_number(text).value) return true;
    return is_letter(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
               return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
                      c == '/' || c == '@' || c == ' ';
           });
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        switch (c) {
            case '"': result += "\\\""; break;
            case '\\': result += "\\\\"; break;
            case '\n': result += "\\n"; break;
            case '\t': result += "\\t"; break;
            default: result += c;
        }
    }
    return result + '"';
}

std::string scalar_text(std::string_view text, bool quote) {
    return quote || !is_plain(text) ? quoted(text) : std::string(text);
}

bool is_leaf(const Node& node) { return node.is_scalar() || node.is_null(); }

// Short enough to be read in one line.
bool fits_a_line(const Node& node) {
    constexpr std::size_t kMost = 12;
    if (is_number_map(node) || node.items.size() + node.entries.size() == 0) return true;
    if (node.is_list())
        return node.items.size() <= kMost && std::all_of(node.items.begin(), node.items.end(), is_leaf);
    return false;
}

std::string flow_text(const Node& node) {
    if (node.is_null()) return "null";
    if (node.is_scalar()) return scalar_text(node.text, node.quoted);
    std::string text;
    for (const Node& item : node.items) text += (text.empty() ? "" : ", ") + flow_text(item);
    for (const Entry& entry : node.entries) {
        text += (text.empty() ? "" : ", ") + scalar_text(entry.key, false) + ": " + flow_text(entry.value);
    }
    return node.is_list() ? "[" + text + "]" : "{" + text + "}";
}

void block_text(const Node& node, std::size_t indent, std::string& out) {
    const std::string margin(indent, ' ');
    for (const Node& item : node.items) out += margin + "- " + flow_text(item) + '\n';
    for (const Entry& entry : node.entries) {
        out += margin + scalar_text(entry.key, false) + ':';
        if (is_leaf(entry.value) || fits_a_line(entry.value)) {
            out += ' ' + flow_text(entry.value) + '\n';
        } else {
            out += '\n';
            block_text(entry.value, indent + 2, out);
        }
    }
}

}  // namespace

std::string yaml_text(const Node& map) {
    if (map.entries.empty()) return "{}\n";
    std::string text;
    block_text(map, 0, text);
    return text;
}

}  // namespace clout
