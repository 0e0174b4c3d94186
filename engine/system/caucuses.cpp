#include "engine/system/draft.hpp"

#include <algorithm>
#include <span>

namespace clout {
namespace {

constexpr Row kFewest = 4;  // [organisations] whom it pays to sum up before they are called up

class Caucuses {
public:
    explicit Caucuses(System& system)
        : system_(system),
          member_(system.member),
          starts_(system.organisations.size() + 1, 0),
          heard_(system.organisations.size(), 0),
          caucus_of_(system.organisations.size(), kNoRow) {}

    void find() {
        each_line([&](MemberLine&, std::span<Row> rows) {
            if (!std::is_sorted(rows.begin(), rows.end())) std::sort(rows.begin(), rows.end());
            mark(rows);
        });
        for (const Row home : system_.homes) starts_[system_.bodies[home].home_of.first] = 1;
        starts_[system_.homeless.first] = starts_.back() = 1;
        divide();
        each_line([&](MemberLine& line, std::span<Row> rows) { list(line, rows); });
        for (const Row home : system_.homes)
            system_.bodies[home].caucuses = among(system_.bodies[home].home_of);
        system_.homeless_caucuses = among(system_.homeless);
    }

private:
    // Calls act(line, its rows) for each line of organisations in a body that is not a board.
    template <class Act>
    void each_line(Act act) {
        for (const Row body : system_.speaking_order) {
            const Span entries = system_.bodies[body].entries;
            for (Row e = entries.first; e < entries.last; ++e) {
                MemberLine& line = system_.entries[e];
                if (!line.of_bodies) act(line, std::span(&member_[line.members.first], line.members.size()));
            }
        }
    }

    // Where a line has a row but not the one before it, or the one before it but not the row.
    void mark(std::span<const Row> rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            heard_[rows[i]] = 1;
            if (i > 0 && rows[i] == rows[i - 1] + 1) continue;
            starts_[rows[i]] = 1;
            if (i > 0) starts_[rows[i - 1] + 1] = 1;
        }
        starts_[rows.back() + 1] = 1;  // no line of a body that speaks is empty
    }

    void divide() {
        for (Row first = 0, last = 0; first < caucus_of_.size(); first = last) {
            for (last = first + 1; !starts_[last];) ++last;
            if (!heard_[first] || last - first < kFewest) continue;
            const auto caucus = static_cast<Row>(system_.caucuses.size());
            std::fill(caucus_of_.begin() + first, caucus_of_.begin() + last, caucus);
            system_.caucuses.push_back({first, last});
        }
    }

    void list(MemberLine& line, std::span<const Row> rows) {
        line.caucuses.first = static_cast<Row>(system_.caucus_in.size());
        line.singles.first = static_cast<Row>(system_.single.size());
        for (const Row row : rows) {
            const Row caucus = caucus_of_[row];
            if (caucus == kNoRow) {
                system_.single.push_back(row);
            } else if (system_.caucuses[caucus].first == row) {
                system_.caucus_in.push_back(caucus);
            }
        }
        line.caucuses.last = static_cast<Row>(system_.caucus_in.size());
        line.singles.last = static_cast<Row>(system_.single.size());
    }

    // Those that lie among some rows, whose border none crosses.
    [[nodiscard]] Span among(Span rows) const {
        const auto from = [&](Row row) {
            const auto found = std::partition_point(system_.caucuses.begin(), system_.caucuses.end(),
                                                    [&](const Span& caucus) { return caucus.first < row; });
            return static_cast<Row>(found - system_.caucuses.begin());
        };
        return {from(rows.first), from(rows.last)};
    }

    System& system_;
    std::vector<Row> member_;     // those of the system, each line in the order of rows
    std::vector<char> starts_;    // (organisations + 1) whether a caucus may start there
    std::vector<char> heard_;     // (organisations) whether any line has them
    std::vector<Row> caucus_of_;  // (organisations)
};

}  // namespace

void find_caucuses(System& system) { Caucuses(system).find(); }

}  // namespace clout
