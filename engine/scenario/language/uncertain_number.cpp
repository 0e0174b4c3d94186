#include "engine/scenario/language/uncertain_number.hpp"

#include "engine/scenario/language/names.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace clout {
namespace {

struct Form {
    Shape shape;
    std::string_view word;
    std::size_t parameters;  // 0 = any number of them
    std::string_view example;
};

constexpr std::array<Form, 6> kForms{{
    {Shape::uniform, "uniform", 2, "{uniform: [lowest, highest]}"},
    {Shape::triangular, "triangular", 3, "{triangular: [lowest, likeliest, highest]}"},
    {Shape::normal, "normal", 2, "{normal: [mean, standard deviation]}"},
    {Shape::lognormal, "lognormal", 2, "{lognormal: [median, sigma]}"},
    {Shape::beta, "beta", 2, "{beta: [alpha, beta]}"},
    {Shape::pick, "pick", 0, "{pick: [first, second, …]}"},
}};

constexpr std::array<std::string_view, 4> kBases{"", "illustrative", "calibrated", "observed"};

class NumberReader {
public:
    NumberReader(const Range& legal, const std::string& path, Problems* problems)
        : legal_(legal), path_(path), problems_(problems) {}

    std::optional<Number> read(const Node& node) {
        if (node.is_map() && node.find("value")) return with_source(node);
        return bare(node);
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
    void say(Mark mark, std::string message, std::string hint = {}) {
        if (problems_) problems_->error(mark, path_, std::move(message), std::move(hint));
    }
    std::nullopt_t refuse(const Node& node, const std::string& expected, std::string hint = {}) {
        if (node.is_null()) return say(node.mark, "there is no value; expected " + expected), std::nullopt;
        say(node.mark, "found " + describe(node) + "; expected " + expected, std::move(hint));
        return std::nullopt;
    }

    std::optional<Number> bare(const Node& node) {
        if (node.is_map() && is_number_map(node)) return distribution(node);
        const auto value = plain(node, "a number or an uncertain number such as {uniform: [a, b]}");
        if (!value || !in_range(node, *value)) return std::nullopt;
        return fixed_number(*value, legal_, path_);
    }

    std::optional<Number> with_source(const Node& node) {
        for (const Entry& entry : node.entries) {
            if (entry.key != "value" && entry.key != "source" && entry.key != "basis") {
                say(entry.mark, "the key '" + entry.key + "' does not belong to a number",
                    "beside value: there may be source: and basis:");
                return std::nullopt;
            }
        }
        const Node& value = *node.find("value");
        if (value.is_map() && value.find("value")) {
            say(value.mark, "a value inside a value", "write it once");
            return std::nullopt;
        }
        auto number = bare(value);
        if (!number || !read_source(node, *number)) return std::nullopt;
        return number;
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
        const auto form = std::find_if(kForms.begin(), kForms.end(),
                                       [&](const Form& one) { return node.find(one.word) != nullptr; });
        if (node.entries.size() > 1) {
            const bool noted = node.find("source") || node.find("basis");
            say(node.mark, "an uncertain number has one key, this has " + std::to_string(node.entries.size()),
                noted ? "write {value: " + std::string(form->example) + ", source: …}"
                      : "keep one of them: " + std::string(form->example));
            return std::nullopt;
        }
        const Node& list = *node.find(form->word);
        const std::string expected = "a list of numbers as in " + std::string(form->example);
        if (!list.is_list() || list.items.empty() ||
            (form->parameters && list.items.size() != form->parameters)) {
            return refuse(list, expected,
                          list.is_list() ? "it has " + std::to_string(list.items.size()) + " numbers" : "");
        }
        Number number = fixed_number(0, legal_, path_);
        number.shape = form->shape;
        number.parameters.clear();
        for (const Node& item : list.items) {
            const auto value = plain(item, "a number in " + std::string(form->example));
            if (!value) return std::nullopt;
            number.parameters.push_back(*value);
        }
        return makes_sense(list, number) ? std::optional(std::move(number)) : std::nullopt;
    }

    // Normal and lognormal are clamped to the legal range; of the others all that can come out must be legal.
    bool makes_sense(const Node& list, const Number& number) {
        const auto& p = number.parameters;
        std::string wrong;
        switch (number.shape) {
            case Shape::constant: return true;
            case Shape::uniform:
            case Shape::triangular:
                if (!std::is_sorted(p.begin(), p.end())) wrong = "these numbers must go up";
                break;
            case Shape::normal:
                if (p[1] < 0) wrong = "a standard deviation cannot be negative";
                break;
            case Shape::lognormal:
                if (p[0] <= 0) wrong = "the median of a lognormal is more than 0";
                if (p[1] < 0) wrong = "the sigma of a lognormal cannot be negative";
                break;
            case Shape::beta:
                if (p[0] <= 0 || p[1] <= 0)
                    wrong = "alpha and beta are more than 0";
                else if (legal_.low > 0 || legal_.high < 1)
                    wrong = "a beta runs from 0 to 1; here it must be " + to_text(legal_);
                break;
            case Shape::pick: break;
        }
        if (!wrong.empty()) return say(list.mark, std::move(wrong)), false;
        if (number.shape == Shape::normal || number.shape == Shape::lognormal || number.shape == Shape::beta)
            return true;
        bool fine = true;
        for (std::size_t i = 0; i < p.size(); ++i) fine = in_range(list.items[i], p[i]) && fine;
        return fine;
    }

    const Range& legal_;
    const std::string& path_;
    Problems* problems_;
};

}  // namespace

std::string_view shape_word(Shape shape) {
    const auto form =
        std::find_if(kForms.begin(), kForms.end(), [&](const Form& one) { return one.shape == shape; });
    return form == kForms.end() ? std::string_view{} : form->word;
}

std::optional<Number> read_number(const Node& node, const Range& legal, const std::string& path,
                                  Problems* problems) {
    return NumberReader(legal, path, problems).read(node);
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

Node number_node(const Number& number) {
    Node node = Node::scalar(number_text(number.parameters.front()));
    if (number.uncertain()) {
        Node list = Node::list();
        for (const double parameter : number.parameters)
            list.items.push_back(Node::scalar(number_text(parameter)));
        node = Node::map();
        node.add(std::string(shape_word(number.shape)), std::move(list));
    }
    const bool says_basis = number.basis != Basis::unstated && number.basis != Basis::standard;
    if (number.source.empty() && !says_basis) return node;
    Node noted = Node::map();
    noted.add("value", std::move(node));
    if (!number.source.empty()) noted.add("source", Node::scalar(number.source, true));
    if (says_basis) {
        noted.add("basis", Node::scalar(std::string(kBases[static_cast<std::size_t>(number.basis)])));
    }
    return noted;
}

}  // namespace clout
