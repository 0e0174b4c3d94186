#include "engine/analysis/attribution.hpp"
#include "engine/scenario/library.hpp"

#include <algorithm>
#include <optional>

namespace clout {
namespace {

using Names = std::vector<std::string>;

bool has(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Both arms' levers in one row that keeps the order of each; nothing where their orders contradict.
std::optional<Names> in_one_row(const Names& from, const Names& to) {
    Names row;
    auto next = from.begin();
    const auto take_those_dropped = [&](auto end) {
        for (; next != end; ++next) {
            if (!has(to, *next)) {
                row.push_back(*next);
            }
        }
    };
    for (const std::string& lever : to) {
        if (has(from, lever)) {
            const auto there = std::find(next, from.end(), lever);
            if (there == from.end()) {
                return std::nullopt;
            }
            take_those_dropped(there);
            ++next;
        }
        if (has(row, lever)) {
            return std::nullopt;
        }
        row.push_back(lever);
    }
    if (std::any_of(next, from.end(), [&](const std::string& lever) { return has(to, lever); })) {
        return std::nullopt;
    }
    take_those_dropped(from.end());
    return row;
}

std::string label_of(const Library& library, const std::string& lever) {
    for (const auto& [name, label] : library.lever_labels) {
        if (name == lever) {
            return label;
        }
    }
    return lever;
}

class Planner {
public:
    Planner(const Library& library, const Combiner& combiner, const Arm& from, const Arm& to,
            std::size_t order_pairs)
        : library_(library), combiner_(combiner), from_(from), to_(to), order_pairs_(order_pairs) {}

    Result<AttributionPlan> plan() {
        const auto row = in_one_row(from_.levers, to_.levers);
        if (!row) {
            return refused(
                "arms '" + from_.name + "' and '" + to_.name + "' pull the same levers in " +
                    "different orders, or one of them twice, so no steps lead from one to the other",
                "list the levers that both pull once and in the same order");
        }
        levers_ = *row;
        add_parts();
        const std::size_t parts = plan_.parts.size();
        if (parts > kMostPlayers) {
            return refused("between '" + from_.name + "' and '" + to_.name + "' lie more than 63 levers",
                           "bundle some of them into one");
        }
        plan_.from = from_.name;
        plan_.to = to_.name;
        plan_.from_label = from_.label;
        plan_.to_label = to_.label;
        if (parts > kExactParts) {
            plan_.orders = draw_orders(parts, order_pairs_, from_.scenario.seed);
            plan_.coalitions = coalitions_along(parts, plan_.orders);
        } else {
            plan_.coalitions = all_coalitions(parts);
        }
        for (const Coalition coalition : plan_.coalitions) {
            plan_.combinations.push_back(combination(coalition));
        }
        return std::move(plan_);
    }

private:
    [[nodiscard]] Result<AttributionPlan> refused(std::string message, std::string hint) const {
        return std::vector{
            Problem{Severity::error, library_.file, 0, 0, "arms", std::move(message), std::move(hint)}};
    }

    void add_parts() {
        for (const std::string& lever : levers_) {
            if (!has(from_.levers, lever)) {
                plan_.parts.push_back({Part::What::lever, lever, label_of(library_, lever)});
            } else if (!has(to_.levers, lever)) {
                plan_.parts.push_back({Part::What::lever_dropped, lever, label_of(library_, lever)});
            }
        }
        const std::string before = combiner_.own_changes(from_.name), after = combiner_.own_changes(to_.name);
        if (before != after && !before.empty()) {
            plan_.parts.push_back({Part::What::changes_dropped, from_.name, from_.label});
        }
        if (before != after && !after.empty()) {
            plan_.parts.push_back({Part::What::changes, to_.name, to_.label});
        }
        shared_changes_ = before == after && !after.empty();
    }

    // Whether the part of that kind and name is in the coalition; nothing where there is no such part.
    [[nodiscard]] std::optional<bool> taken(Part::What what, const std::string& name,
                                            Coalition coalition) const {
        for (std::size_t row = 0; row < plan_.parts.size(); ++row) {
            if (plan_.parts[row].what == what && plan_.parts[row].name == name) {
                return (coalition >> row & 1) != 0;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] Combination combination(Coalition coalition) const {
        Combination made;
        for (const std::string& lever : levers_) {
            if (taken(Part::What::lever, lever, coalition).value_or(true) &&
                !taken(Part::What::lever_dropped, lever, coalition).value_or(false)) {
                made.levers.push_back(lever);
            }
        }
        if (shared_changes_ || !taken(Part::What::changes_dropped, from_.name, coalition).value_or(true)) {
            made.arms.push_back(from_.name);
        }
        if (taken(Part::What::changes, to_.name, coalition).value_or(false)) {
            made.arms.push_back(to_.name);
        }
        made.name = described(made);
        return made;
    }

    [[nodiscard]] static std::string described(const Combination& made) {
        std::string text;
        for (const std::string& lever : made.levers) {
            text += (text.empty() ? "levers " : " + ") + lever;
        }
        text = text.empty() ? "no lever" : text;
        for (const std::string& arm : made.arms) {
            text += " + the changes of arm '" + arm + "'";
        }
        return text;
    }

    const Library& library_;
    const Combiner& combiner_;
    const Arm &from_, &to_;
    std::size_t order_pairs_;
    Names levers_;  // of both arms
    bool shared_changes_ = false;
    AttributionPlan plan_;
};

}  // namespace

Result<AttributionPlan> plan_attribution(const Library& library, const Combiner& combiner, std::size_t from,
                                         std::size_t to, std::size_t order_pairs) {
    return Planner(library, combiner, library.arms[from], library.arms[to], order_pairs).plan();
}

}  // namespace clout
