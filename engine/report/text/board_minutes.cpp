#include "engine/report/text/board_minutes.hpp"

#include "engine/report/text/display_names.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/language/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace clout {
namespace {

constexpr std::size_t kMovers = 4;      // programmes named in a move
constexpr double kAimMoved = 0.01;      // [share] from which a change of what is aimed at is said
constexpr double kChanceMoved = 0.05;   // from which a change of the chance to agree is said
constexpr double kSplitMoved = 0.0005;  // [share] from which a change of the split is said

std::string percent(double part, int decimals = 1) { return level(part, Manner::part, decimals); }

// "Mental health from 10.0 to 10.6 % (+£0.106m)", the largest first; the money only where `money` is given.
std::string moves_text(const std::vector<double>& from, const std::vector<double>& to,
                       const Scenario& scenario, double money) {
    std::vector<std::string> parts;
    for (const std::size_t k : leading(from.size(), kMovers, kSplitMoved,
                                       [&](auto row) { return std::abs(to[row] - from[row]); })) {
        const std::string pounds = change(money * (to[k] - from[k]), Manner::million_pounds, 3);
        parts.push_back(fmt::format("{} from {} to {}{}", programme_caption(scenario, k),
                                    grouped(100 * from[k], 1), percent(to[k]),
                                    money > 0 ? " (" + pounds + ")" : ""));
    }
    return and_list(parts);
}

// Who asked for more (or less) of a programme than stood, the strongest pull first.
std::string pull_text(const std::vector<Bench>& benches, std::size_t k, double stood, bool up) {
    const auto pull = [&](std::size_t b) {
        return (up ? 1 : -1) * benches[b].force * (benches[b].asks[k] - stood);
    };
    std::vector<std::string> parts;
    for (const std::size_t b : leading(benches.size(), 2, 1e-6, pull)) {
        parts.push_back(fmt::format("{} ({} of the weight) asked for {}", benches[b].name,
                                    percent(benches[b].weight, 0), percent(benches[b].asks[k], 0)));
    }
    return and_list(parts);
}

// Why the board's own step went where it went; empty where the reasons are those already given.
std::string reasons_text(const SittingRecord& sitting, const std::vector<Bench>& benches,
                         const Scenario& scenario, SaidOfTable& said) {
    const auto moved = [&](std::size_t k) { return sitting.moved[k] - sitting.stood[k]; };
    std::string text, gist;
    for (const bool up : {true, false}) {
        if (!up && !text.empty() && sitting.stood.size() == 2)
            continue;  // what one of two gains the other loses
        const auto sizes = [&](std::size_t k) { return up ? moved(k) : -moved(k); };
        for (const std::size_t k : leading(sitting.stood.size(), 1, kSplitMoved, sizes)) {
            const std::string pulls = pull_text(benches, k, sitting.stood[k], up);
            if (pulls.empty()) continue;
            text += fmt::format("{}{} {} most: {}, where {} stood", text.empty() ? "" : ". ",
                                programme_caption(scenario, k), up ? "gained" : "lost", pulls,
                                percent(sitting.stood[k], 0));
            gist += fmt::format("{} {} ", k, up) + pulls;
        }
    }
    gist.erase(
        std::remove_if(gist.begin(), gist.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' '; }),
        gist.end());
    return std::exchange(said.reasons, gist) == gist ? std::string() : text;
}

std::string chance_text(const SittingRecord& sitting) {
    if (!(sitting.dispersion > 0)) return "nothing divided them";
    if (sitting.chance > 0.999)
        return fmt::format("with a disagreement of {:.3f} that was all but certain", sitting.dispersion);
    return fmt::format("disagreement {:.3f}, patience {:.2f} and goodwill {:.2f} made agreement {} likely",
                       sitting.dispersion, sitting.patience, sitting.goodwill_before,
                       percent(sitting.chance, 0));
}

// Where papers went and whose they were.
std::string papers_text(const SittingRecord& sitting, const std::vector<Bench>& benches,
                        const Scenario& scenario) {
    const std::string moves = moves_text(sitting.proposed, sitting.tabled, scenario, 0);
    if (moves.empty()) return {};
    std::vector<std::string> authors;
    for (const std::size_t b :
         leading(benches.size(), 2, 0.0005, [&](auto row) { return benches[row].papers; })) {
        authors.push_back(benches[b].name);
    }
    return fmt::format("Those that were tabled, most of all by {}, bent that: {}.", and_list(authors), moves);
}

// What the rule makes of what was asked, and papers of that; said again when it has moved.
std::string aim_text(const SittingRecord& sitting, const std::vector<Bench>& benches,
                     const Scenario& scenario, const Style& style, SaidOfTable& said) {
    double moved = said.aim.empty() ? 1 : 0;
    for (std::size_t k = 0; k < said.aim.size(); ++k)
        moved = std::max(moved, std::abs(said.aim[k] - sitting.tabled[k]));
    if (moved < kAimMoved) return {};
    said.aim = sitting.tabled;
    const std::string moves = moves_text(sitting.stood, sitting.proposed, scenario, 0);
    std::string text = line_of("Aim",
                               fmt::format("By the rule, {}, what they asked for comes to {}.",
                                           scenario.bodies[sitting.board.kind].protocol,
                                           moves.empty() ? "what stands already" : moves),
                               style);
    const std::string papers = papers_text(sitting, benches, scenario);
    return papers.empty() ? text : text + line_of("Papers", papers, style);
}

std::string agreement_text(const SittingRecord& sitting, const std::vector<Bench>& benches,
                           const Scenario& scenario, const Style& style, SaidOfTable& said) {
    std::string text = aim_text(sitting, benches, scenario, style, said);
    if (std::abs(sitting.chance - said.chance) >= kChanceMoved) {
        text += line_of("Agreed", "They did: " + chance_text(sitting) + ".", style);
        said.chance = sitting.chance;
    }
    const std::string moves = moves_text(sitting.stood, sitting.moved, scenario, sitting.amount);
    const std::string way =
        sitting.step < 1 ? fmt::format("{} of the way, for inertia: ", percent(sitting.step)) : std::string();
    text += line_of("Moved", moves.empty() ? "Nothing that shows." : capitalised(way + moves + "."), style);
    const std::string reasons = reasons_text(sitting, benches, scenario, said);
    return reasons.empty() ? text : text + line_of("Why", reasons + ".", style);
}

std::string breakdown_text(const SittingRecord& sitting, const std::vector<Bench>& benches,
                           const Style& style) {
    std::vector<double> mean(sitting.stood.size(), 0.0);
    for (const Bench& bench : benches) {
        for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += bench.weight * bench.asks[k];
    }
    const auto apart = [&](std::size_t b) {
        double sum = 0;
        for (std::size_t k = 0; k < mean.size(); ++k)
            sum += (benches[b].asks[k] - mean[k]) * (benches[b].asks[k] - mean[k]);
        return benches[b].weight * sum;
    };
    std::vector<std::string> furthest;
    for (const std::size_t b : leading(benches.size(), 2, 1e-6, apart)) furthest.push_back(benches[b].name);
    std::string text =
        fmt::format("They did not agree, and the split stays as it was: {}", chance_text(sitting));
    text += fmt::format(", and chance, at {:.0f} of 100, was against it.", 100 * sitting.draw);
    text += fmt::format(" Furthest from the rest stood {}. Goodwill goes from {:.2f} to {:.2f}.",
                        and_list(furthest), sitting.goodwill_before, sitting.goodwill_after);
    return line_of("Broken off", text, style);
}

std::string money_moves(const std::vector<double>& money,
                        const std::function<std::string(std::size_t)>& name) {
    std::vector<std::string> parts;
    for (const std::size_t row :
         leading(money.size(), 6, 0.0005, [&](auto r) { return std::abs(money[r]); })) {
        parts.push_back(mid_sentence(name(row)) + " " + change(money[row], Manner::million_pounds, 3));
    }
    return and_list(parts);
}

std::string holders_text(const RedLineRecord& line, const SittingRecord& sitting, const Scenario& scenario) {
    std::vector<std::string> holders;
    const BodyKind& board = scenario.bodies[sitting.board.kind];
    for (const std::string& holder : line.held_by) {
        const auto member = std::find_if(board.members.begin(), board.members.end(),
                                         [&](auto& m) { return m.name == holder; });
        const Actor actor{member->kind.what == AgentKind::Class::body, member->kind.row, 0, {}, 0, {}};
        holders.push_back(kind_caption(scenario, actor));
    }
    return holders.empty() ? std::string("The board") : and_list(holders);
}

// In full when a line first binds, then only what it costs whom.
std::string red_line_text(const RedLineRecord& line, const SittingRecord& sitting, const Scenario& scenario,
                          SaidOfTable& said) {
    const auto sector = [&](std::size_t s) { return sector_caption(scenario, s); };
    const std::string programme = mid_sentence(programme_caption(scenario, line.programme.row()));
    const bool known =
        std::find(said.red_lines.begin(), said.red_lines.end(), line.programme) != said.red_lines.end();
    const std::string raised =
        fmt::format("raised from {} to {}", grouped(100 * line.before, 1), percent(line.after));
    if (known) {
        return fmt::format("{} {} again, which moved, a year: {}.", capitalised(programme), raised,
                           money_moves(line.sectors, sector));
    }
    said.red_lines.push_back(line.programme);
    return fmt::format(
        "{} wants at least {} for {}, and it was {}. What that moved this round, a year: {}; so by who "
        "delivers: {}.",
        holders_text(line, sitting, scenario), percent(line.floor), programme, raised,
        money_moves(line.programmes, [&](std::size_t k) { return programme_caption(scenario, k); }),
        money_moves(line.sectors, sector));
}

}  // namespace

std::string sitting_text(const SittingRecord& sitting, const Scenario& scenario, const Style& style,
                         SaidOfBoard& board, SaidOfTable& said) {
    const std::string money =
        level(sitting.amount, Manner::million_pounds, decimals_for(sitting.amount, Manner::million_pounds));
    const char* outcome = !sitting.decides ? "nobody to decide" : sitting.agreed ? "agreed" : "no agreement";
    std::string text = paragraph(
        "", 2,
        fmt::format("{}, {} a year, before {}: {}", table_caption(scenario, sitting.fund, sitting.place),
                    money, mid_sentence(kind_caption(scenario, sitting.board)), outcome),
        style);
    const std::vector<Bench> benches = benches_of(sitting, scenario);
    text += who_text(sitting, benches, scenario, style, board);
    if (!sitting.decides) {
        text += line_of("Undecided", "Nobody with a voice and a vote sat; the split stays as it was.", style);
    } else if (sitting.agreed) {
        text += agreement_text(sitting, benches, scenario, style, said);
    } else {
        text += breakdown_text(sitting, benches, style);
    }
    for (const RedLineRecord& line : sitting.red_lines)
        text += line_of("Red line", red_line_text(line, sitting, scenario, said), style);
    return text;
}

}  // namespace clout
