#include "tools/command_line.hpp"

#include "engine/base/spelling.hpp"
#include "engine/scenario/make/synthetic.hpp"
#include "engine/study/provenance.hpp"
#include "tools/exit_code.hpp"
#include "tools/option_checks.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"
#include "tools/wording.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <sstream>

namespace clout {
namespace {

// Options as typed, before they become a request.
struct Typed {
    Request request;
    std::vector<std::string> sets;
    std::optional<std::uint64_t> seed, replicates;
    std::string progress = "auto";
};

constexpr std::uint64_t kMostReplicates = 10'000'000;
constexpr std::size_t kMostJobs = 4096;

const char* kFooter =
    "Results go to stdout, everything else to stderr. Exit codes: 0 ok, 1 the world failed, 2 wrong usage,\n"
    "3 invalid input, 5 a check was not met, 130/143 stopped by a signal. NO_COLOR is respected.\n";

constexpr std::array<std::pair<const char*, ProgressMode>, 5> kProgressModes{
    {{"auto", ProgressMode::automatic},
     {"bar", ProgressMode::bar},
     {"plain", ProgressMode::plain},
     {"json", ProgressMode::json},
     {"none", ProgressMode::none}}};

CLI::Validator progress_word() {
    return {[](const std::string& text) {
                const auto same = [&](const auto& mode) { return text == mode.first; };
                const bool known = std::any_of(kProgressModes.begin(), kProgressModes.end(), same);
                return known ? "" : text + " is none of auto, bar, plain, json, none";
            },
            ""};
}

void add_common(CLI::App& verb, Typed& typed) {
    Request& request = typed.request;
    verb.add_option("--set", typed.sets, "a number or text of the scenario by its path; may be repeated")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
    verb.add_option("--seed", typed.seed, "another luck")->type_name("N")->check(whole_number());
    verb.add_option("--replicates", typed.replicates, "how many futures")
        ->type_name("N")
        ->check(whole_number(1, kMostReplicates));
    verb.add_option("-j,--jobs", request.jobs, "threads (default: all that this process may use)")
        ->type_name("N")
        ->check(whole_number(1, kMostJobs));
    verb.add_option("--out", request.out, "also write the results into this folder")->type_name("DIR");
    verb.add_flag("--json", request.json, "print JSON instead of text");
    verb.add_flag("-q,--quiet", request.quiet, "no progress, no warnings, no notes");
    verb.add_flag("-v,--verbose", request.verbose, "say what is being done");
    verb.add_option("--progress", typed.progress, "on stderr: auto, bar, plain, json or none")
        ->type_name("HOW")
        ->check(progress_word());
    verb.add_flag("--no-color,--no-colour", request.no_colour, "plain text on a terminal too");
    verb.set_version_flag("--version", std::string("clout ") + version(), "print the version");
    verb.set_help_flag("-h,--help", "print this");
    verb.get_formatter()->column_width(28);
}

void add_beginnings(CLI::App& verb, Request& request) {
    verb.add_option("--from", request.from,
                    "the scenario to begin with (default: one-area); synthetic makes one of any size")
        ->type_name("NAME");
    verb.add_option("--organisations", request.organisations, "with --from synthetic: how many")
        ->type_name("N")
        ->check(whole_number(kFewestSynthetic, kMostSynthetic));
    verb.add_option("--depth", request.depth, "the same: tiers between practices and boards (default: 2)")
        ->type_name("D")
        ->check(whole_number(1, kDeepestSynthetic));
}

void add_own(CLI::App& verb, Typed& typed) {
    Request& request = typed.request;
    const std::string name = verb.get_name();
    const auto files = [&](const char* label, const char* what, int least, int most) {
        verb.add_option(label, request.files, what)->required()->expected(least, most)->type_name("");
    };
    if (name == "new") {
        files("NAME", "the new scenario's name: NAME.yaml", 1, 1);
        add_beginnings(verb, request);
    } else if (name == "check") {
        files("FILE", "scenarios", 1, CLI::detail::expected_max_vector_size);
        verb.add_flag("--resolved", request.resolved, "print the whole merged scenario with every default");
    } else if (name == "diff") {
        files("FILE", "two scenarios, or one and --arms", 1, 2);
    } else if (name == "import") {
        verb.add_option("FORMAT", request.format, "ktab: CSV of the spatial model of politics")
            ->required()
            ->type_name("");
        files("FILE", "the file to read", 1, 1);
    } else if (name == "schema") {
        verb.add_flag("--table", request.table, "print the keys as tables for people instead (Markdown)");
    } else if (name != "doctor") {
        files("FILE", "a scenario", 1, 1);
    }
    if (name == "compare" || name == "theories" || name == "diff") {
        verb.add_option("--arms", request.arms,
                        name == "diff" ? "two arms" : "these arms only, in this order")
            ->delimiter(',')
            ->allow_extra_args(false)
            ->type_name("A,B");
    }
    if (name == "theories") {
        verb.add_option("--protocols", request.protocols, "these theories only (default: all on the shelf)")
            ->delimiter(',')
            ->allow_extra_args(false)
            ->type_name("P,Q");
    }
    if (name == "attribute") {
        verb.add_option("--from", request.from_arm, "the arm to start from (default: the baseline)")
            ->type_name("ARM");
        verb.add_option("--to", request.to_arm, "the arm to end at (default: the first other)")
            ->type_name("ARM");
        verb.add_option("--measure", request.measure,
                        "what is divided, as in share.gp (default: the focus sector's £ a patient, else £m)")
            ->type_name("M");
    }
    if (name == "check" || name == "run" || name == "influence") {
        verb.add_option("--arm", request.arm, "which arm (default: the baseline)")->type_name("ARM");
    }
    if (name == "run") {
        auto* replicate =
            verb.add_option("--replicate", request.replicate, "one future with its negotiation log")
                ->type_name("K")
                ->check(whole_number());
        verb.add_flag("--median", request.median, "the median path: no chance, for checking")
            ->excludes(replicate);
        verb.add_flag("--log", request.log,
                      "with --replicate or --median: everything that happened, and why");
    }
}

std::string unknown_option(const CLI::App& verb, const std::vector<std::string>& arguments) {
    std::vector<std::string> known;
    for (const auto* option : verb.get_options()) {
        for (const auto& name : option->get_lnames()) {
            known.push_back("--" + name);
        }
    }
    for (const auto& argument : arguments) {
        const std::string flag = argument.substr(0, argument.find('='));
        if (flag.starts_with("--") && flag.size() > 2 &&
            std::find(known.begin(), known.end(), flag) == known.end()) {
            const std::string near = nearest(flag, known);
            return "unknown option " + flag + (near.empty() ? "" : "; did you mean " + near + "?");
        }
    }
    return {};
}

int usage_error(const std::string& message, const std::string& verb) {
    write_error("clout: " + message + "\ntry: clout " + (verb.empty() ? "" : verb + " ") + "--help\n");
    return kUsage;
}

int unknown_verb(const std::string& word) {
    std::vector<std::string> known;
    for (const auto& verb : verbs()) {
        known.emplace_back(verb.name);
    }
    return usage_error("there is no verb '" + word + "'; " + instead_of(word, known, "there are"), "");
}

// Splits "path=value"; an empty path is no path.
std::optional<Override> to_override(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) {
        return std::nullopt;
    }
    return Override{text.substr(0, equals), text.substr(equals + 1)};
}

std::variant<Request, int> finished(Typed& typed) {
    Request& request = typed.request;
    constexpr std::array kMakeFiles{"new", "import", "compare", "run", "influence", "theories", "attribute"};
    if (!request.out.empty() &&
        std::find(kMakeFiles.begin(), kMakeFiles.end(), request.verb) == kMakeFiles.end()) {
        return usage_error("--out is for new, import, compare, run, influence, theories and attribute",
                           request.verb);
    }
    for (const auto& set : typed.sets) {
        auto override_ = to_override(set);
        if (!override_) {
            return usage_error("--set " + set + ": expected PATH=VALUE, as in --set bodies.pcn.mandate=0.8",
                               request.verb);
        }
        request.overrides.push_back(std::move(*override_));
    }
    if (typed.seed) {
        request.overrides.push_back({"seed", std::to_string(*typed.seed)});
    }
    if (typed.replicates) {
        request.overrides.push_back({"replicates", std::to_string(*typed.replicates)});
    }
    for (const auto& [word, mode] : kProgressModes) {
        request.progress = typed.progress == word ? mode : request.progress;
    }
    return std::move(request);
}

std::string in_plain_words(const CLI::ParseError& error, const CLI::App* verb,
                           const std::vector<std::string>& arguments) {
    const auto* extra = dynamic_cast<const CLI::ExtrasError*>(&error);
    if (extra && arguments[0].starts_with("-")) {
        return "options follow the verb, as in: clout compare " + arguments[0] + " FILE";
    }
    if (verb && dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
        const std::string name = verb->get_name();
        return name + " takes " +
               (name == "diff"     ? "at most two scenarios"
                : name == "new"    ? "one name"
                : name == "import" ? "a format and a file, as in: clout import ktab actors.csv"
                                   : "one scenario");
    }
    return error.what();
}

int say(const CLI::App& app, const CLI::Error& error) {
    std::ostringstream out, err;
    app.exit(error, out, err);
    return print_result(out.str());
}

void describe(CLI::App& app, Typed& typed) {
    app.set_version_flag("--version", std::string("clout ") + version(), "print the version");
    app.set_help_flag("-h,--help", "print this; every verb has its own");
    app.footer(kFooter);
    app.require_subcommand(1);
    app.get_formatter()->label("SUBCOMMAND", "VERB");
    for (const auto& verb : verbs()) {
        CLI::App* sub = app.add_subcommand(verb.name, verb.summary);
        sub->group("Verbs");
        add_own(*sub, typed);
        add_common(*sub, typed);
    }
}

int explain(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        write_error(app.help());
        return kUsage;
    }
    const auto chosen = app.get_subcommands();
    const CLI::App* verb = chosen.empty() ? nullptr : chosen[0];
    const std::string unknown = unknown_option(verb ? *verb : app, arguments);
    return usage_error(unknown.empty() ? in_plain_words(error, verb, arguments) : unknown,
                       verb ? verb->get_name() : "");
}

bool is_verb(const std::string& word) {
    return std::any_of(verbs().begin(), verbs().end(), [&](const Verb& verb) { return word == verb.name; });
}

}  // namespace

std::variant<Request, int> read_command_line(int argc, const char* const* argv) {
    const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    if (!arguments.empty() && !arguments[0].starts_with("-") && !is_verb(arguments[0])) {
        return unknown_verb(arguments[0]);
    }
    Typed typed;
    CLI::App app("clout: how organising changes what a system of organisations decides to do with its money",
                 "clout");
    describe(app, typed);
    typed.request.command = "clout";
    for (const auto& argument : arguments) {
        typed.request.command += " " + shell_quoted(argument);
    }
    typed.request.verb = arguments.empty() ? "" : arguments[0];
    try {
        app.parse(argc, argv);
        return finished(typed);
    } catch (const CLI::Success& success) {
        return say(app, success);
    } catch (const CLI::ParseError& error) {
        return explain(app, error, arguments);
    }
}

}  // namespace clout
