#include "engine/study/hypothesis_form.hpp"

#include "engine/base/spelling.hpp"
#include "engine/base/text.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace clout {
namespace {

// Whether every hypothesis has the key, those that are put to the test, or those that cannot be.
enum class Needed : std::uint8_t { always, tested, maybe };
struct KeyOfHypothesis {
    std::string_view key, gives;
    Needed needed;
    bool of_test;  // it belongs to those that are put to the test
};
constexpr std::array<KeyOfHypothesis, 12> kKeys{{
    {"id", "what it is called, as in H1", Needed::always, false},
    {"claim", "what is claimed, in a sentence", Needed::always, false},
    {"source", "who claims it, and where", Needed::always, false},
    {"kind", "R where its source asserts it, T where its source leaves it open", Needed::always, false},
    {"untestable", "why it cannot be put to the test here", Needed::maybe, false},
    {"construction", "how far a mechanism gives the result by itself", Needed::maybe, true},
    {"file", "the scenario, seen from this file", Needed::tested, true},
    {"arm", "the arm in which the claim should come true", Needed::tested, true},
    {"against", "the arm that it is held against", Needed::tested, true},
    {"measure", "what is measured in both, as in share.acute", Needed::tested, true},
    {"expect", "more, less or same", Needed::tested, true},
    {"least", "a difference no larger than this does not count", Needed::tested, true},
}};

std::vector<std::string> known_keys() {
    std::vector<std::string> keys;
    for (const KeyOfHypothesis& known : kKeys) keys.emplace_back(known.key);
    return keys;
}

class FormReader {
public:
    explicit FormReader(Problems& problems) : problems_(problems) {}

    std::vector<WrittenHypothesis> read(const Node& document) {
        std::vector<WrittenHypothesis> rows;
        if (!document.is_map()) {
            error(document.mark, "",
                  "a suite of hypotheses is a map of keys and values; this is " + describe(document),
                  "it starts with 'clout: 1'");
            return rows;
        }
        check_top(document);
        const Node* list = document.find("hypotheses");
        if (!list) return rows;
        if (!list->is_list() || list->items.empty()) {
            error(list->mark, "hypotheses", "found " + describe(*list) + "; expected a list of hypotheses",
                  "each is a map: - {id: H1, claim: …}");
            return rows;
        }
        for (const Node& item : list->items) {
            auto row = hypothesis(item, fmt::format("hypotheses[{}]", &item - list->items.data()));
            if (row) rows.push_back(std::move(*row));
        }
        return rows;
    }

private:
    void error(Mark mark, std::string path, std::string message, std::string hint = {}) {
        problems_.error(mark, std::move(path), std::move(message), std::move(hint));
    }

    void check_top(const Node& document) {
        const std::vector<std::string> known{"clout", "hypotheses"};
        for (const Entry& entry : document.entries) {
            if (std::find(known.begin(), known.end(), entry.key) == known.end())
                error(entry.mark, entry.key, "unknown key '" + entry.key + "'",
                      suggestion(entry.key, known, "known keys:"));
        }
        for (const std::string& key : known) {
            if (!document.find(key)) error(document.mark, "", "the key '" + key + "' is missing");
        }
        const Node* version = document.find("clout");
        if (version && !(version->is_scalar() && !version->quoted && version->text == "1"))
            error(version->mark, "clout",
                  "found " + describe(*version) + "; the version of the language is 1");
    }

    std::optional<WrittenHypothesis> hypothesis(const Node& node, const std::string& place) {
        if (!node.is_map() || is_number_map(node)) {
            error(node.mark, place, "found " + describe(node) + "; expected a map of keys and values");
            return std::nullopt;
        }
        WrittenHypothesis row;
        row.node = &node;
        const Node* id = node.find("id");
        const bool named = id && id->is_scalar() && !id->text.empty();
        row.path = named ? "hypotheses." + id->text : place;
        const std::size_t before = problems_.list().size();
        check_keys(row);
        read_words(row);
        if (row.hypothesis.testable()) read_test(row);
        row.sound = problems_.list().size() == before;
        return row;
    }

    void check_keys(const WrittenHypothesis& row) {
        const bool tested = row.node->find("untestable") == nullptr;
        for (const Entry& entry : row.node->entries) {
            const auto* known = std::find_if(
                kKeys.begin(), kKeys.end(), [&](const KeyOfHypothesis& key) { return key.key == entry.key; });
            if (known == kKeys.end())
                error(entry.mark, join_path(row.path, entry.key), "unknown key '" + entry.key + "'",
                      suggestion(entry.key, known_keys(), "known keys:"));
            else if (!tested && known->of_test)
                error(entry.mark, join_path(row.path, entry.key),
                      "'" + entry.key +
                          "' belongs to a hypothesis that is put to the test, and this is untestable",
                      "leave out one of the two");
        }
        for (const KeyOfHypothesis& key : kKeys) {
            const bool needed = key.needed == Needed::always || (tested && key.needed == Needed::tested);
            if (needed && !row.node->find(key.key))
                error(row.node->mark, row.path, "the key '" + std::string(key.key) + "' is missing",
                      "it gives " + std::string(key.gives));
        }
    }

    // Empty where it is not there or is no text.
    std::string text(const WrittenHypothesis& row, const char* key) {
        const Node* value = row.node->find(key);
        if (!value) return {};
        if (value->is_scalar() && !trimmed(value->text).empty()) return value->text;
        error(value->mark, join_path(row.path, key), "found " + describe(*value) + "; expected a text");
        return {};
    }

    // The row of the word among those that may stand there; nothing after a message, or where none stands
    // there.
    std::optional<std::size_t> choice(const WrittenHypothesis& row, const char* key,
                                      const std::vector<std::string>& words) {
        const std::string word = text(row, key);
        if (word.empty()) return std::nullopt;
        const auto found = std::find(words.begin(), words.end(), word);
        if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
        error(row.mark(key), join_path(row.path, key), fmt::format("unknown {} '{}'", key, word),
              suggestion(word, words, "known:"));
        return std::nullopt;
    }

    void read_words(WrittenHypothesis& row) {
        Hypothesis& to = row.hypothesis;
        to.id = text(row, "id");
        to.claim = text(row, "claim");
        to.source = text(row, "source");
        to.construction = text(row, "construction");
        to.untestable = text(row, "untestable");
        if (row.node->find("untestable") && to.untestable.empty()) to.untestable = "?";  // told of: no test
        if (choice(row, "kind", {"R", "T"}) == std::size_t{1}) to.kind = Hypothesis::Kind::open;
        if (to.id.empty()) return;
        const auto [first, fresh] = ids_.emplace(to.id, row.node->mark);
        if (!fresh)
            error(row.mark("id"), join_path(row.path, "id"),
                  fmt::format("'{}' is on line {} already", to.id, first->second.line), "ids must differ");
    }

    void read_test(WrittenHypothesis& row) {
        using Sign = Expectation::Sign;
        Hypothesis& to = row.hypothesis;
        to.file = text(row, "file");
        row.arm = text(row, "arm");
        row.against = text(row, "against");
        to.measure = text(row, "measure");
        constexpr std::array<Sign, 3> kSigns{Sign::more, Sign::less, Sign::same};
        if (const auto sign = choice(row, "expect", {"more", "less", "same"}))
            to.expected.sign = kSigns[*sign];
        if (!row.arm.empty() && row.arm == row.against)
            error(row.mark("against"), join_path(row.path, "against"), "both arms are '" + row.arm + "'",
                  "a difference needs two");
        if (to.file.starts_with('/'))
            error(row.mark("file"), join_path(row.path, "file"),
                  "'" + to.file + "' is no path from this file",
                  "write it as seen from the folder of this file");
        read_least(row);
    }

    void read_least(WrittenHypothesis& row) {
        const Node* node = row.node->find("least");
        if (!node) return;
        const PlainNumber number =
            node->is_scalar() && !node->quoted ? plain_number(node->text) : PlainNumber{};
        if (number.value && *number.value >= 0) {
            row.hypothesis.expected.least = *number.value;
            return;
        }
        error(node->mark, join_path(row.path, "least"),
              "found " + describe(*node) + (number.value ? "; it must be at least 0" : "; expected a number"),
              node->quoted ? "remove the quotes" : number.hint);
    }

    Problems& problems_;
    std::map<std::string, Mark> ids_;
};

}  // namespace

Mark WrittenHypothesis::mark(const char* key) const {
    const Node* value = node->find(key);
    return value ? value->mark : node->mark;
}

std::vector<WrittenHypothesis> read_hypothesis_form(const Node& document, Problems& problems) {
    return FormReader(problems).read(document);
}

}  // namespace clout
