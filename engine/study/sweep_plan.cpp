#include "engine/study/sweep_plan.hpp"

#include "engine/run/ensemble.hpp"
#include "engine/run/watch/quantities.hpp"
#include "engine/study/figure.hpp"
#include "engine/study/played_point.hpp"
#include "engine/study/unknown_name.hpp"
#include "engine/system/compile.hpp"

#include <algorithm>

namespace clout {
namespace {

Result<std::vector<Factor>> factors_for(const SweepAsked& asked, std::span<const System* const> arms) {
    if (asked.varied.empty()) return factors_of(arms);
    std::vector<Factor> factors;
    for (const Varied& varied : asked.varied) {
        auto factor = bind_factor(varied, arms);
        if (!factor) return factor.problems();
        const auto same = [&](const Factor& other) { return other.name == factor.value().name; };
        if (std::any_of(factors.begin(), factors.end(), same))
            return std::vector{refused_request("--vary names " + factor.value().name + " twice")};
        factors.push_back(std::move(factor).value());
    }
    return factors;
}

// The baseline first, then the others in their order.
std::vector<std::size_t> baseline_first(const ArmChoice& choice) {
    std::vector<std::size_t> rows{choice.base()};
    for (const std::size_t row : choice.rows)
        if (row != choice.base()) rows.push_back(row);
    return rows;
}

// Measures that all arms have.
std::vector<Quantity> common_quantities(std::span<const System* const> arms) {
    std::vector<Quantity> common = quantities(*arms.front());
    for (const System* arm : arms) {
        const auto theirs = quantities(*arm);
        std::erase_if(common, [&](const Quantity& one) {
            return std::none_of(theirs.begin(), theirs.end(),
                                [&](const Quantity& other) { return other.name == one.name; });
        });
    }
    return common;
}

}  // namespace

std::string keep_word(Keep keep) {
    return keep == Keep::summary ? "summary" : keep == Keep::replicates ? "replicates" : "series";
}

void take_points(SweepAsked& asked, std::vector<double> table) {
    const std::size_t columns = asked.varied.size();
    asked.design.name = "table";
    asked.design.size = table.size() / columns;
    for (std::size_t column = 0; column < columns; ++column) {
        double low = table[column], high = low;
        for (std::size_t at = column; at < table.size(); at += columns) {
            low = std::min(low, table[at]);
            high = std::max(high, table[at]);
        }
        asked.varied[column].picks = low == high;
        asked.varied[column].range = std::vector{low, high};
    }
    asked.design.given = std::move(table);
}

std::vector<const System*> SweepPlan::arms() const { return addresses(systems); }

std::size_t SweepPlan::bytes_a_point() const {
    constexpr std::size_t kRow = 40;  // keys and what SQLite adds
    const std::size_t kept = keep == Keep::summary ? 0 : replicates * (keep == Keep::series ? years : 1);
    const std::size_t figures = quantities.size() * sizeof(double);
    return figures * (kSummaryFigures + kept) * systems.size() +
           figures * kDifferenceFigures * (systems.size() - 1) + kRow * (systems.size() + 1);
}

Result<SweepPlan> plan_sweep(const Library& library, const SweepAsked& asked) {
    const auto choice = choose_arms(library, asked.arms);
    if (!choice) return choice.problems();
    if (auto problems = check_alike(library, choice.value()); !problems.empty()) return problems;
    SweepPlan plan;
    plan.file = library.file;
    plan.bundle = bundle_of(library);
    for (const std::size_t row : baseline_first(choice.value())) {
        const Arm& arm = library.arms[row];
        plan.names.push_back(arm.name);
        plan.labels.push_back(arm.label.empty() ? arm.name : arm.label);
        plan.systems.push_back(compile(arm.scenario));
    }
    const Scenario& base = library.arms[choice.value().base()].scenario;
    plan.replicates = base.stochastic ? static_cast<std::size_t>(base.replicates) : 1;
    plan.years = (base.clock.rounds + base.clock.rounds_per_year - 1) / base.clock.rounds_per_year;
    const auto arms = plan.arms();
    plan.quantities = common_quantities(arms);
    plan.lead = leading_measure(base, plan.quantities);
    for (const Varied& varied : asked.varied) plan.vary.push_back(to_text(varied));
    for (const Override& one : asked.laid_over) plan.laid_over.push_back(one.path + "=" + one.value);
    auto factors = factors_for(asked, arms);
    if (!factors) return factors.problems();
    plan.factors = std::move(factors).value();
    plan.choice = asked.design;
    plan.keep = asked.keep;
    auto design = PointDesign::make(plan.choice, plan.factors.size());
    if (!design) return design.problems();
    plan.design = std::move(design).value();
    return plan;
}

}  // namespace clout
