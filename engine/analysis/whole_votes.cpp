#include "engine/analysis/whole_votes.hpp"

#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

namespace clout {
namespace {

constexpr Whole kMost = Whole{1} << 120;  // room for sums and for a carry
constexpr int kMostPower = 36;            // 10^36 < 2^120

struct Decimal {  // digits · 10^power, exactly as written
    std::uint64_t digits = 0;
    int power = 0;
};

// The shortest decimal that reads back as this double is what somebody wrote.
Decimal decimal_of(double value) {
    const std::string text = number_text(value);
    const std::size_t exponent = std::min(text.find('e'), text.size()), point = text.find('.');
    Decimal decimal;
    for (std::size_t at = 0; at < exponent; ++at) {
        if (text[at] < '0' || text[at] > '9') continue;
        decimal.digits = 10 * decimal.digits + static_cast<std::uint64_t>(text[at] - '0');
        decimal.power -= at > point ? 1 : 0;
    }
    if (exponent < text.size()) {
        const std::size_t sign = text[exponent + 1] == '+' ? 2 : 1;
        int written = 0;
        std::from_chars(text.data() + exponent + sign, text.data() + text.size(), written);
        decimal.power += written;
    }
    if (decimal.digits == 0) return {};
    for (; decimal.digits % 10 == 0; decimal.digits /= 10) ++decimal.power;
    return decimal;
}

Whole divisor(Whole a, Whole b) {  // Euclid's greatest common one
    while (b != 0) a = std::exchange(b, a % b);
    return a;
}

std::optional<Whole> product(Whole a, Whole b) {
    if (a != 0 && b > kMost / a) return std::nullopt;
    return a * b;
}

std::optional<Whole> power_of_ten(int power) {
    if (power > kMostPower) return std::nullopt;
    Whole result = 1;
    for (int i = 0; i < power; ++i) result *= 10;
    return result;
}

// The votes of a kind together, in units of 10^least.
std::optional<Whole> together(const Voters& kind, int least) {
    Whole sum = 0;
    for (const double votes : kind.votes) {
        const Decimal decimal = decimal_of(votes);
        if (decimal.digits == 0) continue;
        const auto scale = power_of_ten(decimal.power - least);
        const auto part = scale ? product(*scale, decimal.digits) : std::nullopt;
        if (!part || sum > kMost - *part) return std::nullopt;
        sum += *part;
    }
    return sum;
}

int least_power(std::span<const Voters> voters) {
    int least = std::numeric_limits<int>::max();
    for (const Voters& kind : voters) {
        for (const double votes : kind.votes) {
            if (votes > 0) least = std::min(least, decimal_of(votes).power);
        }
    }
    return least;
}

// Each voter's votes as multiples of one unit; nothing where that takes too many digits.
std::optional<std::vector<Whole>> exact_votes(std::span<const Voters> voters) {
    const int least = least_power(voters);
    std::vector<Whole> sums;
    Whole denominator = 1;
    for (const Voters& kind : voters) {
        const auto sum = together(kind, least);
        if (!sum) return std::nullopt;
        sums.push_back(*sum);
        const Whole own = kind.count / divisor(*sum, Whole{kind.count});
        const auto common = product(denominator, own / divisor(denominator, own));
        if (!common) return std::nullopt;
        denominator = *common;
    }
    for (std::size_t kind = 0; kind < sums.size(); ++kind) {
        const Whole shared = divisor(sums[kind], Whole{voters[kind].count});
        const auto each = product(sums[kind] / shared, denominator / (voters[kind].count / shared));
        if (!each) return std::nullopt;
        sums[kind] = *each;
    }
    return sums;
}

double sum_of(const Voters& kind) { return std::accumulate(kind.votes.begin(), kind.votes.end(), 0.0); }

std::vector<Whole> rounded_votes(std::span<const Voters> voters) {
    double total = 0;
    for (const Voters& kind : voters) total += sum_of(kind);
    std::vector<Whole> each;
    for (const Voters& kind : voters) {
        each.push_back(static_cast<Whole>(
            std::llround(std::ldexp(sum_of(kind) / total / static_cast<double>(kind.count), 60))));
    }
    return each;
}

// ⌊quota · total⌋ without a rounding error.
Whole part_of(Whole total, double quota) {
    const Decimal decimal = decimal_of(quota);
    const Whole digits = decimal.digits;
    if (decimal.power >= 0) return total;  // a quota of 1
    const auto scale = power_of_ten(-decimal.power);
    if (!scale) return static_cast<Whole>(quota * static_cast<double>(total));
    // digits < scale, and a quota as it is written has at most 17 digits.
    const Whole rest = total % *scale;
    const auto exact = product(digits, rest);
    const Whole of_rest = exact ? *exact / *scale : static_cast<Whole>(quota * static_cast<double>(rest));
    return digits * (total / *scale) + of_rest;
}

}  // namespace

WholeVotes whole_votes(std::span<const Voters> voters, double quota) {
    WholeVotes votes;
    if (!std::any_of(voters.begin(), voters.end(), [](const Voters& kind) { return sum_of(kind) > 0; })) {
        votes.each.resize(voters.size());
        return votes;
    }
    votes.each = exact_votes(voters).value_or(std::vector<Whole>());
    const auto all_of = [&](const std::vector<Whole>& each) {
        Whole total = 0;
        for (std::size_t kind = 0; kind < each.size(); ++kind) {
            const auto part = product(each[kind], voters[kind].count);
            if (!part || total > kMost - *part) return Whole{0};
            total += *part;
        }
        return total;
    };
    votes.total = all_of(votes.each);
    if (votes.total == 0) votes.each = rounded_votes(voters);
    Whole common = 0;
    for (const Whole each : votes.each) common = divisor(common, each);
    for (Whole& each : votes.each) each /= std::max<Whole>(common, 1);
    votes.total = all_of(votes.each);
    if (votes.total > 0) votes.majority = std::min<Whole>(part_of(votes.total, quota) + 1, votes.total);
    return votes;
}

}  // namespace clout
