#include "engine/scenario/language/uncertain_number.hpp"

#include "engine/scenario/language/names.hpp"
#include "engine/scenario/language/number_forms.hpp"
#include "engine/scenario/language/number_sense.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace clout {
namespace {

class NumberReader {
public:
    NumberReader(const Range& legal, const std::string& path, Problems* problems)
        : legal_(legal), path_(path), problems_(problems) {}

    std::optional<Number> read(const Node& node) {
        if (node.is_map() && node.find("value")) return with_source(node);
        return dated_or_bare(node);
    }

    std::optional<double> plain(const Node& node, std::string_view expected) {
        if (!node.is_scalar()) return refuse(node, std::string(expected));
        const PlainNumber number = plain_number(node.text);
        if (node.quoted) return refuse(node, std::string(expected), number.value ? "remove the quotes" : "");
        if (!number.value) return refuse(node, std::string(expected), number.hint);
        return number.value;
    }

    bool in_range(const Node& node, double value) {
        if (legal_.holds(value)) return true;
        say(node.mark, "found " + number_text(value) + "; it must be " + to_text(legal_));
        return false;
    }

private:
    bool has_size(const Node& node, double value) {
        if (std::abs(value) > kLargestNumber) {
            say(node.mark, "found the number " + node.text + "; it is too large",
                "at most " + number_text(kLargestNumber));
            return false;
        }
        if (value == 0 || std::abs(value) >= kSmallestNumber) return true;
        say(node.mark, "found the number " + node.text + "; it is too small to be told from 0",
            "write at least " + number_text(kSmallestNumber) + ", or 0 where that may stand");
        return false;
    }

    void say(Mark mark, std::string message, std::string hint = {}) {
        if (problems_) problems_->error(mark, path_, std::move(message), std::move(hint));
    }
    std::nullopt_t refuse(const Node& node, const std::string& expected, std::string hint = {}) {
        if (node.is_null()) return say(node.mark, "there is no value; expected " + expected), std::nullopt;
        say(node.mark, "found " + describe(node) + "; expected " + expected, std::move(hint));
        return std::nullopt;
    }

    std::optional<Number> dated_or_bare(const Node& node) {
        return node.is_map() && node.find("steps") ? dated(node) : bare(node);
    }

    std::optional<Number> bare(const Node& node) {
        if (node.is_map() && is_number_map(node)) return distribution(node);
        const auto value = plain(node, "a number or an uncertain number such as {uniform: [a, b]}");
        if (!value || !has_size(node, *value) || !in_range(node, *value)) return std::nullopt;
        return fixed_number(*value, legal_, path_);
    }

    std::optional<Number> with_source(const Node& node) {
        for (const Entry& entry : node.entries) {
            const auto known = {"value", "source", "basis", "luck"};
            if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
            say(entry.mark, "the key '" + entry.key + "' does not belong to a number",
                "beside value: there may be source:, basis: and luck:");
            return std::nullopt;
        }
        const Node& value = *node.find("value");
        if (value.is_map() && value.find("value")) {
            say(value.mark, "a value inside a value", "write it once");
            return std::nullopt;
        }
        auto number = dated_or_bare(value);
        if (!number || !read_source(node, *number) || !read_luck(node, *number)) return std::nullopt;
        return number;
    }

    // The draw that a number shares with others: one for the whole of it.
    bool read_luck(const Node& node, Number& number) {
        const Node* luck = node.find("luck");
        if (!luck) return true;
        if (!luck->is_scalar()) return refuse(*luck, "the name of a draw"), false;
        const std::string why = why_no_name(luck->text);
        if (!why.empty()) return say(luck->mark, "'" + luck->text + "' cannot be a name", why), false;
        if (!number.luck.empty()) return say(luck->mark, "this number has two lucks", "keep one"), false;
        number.luck = luck->text;
        return true;
    }

    // {steps: {0: N, 2.5: N}}: all at the quantile of one draw.
    std::optional<Number> dated(const Node& node) {
        for (const Entry& entry : node.entries) {
            if (entry.key == "steps" || entry.key == "luck") continue;
            say(entry.mark, "'" + entry.key + "' does not stand beside steps",
                "write {value: {steps: {…}}, source: …}");
            return std::nullopt;
        }
        const Node& steps = *node.find("steps");
        const std::string expected = "a map from year to number as in {steps: {0: 0.5, 2.5: 0.8}}";
        if (!steps.is_map() || steps.entries.empty() || is_number_map(steps)) return refuse(steps, expected);
        std::vector<NumberStep> read;
        std::string luck;
        for (const Entry& entry : steps.entries) {
            auto step = read_step(entry, read);
            if (!step) return std::nullopt;
            if (!step->value.luck.empty() && !luck.empty())
                return say(entry.mark, "this number has two lucks", "write luck: once, beside steps:"),
                       std::nullopt;
            if (!step->value.luck.empty()) luck = step->value.luck;
            read.push_back(std::move(*step));
        }
        Number number = read.front().value;
        number.path = path_;
        number.luck = luck;
        number.steps = std::move(read);
        if (!read_luck(node, number)) return std::nullopt;
        return number;
    }

    std::optional<NumberStep> read_step(const Entry& entry, const std::vector<NumberStep>& before) {
        const auto year = plain_number(entry.key).value;
        if (!year || (before.empty() ? *year != 0 : *year <= before.back().year)) {
            say(entry.mark, "the year '" + entry.key + "'; years are numbers that go up from 0",
                "as in {steps: {0: 0.5, 2.5: 0.8}}");
            return std::nullopt;
        }
        const std::string path = join_path(join_path(path_, "steps"), entry.key);
        auto value = NumberReader(legal_, path, problems_).read(entry.value);
        if (!value) return std::nullopt;
        if (value->dated()) return say(entry.mark, "steps inside steps", "write them once"), std::nullopt;
        return NumberStep{*year, std::move(*value)};
    }

    bool read_source(const Node& node, Number& number) {
        if (const Node* source = node.find("source")) {
            if (!source->is_scalar()) return refuse(*source, "a text"), false;
            number.source = source->text;
        }
        const Node* basis = node.find("basis");
        if (!basis) return true;
        const auto known = std::find(kBases.begin() + 1, kBases.end(), basis->text);
        if (!basis->is_scalar() || known == kBases.end()) {
            refuse(*basis, "illustrative, calibrated or observed");
            return false;
        }
        number.basis = static_cast<Basis>(known - kBases.begin());
        return true;
    }

    std::optional<Number> distribution(const Node& node) {
        const auto form = std::find_if(kNumberForms.begin(), kNumberForms.end(),
                                       [&](const NumberForm& one) { return node.find(one.word) != nullptr; });
        const std::size_t keys = node.entries.size() - (node.find("luck") ? 1 : 0);
        if (keys > 1) {
            const bool noted = node.find("source") || node.find("basis");
            say(node.mark, "an uncertain number has one key, this has " + std::to_string(keys),
                noted ? "write {value: " + std::string(form->example) + ", source: …}"
                      : "keep one of them: " + std::string(form->example));
            return std::nullopt;
        }
        const Node& list = *node.find(form->word);
        const std::string expected = "a list of numbers as in " + std::string(form->example);
        if (!list.is_list() || list.items.empty() ||
            (form->parameters && list.items.size() != form->parameters)) {
            return refuse(list, expected,
                          !list.is_list() ? ""
                          : has_torn_thousands(list)
                              ? "thousands are written without commas"
                              : "it has " + std::to_string(list.items.size()) + " numbers");
        }
        Number number = fixed_number(0, legal_, path_);
        number.shape = form->shape;
        number.parameters.clear();
        for (const Node& item : list.items) {
            const auto value = plain(item, "a number in " + std::string(form->example));
            if (!value || !has_size(item, *value)) return std::nullopt;
            number.parameters.push_back(*value);
        }
        if (!makes_sense(list, number) || !read_luck(node, number)) return std::nullopt;
        return number;
    }

    // [1,000, 2,000] has four items, of which two are '000'.
    static bool has_torn_thousands(const Node& list) {
        return std::any_of(list.items.begin(), list.items.end(), [&](const Node& item) {
            return item.text.size() == 3 && item.text.find_first_not_of("0123456789") == std::string::npos &&
                   (item.text[0] == '0' || &item != &list.items.front());
        });
    }

    bool makes_sense(const Node& list, const Number& number) {
        const std::string wrong = why_no_distribution(number, legal_);
        if (!wrong.empty()) return say(list.mark, wrong), false;
        if (is_kept_legal(number.shape)) return true;
        bool fine = true;
        const auto& p = number.parameters;
        for (std::size_t i = 0; i < p.size(); ++i) fine = in_range(list.items[i], p[i]) && fine;
        return fine;
    }

    const Range& legal_;
    const std::string& path_;
    Problems* problems_;
};

}  // namespace

Number fixed_number(double value, const Range& legal, std::string path) {
    Number number;
    number.parameters = {value};
    number.lower = legal.least();
    number.upper = legal.greatest();
    number.path = std::move(path);
    return number;
}

Number standard_number(double value, const Range& legal, std::string path) {
    Number number = fixed_number(value, legal, std::move(path));
    number.basis = Basis::standard;
    return number;
}

std::optional<Number> read_number(const Node& node, const Range& legal, const std::string& path,
                                  Problems* problems) {
    return NumberReader(legal, path, problems).read(node);
}

bool has_dates(const Node& node) {
    const Node* value = node.find("value");
    return node.find("steps") || (value && value->find("steps"));
}

std::optional<double> read_plain(const Node& node, const Range& legal, const std::string& path,
                                 Problems* problems) {
    NumberReader reader(legal, path, problems);
    if (is_number_map(node)) {
        if (problems) problems->error(node.mark, path, "this cannot be uncertain", "write a plain number");
        return std::nullopt;
    }
    const auto value = reader.plain(node, "a number");
    if (!value || !reader.in_range(node, *value)) return std::nullopt;
    return value;
}

std::optional<std::uint64_t> read_whole(const Node& node, const Range& legal, const std::string& path,
                                        Problems* problems) {
    const auto value = read_plain(node, legal, path, problems);
    if (!value) return std::nullopt;
    const std::size_t sign = node.text[0] == '+' ? 1 : 0;
    const bool digits = node.text.find_first_not_of("0123456789", sign) == std::string::npos;
    constexpr std::size_t kDigits = 20;  // of 2^64 - 1
    const std::string largest = std::to_string(std::numeric_limits<std::uint64_t>::max());
    const std::string written = node.text.substr(sign);
    if (digits && (written.size() < kDigits || (written.size() == kDigits && written <= largest))) {
        return std::strtoull(written.c_str(), nullptr, 10);
    }
    if (problems) {
        const bool whole = digits || *value == std::floor(*value);
        problems->error(node.mark, path,
                        digits ? "found " + written + "; it must be at most " + largest
                               : "found the number " + node.text + "; expected a whole number",
                        whole && !digits && *value < 1e15
                            ? "write it as " + std::to_string(static_cast<std::uint64_t>(*value))
                            : "");
    }
    return std::nullopt;
}

}  // namespace clout
