#include "engine/scenario/language/wording.hpp"

#include <algorithm>

namespace clout {
namespace {

std::string join_texts(const Node& list) {
    std::vector<std::string> texts;
    for (const Node& item : list.items) texts.push_back(plain_text(item));
    return and_list(texts);
}

// "0.5, from year 2.5 on 0.8"
std::string dated_text(const Node& steps) {
    std::string text;
    for (const Entry& step : steps.entries) {
        if (!text.empty()) text += ", from year " + step.key + " on ";
        text += plain_text(step.value);
    }
    return text;
}

std::string uncertain_text(const Node& number) {
    if (const Node* value = number.find("value")) return plain_text(*value);
    if (const Node* steps = number.find("steps")) return dated_text(*steps);
    const auto entry = std::find_if(number.entries.begin(), number.entries.end(),
                                    [](const Entry& one) { return is_number_word(one.key); });
    const std::string& word = entry->key;
    const auto& list = entry->value.items;
    const auto at = [&](std::size_t i) { return list[i].text; };
    if (word == "uniform") return "somewhere between " + at(0) + " and " + at(1);
    if (word == "triangular")
        return "somewhere between " + at(0) + " and " + at(2) + ", most likely " + at(1);
    if (word == "normal") return "about " + at(0) + ", give or take " + at(1);
    if (word == "lognormal") return "about " + at(0) + " (lognormal, sigma " + at(1) + ")";
    if (word == "beta") return "a beta of " + at(0) + " and " + at(1);
    return "one of " + join_texts(entry->value);
}

}  // namespace

Labels::Labels(const Node& a, const Node& b) {
    add(a);
    add(b);
}

void Labels::add(const Node& tree) {
    const auto table = [&](std::string_view key, Space space, bool agents = false) {
        const Node* rows = tree.find(key);
        if (!rows) return;
        for (const Entry& entry : rows->entries) {
            const Node* label = entry.value.find("label");
            const std::string& text = label ? label->text : entry.key;
            labels_[static_cast<std::size_t>(space)].insert_or_assign(entry.key, text);
            if (agents) labels_[static_cast<std::size_t>(Space::agent)].insert_or_assign(entry.key, text);
        }
    };
    table("programmes", Space::programme);
    table("sectors", Space::sector);
    table("organisations", Space::organisation, true);
    table("bodies", Space::body, true);
    table("funds", Space::fund);
    const Node* funds = tree.find("funds");
    if (!funds) return;
    for (const Entry& fund : funds->entries) {
        if (const Node* board = fund.value.find("decided_by")) boards_.insert(of(Space::body, board->text));
    }
}

std::string Labels::of(Space space, const std::string& name) const {
    const auto& labels = labels_[static_cast<std::size_t>(space)];
    const auto found = labels.find(name);
    return found == labels.end() ? name : found->second;
}

std::string words_of(const Field& field) {
    std::string words(field.words.empty() ? field.key : field.words);
    for (char& c : words) {
        if (c == '_') c = ' ';
    }
    return words;
}

std::string possessive(const std::string& owner) { return owner + (owner.ends_with('s') ? "'" : "'s"); }

std::string plain_text(const Node& value) {
    if (value.is_scalar()) return value.quoted ? "'" + value.text + "'" : value.text;
    if (value.is_list()) return join_texts(value);
    if (is_number_map(value)) return uncertain_text(value);
    std::vector<std::string> parts;
    for (const Entry& entry : value.entries) parts.push_back(entry.key + " " + plain_text(entry.value));
    return and_list(parts);
}

}  // namespace clout
