// clout new: a commented scenario to start from, with the schema beside it so that editors can help.
#include "engine/report/folder.hpp"
#include "engine/scenario/schema.hpp"
#include "tools/exit_code.hpp"
#include "tools/starters.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"
#include "tools/wording.hpp"

#include <algorithm>
#include <filesystem>

namespace clout {
namespace {

namespace fs = std::filesystem;
constexpr const char* kSchemaName = "clout.schema.json";
constexpr const char* kSchemaComment = "# yaml-language-server: $schema=";

std::optional<Starter> find_starter(const std::string& name) {
    std::vector<std::string> known;
    for (const auto& starter : starters()) {
        if (starter.name == name) {
            return starter;
        }
        known.push_back(starter.name);
    }
    write_error("clout: there is no scenario '" + name + "' to start from; " +
                instead_of(name, known, "there are") + "\n");
    return std::nullopt;
}

fs::path target_of(const Request& request) {
    fs::path target = fs::path(request.out) / request.files[0];
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

// The scenario itself is never replaced, nor are the files it needs; the schema is made, not written, and
// follows the program.
int write_all(const Starter& starter, const fs::path& target) {
    const std::string text = starter_text(starter);
    std::vector<fs::path> copies = companions(starter, text);
    if (fs::exists(target)) {
        write_error("clout: " + target.string() + " exists; nothing was written\n");
        return kUsage;
    }
    const fs::path folder = target.parent_path();
    if (!folder.empty()) {
        fs::create_directories(folder);
    }
    for (const auto& copy : copies) {
        if (!fs::exists(folder / copy.filename())) {
            write_file(folder / copy.filename(), read_whole(copy));
        }
    }
    write_file(folder / kSchemaName, schema_json());
    write_file(target, with_schema_comment(text));
    return kDone;
}

}  // namespace

int verb_new(const Request& request) {
    const fs::path target = target_of(request);
    if (target.stem().empty() || target.stem().string().starts_with(".")) {
        write_error("clout: a scenario needs a name, as in: clout new my-area\n");
        return kUsage;
    }
    const auto starter = find_starter(request.from);
    if (!starter) {
        return kUsage;
    }
    if (const int code = write_all(*starter, target)) {
        return code;
    }
    return print_result("wrote " + target.string() + " from '" + starter->name + "', and " + kSchemaName +
                        " for your editor\nnext: clout check " + target.string() + "\n      clout compare " +
                        target.string() + "\n");
}

}  // namespace clout
