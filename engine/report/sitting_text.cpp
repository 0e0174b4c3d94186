#include "engine/report/sitting_text.hpp"

#include "engine/report/captions.hpp"
#include "engine/report/figures.hpp"
#include "engine/report/words.hpp"
#include "engine/scenario/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace clout {
namespace {

constexpr std::size_t kMovers = 4;        // programmes named in a move
constexpr double kSplitMoved = 0.0005;    // [share] from which a change of the split is said

std::string percent(double part, int decimals = 1) { return level(part, Manner::part, decimals); }

// "Mental health +0.6 points to 10.6 %"
std::string moves_text(const std::vector<double>& from, const std::vector<double>& to, const Scenario& scenario, double money) {
    std::vector<std::string> parts;
    for (const std::size_t k : leading(from.size(), kMovers, kSplitMoved, [&](auto row) { return std::abs(to[row] - from[row]); })) {
        std::string part = fmt::format("{} {} to {}", programme_caption(scenario, k), change(100 * (to[k] - from[k]), Manner::number, 1),
                                       percent(to[k]));
        const double pounds = money * (to[k] - from[k]);
        parts.push_back(money > 0 ? part + " (" + change(pounds, Manner::million_pounds, decimals_for(pounds, Manner::million_pounds)) + ")" : part);
    }
    return and_list(parts);
}

// Who asked for more (or less) of a programme than stood, the strongest pull first.
std::string pull_text(const std::vector<Bench>& benches, std::size_t k, double stood, bool up) {
    const auto pull = [&](std::size_t b) { return (up ? 1 : -1) * benches[b].force * (benches[b].asks[k] - stood); };
    std::vector<std::string> parts;
    for (const std::size_t b : leading(benches.size(), 2, 1e-6, pull)) {
        parts.push_back(fmt::format("{} ({} of the weight) asked for {}", benches[b].name, percent(benches[b].weight, 0),
                                    percent(benches[b].asks[k], 0)));
    }
    return and_list(parts);
}

// Why the board's own step went where it went; empty where the reasons are those already given.
std::string reasons_text(const SittingRecord& sitting, const std::vector<Bench>& benches, const Scenario& scenario, SaidOfTable& said) {
    const auto moved = [&](std::size_t k) { return sitting.moved[k] - sitting.stood[k]; };
    std::string text, gist;
    for (const bool up : {true, false}) {
        const auto sizes = [&](std::size_t k) { return up ? moved(k) : -moved(k); };
        for (const std::size_t k : leading(sitting.stood.size(), 1, kSplitMoved, sizes)) {
            const std::string pulls = pull_text(benches, k, sitting.stood[k], up);
            if (pulls.empty()) continue;
            text += fmt::format("{}{} {} most: {}, where {} stood", text.empty() ? "" : ". ", programme_caption(scenario, k),
                                up ? "gained" : "lost", pulls, percent(sitting.stood[k], 0));
            gist += fmt::format("{} {} ", k, up) + pulls;
        }
    }
    gist.erase(std::remove_if(gist.begin(), gist.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' '; }), gist.end());
    return std::exchange(said.reasons, gist) == gist ? std::string() : text;
}

std::string chance_text(const SittingRecord& sitting) {
    if (!(sitting.dispersion > 0)) return {};
    return fmt::format("disagreement {:.3f} against patience {:.2f} and goodwill {:.2f} left a chance of {}; the draw was {:.0f}",
                       sitting.dispersion, sitting.patience, sitting.goodwill_before, percent(sitting.chance, 0),
                       100 * sitting.draw);
}

// Where papers went and whose they were.
std::string papers_text(const SittingRecord& sitting, const Scenario& scenario) {
    const std::string moves = moves_text(sitting.proposed, sitting.tabled, scenario, 0);
    if (moves.empty()) return {};
    std::vector<std::string> authors;
    for (const std::size_t m : leading(sitting.seats.size(), 3, 0.0005, [&](auto row) { return sitting.seats[row].papers; })) {
        authors.push_back(actor_caption(scenario, sitting.seats[m].who));
    }
    return fmt::format(" Papers, most of all from {}, put {}.", and_list(authors), moves);
}

std::string agreement_text(const SittingRecord& sitting, const std::vector<Bench>& benches, const Scenario& scenario,
                           const std::string& protocol, SaidOfTable& said) {
    const std::string chance = chance_text(sitting);
    const std::string aims = moves_text(sitting.stood, sitting.proposed, scenario, 0);
    std::string text = chance.empty() ? "They agreed" : "They agreed (" + chance + ")";
    text += fmt::format(" on what the rule, {}, makes of this: {}.", protocol, aims.empty() ? "the split that stands" : aims);
    text += papers_text(sitting, scenario);
    const std::string moves = moves_text(sitting.stood, sitting.moved, scenario, sitting.amount);
    text += sitting.step < 1 ? fmt::format(" Inertia let {} of that way be gone this round: ", percent(sitting.step)) : " This round: ";
    text += moves.empty() ? "nothing that shows." : moves + ".";
    const std::string reasons = reasons_text(sitting, benches, scenario, said);
    return reasons.empty() ? text + (moves.empty() ? "" : " Reasons as before.") : text + " " + reasons + ".";
}

std::string breakdown_text(const SittingRecord& sitting, const std::vector<Bench>& benches) {
    std::vector<double> mean(sitting.stood.size(), 0.0);
    for (const Bench& bench : benches) {
        for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += bench.weight * bench.asks[k];
    }
    const auto apart = [&](std::size_t b) {
        double sum = 0;
        for (std::size_t k = 0; k < mean.size(); ++k) sum += std::pow(benches[b].asks[k] - mean[k], 2);
        return benches[b].weight * sum;
    };
    std::vector<std::string> furthest;
    for (const std::size_t b : leading(benches.size(), 2, 1e-6, apart)) furthest.push_back(benches[b].name);
    return fmt::format("No agreement: {}. Furthest from the rest: {}. The split stays as it was; goodwill goes from {:.2f} to {:.2f}.",
                       chance_text(sitting), and_list(furthest), sitting.goodwill_before, sitting.goodwill_after);
}

std::string money_moves(const std::vector<double>& money, const std::function<std::string(std::size_t)>& name) {
    std::vector<std::string> parts;
    for (const std::size_t row : leading(money.size(), 6, 0.0005, [&](auto r) { return std::abs(money[r]); })) {
        parts.push_back(mid_sentence(name(row)) + " " + change(money[row], Manner::million_pounds, 3));
    }
    return and_list(parts);
}

std::string red_line_text(const RedLineRecord& line, const SittingRecord& sitting, const Scenario& scenario) {
    std::vector<std::string> holders;
    const BodyKind& board = scenario.bodies[sitting.board.kind];
    for (const std::string& holder : line.held_by) {
        const auto member = std::find_if(board.members.begin(), board.members.end(), [&](auto& m) { return m.name == holder; });
        const Actor actor{member->kind.what == AgentKind::Class::body, member->kind.row, 0, {}, 0, {}};
        holders.push_back(kind_caption(scenario, actor));
    }
    const std::string programme = programme_caption(scenario, line.programme.row());
    return fmt::format("Red line: {} wants at least {} for {}; it stood at {} and was raised to {}. What that moved this round, a year: {}; "
                       "so by who delivers: {}.",
                       holders.empty() ? "the board" : and_list(holders), percent(line.floor), mid_sentence(programme),
                       percent(line.before), percent(line.after),
                       money_moves(line.programmes, [&](std::size_t k) { return programme_caption(scenario, k); }),
                       money_moves(line.sectors, [&](std::size_t s) { return sector_caption(scenario, s); }));
}

}  // namespace

std::string sitting_text(const SittingRecord& sitting, const Scenario& scenario, const Style& style, SaidOfTable& said) {
    const std::string money = level(sitting.amount, Manner::million_pounds, decimals_for(sitting.amount, Manner::million_pounds));
    const char* outcome = !sitting.decides ? "nobody to decide" : sitting.agreed ? "agreed" : "no agreement";
    std::string text = paragraph("", 2, fmt::format("{}, {} a year: {}", table_caption(scenario, sitting.fund, sitting.place), money, outcome), style);
    const std::vector<Bench> benches = benches_of(sitting, scenario);
    text += who_text(sitting, benches, scenario, style, said);
    const BodyKind& board = scenario.bodies[sitting.board.kind];
    if (!sitting.decides) {
        text += paragraph("", 4, "Nobody with a voice and a vote sat; the split stays as it was.", style);
    } else if (sitting.agreed) {
        text += paragraph("", 4, agreement_text(sitting, benches, scenario, board.protocol, said), style);
    } else {
        text += paragraph("", 4, breakdown_text(sitting, benches), style);
    }
    for (const RedLineRecord& line : sitting.red_lines) {
        text += paragraph("", 4, red_line_text(line, sitting, scenario), style);
    }
    return text;
}

}  // namespace clout
