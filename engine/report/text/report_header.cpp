#include "engine/report/text/report_header.hpp"

#include "engine/report/text/words.hpp"

#include <fmt/format.h>

namespace clout {

std::string settings_words(const Provenance& provenance) {
    std::string words;
    for (const std::string& setting : provenance.settings)
        words += (words.empty() ? ", with " : ", ") + setting;
    return words;
}

std::string titled(const Provenance& provenance) { return provenance.title + settings_words(provenance); }

std::string report_header(const Provenance& provenance, const std::string& luck, const Style& style) {
    std::string text = bold(paragraph("", 0, titled(provenance), style), style);
    text += paragraph("", 0, fmt::format("{}; seed {}; {}", luck, provenance.seed, provenance.file), style);
    if (provenance.stopped_early()) {
        text += paragraph("", 0,
                          fmt::format("STOPPED EARLY: everything below rests on {} that were asked for.",
                                      count_of(provenance.finished, provenance.asked)),
                          style);
    }
    if (!provenance.stochastic) {
        text +=
            paragraph("", 0,
                      "MEDIAN PATH (stochastic: false): for verification and teaching. Without spread nobody "
                      "disagrees, so nothing below is a finding.",
                      style);
    }
    return text + "\n";
}

std::string beside_finding(const Provenance& provenance, const std::string& more, const Style& style) {
    const std::string assumed = assumptions_words(provenance.assumptions) + "; figures as at " +
                                (provenance.as_at.empty() ? "a date that is not given" : provenance.as_at) +
                                ".";
    const std::string scope =
        "a scenario under these assumptions: consequences of what was put in, no statement about what "
        "will happen. More money for a sector is not the same as better care; need and quality are not "
        "modelled.";
    return paragraph("Assumed", kIndent, assumed, style) +
           paragraph("Read as", kIndent, scope + (more.empty() ? "" : " " + more), style);
}

}  // namespace clout
