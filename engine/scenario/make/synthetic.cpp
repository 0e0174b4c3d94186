#include "engine/scenario/make/synthetic.hpp"

#include "engine/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <vector>

namespace clout {

extern const char* const kSyntheticTemplate;  // synthetic_template.cpp

namespace {

constexpr std::uint64_t kInAPlace = 150, kMostPlaces = 200;
constexpr std::uint64_t kToACharity = 10'000;  // organisations, at most: no charity is beyond belief
constexpr std::uint64_t kPracticesATrust = 30, kPracticesACouncil = 40, kPracticesANetwork = 5;
constexpr double kTrustMoney = 9, kCouncilMoney = 3, kCharityMoney = 0.25;  // [£m a year and practice]
constexpr double kCore = 0.95, kLocal = 0.3, kCommon = 0.06;                // [£m a year and practice]

// Futures: as many as keep the organisations played at ten million, within what is worth showing.
constexpr std::uint64_t kAtOnce = 10'000'000, kFewestFutures = 16, kMostFutures = 1000;

using Words = std::map<std::string, std::string>;

// To the next thousandth, without zeros at the end; never 0.
std::string money(double amount) {
    std::string kept = fmt::format("{:.3f}", std::max(amount, 0.001));
    kept.erase(kept.find_last_not_of('0') + 1);
    if (kept.back() == '.') kept.pop_back();
    return kept;
}

std::string place_names(std::uint64_t places) {
    constexpr std::size_t kWidth = 96;
    std::string text;
    std::size_t line = std::string_view("places: [").size();
    for (std::uint64_t p = 1; p <= places; ++p) {
        const std::string name = "place" + std::to_string(p) + (p < places ? "," : "");
        if (p > 1 && line + 1 + name.size() > kWidth) {
            text += "\n  ";
            line = 2;
        } else if (p > 1) {
            text += ' ';
            ++line;
        }
        text += name;
        line += name.size();
    }
    return text;
}

struct Tier {
    std::string name, label;
    std::uint64_t bodies = 1;  // in each place
};

// From the lowest to the highest. Between networks of five practices and the one body of the place, each
// tier is smaller than the one below by the same factor.
std::vector<Tier> tiers(std::uint64_t practices, std::uint32_t depth) {
    const auto networks = static_cast<double>(std::max<std::uint64_t>(practices / kPracticesANetwork, 1));
    std::vector<Tier> all;
    for (std::uint32_t tier = 1; tier < depth; ++tier) {
        const double left = static_cast<double>(depth - tier) / static_cast<double>(depth - 1);
        const auto bodies = static_cast<std::uint64_t>(std::llround(std::pow(networks, left)));
        const std::string number = std::to_string(tier);
        all.push_back(
            {tier == 1 ? "network" : "tier" + number, tier == 1 ? "Network" : "Tier " + number, bodies});
    }
    all.push_back({"group", "Group of the place", 1});
    return all;
}

std::string tier_bodies(const std::vector<Tier>& all) {
    std::string text;
    for (std::size_t t = 0; t < all.size(); ++t) {
        const bool lowest = t == 0;
        const auto once = [&](const char* anchor, const char* value) {
            return lowest ? '&' + std::string(anchor) + " {value: " + value + ", basis: illustrative}\n"
                          : '*' + std::string(anchor) + '\n';
        };
        text += "  " + all[t].name + ":\n    label: " + all[t].label +
                "\n    per_place: " + std::to_string(all[t].bodies) +
                "\n    mandate: " + once("weak_mandate", "{uniform: [0.3, 0.6]}") +
                "    fidelity: " + once("hop", "{uniform: [0.8, 0.97]}") +
                "    feedback: " + once("little_feedback", "{uniform: [0.2, 0.6]}") +
                "    salience: *salience\n" + "    members: {" + (lowest ? "practice" : all[t - 1].name) +
                ": {deal: true, share: {value: " + (lowest ? "0.6" : "1") + ", basis: illustrative}}}\n";
    }
    text.pop_back();
    return text;
}

// One key of every tier, in a lever: written out for the lowest, the same for the others.
std::string for_every_tier(const std::vector<Tier>& all, const std::string& key, const std::string& value) {
    std::string text;
    for (const Tier& tier : all) {
        text += "        " + tier.name + ": {" + key + ": ";
        text += &tier == all.data() ? "&more_" + key + " {value: " + value + ", basis: illustrative}}"
                                    : "*more_" + key + '}';
        text += &tier == &all.back() ? "" : "\n";
    }
    return text;
}

// Puts in every word of the template.
std::string filled(std::string_view text, const Words& words) {
    std::string made;
    for (std::size_t open = text.find('<'); open != std::string_view::npos; open = text.find('<')) {
        const std::size_t close = text.find('>', open);
        made += text.substr(0, open);
        made += words.at(std::string(text.substr(open + 1, close - open - 1)));
        text.remove_prefix(close + 1);
    }
    return made += text;
}

Words counts(const SyntheticPlan& plan, const SyntheticSize& size) {
    return {{"ORGANISATIONS", grouped(plan.organisations())},
            {"COUNT", fmt::format("{}", plan.organisations())},
            {"DEPTH", fmt::format("{}", size.depth)},
            {"PLACES", counted(plan.places, "place", "places")},
            {"PRACTICES", counted(plan.practices, "practice", "practices")},
            {"TRUSTS", counted(plan.trusts, "trust", "trusts")},
            {"COUNCILS", counted(plan.councils, "council", "councils")},
            {"CHARITIES", counted(plan.charities, "charity", "charities")},
            {"TIERS", counted(size.depth, "tier of bodies", "tiers of bodies")},
            {"PLACE_NAMES", place_names(plan.places)},
            {"PRACTICES_EACH", fmt::format("{}", plan.practices)},
            {"TRUSTS_EACH", fmt::format("{}", plan.trusts)},
            {"COUNCILS_EACH", fmt::format("{}", plan.councils)},
            {"CHARITIES_COUNT", fmt::format("{}", plan.charities)},
            {"REPLICATES", fmt::format("{}", std::clamp<std::uint64_t>(kAtOnce / plan.organisations(),
                                                                       kFewestFutures, kMostFutures))}};
}

}  // namespace

SyntheticPlan plan_synthetic(std::uint64_t organisations) {
    SyntheticPlan plan;
    plan.places = std::clamp<std::uint64_t>(organisations / kInAPlace, 1, kMostPlaces);
    // Charities are left over, at least one. Trusts and councils take their part of what a place has.
    const std::uint64_t outside = std::max<std::uint64_t>(organisations / kToACharity, 1);
    const std::uint64_t here = (organisations - outside) / plan.places;
    plan.trusts = std::max<std::uint64_t>(here / (kPracticesATrust + 1), 1);
    plan.councils = std::max<std::uint64_t>(here / (kPracticesACouncil + 1), 1);
    plan.practices = here - plan.trusts - plan.councils;
    plan.charities = organisations - plan.places * here;
    return plan;
}

std::string synthetic_scenario(const SyntheticSize& size) {
    const SyntheticPlan plan = plan_synthetic(size.organisations);
    const std::vector<Tier> line = tiers(plan.practices, size.depth);
    const auto here = static_cast<double>(plan.practices);
    const double practices = here * static_cast<double>(plan.places);
    Words words = counts(plan, size);
    words["TRUST_INCOME"] = money(kTrustMoney * here / static_cast<double>(plan.trusts));
    words["COUNCIL_INCOME"] = money(kCouncilMoney * here / static_cast<double>(plan.councils));
    words["CHARITY_INCOME"] = money(kCharityMoney * practices / static_cast<double>(plan.charities));
    words["CORE"] = money(kCore * practices);
    words["LOCAL"] = money(kLocal * practices);
    words["COMMON"] = money(kCommon * practices);
    words["LOWEST"] = line.front().name;
    words["TIER_BODIES"] = tier_bodies(line);
    words["TIER_MANDATES"] = for_every_tier(line, "mandate", "{uniform: [0.7, 0.9]}");
    words["TIER_FEEDBACK"] = for_every_tier(line, "feedback", "{uniform: [0.6, 0.9]}");
    return filled(kSyntheticTemplate, words);
}

}  // namespace clout
