#include "engine/scenario/text/number_advice.hpp"

#include "engine/base/text.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "engine/scenario/text/typography.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace clout {
namespace {

std::size_t digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

// A number as people write it, as the program would: thousands taken out; empty where it is none.
std::string as_decimal(std::string_view text) {
    if (is_decimal(text)) return std::string(text);
    for (const char separator : {',', ' ', '\''}) {
        std::string plain = without_thousands(text, separator);
        if (!plain.empty()) return plain;
    }
    return {};
}

double value_of(const std::string& decimal) { return std::strtod(decimal.c_str(), nullptr); }

// Rounded to what people read: 1.286, not 1.2860000000000001.
std::string suggested(double value) { return rounded_text(value, 9); }

struct Suffix {
    std::string_view word;
    double times;
};

// "£1.2m", "1.2 million", "500k": money, or how much of anything.
std::string large_advice(const std::string& bare) {
    constexpr std::array<Suffix, 9> kSuffixes{{{" million", 1e6},
                                               {"million", 1e6},
                                               {"bn", 1e9},
                                               {" billion", 1e9},
                                               {"mn", 1e6},
                                               {"m", 1e6},
                                               {" thousand", 1e3},
                                               {"k", 1e3},
                                               {"b", 1e9}}};
    constexpr std::string_view kPound = "\xC2\xA3";
    const bool pounds = bare.starts_with(kPound) || bare.starts_with("gbp");
    std::string rest(trimmed(std::string_view(bare).substr(!pounds          ? 0
                                                           : bare[0] == 'g' ? 3
                                                                            : kPound.size())));
    double times = 1;
    for (const Suffix& suffix : kSuffixes) {
        if (rest.size() <= suffix.word.size() || !rest.ends_with(suffix.word)) continue;
        rest = trimmed(rest.substr(0, rest.size() - suffix.word.size()));
        times = suffix.times;
        break;
    }
    const std::string decimal = as_decimal(rest);
    if (decimal.empty() || (!pounds && times == 1)) return {};
    const double amount = value_of(decimal) * times;
    if (pounds && times == 1 && amount < 1000)
        return "leave out the pound sign: " + decimal + "; money is in £m";
    const std::string millions = suggested(amount / 1e6);
    if (pounds) return "money is in £m: " + millions;
    return "write " + suggested(amount) + ", or " + millions + " where it is £m";
}

// "5-10", "5 to 10", "5 ± 1", "~5"
std::string range_advice(const std::string& bare) {
    for (const std::string_view between : {" to ", " - ", "-", ".."}) {
        const std::size_t at = bare.find(between, 1);
        if (at == std::string::npos) continue;
        const std::string low = as_decimal(trimmed(bare.substr(0, at))),
                          high = as_decimal(trimmed(bare.substr(at + between.size())));
        if (!low.empty() && !high.empty()) return "a range is written {uniform: [" + low + ", " + high + "]}";
    }
    for (const std::string_view give : {"\xC2\xB1", "+/-", "+-"}) {
        const std::size_t at = bare.find(give);
        if (at == std::string::npos) continue;
        const std::string middle = as_decimal(trimmed(bare.substr(0, at))),
                          off = as_decimal(trimmed(bare.substr(at + give.size())));
        if (!middle.empty() && !off.empty())
            return "about so much is written {normal: [" + middle + ", " + off + "]}";
    }
    for (const std::string_view about :
         {"~", "c. ", "c.", "ca. ", "about ", "approx. ", "circa ", "<", ">", "="}) {
        if (!bare.starts_with(about)) continue;
        const std::string decimal = as_decimal(trimmed(bare.substr(about.size())));
        if (!decimal.empty())
            return "write the number alone: " + decimal + ", or a range: {uniform: [lowest, highest]}";
    }
    return {};
}

std::string unknown_advice(const std::string& bare) {
    constexpr std::array<std::string_view, 10> kUnknown{"n/a", "na",  "-",       "--",   "?",
                                                        "tbc", "tbd", "unknown", "none", "nil"};
    if (std::find(kUnknown.begin(), kUnknown.end(), bare) != kUnknown.end())
        return "where it is not known leave it out";
    if (bare.starts_with("#")) return "this is an error of a spreadsheet: mend the cell";
    return {};
}

// A million or so may be pounds, where a key is in £m.
std::string or_in_millions(const std::string& decimal) {
    constexpr double kMuch = 100'000;
    const double amount = value_of(decimal);
    return amount < kMuch ? std::string() : ", or " + suggested(amount / 1e6) + " where it is £m";
}

std::string separated_advice(const std::string& bare) {
    if (bare.find('_') != std::string::npos && is_decimal(without(bare, '_')))
        return "write it without underscores: " + without(bare, '_');
    std::string plain = without_thousands(bare, ',');
    if (!plain.empty())
        return "leave out the comma" + std::string(std::count(bare.begin(), bare.end(), ',') > 1 ? "s" : "") +
               ": " + plain + or_in_millions(plain);
    plain = without_thousands(bare, ' ');
    if (!plain.empty()) return "leave out the space: " + plain + or_in_millions(plain);
    plain = without_thousands(bare, '\'');
    if (!plain.empty()) return "leave out the apostrophe: " + plain + or_in_millions(plain);
    if (std::count(bare.begin(), bare.end(), ',') == 1) {  // 1,5 and 1.234,56
        std::string point = without(bare, '.');
        std::replace(point.begin(), point.end(), ',', '.');
        if (is_decimal(point)) return "the decimal sign is a point: " + point;
    }
    if (std::count(bare.begin(), bare.end(), '.') > 1) {
        plain = without_thousands(bare, '.');
        if (!plain.empty()) return "leave out the points between thousands: " + plain + or_in_millions(plain);
    }
    return {};
}

std::string fraction_advice(const std::string& bare) {
    const std::size_t slash = bare.find('/');
    if (slash == std::string::npos) return {};
    const std::string above(trimmed(bare.substr(0, slash))), below(trimmed(bare.substr(slash + 1)));
    if (!is_decimal(above) || !is_decimal(below) || value_of(below) == 0) return {};
    return "work it out: " + suggested(value_of(above) / value_of(below));
}

// "8000 patients", "5 years"
std::string unit_advice(const std::string& bare) {
    const std::size_t end = digits(bare, bare.starts_with('-') ? 1 : 0);
    const std::size_t stop = end < bare.size() && bare[end] == '.' ? digits(bare, end + 1) : end;
    const std::string number = bare.substr(0, stop);
    if (!is_decimal(number) || stop >= bare.size()) return {};
    const std::string_view rest = std::string_view(bare).substr(stop);
    const bool words = std::all_of(rest.begin(), rest.end(),
                                   [](char c) { return c == ' ' || c == '.' || (c >= 'a' && c <= 'z'); });
    return words && rest != "." && rest != "e" ? "write the number alone: " + number : std::string();
}

}  // namespace

bool is_decimal(std::string_view text) {
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const std::size_t whole = digits(text, at);
    std::size_t count = whole - at;
    at = whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = digits(text, at + 1);
        count += fraction - at - 1;
        at = fraction;
    }
    if (count == 0) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        const std::size_t exponent = digits(text, at);
        if (exponent == at) return false;
        at = exponent;
    }
    return at == text.size();
}

std::string without_thousands(std::string_view text, char separator) {
    const std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    std::size_t at = digits(text, sign);
    if (at == sign || at - sign > 3 || at >= text.size() || text[at] != separator) return {};
    while (at < text.size() && text[at] == separator) {
        if (digits(text, at + 1) != at + 4) return {};
        at += 4;
    }
    std::string plain = without(text, separator);
    return is_decimal(plain) && (at == text.size() || text[at] == '.') ? plain : std::string();
}

std::string number_advice(std::string_view text) {
    const Typography looks = typography_of(text);
    const std::string bare = in_lower_case(trimmed(looks.plain));
    if (!looks.found.empty()) {
        if (is_decimal(bare)) return typography_advice(text);
        const std::string further = number_advice(looks.plain);
        return further.empty() ? typography_advice(text) : further;
    }
    std::string unsigned_text = bare;
    if (!bare.empty() && (bare[0] == '-' || bare[0] == '+')) unsigned_text.erase(0, 1);
    if (unsigned_text == ".nan" || unsigned_text == "nan" || unsigned_text == ".inf" ||
        unsigned_text == "inf" || unsigned_text == "infinity")
        return "a number must be finite";
    if (unsigned_text.starts_with("0x") || unsigned_text.starts_with("0o") || unsigned_text.starts_with("0b"))
        return "write it as a decimal number";
    if (bare.ends_with('%')) {
        const std::string part = as_decimal(trimmed(bare.substr(0, bare.size() - 1)));
        if (!part.empty())
            return "a share is a number from 0 to 1, without a percent sign: " +
                   suggested(value_of(part) / 100);
    }
    for (const auto& advise :
         {separated_advice, large_advice, fraction_advice, range_advice, unknown_advice, unit_advice}) {
        std::string advice = advise(bare);
        if (!advice.empty()) return advice;
    }
    return {};
}

}  // namespace clout
