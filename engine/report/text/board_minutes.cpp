#include "engine/report/text/board_minutes.hpp"

#include "engine/report/text/display_names.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/language/names.hpp"
#include "engine/scenario/scenario.hpp"

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
constexpr double kAheadMoved = 0.25;    // [of what was said] from which what comes off first is said again
constexpr double kAheadShows = 0.0005;  // [£m a year]
constexpr double kSplitMoved = 0.0005;  // [share] from which a change of the split is said

// "Mental health from 10.0 to 10.6 % (+£0.106m)", the largest first; the money only where `money` is given.
std::string moves_text(const std::vector<double>& from, const std::vector<double>& to,
                       const Scenario& scenario, double money) {
    std::vector<std::string> parts;
    for (const std::size_t k : leading(from.size(), kMovers, kSplitMoved,
                                       [&](auto row) { return std::abs(to[row] - from[row]); })) {
        const std::string pounds = change(money * (to[k] - from[k]), Manner::million_pounds, 3);
        parts.push_back(fmt::format("{} from {} to {}{}", programme_display_name(scenario, k),
                                    grouped(100 * from[k], 1), percent(to[k]),
                                    money > 0 ? " (" + pounds + ")" : ""));
    }
    return and_list(parts);
}

// Who asked for more (or less) of a programme than stood, the strongest pull first.
std::string pull_text(const std::vector<SeatGroup>& groups, std::size_t k, double stood, bool up) {
    const auto pull = [&](std::size_t b) {
        return (up ? 1 : -1) * groups[b].force * (groups[b].asks[k] - stood);
    };
    std::vector<std::string> parts;
    for (const std::size_t b : leading(groups.size(), 2, 1e-6, pull)) {
        parts.push_back(fmt::format("{} ({} of the weight) asked for {}", groups[b].name,
                                    percent(groups[b].weight, 0), percent(groups[b].asks[k], 0)));
    }
    return and_list(parts);
}

// Where the board's step leads: the way that inertia lets it go towards what was put to the vote.
std::vector<double> agreed_split(const MinutesRecord& minutes) {
    std::vector<double> split;
    for (std::size_t k = 0; k < minutes.stood.size(); ++k)
        split.push_back(minutes.stood[k] + minutes.step * (minutes.tabled[k] - minutes.stood[k]));
    return split;
}

// Why the board's own step went where it went; empty where the reasons are those already given.
std::string reasons_text(const MinutesRecord& minutes, const std::vector<double>& agreed,
                         const std::vector<SeatGroup>& groups, const Scenario& scenario, SaidOfTable& said) {
    const auto moved = [&](std::size_t k) { return agreed[k] - minutes.stood[k]; };
    std::string text, gist;
    for (const bool up : {true, false}) {
        if (!up && !text.empty() && minutes.stood.size() == 2)
            continue;  // what one of two gains the other loses
        const auto sizes = [&](std::size_t k) { return up ? moved(k) : -moved(k); };
        for (const std::size_t k : leading(minutes.stood.size(), 1, kSplitMoved, sizes)) {
            const std::string pulls = pull_text(groups, k, minutes.stood[k], up);
            if (pulls.empty()) continue;
            text += fmt::format("{}{} {} most: {}, where {} stood", text.empty() ? "" : ". ",
                                programme_display_name(scenario, k), up ? "gained" : "lost", pulls,
                                percent(minutes.stood[k], 0));
            gist += fmt::format("{} {} ", k, up) + pulls;
        }
    }
    gist.erase(
        std::remove_if(gist.begin(), gist.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' '; }),
        gist.end());
    return std::exchange(said.reasons, gist) == gist ? std::string() : text;
}

std::string chance_text(const MinutesRecord& minutes) {
    if (!(minutes.dispersion > 0)) return "nothing divided them";
    if (minutes.chance > 0.999)
        return fmt::format("with a disagreement of {:.3f} that was all but certain", minutes.dispersion);
    return fmt::format("disagreement {:.3f}, patience {:.2f} and goodwill {:.2f} made agreement {} likely",
                       minutes.dispersion, minutes.patience, minutes.goodwill_before,
                       percent(minutes.chance, 0));
}

// Where papers went and whose they were.
std::string papers_text(const MinutesRecord& minutes, const std::vector<SeatGroup>& groups,
                        const Scenario& scenario) {
    const std::string moves = moves_text(minutes.proposed, minutes.tabled, scenario, 0);
    if (moves.empty()) return {};
    std::vector<std::string> authors;
    for (const std::size_t b :
         leading(groups.size(), 2, 0.0005, [&](auto row) { return groups[row].papers; })) {
        authors.push_back(groups[b].name);
    }
    return fmt::format("Those that were tabled, most of all by {}, bent that: {}.", and_list(authors), moves);
}

// What the rule makes of what was asked, and papers of that; said again when it has moved.
std::string aim_text(const MinutesRecord& minutes, const std::vector<SeatGroup>& groups,
                     const Scenario& scenario, const Style& style, SaidOfTable& said) {
    double moved = said.aim.empty() ? 1 : 0;
    for (std::size_t k = 0; k < said.aim.size(); ++k)
        moved = std::max(moved, std::abs(said.aim[k] - minutes.tabled[k]));
    if (moved < kAimMoved) return {};
    said.aim = minutes.tabled;
    const std::string moves = moves_text(minutes.stood, minutes.proposed, scenario, 0);
    std::string text = line_of("Aim",
                               fmt::format("By the rule, {}, what they asked for comes to {}.",
                                           scenario.bodies[minutes.board.kind].protocol,
                                           moves.empty() ? "what stands already" : moves),
                               style);
    const std::string papers = papers_text(minutes, groups, scenario);
    return papers.empty() ? text : text + line_of("Papers", papers, style);
}

std::string agreement_text(const MinutesRecord& minutes, const std::vector<SeatGroup>& groups,
                           const Scenario& scenario, const Style& style, SaidOfTable& said) {
    std::string text = aim_text(minutes, groups, scenario, style, said);
    if (std::abs(minutes.chance - said.chance) >= kChanceMoved) {
        text += line_of("Agreed", "They did: " + chance_text(minutes) + ".", style);
        said.chance = minutes.chance;
    }
    const std::vector<double> agreed = agreed_split(minutes);
    const std::string moves = moves_text(minutes.stood, agreed, scenario, minutes.amount);
    const std::string way =
        minutes.step < 1 ? fmt::format("{} of the way, for inertia: ", percent(minutes.step)) : std::string();
    text += line_of("Moved", moves.empty() ? "Nothing that shows." : capitalised(way + moves + "."), style);
    // The noise of splits (MODEL.md 6.3).
    const std::string luck = moves_text(agreed, minutes.moved, scenario, minutes.amount);
    if (!luck.empty())
        text += line_of("Luck", "What is agreed is not all that happens: " + luck + ".", style);
    const std::string reasons = reasons_text(minutes, agreed, groups, scenario, said);
    return reasons.empty() ? text : text + line_of("Why", reasons + ".", style);
}

std::string breakdown_text(const MinutesRecord& minutes, const std::vector<SeatGroup>& groups,
                           const Style& style) {
    std::vector<double> mean(minutes.stood.size(), 0.0);
    for (const SeatGroup& group : groups) {
        for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += group.weight * group.asks[k];
    }
    const auto apart = [&](std::size_t b) {
        double sum = 0;
        for (std::size_t k = 0; k < mean.size(); ++k)
            sum += (groups[b].asks[k] - mean[k]) * (groups[b].asks[k] - mean[k]);
        return groups[b].weight * sum;
    };
    std::vector<std::string> furthest;
    for (const std::size_t b : leading(groups.size(), 2, 1e-6, apart)) furthest.push_back(groups[b].name);
    std::string text =
        fmt::format("They did not agree, and the split stays as it was: {}", chance_text(minutes));
    text += fmt::format(", and chance, at {:.0f} of 100, was against it.", 100 * minutes.draw);
    text += fmt::format(" Furthest from the rest stood {}. Goodwill goes from {:.2f} to {:.2f}.",
                        and_list(furthest), minutes.goodwill_before, minutes.goodwill_after);
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

std::string holders_text(const RedLineRecord& line, const MinutesRecord& minutes, const Scenario& scenario) {
    std::vector<std::string> holders;
    const BodyKind& board = scenario.bodies[minutes.board.kind];
    for (const std::string& holder : line.held_by) {
        const auto member = std::find_if(board.members.begin(), board.members.end(),
                                         [&](auto& m) { return m.name == holder; });
        const Actor actor{member->kind.what == AgentKind::Class::body, member->kind.row, 0, {}, 0, {}};
        holders.push_back(kind_display_name(scenario, actor));
    }
    return holders.empty() ? std::string("The board") : and_list(holders);
}

// In full when a line first binds, then only what it costs whom.
std::string red_line_text(const RedLineRecord& line, const MinutesRecord& minutes, const Scenario& scenario,
                          SaidOfTable& said) {
    const auto sector = [&](std::size_t s) { return sector_display_name(scenario, s); };
    const std::string programme = mid_sentence(programme_display_name(scenario, line.programme.row()));
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
        holders_text(line, minutes, scenario), percent(line.floor), programme, raised,
        money_moves(line.programmes, [&](std::size_t k) { return programme_display_name(scenario, k); }),
        money_moves(line.sectors, sector));
}

// What comes off before anything is divided; said again where it has moved.
std::string ahead_text(const MinutesRecord& minutes, const Scenario& scenario, const Style& style,
                       SaidOfTable& said) {
    const double ahead = minutes.taken_off + minutes.sliced + minutes.called;
    if (std::abs(ahead - said.ahead) < std::max(kAheadShows, kAheadMoved * said.ahead)) return {};
    said.ahead = ahead;
    const Fund& fund = scenario.funds[minutes.fund.row()];
    const auto sector = [&](SectorId id) { return mid_sentence(sector_display_name(scenario, id.row())); };
    std::vector<std::string> parts;
    if (minutes.called > 0) {
        parts.push_back(fmt::format(
            "{} goes to {} by first call, whose needs outran their money by {} after the last round",
            pounds(minutes.called), sector(fund.first_call->sector), pounds(minutes.gap)));
    }
    if (minutes.sliced > 0)
        parts.push_back(fmt::format("{} goes to {} as a top slice", pounds(minutes.sliced),
                                    sector(fund.top_slice->sector)));
    if (minutes.taken_off > 0)
        parts.push_back(fmt::format("{} is withheld or granted to bodies", pounds(minutes.taken_off)));
    return line_of("First",
                   parts.empty() ? "Nothing comes off any more." : and_list(parts) + "; the rest is divided.",
                   style);
}

}  // namespace

std::string board_minutes(const MinutesRecord& minutes, const Scenario& scenario, const Style& style,
                          SaidOfBoard& board, SaidOfTable& said) {
    const std::string money = pounds(minutes.amount);
    const char* outcome = !minutes.decides ? "nobody to decide" : minutes.agreed ? "agreed" : "no agreement";
    std::string text = paragraph(
        "", 2,
        fmt::format("{}, {} a year, before {}: {}", table_display_name(scenario, minutes.fund, minutes.place),
                    money, mid_sentence(kind_display_name(scenario, minutes.board)), outcome),
        style);
    text += ahead_text(minutes, scenario, style, said);
    const std::vector<SeatGroup> groups = seat_groups_of(minutes, scenario);
    text += who_text(minutes, groups, scenario, style, board);
    if (!minutes.decides) {
        text += line_of("Undecided", "Nobody with a voice and a vote sat; the split stays as it was.", style);
    } else if (minutes.agreed) {
        text += agreement_text(minutes, groups, scenario, style, said);
    } else {
        text += breakdown_text(minutes, groups, style);
    }
    for (const RedLineRecord& line : minutes.red_lines)
        text += line_of("Red line", red_line_text(line, minutes, scenario, said), style);
    return text;
}

}  // namespace clout
