#include "tools/playground/engine/desk.hpp"

#include "engine/analysis/headline.hpp"
#include "engine/report/page/html_page.hpp"
#include "engine/report/page/report_page.hpp"
#include "engine/report/text/arm_finding.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/make/own_size.hpp"
#include "engine/scenario/reader.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/influence_study.hpp"
#include "engine/study/playing.hpp"
#include "tools/playground/engine/answers.hpp"
#include "tools/playground/engine/dial.hpp"

#include <exception>
#include <utility>

namespace clout::playground {

namespace {

std::array<InfluenceReport, 2> influences_of(const Pair& pair, std::size_t futures) {
    std::array<InfluenceReport, 2> reports;
    for (std::size_t arm = 0; arm < 2; ++arm) {
        System system = pair.system(arm);
        system.asks_leverage = few_enough_for_leverage(system);
        InfluenceOptions options;
        options.replicates = system.stochastic ? futures : 1;
        options.organisations = 0;
        options.workers = {1};
        reports[arm] = report_influence(system, options);
    }
    return reports;
}

}  // namespace

struct Desk::Asked {
    Json json;

    [[nodiscard]] std::string text(const char* key) const { return json.value(key, std::string()); }
    [[nodiscard]] std::size_t count(const char* key, std::size_t otherwise = 0) const {
        return json.value(key, otherwise);
    }
    [[nodiscard]] std::vector<Override> settings() const { return settings_in(json); }

    [[nodiscard]] static std::vector<Override> settings_in(const Json& holder) {
        std::vector<Override> list;
        if (!holder.contains("settings")) return list;
        for (const Json& one : holder["settings"])
            list.push_back({one.at(0).get<std::string>(), one.at(1).get<std::string>()});
        return list;
    }
};

std::string Desk::answer(const std::string& request) {
    try {
        return respond({Json::parse(request)});
    } catch (const std::exception& trouble) {
        return refusal(std::string("this could not be done: ") + trouble.what());
    }
}

std::string Desk::respond(const Asked& asked) {
    const std::string what = asked.text("ask");
    if (what == "files") {
        for (const auto& [name, text] : asked.json.at("files").items())
            files_[name] = text.get<std::string>();
        return written({{"files", files_.size()}});
    }
    if (what == "open") return open(asked);
    if (what == "check")
        return written({{"found", problems_json(read(asked.text("file"), asked.settings()).problems())}});
    if (what == "pair") return pair(asked);
    if (what == "fix") return fix(asked);
    if (what == "play") return play(asked);
    if (what == "take") return take(asked);
    if (what == "show") return show(asked);
    if (what == "text") return text(asked);
    if (what == "dial") return dial(asked);
    if (what == "make") return make(asked);
    return refusal("the engine was asked for '" + what + "', which it does not know");
}

Result<Library> Desk::read(const std::string& file, const std::vector<Override>& settings) const {
    return read_library(file, settings,
                        files_from([this](const std::string& path) -> std::optional<std::string> {
                            const auto found = files_.find(path);
                            if (found == files_.end()) return std::nullopt;
                            return found->second;
                        }));
}

std::string Desk::open(const Asked& asked) {
    auto library = read(asked.text("file"), asked.settings());
    if (!library) return refusal(library.problems());
    const auto warnings = library.problems();
    library_ = std::make_shared<const Library>(std::move(library).value());
    pair_.reset();
    Json json = library_json(*library_);
    json["warnings"] = problems_json(warnings);
    return written(json);
}

std::string Desk::pair(const Asked& asked) {
    if (!library_) return refusal("no scenario is open");
    const auto base = find_arm(*library_, asked.text("base")), arm = find_arm(*library_, asked.text("arm"));
    if (!base) return refusal(base.problems());
    if (!arm) return refusal(arm.problems());
    const ArmChoice choice{{base.value(), arm.value()}, 0};
    if (const auto problems = check_alike(*library_, choice); !problems.empty()) return refusal(problems);
    pair_ = std::make_unique<Pair>(library_, std::array{base.value(), arm.value()});
    return written({{"knobs", knobs_json(pair_->knobs())}});
}

std::string Desk::fix(const Asked& asked) {
    if (!pair_) return refusal("no arms are chosen");
    std::vector<std::pair<std::string, double>> fixed;
    for (const auto& [path, value] : asked.json.at("knobs").items())
        fixed.emplace_back(path, value.get<double>());
    if (!pair_->set(fixed)) return refusal("a number cannot be set so far");
    return written({{"fixed", fixed.size()}});
}

std::string Desk::play(const Asked& asked) {
    if (!pair_) return refusal("no arms are chosen");
    values_ = pair_->play(asked.count("first"), asked.count("count"));
    return written({{"numbers", values_.size()}});
}

double* Desk::room(std::size_t count) {
    values_.resize(count);
    return values_.data();
}

std::string Desk::take(const Asked& asked) {
    if (!pair_) return refusal("no arms are chosen");
    if (!pair_->take(asked.count("first"), asked.count("count"), std::move(values_)))
        return refusal("these futures belong to other arms");
    values_.clear();
    return written({{"known", pair_->known()}});
}

std::string Desk::show(const Asked& asked) {
    if (!pair_ || pair_->known() == 0) return refusal("no future has been played yet");
    const ComparisonStudy study = pair_->study();
    const auto found = headline(study.comparison, study.arms, 1, study.provenance.focus);
    ReportContent content;
    content.library = &pair_->library();
    content.study = &study;
    content.arm = 1;
    content.base_row = pair_->rows()[0];
    content.arm_row = pair_->rows()[1];
    content.found = found;
    Json json{{"futures", study.provenance.finished}, {"figures", figures_json(study.comparison)}};
    json["headline"] =
        found ? headline_sentence(*found, study.comparison.arms[1], study.provenance) : std::string();
    std::array<InfluenceReport, 2> reports;
    if (const std::size_t futures = asked.count("influence"); futures > 0) {
        reports = influences_of(*pair_, futures);
        content.base_influence = &reports[0];
        content.arm_influence = &reports[1];
        const Library& library = pair_->library();
        json.update(influence_json(
            reports, {&library.arms[pair_->rows()[0]].scenario, &library.arms[pair_->rows()[1]].scenario},
            study.provenance));
    }
    HtmlPage page(study.provenance.title, {});
    tell_finding(content, page);
    tell_futures(content, page);
    tell_decision(content, page);
    tell_map(content, page);
    json["html"] = page.body();
    return written(json);
}

std::string Desk::text(const Asked& asked) const {
    const auto library = read(asked.text("file"), asked.settings());
    return library ? written({{"text", library.value().merged}}) : refusal(library.problems());
}

std::string Desk::dial(const Asked& asked) const {
    Dial dial{asked.text("base"), asked.text("arm"), {}, asked.count("futures")};
    for (const Json& point : asked.json.at("points"))
        dial.points.push_back({point.at("label").get<std::string>(), Asked::settings_in(point)});
    const std::string file = asked.text("file");
    const auto chart =
        dial_chart(dial, [&](const std::vector<Override>& settings) { return read(file, settings); });
    if (!chart) return refusal(chart.problems());
    HtmlPage page({}, {});
    page.chart(chart.value());
    return written({{"html", page.body()}});
}

std::string Desk::make(const Asked& asked) {
    const OwnSize otherwise;
    const OwnSize size{asked.count("practices", otherwise.practices),
                       asked.count("networks", otherwise.networks),
                       asked.count("federations", otherwise.federations),
                       asked.count("lmcs", otherwise.lmcs),
                       asked.count("acute", otherwise.acute),
                       asked.count("councils", otherwise.councils),
                       asked.count("seats", otherwise.seats)};
    const std::string why = why_no_area(size);
    return why.empty() ? written({{"text", own_scenario(size)}}) : refusal(why);
}

}  // namespace clout::playground
