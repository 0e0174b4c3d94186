#include "tests/golden/facts.hpp"

#include "engine/run/watch/trace.hpp"
#include "tests/scenes.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <cmath>
#include <limits>
#include <map>

namespace clout::golden {
namespace {

constexpr const char* kMean = "last year's mean";
constexpr const char* kMedian = "median path's last round";

// One arm's facts, in the order they are written.
struct Page {
    std::vector<Fact>& facts;
    std::string arm, part;
    void add(const std::string& name, std::vector<double> values) const {
        facts.push_back({arm, part, name, std::move(values)});
    }
};

void add_means(const Page& page, const Outcome& outcome) {
    for (std::size_t q = 0; q < outcome.quantities.size(); ++q) {
        page.add(outcome.quantities[q].name, {summarise(outcome.last(q)).mean});
    }
}

void add_boards(const Page& page, const System& system, const RoundTrace& round) {
    for (std::size_t t = 0; t < round.boards.size(); ++t) {
        const BoardTrace& board = round.boards[t];
        const std::string name =
            system.funds[board.fund.row()].name + " at " + body_name(system, system.tables[t].board);
        page.add(name + ", split", board.split);
        page.add(name + ", agreed, goodwill, dispersion",
                 {board.agreed ? 1.0 : 0.0, board.goodwill, board.dispersion});
    }
}

void add_median_path(const Page& page, const System& system) {
    const Trace median = trace(system, std::nullopt);
    const RoundTrace& round = median.rounds.back();
    for (std::size_t s = 0; s < system.sectors.size(); ++s) {
        page.add(system.sectors[s].name + ", share, decided, received, uptake",
                 {round.share[s], round.decided[s], round.received[s], round.uptake[s]});
    }
    for (std::size_t f = 0; f < system.funds.size(); ++f) {
        if (!median.influence[f].empty()) page.add(system.funds[f].name + ", influence", median.influence[f]);
    }
    page.add("lapsed, unspent", {round.lapsed, round.unspent});
    page.add("independent, taken over, closed",
             {static_cast<double>(round.independent), static_cast<double>(round.taken_over),
              static_cast<double>(round.closed)});
    add_boards(page, system, round);
}

// One figure of a fact that is there before and after.
Move move_of(const std::string& name, double was, double is) {
    if (std::isnan(was) && std::isnan(is)) return {};
    const double apart = is - was;
    const double size = std::abs(apart) / (kTolerance * std::max(1.0, std::abs(was)));
    if (size <= 1) return {};
    const std::string part = was == 0 ? "" : fmt::format(", {:+.3g} %", 100 * apart / std::abs(was));
    return {std::isnan(size) ? std::numeric_limits<double>::infinity() : size,
            fmt::format("{}: was {:.12g}, is {:.12g} ({:+.3g}{})", name, was, is, apart, part)};
}

std::string name_of(const Fact& fact) { return fact.arm + ", " + fact.part + ", " + fact.name; }

void compare(const Fact& was, const Fact& is, std::vector<Move>& found) {
    if (was.values.size() != is.values.size()) {
        found.push_back(
            {std::numeric_limits<double>::infinity(),
             fmt::format("{}: had {} figures, has {}", name_of(is), was.values.size(), is.values.size())});
        return;
    }
    for (std::size_t v = 0; v < is.values.size(); ++v) {
        const std::string place = is.values.size() == 1 ? "" : fmt::format(" [{}]", v + 1);
        Move move = move_of(name_of(is) + place, was.values[v], is.values[v]);
        if (move.size > 0) found.push_back(std::move(move));
    }
}

}  // namespace

std::vector<Fact> facts_of(const std::filesystem::path& scenario) {
    const Library library = scenes::library(scenario);
    std::vector<std::string> names;
    for (const Arm& arm : library.arms) names.push_back(arm.name);
    const std::vector<Outcome> outcomes =
        scenes::play(library, names, replicates_of(scenario.stem().string()));
    std::vector<Fact> facts;
    for (std::size_t a = 0; a < library.arms.size(); ++a) {
        add_means({facts, names[a], kMean}, outcomes[a]);
        add_median_path({facts, names[a], kMedian}, compile(library.arms[a].scenario));
    }
    return facts;
}

std::string written(const std::vector<Fact>& facts, const std::string& scenario) {
    std::string text = fmt::format(
        "# Golden values of scenarios/{0}.yaml ({1} replicates). Written by `golden --accept {0}`.\n",
        scenario, replicates_of(scenario));
    std::string arm, part;
    for (const Fact& fact : facts) {
        if (fact.arm != arm) text += fact.arm + ":\n", part.clear();
        if (fact.part != part) text += "  " + fact.part + ":\n";
        arm = fact.arm, part = fact.part;
        std::string figures;
        for (const double value : fact.values) {
            figures +=
                (figures.empty() ? "" : ", ") + (std::isnan(value) ? ".nan" : fmt::format("{:.12g}", value));
        }
        text += "    " + fact.name + ": " + (fact.values.size() == 1 ? figures : "[" + figures + "]") + '\n';
    }
    return text;
}

std::optional<std::vector<Fact>> read(const std::filesystem::path& golden) try {
    std::vector<Fact> facts;
    for (const auto& arm : YAML::LoadFile(golden.string())) {
        for (const auto& part : arm.second) {
            for (const auto& line : part.second) {
                const YAML::Node& figures = line.second;
                facts.push_back({arm.first.as<std::string>(), part.first.as<std::string>(),
                                 line.first.as<std::string>(),
                                 figures.IsScalar() ? std::vector<double>{figures.as<double>()}
                                                    : figures.as<std::vector<double>>()});
            }
        }
    }
    return facts;
} catch (const YAML::Exception&) {
    return std::nullopt;
}

std::vector<Move> moves(const std::vector<Fact>& was, const std::vector<Fact>& is) {
    constexpr double kNoSize = std::numeric_limits<double>::infinity();
    std::map<std::string, const Fact*> before;
    for (const Fact& fact : was) before[name_of(fact)] = &fact;
    std::vector<Move> found;
    for (const Fact& fact : is) {
        const auto known = before.find(name_of(fact));
        if (known == before.end()) {
            found.push_back({kNoSize, name_of(fact) + ": new"});
            continue;
        }
        compare(*known->second, fact, found);
        before.erase(known);
    }
    for (const auto& [name, fact] : before) found.push_back({kNoSize, name + ": gone"});
    std::stable_sort(found.begin(), found.end(),
                     [](const Move& a, const Move& b) { return a.size > b.size; });
    return found;
}

}  // namespace clout::golden
