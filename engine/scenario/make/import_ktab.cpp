#include "engine/scenario/make/import_ktab.hpp"

#include "engine/base/text.hpp"
#include "engine/scenario/text/csv.hpp"
#include "engine/scenario/text/files.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "engine/scenario/text/source_text.hpp"
#include "engine/scenario/text/table_form.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace clout {
namespace {

constexpr std::size_t kFixed = 3;             // columns before those of issues
constexpr double kScale = 100;                // where positions and saliences end
constexpr std::string_view kBlank = " \t\r";  // around a cell
constexpr std::size_t kMostActors = 100'000;  // a typing error, not an issue, beyond that

// "Policy Position" → "Policy"; nothing where the header is the bare word.
std::string issue_name(const std::string& header) {
    static const std::string word = "position";
    if (header.size() < word.size() ||
        in_lower_case(header).compare(header.size() - word.size(), word.size(), word) != 0)
        return header;
    return std::string(trimmed(std::string_view(header).substr(0, header.size() - word.size()), kBlank));
}

class KtabParser {
public:
    KtabParser(const std::string& text, std::uint32_t file, Problems& problems)
        : text_(text), csv_(text), file_(file), problems_(problems) {}

    KtabCase parse() {
        std::vector<std::string> cells;
        if (const auto trouble = wrong_separator(text_)) {
            problems_.error({file_, 1, 0}, "", trouble->message, trouble->hint);
            return {};
        }
        if (!next(cells)) {
            error("", "the file is empty",
                  "it begins with a line that names the case, or with Actor,Description,Influence,…");
            return {};
        }
        if (!is_header(cells)) {
            name_case(cells);
            if (!next(cells)) {
                error("", "the header is missing",
                      "the second line is Actor,Description,Influence,Position,Salience,…");
                return {};
            }
        }
        if (!header(cells)) return {};
        while (next(cells)) actor(cells);
        finish();
        return std::move(ktab_);
    }

private:
    // The next line without the empty cells at its end; those that hold nothing but commas and spaces are
    // skipped.
    bool next(std::vector<std::string>& cells) {
        while (csv_.next(cells)) {
            for (std::string& cell : cells) cell = std::string(trimmed(cell, kBlank));
            while (!cells.empty() && cells.back().empty()) cells.pop_back();
            if (!cells.empty()) return true;
        }
        return false;
    }

    void error(std::string column, std::string message, std::string hint = {}) {
        problems_.error({file_, csv_.line(), 0}, std::move(column), std::move(message), std::move(hint));
    }
    void warn(int line, std::string column, std::string message, std::string hint = {}) {
        problems_.warn({file_, line, 0}, std::move(column), std::move(message), std::move(hint));
    }

    static bool is_header(const std::vector<std::string>& cells) {
        return in_lower_case(cells[0]) == "actor" ||
               (cells.size() > 1 && in_lower_case(cells[1]) == "description");
    }

    // Name, description, number of actors, number of issues.
    void name_case(const std::vector<std::string>& cells) {
        ktab_.title = cells[0];
        if (cells.size() > 1) ktab_.description = cells[1];
        for (std::size_t at = 2; at < 4 && at < cells.size(); ++at) {
            const auto count = plain_number(cells[at]).value;
            if (!count || *count < 1) {
                error("", "'" + cells[at] + "' is no number of " + (at == 2 ? "actors" : "issues"),
                      "the first line is: name, description, number of actors, number of issues");
            } else {
                (at == 2 ? actors_said_ : issues_said_) = *count;
            }
        }
    }

    bool header(const std::vector<std::string>& cells) {
        if (!csv_.trouble().empty()) {
            error("", csv_.trouble(), "put the cell in quotes and double those inside it");
            return false;
        }
        if (!is_header(cells) || cells.size() < kFixed + 2 || (cells.size() - kFixed) % 2 != 0) {
            error("", "this is no header of " + std::to_string(cells.size()) + " columns",
                  "expected Actor,Description,Influence and then for each issue two columns, "
                  "Position,Salience");
            return false;
        }
        headings_ = cells;
        for (std::size_t at = kFixed; at < cells.size(); at += 2) {
            const std::string name = issue_name(cells[at]);
            ktab_.issues.push_back(!name.empty() ? name : ktab_.title.empty() ? "Issue" : ktab_.title);
        }
        if (issues_said_ > 0 && issues_said_ != static_cast<double>(ktab_.issues.size())) {
            warn(csv_.line(), "",
                 "the first line speaks of " + number_text(issues_said_) + " issues, the header has " +
                     std::to_string(ktab_.issues.size()),
                 "the header is followed");
        }
        return true;
    }

    void actor(const std::vector<std::string>& cells) {
        const std::size_t width = kFixed + 2 * ktab_.issues.size();
        if (!csv_.trouble().empty())
            return error("", csv_.trouble(), "put the cell in quotes and double those inside it");
        if (cells.size() != width) {
            const std::string torn = cells.size() > width ? torn_number(cells) : std::string();
            return error("",
                         "this line has " + std::to_string(cells.size()) + " cells, the header has " +
                             std::to_string(width),
                         torn.empty() ? "a cell that holds a comma goes in quotes"
                                      : "thousands are written without a comma: " + torn);
        }
        KtabActor read;
        read.line = csv_.line();
        read.name = cells[0];
        read.description = cells[1];
        if (read.name.empty()) return error("Actor", "the name is missing", "every actor needs one");
        const auto [first, fresh] = met_.emplace(read.name, read.line);
        if (!fresh)
            return error("Actor",
                         "'" + read.name + "' is on line " + std::to_string(first->second) + " already");
        read.influence = number("Influence", cells[2], 1e12);
        for (std::size_t at = kFixed; at < width; at += 2) {
            read.position.push_back(number(headings_[at], cells[at], kScale));
            read.salience.push_back(number(headings_[at + 1], cells[at + 1], kScale));
        }
        if (ktab_.actors.size() == kMostActors) return error("", "more than 100000 actors");
        ktab_.actors.push_back(std::move(read));
    }

    double number(const std::string& column, const std::string& cell, double most) {
        const PlainNumber read = plain_number(cell);
        if (!read.value) {
            // Positions and saliences run to 100: a percentage is what it says.
            const std::string bare = cell.substr(0, cell.find_last_not_of("% ") + 1);
            const bool percent = cell.ends_with('%') && plain_number(bare).value;
            error(column, "'" + cell + "' is no number",
                  percent             ? "leave out the percent sign: " + bare
                  : read.hint.empty() ? "expected a decimal number, as in 62.5"
                                      : read.hint);
        } else if (!(*read.value >= 0 && *read.value <= most)) {
            error(column, number_text(*read.value) + " is out of range",
                  "expected a number from 0 to " + number_text(most));
        } else {
            return *read.value;
        }
        return 0;
    }

    void finish() {
        if (problems_.has_errors()) return;
        if (ktab_.actors.empty())
            return error("", "there are no actors", "every line after the header is one");
        if (actors_said_ > 0 && actors_said_ != static_cast<double>(met_.size())) {
            warn(1, "",
                 "the first line speaks of " + number_text(actors_said_) + " actors, there are " +
                     std::to_string(met_.size()),
                 "all that are there were read");
        }
        stretch(&KtabActor::position, "positions");
        stretch(&KtabActor::salience, "saliences");
        for (const KtabActor& read : ktab_.actors) weigh(read);
        for (std::size_t issue = 0; issue < ktab_.issues.size(); ++issue) {
            const auto cares = [&](const KtabActor& read) { return read.salience[issue] > 0; };
            if (std::none_of(ktab_.actors.begin(), ktab_.actors.end(), cares)) {
                error(headings_[kFixed + 2 * issue + 1], "nobody cares for this issue",
                      "one salience at least is above 0");
            }
        }
    }

    // Where nothing in the file is greater than 1 the scale is 0 to 1.
    void stretch(std::vector<double> KtabActor::*figures, const char* what) {
        double most = 0;
        for (const KtabActor& read : ktab_.actors) {
            for (const double figure : read.*figures) most = std::max(most, figure);
        }
        if (!(most > 0 && most <= 1)) return;
        warn(1, "", std::string(what) + " are read on a scale from 0 to 1, as none is greater than 1");
        for (KtabActor& read : ktab_.actors) {
            for (double& figure : read.*figures) figure *= kScale;
        }
    }

    void weigh(const KtabActor& read) {
        double salience = 0;
        for (const double figure : read.salience) salience += figure;
        if (salience > kScale + 1e-9) {
            warn(read.line, read.name, "saliences sum to " + number_text(salience),
                 "KTAB refuses more than 100; here each issue is weighed by its own");
        }
        if (!(read.influence > 0)) warn(read.line, read.name, "has no influence and so no voice");
        if (!(salience > 0)) warn(read.line, read.name, "cares for no issue, and sits on no board");
    }

    std::string_view text_;
    CsvReader csv_;
    std::uint32_t file_;
    Problems& problems_;
    KtabCase ktab_;
    std::vector<std::string> headings_;
    std::map<std::string, int> met_;
    double actors_said_ = 0, issues_said_ = 0;  // by the first line; 0 = not said
};

}  // namespace

Result<KtabCase> read_ktab(const std::string& path) {
    Files files;
    Problems problems(files);
    const std::uint32_t file = files.add(path);
    const auto text = checked_text(disk_files().read(path, kLargestFile), file, problems);
    KtabCase ktab;
    if (text) ktab = KtabParser(*text, file, problems).parse();
    if (problems.has_errors()) return problems.take();
    return {std::move(ktab), problems.take()};
}

}  // namespace clout
