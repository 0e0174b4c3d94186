// clout new: a commented scenario to start from, one of the library or one made to a size, with the schema
// beside it so that editors can help.
#include "engine/base/spelling.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/scenario/language/schema.hpp"
#include "engine/scenario/make/own_size.hpp"
#include "engine/scenario/make/synthetic.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/exit_code.hpp"
#include "tools/reading.hpp"
#include "tools/starters.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <algorithm>
#include <filesystem>

namespace clout {
namespace new_verb {

namespace fs = std::filesystem;
constexpr const char* kSchemaName = "clout.schema.json";
constexpr const char* kSyntheticName = "synthetic";
constexpr const char* kSchemaComment = "# yaml-language-server: $schema=";

struct Asked {
    std::string name, from;                             // empty = one-area
    std::optional<std::uint64_t> organisations, depth;  // with --from synthetic
    // An area of one's own size; any of them makes one.
    std::optional<std::uint64_t> practices, networks, federations, lmcs, acute, councils, seats;

    [[nodiscard]] bool own() const {
        return practices || networks || federations || lmcs || acute || councils || seats;
    }
};

void list_sizes(Asked& asked, std::vector<Option>& options) {
    const auto size = [&](const char* label, std::optional<std::uint64_t>& into, const char* meaning,
                          std::uint64_t least) {
        options.push_back({.label = label,
                           .into = &into,
                           .meaning = meaning,
                           .value = "N",
                           .check = whole_number(least, kMostOfOwn)});
    };
    size("--practices", asked.practices, "an area of one's own: how many practices (23)", 1);
    size("--networks", asked.networks, "the same: PCNs (5)", 0);
    size("--federations", asked.federations, "the same: federations (1)", 0);
    size("--lmcs", asked.lmcs, "the same: LMCs (1)", 0);
    size("--acute", asked.acute, "the same: acute trusts, a vote each (2)", 0);
    size("--councils", asked.councils, "the same: councils, a vote each (2)", 0);
    size("--seats", asked.seats, "the same: votes on the board; officers take what is left (12)", 2);
}

OwnSize size_of(const Asked& asked) {
    OwnSize size;
    size.practices = asked.practices.value_or(size.practices);
    size.networks = asked.networks.value_or(size.networks);
    size.federations = asked.federations.value_or(size.federations);
    size.lmcs = asked.lmcs.value_or(size.lmcs);
    size.acute = asked.acute.value_or(size.acute);
    size.councils = asked.councils.value_or(size.councils);
    size.seats = asked.seats.value_or(size.seats);
    return size;
}

std::vector<Option> options(Asked& asked) {
    std::vector<Option> all{
        {.label = "NAME", .into = &asked.name, .meaning = "the new scenario's name: NAME.yaml"},
        {.label = "--from",
         .into = &asked.from,
         .meaning = "the scenario to begin with (default: one-area); synthetic makes one of any size",
         .value = "NAME"},
        {.label = "--organisations",
         .into = &asked.organisations,
         .meaning = "with --from synthetic: how many",
         .value = "N",
         .check = whole_number(kFewestSynthetic, kMostSynthetic)},
        {.label = "--depth",
         .into = &asked.depth,
         .meaning = "the same: tiers between practices and boards (default: 2)",
         .value = "D",
         .check = whole_number(1, kDeepestSynthetic)}};
    list_sizes(asked, all);
    return all;
}

// Nothing after a message.
std::optional<Starter> find_starter(const std::string& name, const Request& request) {
    std::vector<std::string> known;
    for (const auto& starter : starters()) {
        if (starter.name == name) {
            return starter;
        }
        known.push_back(starter.name);
    }
    known.push_back(kSyntheticName);
    report_problems({unknown_name("there is no scenario '" + name + "' to start from", name, known)},
                    request);
    return std::nullopt;
}

fs::path target_of(const Request& request, const Asked& asked) {
    fs::path target = fs::path(request.out) / asked.name;
    if (target.extension() != ".yaml" && target.extension() != ".yml") {
        target += ".yaml";
    }
    return target;
}

std::string with_schema_comment(std::string text) {
    if (text.starts_with(kSchemaComment)) {
        text.erase(0, text.find('\n') + 1);
    }
    return kSchemaComment + std::string("./") + kSchemaName + "\n" + text;
}

// What is to be written: the text, and files that stand beside it or below.
struct Beginning {
    std::string from, text;
    fs::path folder;               // where those files are now
    std::vector<fs::path> copies;  // relative to it, and to the new scenario
};

// Nothing where there can be no such area and that has been said.
std::optional<Beginning> begin_own(const Asked& asked) {
    const OwnSize size = size_of(asked);
    const std::string why = !asked.from.empty()
                                ? "--from begins with another scenario, counts make one of their own: "
                                  "leave out one of the two"
                                : why_no_area(size);
    if (!why.empty()) {
        write_error("clout: " + why + "\n");
        return std::nullopt;
    }
    return Beginning{"your counts", own_scenario(size), {}, {}};
}

// Nothing where the request is wrong and that has been said.
std::optional<Beginning> begin(const Request& request, const Asked& asked) {
    if (asked.from == kSyntheticName) {
        if (!asked.organisations) {
            write_error(
                "clout: how large? as in: clout new my-area --from synthetic --organisations 10000\n");
            return std::nullopt;
        }
        SyntheticSize size{*asked.organisations};
        size.depth = static_cast<std::uint32_t>(asked.depth.value_or(size.depth));
        return Beginning{asked.from, synthetic_scenario(size), {}, {}};
    }
    if (asked.organisations || asked.depth) {
        write_error(std::string("clout: ") + (asked.organisations ? "--organisations" : "--depth") +
                    " is for --from synthetic\n");
        return std::nullopt;
    }
    if (asked.own()) return begin_own(asked);
    const auto starter = find_starter(asked.from.empty() ? "one-area" : asked.from, request);
    if (!starter) {
        return std::nullopt;
    }
    const std::string text = starter_text(*starter);
    return Beginning{starter->name, text, starter->file.parent_path(), companions(*starter, text)};
}

// The scenario itself is never replaced, nor are the files it needs; the schema is made, not written, and
// follows the program.
int write_all(const Beginning& beginning, const fs::path& target) {
    if (fs::exists(target)) {
        write_error("clout: " + target.string() + " exists; nothing was written\n");
        return kUsage;
    }
    const fs::path folder = target.parent_path();
    if (!folder.empty()) {
        fs::create_directories(folder);
    }
    for (const auto& copy : beginning.copies) {
        const fs::path to = folder / copy;
        if (fs::exists(to)) {
            continue;
        }
        if (copy.has_parent_path()) {
            fs::create_directories(to.parent_path());
        }
        write_file(to, read_whole(beginning.folder / copy));
    }
    write_file(folder / kSchemaName, schema_json());
    write_file(target, with_schema_comment(beginning.text));
    return kDone;
}

int make_new(const Request& request, const Asked& asked) {
    const fs::path target = target_of(request, asked);
    if (target.stem().empty() || target.stem().string().starts_with(".")) {
        write_error("clout: a scenario needs a name, as in: clout new my-area\n");
        return kUsage;
    }
    const auto beginning = begin(request, asked);
    if (!beginning) {
        return kUsage;
    }
    if (const int code = write_all(*beginning, target)) {
        return code;
    }
    return print_result("wrote " + target.string() + " from '" + beginning->from + "', and " + kSchemaName +
                        " for your editor\nnext: clout check " + target.string() + "\n      clout compare " +
                        target.string() + "\n");
}

}  // namespace new_verb

Verb verb_new() {
    using namespace new_verb;
    return make_verb<Asked, options, make_new>("new", "write a commented scenario to start from", "one name",
                                               {.files = true, .json = false});
}

}  // namespace clout
