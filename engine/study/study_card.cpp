#include "engine/study/study_card.hpp"

#include "engine/base/fingerprint.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "engine/study/provenance.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace clout {
namespace {

const std::string kRoster = "roster ";  // followed by its path

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : "\n") + word;
    return text;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::string numbers_text(const std::vector<double>& numbers) {
    std::string text;
    for (const double number : numbers) text += (text.empty() ? "" : " ") + number_text(number);
    return text;
}

std::vector<double> numbers_of(const std::string& text) {
    std::vector<double> numbers;
    std::istringstream in(text);
    for (std::string word; in >> word;) numbers.push_back(std::strtod(word.c_str(), nullptr));
    return numbers;
}

// How a factor is spread: its shape, its legal range, its parameters.
std::string spread_of(const Number& number) {
    std::vector<double> all{static_cast<double>(number.shape), number.lower, number.upper};
    all.insert(all.end(), number.parameters.begin(), number.parameters.end());
    return numbers_text(all);
}

Number number_of(const std::string& spread, const std::string& path) {
    const std::vector<double> all = numbers_of(spread);
    if (all.size() < 4) throw ForeignStore("the study store does not say how " + path + " is spread");
    Number number;
    number.shape = static_cast<Shape>(static_cast<int>(all[0]));
    number.lower = all[1];
    number.upper = all[2];
    number.parameters.assign(all.begin() + 3, all.end());
    number.path = path;
    return number;
}

// What a scenario becomes: a program of the same version that compiles it otherwise would play another study.
std::uint64_t print_of(const SweepPlan& plan) {
    Fingerprint print;
    for (const System& system : plan.systems) {
        print.add(std::uint64_t{system.rounds}).add(system.seed);
        for (const Instance& instance : system.organisations) print.add(instance.name);
        for (const OrganisationKindPlan& kind : system.organisation_kinds)
            print.add(std::span<const double>(kind.roster_income))
                .add(std::span<const double>(kind.roster_list));
        for (const Number& number : system.numbers)
            print.add(std::string_view(number.path)).add(std::span<const double>(number.parameters));
    }
    return print.value();
}

std::string first_difference(const std::string& what, const std::string& before, const std::string& now) {
    const auto old = lines_of(before), fresh = lines_of(now);
    for (std::size_t line = 0; line < std::max(old.size(), fresh.size()); ++line) {
        const std::string was = line < old.size() ? old[line] : "nothing",
                          is = line < fresh.size() ? fresh[line] : "nothing";
        if (was != is)
            return "line " + std::to_string(line + 1) + " of " + what + " was '" + was + "' and is '" + is +
                   "'";
    }
    return what + " differs in its line ends";
}

const std::string& text_of(const StudyCard& card, const std::string& key) {
    const auto found = card.find(key);
    if (found == card.end()) throw ForeignStore("the study store does not say its " + key);
    return found->second;
}

std::size_t whole_of(const StudyCard& card, const std::string& key) {
    return static_cast<std::size_t>(std::strtoull(text_of(card, key).c_str(), nullptr, 10));
}

DesignChoice design_of(const StudyCard& card) {
    return {text_of(card, "design"), whole_of(card, "design size"), whole_of(card, "design seed"),
            numbers_of(text_of(card, "design table"))};
}

Keep keep_of(const std::string& word) {
    for (const Keep keep : {Keep::summary, Keep::replicates, Keep::series})
        if (keep_word(keep) == word) return keep;
    throw ForeignStore("the study store keeps '" + word + "', which this program does not know");
}

}  // namespace

StudyCard card_of(const SweepPlan& plan) {
    std::vector<std::string> names, spreads, measures, units;
    for (const Factor& factor : plan.factors) {
        names.push_back(factor.name);
        spreads.push_back(spread_of(factor.number));
    }
    for (const Quantity& quantity : plan.quantities) {
        measures.push_back(quantity.name);
        units.push_back(quantity.unit);
    }
    StudyCard card{{"version", version()},
                   {"scenario", plan.bundle.text},
                   {"compiled", std::to_string(print_of(plan))},
                   {"arms", joined(plan.names)},
                   {"factors", joined(names)},
                   {"spreads", joined(spreads)},
                   {"measures", joined(measures)},
                   {"units", joined(units)},
                   {"design", plan.choice.name},
                   {"design size", std::to_string(plan.choice.size)},
                   {"design seed", std::to_string(plan.choice.seed)},
                   {"design table", numbers_text(plan.choice.given)},
                   {"keep", keep_word(plan.keep)},
                   {"replicates", std::to_string(plan.replicates)},
                   {"years", std::to_string(plan.years)},
                   {"lead", plan.lead},
                   {"vary", joined(plan.vary)},
                   {"set", joined(plan.laid_over)}};
    for (const auto& [path, text] : plan.bundle.rosters) card[kRoster + path] = text;
    return card;
}

std::string difference_of(const StudyCard& stored, const StudyCard& asked) {
    const auto before = [&](const std::string& key) {
        const auto found = stored.find(key);
        return found == stored.end() ? std::string() : found->second;
    };
    // These first: what else differs mostly follows from them.
    if (before("version") != asked.at("version"))
        return "it was made by version " + before("version") + ", this is " + asked.at("version");
    if (before("scenario") != asked.at("scenario"))
        return first_difference("the merged scenario", before("scenario"), asked.at("scenario"));
    for (const auto& [key, now] : asked) {
        if (before(key) == now || key == "compiled") continue;
        if (key.starts_with(kRoster))
            return first_difference("the roster " + key.substr(kRoster.size()), before(key), now);
        if (key == "spreads") return "a varied number has another range";
        if (key == "design table") return "its table of points differs";
        return "its " + key + " was '" + before(key) + "', asked for is '" + now + "'";
    }
    return before("compiled") == asked.at("compiled") ? "" : "its scenario is compiled otherwise here";
}

ScenarioBundle bundle_of(const StudyCard& card) {
    ScenarioBundle bundle{text_of(card, "scenario"), {}};
    for (const auto& [key, text] : card)
        if (key.starts_with(kRoster)) bundle.rosters[key.substr(kRoster.size())] = text;
    return bundle;
}

Result<SweepPlan> plan_of(const StudyCard& card, const std::string& file) {
    const SweepAsked asked = asked_of(card);
    std::vector<Override> laid_over = asked.laid_over;
    for (const Varied& varied : asked.varied)
        if (const auto one = override_of(varied)) laid_over.push_back(*one);
    auto read = read_bundle(bundle_of(card), file, laid_over);
    return read ? plan_sweep(read.value(), asked) : Result<SweepPlan>(read.problems());
}

SweepAsked asked_of(const StudyCard& card) {
    SweepAsked asked;
    asked.arms = lines_of(text_of(card, "arms"));
    for (const std::string& text : lines_of(text_of(card, "vary"))) {
        auto varied = to_varied(text);
        if (!varied) throw ForeignStore("the study store varies '" + text + "', which is no range");
        asked.varied.push_back(std::move(varied).value());
    }
    asked.design = design_of(card);
    asked.keep = keep_of(text_of(card, "keep"));
    for (const std::string& text : lines_of(text_of(card, "set"))) {
        const std::size_t equals = text.find('=');
        asked.laid_over.push_back({text.substr(0, equals), text.substr(equals + 1)});
    }
    return asked;
}

StoredStudy study_of(const StudyCard& card) {
    StoredStudy study;
    study.arms = lines_of(text_of(card, "arms"));
    const auto names = lines_of(text_of(card, "factors")), spreads = lines_of(text_of(card, "spreads"));
    const auto measures = lines_of(text_of(card, "measures")), units = lines_of(text_of(card, "units"));
    if (names.size() != spreads.size() || measures.size() != units.size())
        throw ForeignStore("the study store contradicts itself");
    for (std::size_t f = 0; f < names.size(); ++f)
        study.factors.push_back({names[f], number_of(spreads[f], names[f]), false});
    for (std::size_t q = 0; q < measures.size(); ++q) study.quantities.push_back({measures[q], units[q]});
    study.choice = design_of(card);
    auto design = PointDesign::make(study.choice, study.factors.size());
    if (!design) throw ForeignStore("the study store's design: " + design.problems().front().message);
    study.design = std::move(design).value();
    study.keep = keep_of(text_of(card, "keep"));
    study.replicates = whole_of(card, "replicates");
    study.years = whole_of(card, "years");
    study.lead = text_of(card, "lead");
    return study;
}

}  // namespace clout
