#include "tools/verbs.hpp"

#include <array>

namespace clout {
namespace {

constexpr std::array kVerbs{
    Verb{"new", "write a commented scenario to start from", verb_new},
    Verb{"import", "make a scenario of another program's file", verb_import},
    Verb{"check", "find every problem in scenario files, or print one in full", verb_check},
    Verb{"compare", "all arms of a scenario with the same luck: the main job", verb_compare},
    Verb{"run", "one arm: many futures, one future with its negotiation log, or the median path", verb_run},
    Verb{"influence", "who wrote the decision, and how much of a voice reaches the board", verb_influence},
    Verb{"theories", "the same comparison under every theory of bargaining: does the finding survive?",
         verb_theories},
    Verb{"attribute", "what each lever does to the difference between two arms (Shapley values)",
         verb_attribute},
    Verb{"diff", "what differs between two scenarios or two arms, in plain English", verb_diff},
    Verb{"schema", "print the JSON Schema of the scenario language, for editors", verb_schema},
    Verb{"doctor", "what this machine and this build offer, and a self-check", verb_doctor},
};

}  // namespace

std::span<const Verb> verbs() { return kVerbs; }

}  // namespace clout
