#include "engine/report/text/chronicle_text.hpp"

#include "engine/report/text/board_minutes.hpp"
#include "engine/report/text/display_names.hpp"
#include "engine/report/text/end_words.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/quiet_rounds.hpp"
#include "engine/report/text/words.hpp"
#include "engine/run/watch/chronicle.hpp"
#include "engine/scenario/language/names.hpp"
#include "engine/scenario/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <utility>

namespace clout {
namespace {

constexpr double kUptakeMoved = 0.02;  // [0..1] from which a change of uptake is said
constexpr double kWorn = 0.005;  // [0..1] from which a year's change of a mandate or of commitment is said
constexpr double kShareMoved = 0.002;  // [share] from which a change of contested money is said within a year
constexpr double kShareShows = 0.0005;  // [share]
constexpr double kLapseShows = 0.0005;  // [£m a year]

std::string money(double value, int decimals) { return level(value, Manner::million_pounds, decimals); }
std::string money(double value) { return pounds(value); }

class Scribe {
public:
    Scribe(const Chronicle& chronicle, const Scenario& scenario, const Style& style)
        : chronicle_(chronicle), scenario_(scenario), style_(style) {}

    std::string write() {
        std::string told, last;  // all of it, and the last round within a year that is told in full
        for (const RoundRecord& record : chronicle_.told) {
            text_.clear();
            tell(record);
            if (!ends_year(record) && !last.empty() && told_alike(text_, last)) {
                quiet_.push_back(&record);
                continue;
            }
            told += quiet() + bold(heading(record), style_) + "\n" + text_ + "\n";
            last = ends_year(record) ? last : text_;
        }
        told += quiet();
        text_.clear();
        authors();
        return told + text_;
    }

private:
    [[nodiscard]] std::string heading(const RoundRecord& record) const {
        return fmt::format("Round {} of {}, year {}", record.round + 1, chronicle_.rounds, year_of(record));
    }
    // The first year is 1, as in --years.
    static int year_of(const RoundRecord& record) { return static_cast<int>(record.year) + 1; }

    static std::string years(int first, int last) {
        return first == last ? fmt::format("year {}", first) : fmt::format("years {} to {}", first, last);
    }

    // One line for the rounds that went like the one before them.
    std::string quiet() {
        if (quiet_.empty()) return {};
        const RoundRecord &first = *quiet_.front(), &last = *quiet_.back();
        const std::size_t focus = scenario_.focus.row();
        std::string text = quiet_.size() == 1
                               ? heading(first)
                               : fmt::format("Rounds {} to {} of {}, {}", first.round + 1, last.round + 1,
                                             chronicle_.rounds, years(year_of(first), year_of(last)));
        text += fmt::format(": nothing new, the way goes on; {} {} of contested money ({}).",
                            mid_sentence(sector_display_name(scenario_, focus)), money(last.decided[focus]),
                            percent(last.share[focus]));
        quiet_.clear();
        return paragraph("", 2, text, style_) + "\n";
    }

    void tell(const RoundRecord& record) {
        for (std::size_t t = 0; t < record.minutes.size(); ++t) {
            said_.resize(std::max(said_.size(), t + 1));
            const MinutesRecord& minutes = record.minutes[t];
            text_ += board_minutes(minutes, scenario_, style_, boards_[minutes.board.row], said_[t]);
        }
        for (const ConsentRecord& consent : record.consents) tell(consent, record);
        tell_lapses(record);
        tell_shares(record);
        for (const EndRecord& end : record.ends)
            say(end.taken_over ? "Taken over" : "Closed", end_words(end, scenario_));
        for (const ChampionRecord& left : record.champions) {
            say("Champion",
                fmt::format("The champion of {} left; its voice loses {} from the next round on.",
                            mid_sentence(actor_display_name(scenario_, left.body)), grouped(left.clout, 1)));
        }
        if (ends_year(record)) tell_year(record);
    }

    void say(const char* about, const std::string& sentence) {
        text_ += paragraph(std::string("  ") + about, 4 + kLead, sentence, style_);
    }

    // Whose organ said how much. Lapses bring it up again, as do a change and an imposition.
    void tell(const ConsentRecord& consent, const RoundRecord& record) {
        const std::size_t s = consent.sector.row();
        const auto lapse = std::find_if(
            record.lapses.begin(), record.lapses.end(),
            [&](const LapseRecord& l) { return l.from == consent.sector && l.lapsed >= kLapseShows; });
        const auto known = uptakes_.find(s);
        const bool moved = known == uptakes_.end() || std::abs(known->second - consent.own) >= kUptakeMoved;
        if (!moved && !consent.imposed && lapse == record.lapses.end()) return;
        if (moved) uptakes_[s] = consent.own;
        std::vector<std::string> organs;
        for (const OrganRecord& organ : consent.organs) organs.push_back(organ_words(organ));
        const std::string name = mid_sentence(sector_display_name(scenario_, s));
        const bool explains = organs.size() > 1 && known == uptakes_.end();
        say("Uptake",
            fmt::format("Of what is new to {} {} is taken up: {}{}.", name, percent(consent.own),
                        and_list(organs), explains ? "; each must say yes, so these multiply" : ""));
        if (consent.imposed) {
            say("Imposed", fmt::format("That was below what the board bears for the {} round in a row, so "
                                       "the board takes the yes of "
                                       "{} for granted, and commitment there suffers.",
                                       ordinal(consent.rounds_below), name));
        }
    }

    [[nodiscard]] std::string organ_words(const OrganRecord& organ) const {
        const BodyKind& kind = scenario_.bodies[organ.kind];
        const std::string name = label_or_name(kind.caption, kind.name);
        if (organ.bodies == 0) return fmt::format("{}, behind which nobody stands, is not asked", name);
        std::string text = fmt::format("{} says {}", name, percent(organ.assent, 0));
        if (organ.bodies > 1) {
            text += fmt::format(" on average of {} ({} the least, {})", organ.bodies,
                                actor_display_name(scenario_, organ.reluctant), percent(organ.least, 0));
        }
        return text;
    }

    static std::string ordinal(std::uint32_t n) {
        const bool teens = n % 100 >= 11 && n % 100 <= 13;
        return fmt::format("{}{}", n,
                           teens         ? "th"
                           : n % 10 == 1 ? "st"
                           : n % 10 == 2 ? "nd"
                           : n % 10 == 3 ? "rd"
                                         : "th");
    }

    // What lapses at several boards of one fund is told together.
    void tell_lapses(const RoundRecord& record) {
        std::vector<LapseRecord> lapses = record.lapses;
        std::stable_sort(lapses.begin(), lapses.end(), [](const auto& a, const auto& b) {
            return std::pair(a.fund, a.from) < std::pair(b.fund, b.from);
        });
        for (std::size_t at = 0; at < lapses.size();) {
            LapseRecord sum{lapses[at].fund, {}, lapses[at].from, lapses[at].to, 0, 0};
            std::vector<std::string> places;
            for (; at < lapses.size() && lapses[at].fund == sum.fund && lapses[at].from == sum.from; ++at) {
                sum.fresh += lapses[at].fresh;
                sum.lapsed += lapses[at].lapsed;
                if (!lapses[at].place.exists() || lapses[at].lapsed < kLapseShows) continue;
                places.push_back(fmt::format("{} {}", place_display_name(scenario_, lapses[at].place),
                                             money(lapses[at].lapsed, 3)));
            }
            if (sum.lapsed >= kLapseShows) say("Lapsed", lapse_words(sum, places));
        }
        if (record.unspent >= kLapseShows)
            say("Unspent",
                fmt::format("{} a year, for want of anybody to spend it.", money(record.unspent, 3)));
    }

    [[nodiscard]] std::string lapse_words(const LapseRecord& sum,
                                          const std::vector<std::string>& places) const {
        return fmt::format("Of {} a year that {} newly gives {}, {} was not taken up and went to {}{}.",
                           money(sum.fresh, 3), mid_sentence(table_display_name(scenario_, sum.fund, {})),
                           mid_sentence(sector_display_name(scenario_, sum.from.row())), money(sum.lapsed, 3),
                           mid_sentence(sector_display_name(scenario_, sum.to.row())),
                           places.size() > 1 ? ": " + and_list(places) : "");
    }

    // All sectors when a year ends; in between those whose part has moved since it was said.
    void tell_shares(const RoundRecord& record) {
        const bool first = shares_.empty();
        const bool all = first || ends_year(record);
        if (first) shares_ = record.share;
        std::vector<std::string> parts;
        for (std::size_t s = 0; s < record.share.size(); ++s) {
            const double moved = record.share[s] - shares_[s];
            if (record.share[s] < kShareShows || (!all && std::abs(moved) < kShareMoved)) continue;
            parts.push_back(fmt::format("{} {} ({}{})", mid_sentence(sector_display_name(scenario_, s)),
                                        money(record.decided[s]), percent(record.share[s]),
                                        percent(record.share[s]) == percent(shares_[s])
                                            ? ""
                                            : " after " + grouped(100 * shares_[s], 1)));
            shares_[s] = record.share[s];
        }
        if (!parts.empty())
            say("Money", (all ? "Of contested money: " : "Of contested money now: ") + and_list(parts) + ".");
    }

    [[nodiscard]] bool ends_year(const RoundRecord& record) const {
        return (record.round + 1) % chronicle_.rounds_per_year == 0;
    }

    // What wears off or grows is too slow to be told round by round.
    void tell_year(const RoundRecord& record) {
        const RoundRecord& first = chronicle_.told[0];
        const auto body = [&](Row kind) {
            return label_or_name(scenario_.bodies[kind].caption, scenario_.bodies[kind].name);
        };
        const auto sector = [&](Row row) { return sector_display_name(scenario_, row); };
        say_worn("Mandates", worn(mandates_, first.mandates, record.mandates, body));
        say_worn("Commitment", worn(commitments_, first.commitments, record.commitments, sector));
        say("Year ends",
            fmt::format("{} organisations independent, {} taken over, {} closed.",
                        grouped(record.independent), grouped(record.taken_over), grouped(record.closed)));
    }

    void say_worn(const char* about, const std::vector<std::string>& changes) {
        if (!changes.empty()) say(about, "Over the year, on average: " + and_list(changes) + ".");
    }

    // "PCN from 0.51 to 0.44" for each that moved since it was last said, or since the first round.
    static std::vector<std::string> worn(std::map<Row, double>& known, const std::vector<WearRecord>& first,
                                         const std::vector<WearRecord>& now,
                                         const std::function<std::string(Row)>& name) {
        for (const WearRecord& wear : first) known.try_emplace(wear.row, wear.before);
        std::vector<std::string> changes;
        for (const WearRecord& wear : now) {
            double& before = known.try_emplace(wear.row, wear.before).first->second;
            if (std::abs(wear.after - before) < kWorn) continue;
            changes.push_back(
                fmt::format("{} from {:.2f} to {:.2f}", mid_sentence(name(wear.row)), before, wear.after));
            before = wear.after;
        }
        return changes;
    }

    void authors() {
        if (chronicle_.told.empty()) return;
        text_ += bold("Who wrote the last decisions", style_) + "\n";
        for (const MinutesRecord& minutes : chronicle_.told.back().minutes) {
            std::vector<std::string> parts;
            for (const std::size_t s : leading(minutes.influence.size(), minutes.influence.size(), 0.0005,
                                               [&](auto row) { return minutes.influence[row]; })) {
                const bool leaning = s == scenario_.sectors.size();
                parts.push_back(fmt::format(
                    "{} {}", leaning ? "what stood before" : mid_sentence(sector_display_name(scenario_, s)),
                    percent(minutes.influence[s])));
            }
            text_ += paragraph("", 2,
                               table_display_name(scenario_, minutes.fund, minutes.place) + ": " +
                                   (parts.empty() ? "nobody" : and_list(parts)) + ".",
                               style_);
        }
    }

    const Chronicle& chronicle_;
    const Scenario& scenario_;
    const Style& style_;
    std::string text_;                              // of the round in hand
    std::vector<const RoundRecord*> quiet_;         // not told yet, as they are like the one before
    std::vector<SaidOfTable> said_;                 // (tables)
    std::map<Row, SaidOfBoard> boards_;             // by row of bodies
    std::map<std::size_t, double> uptakes_;         // last said, by sector
    std::vector<double> shares_;                    // of the round before (sectors)
    std::map<Row, double> mandates_, commitments_;  // last said, by kind of body and by sector
};

}  // namespace

std::string chronicle_text(const Chronicle& chronicle, const Scenario& scenario, const Style& style) {
    return Scribe(chronicle, scenario, style).write();
}

}  // namespace clout
