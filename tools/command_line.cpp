#include "tools/command_line.hpp"

#include "engine/base/spelling.hpp"
#include "engine/study/provenance.hpp"
#include "tools/every_verb.hpp"
#include "tools/exit_code.hpp"
#include "tools/terminal.hpp"
#include "tools/wording.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>
#include <type_traits>

namespace clout {
namespace {

const char* kFooter =
    "Results go to stdout, everything else to stderr. Exit codes: 0 ok, 1 the world failed, 2 wrong usage,\n"
    "3 invalid input, 4 some points failed, 5 a check was not met, 6 a store of another study, 75 stopped "
    "and can be\n"
    "resumed, 129/130/143 stopped by a signal. NO_COLOR is respected.\n";

const Verb* find_verb(const std::string& name) {
    const auto found =
        std::find_if(verbs().begin(), verbs().end(), [&](const Verb& verb) { return name == verb.name; });
    return found == verbs().end() ? nullptr : &*found;
}

void add_option(CLI::App& verb, const Option& option) {
    if (bool* const* flag = std::get_if<bool*>(&option.into)) {
        CLI::Option* added = verb.add_flag(option.label, **flag, option.meaning);
        if (!option.without.empty()) {
            added->excludes(verb.get_option(option.without));
        }
        return;
    }
    CLI::Option* added = std::visit(
        [&](auto* place) -> CLI::Option* {
            if constexpr (std::is_same_v<decltype(place), bool*>) {
                return nullptr;  // a flag, above
            } else {
                return verb.add_option(option.label, *place, option.meaning);
            }
        },
        option.into);
    added->type_name(option.value);
    if (option.positional()) {
        constexpr auto kMost = static_cast<std::size_t>(CLI::detail::expected_max_vector_size);
        added->required(option.least > 0);
        if (std::holds_alternative<std::vector<std::string>*>(option.into)) {
            added->expected(static_cast<int>(option.least), static_cast<int>(std::min(option.most, kMost)));
        }
    } else if (std::holds_alternative<std::vector<std::string>*>(option.into)) {
        added->allow_extra_args(false);
    }
    if (option.list) {
        added->delimiter(',');
    }
    if (option.check) {
        added->check(CLI::Validator(option.check, ""));
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

// An option that takes one value and was given several.
std::string repeated_option(const CLI::App& verb, const std::vector<std::string>& arguments) {
    for (const auto* option : verb.get_options()) {
        if (option->get_positional() || option->get_expected_max() != 1 ||
            option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll) {
            continue;
        }
        std::vector<std::string> flags;
        for (const auto& name : option->get_lnames()) flags.push_back("--" + name);
        for (const auto& name : option->get_snames()) flags.push_back("-" + name);
        const auto times = std::count_if(arguments.begin(), arguments.end(), [&](const std::string& word) {
            return std::any_of(flags.begin(), flags.end(), [&](const std::string& flag) {
                return word == flag || (flag.size() > 2 && word.starts_with(flag + "="));
            });
        });
        if (times > 1) {
            return flags.front() + " was given " + std::to_string(times) + " times; it takes one value";
        }
    }
    return {};
}

// A word of nothing: `--out ""` names no folder, and `--arms ""` no arm.
std::string empty_word(const std::vector<std::string>& arguments) {
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string& word = arguments[at];
        const bool option = word.starts_with("--") && word.find('=') == word.size() - 1;
        if (word.empty() && (at == 0 || !arguments[at - 1].starts_with("-"))) {
            return "an empty word names nothing";
        }
        if (word.empty() || option) {
            return (option ? word.substr(0, word.size() - 1) : arguments[at - 1]) +
                   " is empty; give it a value, or leave it out";
        }
    }
    return {};
}

// The option that was typed without its value, if one was.
std::string without_value(const CLI::App& verb, const std::vector<std::string>& arguments) {
    for (const auto* option : verb.get_options()) {
        if (option->get_positional() || option->get_expected_max() == 0) continue;
        for (std::size_t at = 0; at < arguments.size(); ++at) {
            const bool last = at + 1 == arguments.size() || arguments[at + 1].starts_with("--");
            if (last && option->check_name(arguments[at])) return arguments[at];
        }
    }
    return {};
}

std::string in_plain_words(const CLI::ParseError& error, const CLI::App* verb,
                           const std::vector<std::string>& arguments) {
    const auto* extra = dynamic_cast<const CLI::ExtrasError*>(&error);
    if (extra && arguments[0].starts_with("-")) {
        return "options follow the verb, as in: clout compare " + arguments[0] + " FILE";
    }
    const Verb* known = verb ? find_verb(verb->get_name()) : nullptr;
    const std::string bare = verb && !extra ? without_value(*verb, arguments) : std::string();
    if (!bare.empty()) return bare + " needs a value";
    if (known && (extra || dynamic_cast<const CLI::ArgumentMismatch*>(&error))) {
        return std::string(known->name) + " takes " + known->takes;
    }
    return error.what();
}

int say(const CLI::App& app, const CLI::Error& error) {
    std::ostringstream out, err;
    app.exit(error, out, err);
    return print_result(out.str());
}

void describe_verb(CLI::App& app, const Verb& verb, std::any& asked, AskedOfEvery& of_every) {
    CLI::App* sub = app.add_subcommand(verb.name, verb.summary);
    sub->group("Verbs");
    for (const Option& option : verb.options(asked)) {
        add_option(*sub, option);
    }
    for (const Option& option : options_of_every(of_every)) {
        add_option(*sub, option);
    }
    // What a verb cannot do is known and not listed, so that it is refused in words.
    const auto unlisted = [sub](const char* option) { sub->get_option(option)->group(""); };
    if (!verb.does.files) unlisted("--out");
    if (!verb.does.json) unlisted("--json");
    if (!verb.does.plays)
        for (const char* option : {"--set", "--seed", "--replicates"}) unlisted(option);
    sub->set_version_flag("--version", std::string("clout ") + version(), "print the version");
    sub->set_help_flag("-h,--help", "print this");
    sub->get_formatter()->column_width(28);
}

// Keeps `asked` (one a verb): what is typed goes there.
void describe(CLI::App& app, std::vector<std::any>& asked, AskedOfEvery& of_every) {
    app.set_version_flag("--version", std::string("clout ") + version(), "print the version");
    app.set_help_flag("-h,--help", "print this; every verb has its own");
    app.footer(kFooter);
    app.require_subcommand(1);
    app.get_formatter()->label("SUBCOMMAND", "VERB");
    for (const Verb& verb : verbs()) {
        asked.push_back(verb.blank());
    }
    for (std::size_t row = 0; row < asked.size(); ++row) {
        describe_verb(app, verbs()[row], asked[row], of_every);
    }
}

int explain(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        write_error(app.help());
        return kUsage;
    }
    const auto chosen = app.get_subcommands();
    const CLI::App* verb = chosen.empty() ? nullptr : chosen[0];
    std::string unknown = unknown_option(verb ? *verb : app, arguments);
    if (unknown.empty() && verb) {
        unknown = repeated_option(*verb, arguments);
    }
    return usage_error(unknown.empty() ? in_plain_words(error, verb, arguments) : unknown,
                       verb ? verb->get_name() : "");
}

std::string as_typed(const std::vector<std::string>& arguments) {
    std::string command = "clout";
    for (const auto& argument : arguments) {
        command += " " + shell_quoted(argument);
    }
    return command;
}

}  // namespace

std::variant<Command, int> read_command_line(std::vector<std::string> arguments) {
    if (!arguments.empty() && arguments[0] == "help") {  // clout help VERB
        arguments.erase(arguments.begin());
        arguments.insert(arguments.begin() + std::min<std::ptrdiff_t>(1, std::ssize(arguments)), "--help");
    }
    const Verb* verb = arguments.empty() ? nullptr : find_verb(arguments[0]);
    if (!arguments.empty() && !arguments[0].starts_with("-") && !verb) {
        return unknown_verb(arguments[0]);
    }
    std::vector<std::any> asked;
    AskedOfEvery of_every;
    CLI::App app("clout: how organising changes what a system of organisations decides to do with its money",
                 "clout");
    app.allow_windows_style_options(false);  // the same command line everywhere; /shared is a folder
    describe(app, asked, of_every);
    of_every.request.command = as_typed(arguments);
    of_every.request.verb = verb ? verb->name : "";
    if (const std::string empty = empty_word(arguments); !empty.empty()) {
        return usage_error(empty, verb ? verb->name : "");
    }
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success& success) {
        return say(app, success);
    } catch (const CLI::ParseError& error) {
        return explain(app, error, arguments);
    }
    const std::string wrong = complete(of_every, *verb);
    if (!wrong.empty()) {
        return usage_error(wrong, verb->name);
    }
    const auto row = static_cast<std::size_t>(verb - verbs().data());
    return Command{verb, std::move(of_every.request), std::move(asked[row])};
}

}  // namespace clout
