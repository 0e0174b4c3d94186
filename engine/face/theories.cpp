#include "engine/face/theories.hpp"

#include "engine/face/inside.hpp"
#include "engine/report/json/json.hpp"
#include "engine/report/text/theories_text.hpp"
#include "engine/study/theories_study.hpp"

namespace clout::face {
namespace {

std::optional<TheoryFinding> finding_of(const std::optional<clout::TheoryFinding>& found) {
    if (!found) {
        return std::nullopt;
    }
    return TheoryFinding{plain(found->headline.verdict), plain(found->size.difference),
                         plain(found->relative),         found->headline.more,
                         found->headline.same,           found->headline.less};
}

Survival survival_of(clout::Survival::Sign sign) {
    using Sign = clout::Survival::Sign;
    switch (sign) {
        case Sign::up: return Survival::up;
        case Sign::down: return Survival::down;
        case Sign::mixed: return Survival::mixed;
        case Sign::open: return Survival::open;
        case Sign::nothing: return Survival::nothing;
        case Sign::same: return Survival::same;
    }
    return Survival::open;
}

Theories shown(const TheoriesStudy& study) {
    const clout::Theories& found = study.found;
    Theories result{found.arms, found.baseline, found.replicates, study.provenance.asked, {}, {}, {}, {}};
    result.unit = found.per_patient ? "£ a patient a year" : "£m a year";
    for (const clout::Theory& theory : found.theories) {
        Theory row{theory.name, theory.written, theory.level, {}};
        for (const auto& arm : theory.arms) {
            row.arms.push_back(finding_of(arm));
        }
        result.theories.push_back(std::move(row));
    }
    for (const clout::Survival& survival : found.survival) {
        result.survival.push_back(survival_of(survival.sign));
    }
    return result;
}

}  // namespace

Result<Theories> theories(const Scenario& scenario, const std::vector<std::string>& arms,
                          const std::vector<std::string>& protocols, const Options& options) {
    const auto choice = choose_arms(library_of(scenario), arms);
    if (!choice) {
        return choice.problems();
    }
    const auto chosen = choose_protocols(protocols);
    if (!chosen) {
        return chosen.problems();
    }
    auto studied =
        study_theories(library_of(scenario), choice.value(), chosen.value(), study_options(options));
    if (!studied) {
        return studied.problems();
    }
    const auto kept = std::make_shared<const TheoriesStudy>(std::move(studied).value());
    Theories result = shown(*kept);
    result.printed = {[=](std::size_t width) {
                          return theories_text(*kept, {width, false});
                      },
                      [=] { return theories_json(*kept); }};
    return result;
}

}  // namespace clout::face
