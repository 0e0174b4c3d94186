#include "engine/report/text/words.hpp"

#include "engine/measures/shelf.hpp"
#include "engine/report/text/figures.hpp"

#include <algorithm>
#include <cctype>

namespace clout {
namespace {

bool upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

}  // namespace

MeasureName split_measure(std::string_view measure) {
    const std::size_t dot = measure.find('.');
    return dot == std::string_view::npos ? MeasureName{measure, {}}
                                         : MeasureName{measure.substr(0, dot), measure.substr(dot + 1)};
}

std::string measure_words(std::string_view what) {
    std::string words;
    Measures::each([&]<class M>() {
        if (M::kName == what && !kReadByFund<M>) {
            words = M::kLabel;
        }
    });
    if (words.empty()) {
        words = what;
        std::replace(words.begin(), words.end(), '_', ' ');
    }
    return capitalised(words);
}

std::string year_words(const Provenance& provenance, std::size_t year, std::size_t years) {
    const std::string whole = "year " + grouped(std::uint64_t{year});
    const std::uint32_t all = provenance.rounds_per_year, played = provenance.last_rounds;
    if (year != years || played == all) {
        return whole;
    }
    return 2 * played == all   ? "the first half of " + whole
           : 4 * played == all ? "the first quarter of " + whole
           : played == 1       ? "the first of " + grouped(std::uint64_t{all}) + " rounds of " + whole
                               : "the first " + grouped(std::uint64_t{played}) + " of " +
                               grouped(std::uint64_t{all}) + " rounds of " + whole;
}

std::string count_of(std::size_t count, std::size_t all) {
    return grouped(std::uint64_t{count}) + " of " + grouped(std::uint64_t{all});
}

std::string futures(std::size_t count) { return counted(count, "future", "futures"); }

std::string mid_sentence(const std::string& label) {
    std::string result = label;
    if (result.size() > 1 && upper(result[0]) && !upper(result[1])) {
        result[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(result[0])));
    }
    return result;
}

std::string with_verb(const std::string& label, std::string_view one, std::string_view many) {
    return label + ' ' + std::string(label.ends_with('s') && !label.ends_with("ss") ? many : one);
}

std::string owners(const std::string& label) { return label + (label.ends_with('s') ? "'" : "'s"); }

std::string capitalised(std::string text) {
    if (!text.empty()) {
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    }
    return text;
}

std::string assumptions_words(const Assumptions& assumptions) {
    std::string list;
    const auto add = [&](std::size_t count, const char* what) {
        if (count) {
            list += (list.empty() ? "" : ", ") + grouped(std::uint64_t{count}) + " " + what;
        }
    };
    add(assumptions.observed, "observed");
    add(assumptions.calibrated, "calibrated");
    add(assumptions.illustrative, "illustrative");
    add(assumptions.unstated, "without a stated basis");
    return grouped(std::uint64_t{assumptions.total()}) + " numbers: " + list + "; " +
           grouped(std::uint64_t{assumptions.uncertain}) +
           " of them are uncertain and drawn anew in each future";
}

}  // namespace clout
