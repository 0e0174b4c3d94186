#include "engine/report/text/explanation.hpp"

#include "engine/measures/shelf.hpp"
#include "engine/report/text/glossary.hpp"
#include "engine/scenario/language/language.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <cctype>

namespace clout {
namespace {

// "Voice ladder" and "voice_ladder" are one term.
std::string as_term(std::string_view text) {
    std::string term;
    for (const char c : text)
        term += c == '_' || c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return term;
}

std::string where(std::string_view section) {
    return section.empty() ? std::string()
                           : " In the model: engine/MODEL.md, section " + std::string(section) + ".";
}

std::string kind_of(const KeyForm& slot) {
    switch (slot.type) {
        case Type::flag: return "true or false";
        case Type::whole: return "a whole number " + to_text(slot.field.legal);
        case Type::real: return "a number " + to_text(slot.field.legal);
        case Type::number:
        case Type::amount: return "a number " + to_text(slot.field.legal) + ", or an uncertain one";
        case Type::weights: return "a map from " + std::string(word_for(slot.space)) + " to number";
        case Type::reference: return "the name of a " + std::string(word_for(slot.space));
        case Type::references: return "a list of names";
        case Type::choice: {
            std::string choices;
            for (const std::string& choice : slot.choices) choices += (choices.empty() ? "" : ", ") + choice;
            return "one of " + choices;
        }
        case Type::per_place: return "a whole number, or a map from place to whole number";
        case Type::path: return "the path of a file";
        case Type::record:
        case Type::table:
        case Type::patch: return "a map";
        default: return "text or names";
    }
}

std::string default_of(const KeyForm& slot) {
    const Field& field = slot.field;
    if (field.required) return "It must be given.";
    if (field.standard && slot.type == Type::flag)
        return *field.standard == 1.0 ? "Without it: true." : "Without it: false.";
    if (field.standard) return "Without it: " + number_text(*field.standard) + ".";
    return field.otherwise.empty() ? std::string() : "Without it: " + std::string(field.otherwise) + ".";
}

std::string_view owner_of(const Field& field) {
    switch (field.belongs) {
        case Belongs::anywhere: return "";
        case Belongs::boards: return " Boards only.";
        case Belongs::other_bodies: return " Bodies other than boards only.";
        case Belongs::protected_funds: return " Protected funds only.";
        case Belongs::decided_funds: return " Decided funds only.";
    }
    return "";
}

class Explanation {
public:
    Explanation(std::string_view asked, const Style& style)
        : asked_(asked), term_(as_term(asked)), style_(style) {}

    std::string text() {
        for (const Word& word : glossary()) {
            if (as_term(word.word) == term_)
                say(std::string(word.word), std::string(word.meaning) + where(word.section));
        }
        Measures::each([&]<class M>() { measure<M>(); });
        const bool path = asked_.find('.') != std::string_view::npos;
        if (path)
            follow(document_form(), asked_, "");
        else
            search(document_form(), "");
        return std::move(text_);
    }

private:
    void say(const std::string& heading, const std::string& meaning) {
        text_ += bold(heading + "\n", style_) + paragraph("", 2, "  " + meaning, style_);
    }

    template <class M>
    void measure() {
        const std::string name(M::kName);
        const std::string asked(asked_.substr(0, asked_.find('.')));
        if (asked != name && asked_ != name && as_term(M::kLabel) != term_) return;
        say(name + (M::kBySector ? ".SECTOR" : "") + (kReadByFund<M> ? ".FUND" : "") + " (a measure)",
            std::string(M::kLabel) + ", in " + std::string(M::kUnit) +
                (kCountedAtYearsEnd<M> ? ": how many at the year's end."
                                       : ": the mean over a year's rounds.") +
                where("8"));
    }

    void key(const KeyForm& slot, const std::string& path) {
        std::string help(slot.field.help);
        if (!help.empty()) help[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(help[0])));
        const std::string unit = slot.field.unit.empty() ? "" : " (" + std::string(slot.field.unit) + ")";
        const std::string otherwise = default_of(slot);
        say(path + " (a key)", help + ". Legal: " + kind_of(slot) + unit + "." +
                                   (otherwise.empty() ? "" : " " + otherwise) +
                                   std::string(owner_of(slot.field)) + where(section_of_key(slot.field.key)));
    }

    // Every key of that name, wherever it stands; captions once.
    void search(const MapForm& form, const std::string& path) {
        for (const KeyForm& slot : form.slots) {
            const bool caption = caption_form().find(slot.field.key) != nullptr;
            const std::string here =
                path.empty() ? std::string(slot.field.key) : path + "." + std::string(slot.field.key);
            if (as_term(slot.field.key) == term_ && !(caption && captioned_)) {
                key(slot, here);
                captioned_ = captioned_ || caption;
            }
            if (slot.child.empty()) continue;
            search(slot.child.front(), slot.type == Type::table ? here + ".NAME" : here);
        }
    }

    // Names of bodies and the like are whatever they are.
    void follow(const MapForm& form, std::string_view rest, const std::string& path) {
        const std::size_t dot = std::min(rest.find('.'), rest.size());
        const KeyForm* slot = form.find(rest.substr(0, dot));
        if (!slot) return;
        std::string here =
            path.empty() ? std::string(slot->field.key) : path + "." + std::string(slot->field.key);
        rest = rest.substr(std::min(dot + 1, rest.size()));
        if (slot->type == Type::table && !rest.empty()) {
            const std::size_t name = std::min(rest.find('.'), rest.size());
            here += "." + std::string(rest.substr(0, name));
            rest = rest.substr(std::min(name + 1, rest.size()));
        }
        if (slot->child.empty() || rest.empty()) return key(*slot, here);
        follow(slot->child.front(), rest, here);
    }

    std::string_view asked_;
    std::string term_;
    const Style& style_;
    std::string text_;
    bool captioned_ = false;
};

void list_keys(const MapForm& form, std::vector<std::string>& terms) {
    for (const KeyForm& slot : form.slots) {
        terms.emplace_back(slot.field.key);
        if (!slot.child.empty()) list_keys(slot.child.front(), terms);
    }
}

}  // namespace

std::string explanation(std::string_view term, const Style& style) { return Explanation(term, style).text(); }

std::vector<std::string> explained_terms() {
    std::vector<std::string> terms;
    for (const Word& word : glossary()) terms.emplace_back(word.word);
    Measures::each([&]<class M>() { terms.emplace_back(M::kName); });
    list_keys(document_form(), terms);
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

}  // namespace clout
