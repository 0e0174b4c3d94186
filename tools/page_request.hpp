// The page that a comparison is handed over as: what may be asked of it, what is played for it, and its file.
#pragma once

#include "engine/scenario/library.hpp"
#include "engine/study/arm_choice.hpp"
#include "engine/study/comparison_study.hpp"
#include "tools/options.hpp"
#include "tools/request.hpp"

#include <string>
#include <vector>

namespace clout {

struct PageAsked {
    std::string page;  // the file; empty = no page
    bool redact = false;
    std::vector<std::string> with;     // parts that cost further runs: "levers", "theories", "drivers"
    std::string recalibrate;           // a sector, with "theories"; empty = none
    std::vector<std::string> vary;     // a tipping line: numbers that move, …
    std::string until;                 // … and the condition
    std::vector<std::string> remarks;  // what is to be said on the page of where this comes from
};

[[nodiscard]] Option page_option(PageAsked& asked);    // --page
[[nodiscard]] Option redact_option(PageAsked& asked);  // --redact
[[nodiscard]] Option focus_option(std::string& into);  // --focus
// The parts that may be asked for; an empty word where all of `with` are known.
[[nodiscard]] OptionCheck known_page_part();

// The request, with another sector's side where one is named.
[[nodiscard]] Request seen_from(Request request, const std::string& focus);

// The two arms that a page sets beside each other, the baseline first: those named, or the baseline and the
// first other.
[[nodiscard]] Result<ArmChoice> choose_pair(const Library& library, const std::vector<std::string>& names);

// Plays what the page needs beside the comparison and writes it; an exit code. An Interruption must live.
// `arm` is the row in study.arms that is set beside the baseline; base_row and arm_row are the library's.
struct PagePair {
    std::size_t arm, base_row, arm_row;
};
[[nodiscard]] int write_page(const Request& request, const PageAsked& asked, const Library& library,
                             const ComparisonStudy& study, const PagePair& pair);

}  // namespace clout
