// From a study to its results: progress and Ctrl-C while it runs, then a folder, stdout and an exit code.
#pragma once

#include "engine/report/files/study_folder.hpp"
#include "engine/study/comparison_study.hpp"
#include "engine/study/provenance.hpp"
#include "tools/progress_meter.hpp"
#include "tools/request.hpp"

#include <functional>
#include <string>
#include <vector>

namespace clout {

struct Library;

[[nodiscard]] Workers workers_for(const Request& request);

// Workers and memory of this machine; nothing is shown and nothing stops it.
[[nodiscard]] StudyOptions quiet_options(const Request& request);

// The same, with progress on that meter and a stop at the first signal. An Interruption must live while it is
// used.
[[nodiscard]] StudyOptions study_options(const Request& request, ProgressMeter& meter);

// study(how), watched so, while an Interruption lives.
template <class Study>
[[nodiscard]] auto watched(const Request& request, const Study& study) {
    ProgressMeter meter(request, request.verb);
    return study(study_options(request, meter));
}

// Says on stderr why there is no result; the exit code. What is wrong with a scenario is told as check tells
// it.
[[nodiscard]] int report_failure(const std::vector<Problem>& problems, const Request& request);

// What was played, for --verbose.
void log_study(const ComparisonStudy& study, const Request& request);

// Why --out cannot be used, said on stderr: 2. 0 = it can, or was not given.
[[nodiscard]] int refuse_out(const Request& request);

// Hands over: a folder where --out names one (its files are made only then), and the text on stdout. What
// cannot be written is said on stderr and costs no result, which is printed all the same. Where a signal has
// cut the results short it is said how many replicates they rest on. 0, 1, 129, 130 or 143.
[[nodiscard]] int hand_over(const Request& request, const Library& library, const Provenance& provenance,
                            const std::function<StudyFiles()>& files, const std::string& text);

// The second half of it, for results without a folder.
[[nodiscard]] int print_results(const Provenance& provenance, const std::string& results);

}  // namespace clout
