#include "engine/study/mixture.hpp"

#include "engine/study/unknown_name.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace clout {
namespace {

bool same_spread(const Number& a, const Number& b) {
    return a.shape == b.shape && a.parameters == b.parameters &&
           std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(),
                      [](const NumberStep& one, const NumberStep& other) {
                          return one.year == other.year && same_spread(one.value, other.value);
                      });
}

// A fixed number as one of that shape that does not vary.
std::optional<std::vector<double>> as_shape(const Number& number, const Number& like) {
    if (number.shape == like.shape) return number.parameters;
    if (number.shape != Shape::constant) return std::nullopt;
    const double value = number.parameters[0];
    switch (like.shape) {
        case Shape::uniform: return std::vector{value, value};
        case Shape::triangular: return std::vector{value, value, value};
        case Shape::normal: return std::vector{value, 0.0};
        case Shape::pick: return std::vector<double>(like.parameters.size(), value);
        default: return std::nullopt;
    }
}

// Whether quantiles of two of that shape lie on straight lines between the parameters.
bool moves_straight(const Number& like, std::vector<double>& a, std::vector<double>& b) {
    switch (like.shape) {
        case Shape::constant:
        case Shape::uniform:
        case Shape::normal: return true;
        case Shape::pick:
            std::sort(a.begin(), a.end());
            std::sort(b.begin(), b.end());
            return a.size() == b.size();
        case Shape::triangular: {
            // Only where both lean the same way, or one is a point.
            const double wide_a = a[2] - a[0], wide_b = b[2] - b[0];
            return wide_a == 0 || wide_b == 0 || (a[1] - a[0]) * wide_b == (b[1] - b[0]) * wide_a;
        }
        case Shape::lognormal: return a[1] == b[1];
        case Shape::beta: return false;
    }
    return false;
}

}  // namespace

std::optional<Number> mixed(const Number& a, const Number& b, double part) {
    if (same_spread(a, b)) return a;
    if (a.dated() || b.dated()) return std::nullopt;
    const Number& like = a.uncertain() ? a : b;
    auto from = as_shape(a, like), to = as_shape(b, like);
    if (!from || !to || !moves_straight(like, *from, *to)) return std::nullopt;
    Number result = like;
    for (std::size_t p = 0; p < from->size(); ++p)
        result.parameters[p] = (1 - part) * (*from)[p] + part * (*to)[p];
    const auto [least, most] = std::minmax_element(result.parameters.begin(), result.parameters.end());
    if (result.shape == Shape::uniform && *least == *most) {
        result.shape = Shape::constant;
        result.parameters.resize(1);
    }
    return result;
}

std::vector<Mixture::Pair> Mixture::pairs_of(const System& from, const System& to) {
    std::unordered_map<std::string_view, std::size_t> rows;
    for (std::size_t row = 0; row < to.numbers.size(); ++row)
        if (!to.numbers[row].path.empty()) rows.emplace(to.numbers[row].path, row);
    std::vector<Pair> pairs;
    for (std::size_t row = 0; row < from.numbers.size(); ++row) {
        const auto found = rows.find(from.numbers[row].path);
        if (found != rows.end() && !same_spread(from.numbers[row], to.numbers[found->second]))
            pairs.push_back({row, found->second});
    }
    return pairs;
}

Mixture::Mixture(System a, System b, double switches)
    : a_(std::move(a)),
      b_(std::move(b)),
      switches_(switches),
      of_a_(pairs_of(a_, b_)),
      of_b_(pairs_of(b_, a_)) {
    moving_ = of_a_.size();
}

Result<Mixture> Mixture::make(System a, System b, double switches) {
    Mixture mixture(std::move(a), std::move(b), switches);
    std::vector<Problem> problems;
    for (const Pair& pair : mixture.of_a_) {
        const Number& number = mixture.a_.numbers[pair.row];
        if (!mixed(number, mixture.b_.numbers[pair.other], 0.5))
            problems.push_back(refused_request(
                number.path + " cannot be mixed: the arms spread it in shapes that have nothing between them",
                "give it one shape in both"));
    }
    if (!problems.empty()) return problems;
    return mixture;
}

System Mixture::at(double part) const {
    const bool first = part < switches_;
    System system = first ? a_ : b_;
    for (const Pair& pair : first ? of_a_ : of_b_) {
        const Number& other = (first ? b_ : a_).numbers[pair.other];
        Number& number = system.numbers[pair.row];
        number = first ? *mixed(number, other, part) : *mixed(other, number, part);
    }
    return system;
}

}  // namespace clout
