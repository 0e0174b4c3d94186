// The parameters of a file: those of a scenario, and what makes arms of it.
#pragma once

#include "engine/scenario/language/fields_scenario.hpp"

namespace clout {

inline constexpr int kLanguageVersion = 1;

struct LeverText {
    std::string name;
    Caption caption;
};

struct ArmText {
    std::string name;
    Caption caption;
    std::vector<Id<struct LeverTag>> levers;
};

struct Document {
    Scenario scenario;
    std::vector<LeverText> levers;
    std::vector<ArmText> arms;
    Id<struct ArmTag> baseline;
    std::uint64_t version = kLanguageVersion;
};

template <>
struct Fields<LeverText> {
    static void visit(auto& v, auto& l) {
        v.caption(l.caption, l.name);
        v.patch({.key = "patch",
                 .help = "what the lever changes: part of a scenario; null removes",
                 .required = true});
    }
};

template <>
struct Fields<ArmText> {
    static void visit(auto& v, auto& a) {
        v.caption(a.caption, a.name);
        v.references(
            {.key = "levers", .help = "the levers that are pulled, in this order", .otherwise = "none"},
            a.levers, Space::lever);
        v.patch({.key = "patch", .help = "what else the arm changes, after its levers"});
    }
};

template <>
struct Fields<Document> {
    static void visit(auto& v, auto& d) {
        v.whole({.key = "clout",
                 .help = "the version of the language",
                 .legal = {kLanguageVersion, kLanguageVersion},
                 .required = true},
                d.version);
        v.path({.key = "extends", .help = "a file to lay this one over; its path from here"});
        Fields<Scenario>::visit(v, d.scenario);
        v.table({.key = "levers", .help = "named changes that arms can use"}, d.levers);
        v.table({.key = "arms", .help = "what is compared", .otherwise = "one arm, base"}, d.arms);
        v.reference({.key = "baseline",
                     .help = "the arm that the others are compared with",
                     .otherwise = "the first"},
                    d.baseline, Space::arm);
    }
};

}  // namespace clout
