#include "engine/scenario/language/names.hpp"
#include "engine/scenario/make/import_ktab.hpp"
#include "engine/scenario/text/paths.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace clout {
namespace {

// A cell as text in double quotes.
std::string quoted_line(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c == '\n' || c == '\t' ? ' ' : c;
    }
    return result + '"';
}

// For a comment: on one line.
std::string in_a_line(std::string text) {
    for (char& c : text) c = c == '\n' || c == '\t' ? ' ' : c;
    return text;
}

// A legal name that nothing else has: "Act-1001" → "act-1001", "3 Dim" → "x3-dim".
class NameBook {
public:
    std::string take(const std::string& from, const std::string& otherwise) {
        std::string name;
        for (const char c : from) {
            const bool upper = c >= 'A' && c <= 'Z';
            const bool kept = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
            if (kept) {
                name += upper ? static_cast<char>(c - 'A' + 'a') : c;
            } else if (!name.empty() && name.back() != '-') {
                name += '-';
            }
        }
        while (!name.empty() && name.back() == '-') name.pop_back();
        if (name.empty()) name = otherwise;
        if (name[0] < 'a' || name[0] > 'z') name.insert(0, "x");
        if (!why_no_name(name).empty()) name.insert(0, "x-");
        std::string free = name;
        for (int n = 2; !taken_.insert(free).second; ++n) free = name + '-' + std::to_string(n);
        return free;
    }

private:
    std::set<std::string> taken_;
};

struct IssueNames {
    std::string towards, away;       // programmes; and the sectors that hold what they get
    std::string purse, other_purse;  // organisations
    std::string board, fund;
    std::vector<std::string> organisation;  // (actors)
};

class Writer {
public:
    Writer(const KtabCase& ktab, const std::string& source) : ktab_(ktab), source_(source) {
        NameBook issues, agents;
        for (const std::string& issue : ktab.issues) {
            IssueNames names;
            names.towards = names.fund = issues.take(issue, "issue");
            names.away = issues.take(names.towards + "-not", "issue");
            names_.push_back(std::move(names));
        }
        const bool several = names_.size() > 1;
        for (IssueNames& names : names_) {
            names.board = agents.take(several ? names.towards + "-board" : "board", "board");
            names.purse = agents.take(names.towards + "-purse", "purse");
            names.other_purse = agents.take(names.away + "-purse", "purse");
        }
        for (const KtabActor& actor : ktab.actors) {
            for (IssueNames& names : names_) {
                names.organisation.push_back(
                    agents.take(several ? actor.name + ' ' + names.towards : actor.name, "actor"));
            }
        }
        actors_ = issues.take("actors", "actors");
    }

    std::string write() {
        head();
        programmes();
        organisations();
        boards();
        return std::move(text_);
    }

private:
    template <class... Parts>
    void put(fmt::format_string<Parts...> format, Parts&&... parts) {
        text_ += fmt::format(format, std::forward<Parts>(parts)...) + "\n";
    }

    void head() {
        const std::string title = ktab_.title.empty() ? stem_of(source_) : ktab_.title;
        put("# Made from {} by clout import ktab: a case of KTAB's spatial model of politics.",
            in_a_line(source_));
        put("# An issue is a fund of 100 that a board splits between \"towards 100\" and \"towards 0\"; what "
            "the first gets,");
        put("# `decided.{}`, is the outcome on the issue's own scale. Influence is clout; nobody counts by "
            "votes.",
            names_[0].towards);
        if (names_.size() > 1) {
            put("# Each issue has a board and, as a position is one split of all money, its own copy of "
                "every actor.");
        }
        put("clout: 1\ntitle: {}", quoted_line(title));
        if (!ktab_.description.empty()) put("summary: {}", quoted_line(ktab_.description));
        put("sources: {{ktab: {}}}", quoted_line(source_));
        put("clock: {{years: 1}}   # positions do not move by themselves: give actors a home and a "
            "susceptibility first");
        put("seed: 1\nreplicates: 1   # nothing is uncertain yet: write {{uniform: [40, 60]}} for a number "
            "that is, and ask for more");
        put("focus: {}\n", names_[0].towards);
    }

    void programmes() {
        put("programmes:");
        each_side(
            [&](const std::string& name, const std::string&, const std::string& label, const std::string&) {
                put("  {}: {{label: {}, delivered_by: {{{}: 1}}}}", name, label, name);
            });
        put("\n# What an issue's two directions get is held by a purse each; the actors themselves get "
            "nothing.\nsectors:");
        each_side([&](const std::string& name, const std::string&, const std::string& label,
                      const std::string& whole) {
            put("  {}: {{label: {}, position: {{{}: 1}}}}", name, label, whole);
        });
        put("  {}: {{label: Actors, position: {{{}: 1, {}: 1}}}}\n", actors_, names_[0].towards,
            names_[0].away);
    }

    // visit(name, purse, label, name) for both programmes of every issue.
    template <class Visit>
    void each_side(const Visit& visit) {
        for (std::size_t at = 0; at < names_.size(); ++at) {
            const IssueNames& names = names_[at];
            visit(names.towards, names.purse, quoted_line(ktab_.issues[at] + ": towards 100"), names.towards);
            visit(names.away, names.other_purse, quoted_line(ktab_.issues[at] + ": towards 0"), names.away);
        }
    }

    void organisations() {
        put("organisations:");
        each_side([&](const std::string& name, const std::string& purse, const std::string& label,
                      const std::string&) {
            put("  {}: {{label: {}, sector: {}, income: 100, clout: 0}}", purse, label, name);
        });
        for (std::size_t issue = 0; issue < names_.size(); ++issue) {
            for (std::size_t at = 0; at < ktab_.actors.size(); ++at)
                organisation(ktab_.actors[at], issue, names_[issue].organisation[at]);
        }
    }

    void organisation(const KtabActor& actor, std::size_t issue, const std::string& name) {
        if (!(actor.salience[issue] > 0)) return;
        const std::string label = names_.size() > 1 ? actor.name + " on " + ktab_.issues[issue] : actor.name;
        put("  {}:\n    label: {}", name, quoted_line(label));
        if (!actor.description.empty()) put("    note: {}", quoted_line(actor.description));
        put("    sector: {}\n    income: 0\n    clout: {}", actors_, number_text(actor.influence));
        put("    salience: {:.12g}", actor.salience[issue] / 100);
        put("    position: {{{}: {}, {}: {}}}", names_[issue].towards, number_text(actor.position[issue]),
            names_[issue].away, fmt::format("{:.12g}", 100 - actor.position[issue]));
    }

    void boards() {
        put("\nbodies:");
        for (std::size_t issue = 0; issue < names_.size(); ++issue) {
            const IssueNames& names = names_[issue];
            put("  {}:\n    label: {}", names.board, quoted_line("Decides on " + ktab_.issues[issue]));
            put("    protocol: condorcet   # try compromise, nash, setter or contest");
            put("    formality: 0          # clout alone\n    patience: 1000000     # talks are never broken "
                "off\n    members:");
            for (std::size_t at = 0; at < ktab_.actors.size(); ++at) {
                if (ktab_.actors[at].salience[issue] > 0) put("      {}: {{}}", names.organisation[at]);
            }
        }
        put("\nfunds:");
        for (std::size_t issue = 0; issue < names_.size(); ++issue) {
            const IssueNames& names = names_[issue];
            put("  {}:\n    label: {}\n    amount: 100\n    decided_by: {}", names.fund,
                quoted_line(ktab_.issues[issue]), names.board);
            put("    status_quo: {{{}: 50, {}: 50}}   # the file does not say; with no inertia it is left at "
                "once",
                names.towards, names.away);
        }
    }

    const KtabCase& ktab_;
    const std::string& source_;
    std::vector<IssueNames> names_;
    std::string actors_, text_;
};

}  // namespace

std::string ktab_scenario(const KtabCase& ktab, const std::string& source) {
    return Writer(ktab, source).write();
}

}  // namespace clout
