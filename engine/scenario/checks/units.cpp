// Numbers that are legal and can hardly be meant: pounds for millions, percentages for shares, both in one
// list. Each warning does the sum that makes it odd.
#include "engine/scenario/checks/validate.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

std::string short_text(double value) { return rounded_text(value, 6); }

class Units {
public:
    explicit Units(const Subject& subject) : subject_(subject), scenario_(subject.scenario) {}

    void question() const {
        for (const Fund& fund : scenario_.funds) {
            const std::string path = "funds." + fund.name;
            growth(fund.growth, path + ".growth");
            fund_money(fund, path + ".amount");
            weights(fund.status_quo, path + ".status_quo");
            weights(fund.exposed_as, path + ".exposed_as");
        }
        growth(scenario_.dynamics.demand_growth, "dynamics.demand_growth");
        rate(scenario_.dynamics.mandate_decay, "dynamics.mandate_decay");
        rate(scenario_.dynamics.acquisition, "dynamics.acquisition");
        shock(scenario_.dynamics.shock, "dynamics.shock");
        for (const Programme& programme : scenario_.programmes)
            weights(programme.delivered_by, "programmes." + programme.name + ".delivered_by");
        for (const Sector& sector : scenario_.sectors) {
            weights(sector.traits.position, "sectors." + sector.name + ".position");
            if (sector.demand_growth)
                growth(*sector.demand_growth, "sectors." + sector.name + ".demand_growth");
        }
        for (const OrganisationKind& kind : scenario_.organisations) {
            const std::string path = "organisations." + kind.name;
            weights(kind.traits.position, path + ".position");
            income(kind, path + ".income");
            list(kind, path + ".list_size");
        }
    }

private:
    void growth(const Number& number, const std::string& path) const {
        constexpr double kFast = 0.5;
        const double rate = number.median();
        if (!(rate > kFast)) return;
        subject_.warn(path, "a growth of " + short_text(rate) + " is " + short_text(100 * rate) + " % a year",
                      short_text(rate) + " % a year is " + short_text(rate / 100));
    }

    void rate(const Number& number, const std::string& path) const {
        constexpr double kWeeks = 4;  // [a year] less than a fiftieth is left after a year
        const double value = number.median();
        if (!(value > kWeeks)) return;
        subject_.warn(path,
                      "a rate of " + short_text(value) + " a year leaves nothing after a few weeks or months",
                      short_text(value) + " % a year is " + short_text(value / 100));
    }

    void shock(const Number& number, const std::string& path) const {
        constexpr double kAll = 1;  // the most resilience there is
        const double value = number.median();
        if (!(value > kAll)) return;
        subject_.warn(path,
                      "luck of " + short_text(value) +
                          " a year takes more than any organisation has to lose: resilience is at most 1",
                      short_text(value) + " in a hundred are " + short_text(value / 100));
    }

    // Positions and the like, where they are written; a kind that has its sector's is not asked again.
    void weights(const std::vector<Number>& numbers, const std::string& path) const {
        if (numbers.empty() || !numbers.front().path.starts_with(path + '.')) return;
        constexpr double kClearlyMore = 1.5, kWhole = 0.02, kHundred = 1, kFar = 1000;
        double plain = 0, mixed = 0, most = 0, least = 1;
        for (const Number& number : numbers) {
            const double weight = number.median();
            plain += weight;
            mixed += weight > 1 ? weight / 100 : weight;
            most = std::max(most, weight);
            if (weight > 0) least = std::min(least, weight);
        }
        if (!(most > kClearlyMore && least < 1) || std::abs(plain - 100) <= kHundred) return;
        const bool makes_a_whole = std::abs(mixed - 1) <= kWhole;
        if (!makes_a_whole && most / least < kFar) return;
        subject_.warn(path,
                      short_text(most) + " beside " + short_text(least) +
                          " looks like percentages beside shares" +
                          (makes_a_whole ? ": together they would be " + short_text(mixed)
                                         : ": one is " + grouped_text(most / least) + " times the other"),
                      "write all of them in the same unit; they are made to sum to 1");
    }

    void fund_money(const Fund& fund, const std::string& path) const {
        constexpr double kMost = 1e6;     // [£m] a trillion pounds
        constexpr double kMostEach = 20;  // [£m] an organisation: millions of them may share as much
        double amount = fund.amount_by_place.empty() ? fund.amount.median() : 0;
        for (const auto& [place, here] : fund.amount_by_place) amount += here.median();
        if (amount >= kMost && amount >= kMostEach * organisations()) too_much(path, amount, "a fund");
    }

    [[nodiscard]] double organisations() const {
        double count = 0;
        for (const OrganisationKind& kind : scenario_.organisations)
            count += static_cast<double>(kind.from_roster ? kind.roster.size() : kind.instances());
        return count;
    }

    void too_much(const std::string& path, double millions, const std::string& of_what) const {
        subject_.warn(path,
                      "£" + grouped_text(millions) + "m a year is £" + grouped_text(millions / 1000) +
                          " thousand million for " + of_what,
                      "money is in £m: £" + grouped_text(millions) + " is " + short_text(millions / 1e6));
    }

    void income(const OrganisationKind& kind, const std::string& path) const {
        constexpr double kMost = 20'000;          // [£m] of one organisation
        constexpr double kMuchAPatient = 20'000;  // [£]
        const double money = kind.income.median(), list = kind.list_size ? kind.list_size->median() : 0;
        if (money >= kMost) return too_much(path, money, "one '" + kind.name + "'");
        if (!(list >= 1) || money * 1e6 / list <= kMuchAPatient) return;
        subject_.warn(path,
                      "£" + grouped_text(money) + "m for a list of " + short_text(list) + " is £" +
                          grouped_text(money * 1e6 / list) + " a patient",
                      "income is in £m (£1,286,000 is 1.286), list_size in patients");
    }

    void list(const OrganisationKind& kind, const std::string& path) const {
        constexpr double kFewest = 20;
        const double patients = kind.list_size ? kind.list_size->median() : 0;
        if (!(patients > 0 && patients < kFewest)) return;
        subject_.warn(path, "a list of " + short_text(patients) + " patients",
                      "list_size is in patients: " + short_text(patients) + " thousand are " +
                          short_text(patients * 1000));
    }

    const Subject& subject_;
    const Scenario& scenario_;
};

}  // namespace

void check_units(const Subject& subject) { Units(subject).question(); }

}  // namespace clout
