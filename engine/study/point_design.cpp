#include "engine/study/point_design.hpp"

#include "engine/designs/shelf.hpp"
#include "engine/study/unknown_name.hpp"

#include <algorithm>

namespace clout {

Result<PointDesign> PointDesign::make(const DesignChoice& choice, std::size_t factors) {
    constexpr auto kNames = Designs::names();
    const auto row =
        static_cast<std::size_t>(std::find(kNames.begin(), kNames.end(), choice.name) - kNames.begin());
    if (row == kNames.size())
        return std::vector{unknown_name("there is no design '" + choice.name + "'", choice.name,
                                        {kNames.begin(), kNames.end()})};
    if (factors == 0)
        return std::vector{refused_request("no number is uncertain", "name some with --vary PATH=LOW:HIGH")};
    if (choice.size == 0) return std::vector{refused_request("a design of nothing", "give --size")};
    PointDesign design;
    std::string refusal;
    Designs::visit(row, [&]<class D>() {
        const DesignShape shape{factors, choice.size, choice.seed, choice.given};
        refusal = D::refusal(shape);
        if (!refusal.empty()) return;
        const D points(shape);
        design.points_ = points.points();
        design.factors_ = factors;
        design.order_ = D::kOrder;
        design.extends_ = D::kExtends;
        design.given_ = D::kGiven;
        design.counts_ = D::kSize;
        design.fill_ = [points](std::size_t i, std::span<double> u) { points.fill(i, u); };
    });
    if (!refusal.empty()) return std::vector{refused_request("design " + choice.name + ": " + refusal)};
    return design;
}

std::vector<double> PointDesign::point(std::size_t i) const {
    std::vector<double> at(factors_);
    fill_(i, at);
    return at;
}

}  // namespace clout
