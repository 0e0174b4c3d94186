#include "engine/report/files/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace clout {
namespace {

void add_summary(std::string& line, const Summary& s) {
    for (const double value : {s.mean, s.p05, s.p50, s.p95}) {
        add_csv_number(line, value);
    }
}

// Every measure of any arm, in the order in which they are first met.
std::vector<std::string> all_measures(std::span<const ArmOutcome> arms) {
    std::vector<std::string> names;
    for (const auto& arm : arms) {
        for (const auto& quantity : arm.outcome->quantities) {
            if (std::find(names.begin(), names.end(), quantity.name) == names.end()) {
                names.push_back(quantity.name);
            }
        }
    }
    return names;
}

void add_replicates(std::string& text, const ArmOutcome& arm, const std::vector<std::string>& measures) {
    std::vector<std::optional<std::size_t>> columns;
    for (const auto& measure : measures) {
        columns.push_back(find_quantity(*arm.outcome, measure));
    }
    const std::string name = csv_field(arm.name) + ",";
    for (std::size_t replicate = 0; replicate < arm.outcome->replicates; ++replicate) {
        text += name + std::to_string(replicate);
        for (const auto& column : columns) {
            add_csv_number(text, column ? arm.outcome->last(*column)[replicate] : NAN);
        }
        text += kLineEnd;
    }
}

}  // namespace

void add_csv_number(std::string& line, double value) {
    line += ',';
    if (std::isfinite(value)) {
        char digits[32];
        const auto written = std::to_chars(digits, digits + sizeof digits, value);
        line.append(digits, written.ptr);
    }
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

std::string measures_csv(const Comparison& comparison) {
    std::string text = std::string("arm,measure,unit,year,mean,p05,p50,p95") + kLineEnd;
    for (const auto& arm : comparison.arms) {
        for (const auto& measure : arm.measures) {
            for (std::size_t year = 0; year < measure.by_year.size(); ++year) {
                text += csv_field(arm.name) + "," + csv_field(measure.quantity.name) + "," +
                        csv_field(measure.quantity.unit) + "," + std::to_string(year + 1);
                add_summary(text, measure.by_year[year]);
                text += kLineEnd;
            }
        }
    }
    return text;
}

std::string differences_csv(const Comparison& comparison) {
    std::string text =
        std::string("arm,baseline,measure,unit,year,mean,p05,p50,p95,se,p_greater,p_less,p_equal") + kLineEnd;
    for (const auto& arm : comparison.arms) {
        for (const auto& measure : arm.measures) {
            for (std::size_t year = 0; year < measure.differences.size(); ++year) {
                const Difference& d = measure.differences[year];
                text += csv_field(arm.name) + "," + csv_field(comparison.base().name) + "," +
                        csv_field(measure.quantity.name) + "," + csv_field(measure.quantity.unit) + "," +
                        std::to_string(year + 1);
                add_summary(text, d.summary);
                for (const double value : {d.se, d.p_greater, d.p_less, d.p_equal}) {
                    add_csv_number(text, value);
                }
                text += kLineEnd;
            }
        }
    }
    return text;
}

std::string replicates_csv(std::span<const ArmOutcome> arms) {
    const auto measures = all_measures(arms);
    std::string text = "arm,replicate";
    for (const auto& measure : measures) {
        text += "," + csv_field(measure);
    }
    text += kLineEnd;
    for (const auto& arm : arms) {
        add_replicates(text, arm, measures);
    }
    return text;
}

std::string theories_csv(const Theories& theories) {
    std::string text = std::string(
                           "protocol,arm,baseline,unit,mean,p05,p50,p95,se,p_greater,p_less,p_equal,"
                           "relative,more,same,less") +
                       kLineEnd;
    for (const Theory& theory : theories.theories) {
        for (std::size_t arm = 0; arm < theory.arms.size(); ++arm) {
            if (!theory.arms[arm]) {
                continue;
            }
            const TheoryFinding& found = *theory.arms[arm];
            const Difference& d = found.size.difference;
            text += csv_field(theory.name) + "," + csv_field(theories.arms[arm].first) + "," +
                    csv_field(theories.arms[theories.baseline].first) + "," +
                    (found.size.per_patient ? "£ a patient a year" : "£m a year");
            add_summary(text, d.summary);
            for (const double value : {d.se, d.p_greater, d.p_less, d.p_equal, found.relative.mean}) {
                add_csv_number(text, value);
            }
            for (const std::size_t count : {found.headline.more, found.headline.same, found.headline.less}) {
                text += "," + std::to_string(count);
            }
            text += kLineEnd;
        }
    }
    return text;
}

std::string attribution_csv(const Attribution& attribution) {
    std::string text = "replicate";
    for (const AttributedPart& part : attribution.parts) {
        switch (part.part.what) {
            case Part::What::lever: text += "," + csv_field(part.part.name); break;
            case Part::What::lever_dropped: text += "," + csv_field("-" + part.part.name); break;
            case Part::What::changes: text += "," + csv_field("changes of " + part.part.name); break;
            case Part::What::changes_dropped: text += "," + csv_field("-changes of " + part.part.name); break;
        }
    }
    text += std::string(",total") + kLineEnd;
    for (std::size_t replicate = 0; replicate < attribution.replicates; ++replicate) {
        text += std::to_string(replicate);
        double total = 0;
        for (const AttributedPart& part : attribution.parts) {
            add_csv_number(text, part.values[replicate]);
            total += part.values[replicate];
        }
        add_csv_number(text, total);
        text += kLineEnd;
    }
    return text;
}

}  // namespace clout
