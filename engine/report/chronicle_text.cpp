#include "engine/report/chronicle_text.hpp"

#include "engine/report/captions.hpp"
#include "engine/report/figures.hpp"
#include "engine/report/sitting_text.hpp"
#include "engine/report/words.hpp"
#include "engine/scenario/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace clout {
namespace {

constexpr std::size_t kHeirs = 4;         // that are named
constexpr double kUptakeMoved = 0.02;     // [0..1] from which a change of uptake is said
constexpr double kWorn = 0.005;           // [0..1] from which a year's change of a mandate or of commitment is said
constexpr double kShareMoved = 0.0005;    // [share] from which a change of contested money is said
constexpr double kLapseShows = 0.0005;    // [£m a year]

std::string percent(double part, int decimals = 1) { return level(part, Manner::part, decimals); }
std::string money(double value, int decimals) { return level(value, Manner::million_pounds, decimals); }
std::string money(double value) { return money(value, decimals_for(value, Manner::million_pounds)); }

class Scribe {
public:
    Scribe(const Chronicle& chronicle, const Scenario& scenario, const Style& style)
        : chronicle_(chronicle), scenario_(scenario), style_(style) {}

    std::string write() {
        for (const RoundRecord& record : chronicle_.told) {
            tell(record);
            text_ += "\n";
        }
        authors();
        return std::move(text_);
    }

private:
    void tell(const RoundRecord& record) {
        text_ += bold(fmt::format("Round {} of {}, year {:.2f}", record.round + 1, chronicle_.rounds, record.year), style_) + "\n";
        for (std::size_t t = 0; t < record.sittings.size(); ++t) {
            said_.resize(std::max(said_.size(), t + 1));
            text_ += sitting_text(record.sittings[t], scenario_, style_, said_[t]);
        }
        for (const ConsentRecord& consent : record.consents) tell(consent, record);
        tell_lapses(record);
        tell_shares(record);
        for (const EndRecord& end : record.ends) tell(end);
        for (const ChampionRecord& left : record.champions) {
            say(fmt::format("The champion of {} left; its voice loses {} from the next round on.",
                            mid_sentence(actor_caption(scenario_, left.body)), grouped(left.clout, 1)));
        }
        if ((record.round + 1) % chronicle_.rounds_per_year == 0) tell_year(record);
    }

    void say(const std::string& sentence) { text_ += paragraph("", 2, sentence, style_); }

    // Whose organ said how much. Lapses bring it up again, as do a change and an imposition.
    void tell(const ConsentRecord& consent, const RoundRecord& record) {
        const std::size_t s = consent.sector.row();
        const auto lapse = std::find_if(record.lapses.begin(), record.lapses.end(), [&](const LapseRecord& l) {
            return l.from == consent.sector && l.lapsed >= kLapseShows;
        });
        const auto known = uptakes_.find(s);
        const bool moved = known == uptakes_.end() || std::abs(known->second - consent.own) >= kUptakeMoved;
        if (!moved && !consent.imposed && lapse == record.lapses.end()) return;
        if (moved) uptakes_[s] = consent.own;
        std::vector<std::string> organs;
        for (const OrganRecord& organ : consent.organs) organs.push_back(organ_words(organ));
        const std::string name = sector_caption(scenario_, s);
        say(fmt::format("{} takes up {} of what is new to it, as {}.", name, percent(consent.own), and_list(organs)));
        if (consent.imposed) {
            say(fmt::format("Imposed: that was below what the board bears for the {} round in a row, so the board takes the yes of "
                            "{} for granted, and commitment there suffers.",
                            ordinal(consent.rounds_below), mid_sentence(name)));
        }
    }

    [[nodiscard]] std::string organ_words(const OrganRecord& organ) const {
        const BodyKind& kind = scenario_.bodies[organ.kind];
        const std::string name = label_or_name(kind.caption, kind.name);
        if (organ.bodies == 0) return fmt::format("{}, behind which nobody stands, is not asked", name);
        std::string text = fmt::format("{} says {}", name, percent(organ.assent, 0));
        if (organ.bodies > 1) {
            text += fmt::format(" on average of {} ({} the least, {})", organ.bodies, actor_caption(scenario_, organ.reluctant),
                                percent(organ.least, 0));
        }
        return text;
    }

    static std::string ordinal(std::uint32_t n) {
        const bool teens = n % 100 >= 11 && n % 100 <= 13;
        return fmt::format("{}{}", n, teens ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th");
    }

    void tell_lapses(const RoundRecord& record) {
        for (const LapseRecord& lapse : record.lapses) {
            if (lapse.lapsed < kLapseShows) continue;
            say(fmt::format("Lapsed: of {} a year that {} newly gives {}, {} was not taken up and went to {}.", money(lapse.fresh, 3),
                            mid_sentence(table_caption(scenario_, lapse.fund, lapse.place)),
                            mid_sentence(sector_caption(scenario_, lapse.from.row())), money(lapse.lapsed, 3),
                            mid_sentence(sector_caption(scenario_, lapse.to.row()))));
        }
        if (record.unspent >= kLapseShows) say(fmt::format("Unspent: {} a year, for want of anybody to spend it.", money(record.unspent, 3)));
    }

    void tell_shares(const RoundRecord& record) {
        std::vector<std::string> parts;
        for (std::size_t s = 0; s < record.share.size(); ++s) {
            if (record.share[s] < kShareMoved) continue;
            const double before = shares_.empty() ? record.share[s] : shares_[s];
            const double moved = record.share[s] - before;
            const bool shows = std::abs(moved) >= kShareMoved;
            parts.push_back(fmt::format("{} {} ({}{})", mid_sentence(sector_caption(scenario_, s)), money(record.decided[s]),
                                        percent(record.share[s]),
                                        shows ? ", " + change(100 * moved, Manner::number, 1) : std::string()));
        }
        shares_ = record.share;
        if (!parts.empty()) say("Contested money now, a year: " + and_list(parts) + ".");
    }

    void tell(const EndRecord& end) {
        const std::string name = actor_caption(scenario_, end.who);
        std::string text = fmt::format("{}: {}. Its resilience, {:.2f} of 1, was spent: it was paid {} a year and needed {}{}.",
                                       end.taken_over ? "Taken over" : "Closed", name, end.resilience, money(end.total),
                                       money(end.need), end.total < end.need ? "" : ", so it was bad luck and not money");
        text += " " + (end.taken_over ? acquired(end) : inherited(end));
        say(text);
    }

    [[nodiscard]] std::string acquired(const EndRecord& end) const {
        if (end.heirs.empty()) return "Nobody was left to add its clout to.";
        return fmt::format("{} runs it now, and adds its clout of {} to its own; it still delivers and is paid.",
                           capitalised(actor_caption(scenario_, end.heirs[0].who)), grouped(end.clout, 2));
    }

    [[nodiscard]] std::string inherited(const EndRecord& end) const {
        if (end.heirs.empty()) return "Nobody of its sector was left to take on what it leaves.";
        std::vector<std::string> heirs;
        for (std::size_t at = 0; at < end.heirs.size() && at < kHeirs; ++at) {
            heirs.push_back(fmt::format("{} ({})", actor_caption(scenario_, end.heirs[at].who), percent(end.heirs[at].part, 0)));
        }
        if (end.heirs.size() > kHeirs) heirs.push_back(fmt::format("{} more", end.heirs.size() - kHeirs));
        const std::string patients = end.patients > 0 ? fmt::format(" and {} patients", grouped(end.patients, 0)) : std::string();
        return fmt::format("Its income of {}{} pass to {}.", money(end.income), patients, and_list(heirs));
    }

    // What wears off or grows is too slow to be told round by round.
    void tell_year(const RoundRecord& record) {
        for (const WearRecord& wear : record.mandates) year_ends(mandates_, wear, "The mandate of ", body_caption(wear.row));
        for (const WearRecord& wear : record.commitments) year_ends(commitments_, wear, "The commitment of ", sector_caption(scenario_, wear.row));
        say(fmt::format("At the end of the year: {} organisations independent, {} taken over, {} closed.", grouped(record.independent),
                        grouped(record.taken_over), grouped(record.closed)));
    }

    [[nodiscard]] std::string body_caption(Row kind) const {
        return label_or_name(scenario_.bodies[kind].caption, scenario_.bodies[kind].name);
    }

    void year_ends(std::map<Row, double>& known, const WearRecord& wear, const char* what, const std::string& whose) {
        const auto found = known.try_emplace(wear.row, first_of(what, wear)).first;
        if (std::abs(wear.after - found->second) < kWorn) return;
        say(fmt::format("{}{} {} from {:.2f} to {:.2f} on average over the year.", what, mid_sentence(whose),
                        wear.after < found->second ? "wore off" : "grew", found->second, wear.after));
        found->second = wear.after;
    }

    // Its value when the first year began.
    [[nodiscard]] double first_of(const std::string& what, const WearRecord& wear) const {
        const RoundRecord& first = chronicle_.told[0];
        const auto& records = what == "The mandate of " ? first.mandates : first.commitments;
        const auto same = std::find_if(records.begin(), records.end(), [&](const WearRecord& w) { return w.row == wear.row; });
        return same == records.end() ? wear.before : same->before;
    }

    void authors() {
        if (chronicle_.told.empty()) return;
        text_ += bold("Who wrote the last decisions", style_) + "\n";
        for (const SittingRecord& sitting : chronicle_.told.back().sittings) {
            std::vector<std::string> parts;
            for (const std::size_t s : leading(sitting.influence.size(), sitting.influence.size(), 0.0005,
                                               [&](auto row) { return sitting.influence[row]; })) {
                const bool leaning = s == scenario_.sectors.size();
                parts.push_back(fmt::format("{} {}", leaning ? "what stood before" : mid_sentence(sector_caption(scenario_, s)),
                                            percent(sitting.influence[s])));
            }
            say(table_caption(scenario_, sitting.fund, sitting.place) + ": " + (parts.empty() ? "nobody" : and_list(parts)) + ".");
        }
    }

    const Chronicle& chronicle_;
    const Scenario& scenario_;
    const Style& style_;
    std::string text_;
    std::vector<SaidOfTable> said_;           // (tables)
    std::map<std::size_t, double> uptakes_;   // last said, by sector
    std::vector<double> shares_;              // of the round before (sectors)
    std::map<Row, double> mandates_, commitments_;  // last said, by kind of body and by sector
};

}  // namespace

std::string chronicle_text(const Chronicle& chronicle, const Scenario& scenario, const Style& style) {
    return Scribe(chronicle, scenario, style).write();
}

}  // namespace clout
