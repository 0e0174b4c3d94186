#include "engine/report/text/figures.hpp"

#include <fmt/format.h>

#include <cmath>

namespace clout {
namespace {

constexpr double kThousands = 1000;  // [£ thousand] in a million

std::string magnitude(double value, Manner manner, int decimals) {
    const double size = std::abs(value);
    switch (manner) {
        case Manner::million_pounds: return fmt::format("£{}m", grouped(size, decimals));
        case Manner::thousand_pounds: return fmt::format("£{}k", grouped(kThousands * size, decimals));
        case Manner::pounds: return fmt::format("£{}", grouped(size, decimals));
        case Manner::part: return grouped(100 * size, decimals);
        case Manner::number: break;
    }
    return grouped(size, decimals);
}

std::string signed_magnitude(double value, Manner manner, int decimals) {
    if (!std::isfinite(value)) {
        return "–";
    }
    if (value == 0) {
        return "±0";
    }
    const std::string size = magnitude(value, manner, decimals);
    // A change too small for its digits has no direction to show.
    const bool visible = size.find_first_of("123456789") != std::string::npos;
    return fmt::format("{}{}", !visible ? "" : value < 0 ? "-" : "+", size);
}

const char* suffix(Manner manner) { return manner == Manner::part ? " points" : ""; }

}  // namespace

std::string grouped(double value, int decimals) {
    if (!std::isfinite(value)) {
        return "–";
    }
    std::string digits = fmt::format("{:.{}f}", value, decimals);
    if (digits[0] == '-' && digits.find_first_of("123456789") == std::string::npos) {
        digits.erase(0, 1);
    }
    return with_separators(std::move(digits));
}

Manner manner_of(std::string_view unit) {
    if (unit.starts_with("£m")) {
        return Manner::million_pounds;
    }
    if (unit.starts_with("£")) {
        return Manner::pounds;
    }
    return unit.starts_with("share") || unit.starts_with("part") ? Manner::part : Manner::number;
}

Manner sized(Manner manner, double size) {
    return manner == Manner::million_pounds && size != 0 && std::abs(size) < 1 ? Manner::thousand_pounds
                                                                               : manner;
}

int decimals_for(double size, Manner manner) {
    if (manner == Manner::thousand_pounds) {
        const double thousands = std::abs(kThousands * size);
        return thousands >= 100 ? 0 : thousands >= 10 ? 1 : 2;
    }
    if (manner == Manner::part) {
        return 1;
    }
    const double shown = std::abs(size);
    if (manner == Manner::pounds) {
        return shown >= 1000 ? 0 : 2;
    }
    if (manner == Manner::number) {
        return shown >= 1000 ? 0 : 1;
    }
    return shown >= 1000 ? 0 : shown >= 100 ? 1 : shown >= 1 || shown == 0 ? 2 : 3;
}

std::string level(double value, Manner manner, int decimals) {
    if (!std::isfinite(value)) {
        return "–";
    }
    const char* sign = value < 0 && grouped(value, decimals)[0] == '-' ? "-" : "";
    return fmt::format("{}{}{}", sign, magnitude(value, manner, decimals),
                       manner == Manner::part ? " %" : "");
}

std::string percent(double part, int decimals) { return level(part, Manner::part, decimals); }

std::string change(double value, Manner manner, int decimals) {
    return signed_magnitude(value, manner, decimals) + (std::isfinite(value) ? suffix(manner) : "");
}

std::string distance(double value, Manner manner, int decimals) {
    return std::isfinite(value) ? magnitude(value, manner, decimals) + suffix(manner) : "–";
}

std::string pounds(double millions) {
    const Manner manner = sized(Manner::million_pounds, millions);
    return level(millions, manner, decimals_for(millions, manner));
}

std::string pounds_change(double millions) {
    const Manner manner = sized(Manner::million_pounds, millions);
    return change(millions, manner, decimals_for(millions, manner));
}

std::string change_range(double low, double high, Manner manner, int decimals) {
    // Beside another figure a plain 0 reads better than ±0.
    const auto end = [&](double value) {
        return value == 0 ? magnitude(value, manner, decimals) : signed_magnitude(value, manner, decimals);
    };
    return end(low) + " to " + end(high) + suffix(manner);
}

std::string bare_range(double low, double high, Manner manner, int decimals) {
    if (!std::isfinite(low) || !std::isfinite(high)) {
        return "–";
    }
    const double scale = manner == Manner::part ? 100 : manner == Manner::thousand_pounds ? kThousands : 1;
    return low == 0 && high == 0 ? "±0" : change_range(scale * low, scale * high, Manner::number, decimals);
}

std::string fine_percent(double part) {
    const double size = std::abs(100 * part);
    return std::isfinite(part) ? grouped(100 * part, size >= 10 || size == 0 ? 1
                                                     : size >= 0.1           ? 2
                                                                             : 4) +
                                     " %"
                               : "–";
}

std::string one_in(double part) {
    if (!(part > 0)) {
        return "none";
    }
    const double others = 1 / part;
    return "1 in " + grouped(others, part >= 1 ? 0 : others < 100 ? 1 : 0);
}

std::string signed_percent(double part, int decimals) {
    return std::isfinite(part) ? signed_magnitude(100 * part, Manner::number, decimals) + " %" : "–";
}

}  // namespace clout
