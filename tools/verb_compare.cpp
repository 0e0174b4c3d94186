// clout compare: all arms with the same luck, and what follows from the paired differences.
#include "engine/report/json/json.hpp"
#include "engine/report/text/finding.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/pairing.hpp"
#include "tools/playing.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

namespace clout {

int verb_compare(const Request& request) {
    const auto read = read_or_report(request.files[0], request);
    if (const int* code = std::get_if<int>(&read)) {
        return *code;
    }
    const Library& library = std::get<Library>(read);
    const auto choice = choose_arms(library, request.arms);
    if (!choice) {
        return kUsage;
    }
    if (!all_alike(library, *choice)) {
        return kInvalidInput;
    }
    if (const int code = refuse_out(request)) {
        return code;
    }
    const Interruption interruption;
    Played played = play(library, choice->rows, choice->baseline, request);
    if (played.provenance.finished == 0) {
        return nothing_finished();
    }
    const Comparison comparison = compare(played.arms, choice->baseline, workers_for(request));
    if (!request.out.empty()) {
        write_results(request, library, played, comparison,
                      comparison_text(comparison, played.arms, played.provenance, Style{}));
    }
    return print_results(played, request.json ? comparison_json(comparison, played.provenance)
                                              : comparison_text(comparison, played.arms, played.provenance,
                                                                style_for(request)));
}

}  // namespace clout
