#include "engine/report/text/seat_groups.hpp"

#include "engine/report/text/display_names.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/scenario/language/names.hpp"
#include "engine/scenario/scenario.hpp"

#include <fmt/format.h>

#include <cmath>

namespace clout {
namespace {

constexpr std::size_t kBenches = 10;    // that are named; the rest are counted
constexpr std::size_t kAsks = 3;        // leading programmes of what a seat asks for
constexpr double kWeightMoved = 0.005;  // [share] from which a change of weight is said
constexpr double kAskMoved = 0.02;      // [share] from which a change of what is asked is said

void add_to_group(SeatGroup& group, const SeatRecord& seat) {
    const double force = seat.weight * seat.salience;
    if (group.seats++ == 0) {
        group.one = seat;
        group.asks = seat.asks;
    } else if (group.force + force > 0) {
        for (std::size_t k = 0; k < group.asks.size(); ++k) {
            group.asks[k] += force / (group.force + force) * (seat.asks[k] - group.asks[k]);
        }
    }
    group.weight += seat.weight;
    group.force += force;
    group.papers += seat.papers;
}

bool same_kind(const Actor& a, const Actor& b) { return a.of_bodies == b.of_bodies && a.kind == b.kind; }

// Three and more seats of a kind, whether they sit or not; but a roster's rows have names of their own.
bool is_told_together(const Actor& actor, const MinutesRecord& minutes, const Scenario& scenario) {
    if (!actor.of_bodies && scenario.organisations[actor.kind].from_roster) return false;
    std::size_t seats = 0;
    for (const SeatRecord& seat : minutes.seats) seats += same_kind(seat.who, actor);
    for (const Actor& silent : minutes.silent) seats += same_kind(silent, actor);
    return seats >= 3;
}

std::string asks_text(const SeatGroup& group, const Scenario& scenario) {
    std::vector<std::string> parts;
    for (const std::size_t k :
         leading(group.asks.size(), kAsks, 0.0005, [&](auto row) { return group.asks[row]; })) {
        parts.push_back(programme_display_name(scenario, k) + " " + percent(group.asks[k], 0));
    }
    return and_list(parts);
}

// "speaks with £14.2m of clout behind it (mandate 0.31, cohesion 0.92)": what the voice of a body is made of.
std::string voice_text(const SeatRecord& seat) {
    if (!seat.who.of_bodies) return {};
    std::string text =
        fmt::format("; voice {}, of {} committed to it: mandate {:.2f}, cohesion {:.2f}",
                    grouped(seat.voice, 1), grouped(seat.committed, 1), seat.mandate, seat.cohesion);
    return seat.champion > 0 ? text + fmt::format(", a champion adds {}", grouped(seat.champion, 1)) : text;
}

std::string group_text(const SeatGroup& group, const Scenario& scenario) {
    return fmt::format("{}, {} of the weight, asked for {}{}{}.", group.name, percent(group.weight),
                       asks_text(group, scenario), group.one.conflicted ? " (answers to the system)" : "",
                       voice_text(group.one));
}

std::string seats_text(const std::vector<SeatGroup>& groups, const Scenario& scenario, const Style& style) {
    std::string text;
    double rest = 0;
    std::size_t more = 0;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        if (at < kBenches) {
            text += line_of(text.empty() ? "Seats" : "", group_text(groups[at], scenario), style);
        } else {
            rest += groups[at].weight;
            more += groups[at].seats;
        }
    }
    return more == 0 ? text
                     : text + line_of("",
                                      fmt::format("{} more with {} together; --json names them all.", more,
                                                  percent(rest)),
                                      style);
}

// The part of a body's voice that changed most since it was last told.
std::string why_voice(const SeatRecord& before, const SeatRecord& now) {
    if (!now.who.of_bodies) {
        const double ratio = before.voice > 0 ? now.voice / before.voice - 1 : 0;
        return std::abs(ratio) > 0.005
                   ? fmt::format("its clout {} by {}", ratio > 0 ? "grew" : "fell", percent(std::abs(ratio)))
                   : std::string("others' voices changed");
    }
    if (before.champion > 0 && !(now.champion > 0)) return "its champion has left";
    const auto shift = [](double a, double b) { return a > 0 && b > 0 ? std::abs(std::log(b / a)) : 0.0; };
    const double mandate = shift(before.mandate, now.mandate),
                 cohesion = shift(before.cohesion, now.cohesion);
    const double behind = shift(before.committed, now.committed);
    const auto moved = [](const char* what, double a, double b, int decimals) {
        return fmt::format("{} {} from {} to {}", what, b > a ? "rose" : "fell", grouped(a, decimals),
                           grouped(b, decimals));
    };
    if (std::max({mandate, cohesion, behind}) < 0.005) return "others' voices changed";
    if (mandate >= cohesion && mandate >= behind) return moved("its mandate", before.mandate, now.mandate, 2);
    if (cohesion >= behind) return moved("its cohesion", before.cohesion, now.cohesion, 2);
    return moved("the clout committed to it", before.committed, now.committed, 1);
}

// What a bench weighs or asks for that is not what was last told; empty where that is nothing that shows.
std::vector<std::string> news_of(const SeatGroup& before, const SeatGroup& now, const Scenario& scenario) {
    std::vector<std::string> news, asks;
    if (std::abs(now.weight - before.weight) >= kWeightMoved) {
        news.push_back(fmt::format("{} {} now, {} before: {}", now.seats > 1 ? "weigh" : "weighs",
                                   percent(now.weight), percent(before.weight),
                                   why_voice(before.one, now.one)));
    }
    const auto moved = [&](std::size_t k) { return std::abs(now.asks[k] - before.asks[k]); };
    for (const std::size_t k : leading(now.asks.size(), 2, kAskMoved, moved)) {
        asks.push_back(fmt::format("{} {} now, {} before", programme_display_name(scenario, k),
                                   percent(now.asks[k], 0), grouped(100 * before.asks[k], 0)));
    }
    if (!asks.empty()) news.push_back((now.seats > 1 ? "ask for " : "asks for ") + and_list(asks));
    return news;
}

// Benches that are not what they were when they were last told; remembers what it tells.
std::string changes_text(const std::vector<SeatGroup>& groups, const Scenario& scenario, const Style& style,
                         SaidOfBoard& said) {
    std::string text;
    for (const SeatGroup& now : groups) {
        const auto before = std::find_if(said.groups.begin(), said.groups.end(),
                                         [&](const SeatGroup& b) { return b.key == now.key; });
        if (before == said.groups.end()) {
            text += line_of("Newly sat", group_text(now, scenario), style);
            said.groups.push_back(now);
            continue;
        }
        const std::vector<std::string> news = news_of(*before, now, scenario);
        if (news.empty()) continue;
        text += line_of("Changed",
                        fmt::format("{} {}.", now.name, fmt::join(news, now.seats > 1 ? "; they " : "; it ")),
                        style);
        *before = now;
    }
    return text;
}

}  // namespace

std::string line_of(const std::string& about, const std::string& text, const Style& style) {
    return paragraph("    " + about, 4 + kLead, text, style);
}

std::vector<SeatGroup> seat_groups_of(const MinutesRecord& minutes, const Scenario& scenario) {
    std::vector<SeatGroup> groups;
    for (std::size_t at = 0; at < minutes.seats.size();) {
        const SeatRecord& first = minutes.seats[at];
        const bool together = is_told_together(first.who, minutes, scenario);
        SeatGroup group;
        do {
            add_to_group(group, minutes.seats[at++]);
        } while (together && at < minutes.seats.size() && same_kind(minutes.seats[at].who, first.who));
        group.name = together ? fmt::format("{} × {}", group.seats, kind_display_name(scenario, first.who))
                              : actor_display_name(scenario, first.who, minutes.place);
        group.key = together ? kind_display_name(scenario, first.who) : first.who.name;
        groups.push_back(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(), [](auto& a, auto& b) { return a.weight > b.weight; });
    return groups;
}

std::string who_text(const MinutesRecord& minutes, const std::vector<SeatGroup>& groups,
                     const Scenario& scenario, const Style& style, SaidOfBoard& said) {
    const bool first = said.groups.empty();
    std::string text =
        first ? seats_text(groups, scenario, style) : changes_text(groups, scenario, style, said);
    if (first) said.groups = groups;
    std::vector<std::string> silent;
    for (const Actor& actor : minutes.silent)
        silent.push_back(actor_display_name(scenario, actor, minutes.place));
    if (silent != said.silent) {
        said.silent = silent;
        if (silent.size() > kBenches) {
            const std::size_t more = silent.size() - kBenches;
            silent.resize(kBenches);
            silent.push_back(fmt::format("{} more", more));
        }
        text += line_of("Silent",
                        silent.empty() ? "nobody any more: all seats speak again."
                                       : and_list(silent) + " had no voice and did not sit.",
                        style);
    }
    return text;
}

}  // namespace clout
