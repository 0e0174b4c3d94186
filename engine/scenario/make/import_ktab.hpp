// Reads the CSV files of KTAB's spatial model of politics (smp) and makes scenarios of them: actors with
// influence, and for each issue a position and a salience. Format: KTAB, examples/smp/libsrc/smpread.cpp and
// the files in examples/smp/doc.
#pragma once

#include "engine/base/result.hpp"

#include <string>
#include <vector>

namespace clout {

struct KtabActor {
    std::string name, description;
    double influence = 0;
    std::vector<double> position, salience;  // [0..100] one an issue
    int line = 0;                            // of the file
};

struct KtabCase {
    std::string title, description;   // empty where the file has no line for them
    std::vector<std::string> issues;  // as the header names them, without the word "position"
    std::vector<KtabActor> actors;    // at least one
};

// The first line may name the case: name, description, number of actors, number of issues. Then comes the
// header, Actor, Description, Influence and for each issue Position, Salience; then a line an actor. Spaces
// around cells and commas at the ends of lines mean nothing. Positions run from 0 to 100, or from 0 to 1
// where none in the file is greater; saliences likewise. Every bad row is a problem with its file and line;
// counts that do not fit, saliences of one actor that sum to more than 100, and actors without weight are
// warnings.
[[nodiscard]] Result<KtabCase> read_ktab(const std::string& file);

// A whole scenario as YAML. An issue is a fund of 100 that its board splits between two programmes, towards
// 100 and towards 0: what the first gets is the outcome on the issue's scale. As a position in clout is one
// split over all programmes, several issues are several funds, each with a board of its own on which the same
// actors sit with their position and salience on that issue; actors of salience 0 do not sit. Influence is
// clout, the protocol condorcet. `source` is the file's name as people know it.
[[nodiscard]] std::string ktab_scenario(const KtabCase& ktab, const std::string& source);

}  // namespace clout
