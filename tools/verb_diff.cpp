// clout diff: what differs between two scenarios, arm by arm, or between two arms of one.
#include "engine/report/json/json.hpp"
#include "engine/scenario/language/difference.hpp"
#include "tools/exit_code.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <algorithm>
#include <utility>

namespace clout {
namespace {

using Section = std::pair<std::string, std::vector<std::string>>;  // a heading and its lines

std::string arm_words(const Arm& arm) {
    return arm.label.empty() || arm.label == arm.name ? "'" + arm.name + "'"
                                                      : "'" + arm.name + "' (" + arm.label + ")";
}

const Arm* arm_called(const Library& library, const std::string& name) {
    const auto found = std::find_if(library.arms.begin(), library.arms.end(),
                                    [&](const Arm& arm) { return arm.name == name; });
    return found == library.arms.end() ? nullptr : &*found;
}

// Lines that hold in every arm the two have in common are said once.
std::vector<Section> between_files(const Library& a, const Library& b) {
    std::vector<Section> sections;
    std::vector<std::string> only;
    for (const Arm& arm : a.arms) {
        if (const Arm* other = arm_called(b, arm.name)) {
            sections.push_back({"arm '" + arm.name + "'", difference(arm.scenario, other->scenario)});
        } else {
            only.push_back("arm '" + arm.name + "' is only in " + a.file);
        }
    }
    for (const Arm& arm : b.arms) {
        if (!arm_called(a, arm.name)) {
            only.push_back("arm '" + arm.name + "' is only in " + b.file);
        }
    }
    const auto same = [&](const Section& section) { return section.second == sections[0].second; };
    if (sections.size() > 1 && std::all_of(sections.begin(), sections.end(), same)) {
        sections.resize(1);
        sections[0].first = "every arm";
    }
    if (sections.empty()) {
        sections.push_back({"the baselines, as no arm has the same name",
                            difference(a.arms[a.baseline].scenario, b.arms[b.baseline].scenario)});
    }
    if (!only.empty()) {
        sections.push_back({"arms", only});
    }
    return sections;
}

std::string text_of(const std::string& from, const std::string& to, const std::vector<Section>& sections,
                    const Style& style) {
    constexpr std::size_t kIndent = 4;  // [columns]
    std::string text = bold(paragraph("", 0, from + " -> " + to, style), style);
    for (const auto& [heading, lines] : sections) {
        text += heading.empty() ? "" : heading + ":\n";
        for (const auto& line : lines) {
            text += paragraph("  -", kIndent, line, style);
        }
        text += lines.empty() ? "  no difference\n" : "";
    }
    return text;
}

int show(const Request& request, const std::string& from, const std::string& to,
         const std::vector<Section>& sections) {
    return print_result(request.json ? difference_json(sections)
                                     : text_of(from, to, sections, style_for(request)));
}

int usage(const std::string& message) {
    write_error("clout: " + message + "\ntry: clout diff --help\n");
    return kUsage;
}

}  // namespace

int verb_diff(const Request& request) {
    if (request.files.size() == 1 && request.arms.size() != 2) {
        return usage("diff takes two scenarios, or one and --arms a,b");
    }
    if (!request.arms.empty() && request.arms.size() != 2) {
        return usage("--arms takes two arms here, as in --arms a,b");
    }
    std::vector<Library> libraries;
    for (const auto& file : request.files) {
        auto read = read_or_report(file, request);
        if (const int* code = std::get_if<int>(&read)) {
            return *code;
        }
        libraries.push_back(std::get<Library>(std::move(read)));
    }
    const Library &a = libraries.front(), &b = libraries.back();
    if (request.arms.empty()) {
        return show(request, a.file, b.file, between_files(a, b));
    }
    const auto from = find_arm(a, request.arms[0]), to = find_arm(b, request.arms[1]);
    if (!from || !to) {
        return kUsage;
    }
    const std::string of_a = libraries.size() == 1 ? "" : a.file + " ",
                      of_b = libraries.size() == 1 ? "" : b.file + " ";
    return show(request, of_a + arm_words(a.arms[*from]), of_b + arm_words(b.arms[*to]),
                {{"", difference(a.arms[*from].scenario, b.arms[*to].scenario)}});
}

}  // namespace clout
