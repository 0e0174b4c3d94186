// clout import: a scenario made of a file that another program reads.
#include "engine/base/spelling.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/scenario/make/import_ktab.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/exit_code.hpp"
#include "tools/reading.hpp"
#include "tools/results.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <filesystem>

namespace clout {
namespace import_verb {

struct Asked {
    std::string format, file;
};

std::vector<Option> options(Asked& asked) {
    return {
        {.label = "FORMAT", .into = &asked.format, .meaning = "ktab: CSV of the spatial model of politics"},
        {.label = "FILE", .into = &asked.file, .meaning = "the file to read"}};
}

// To stdout, or into the file --out names; what stands there is never replaced.
int print_scenario(const std::string& text, const Request& request) {
    if (request.out.empty()) {
        return print_result(text);
    }
    const std::filesystem::path target = request.out;
    if (std::filesystem::exists(target)) {
        write_error("clout: " + target.string() + " exists; nothing was written\n");
        return kUsage;
    }
    if (!target.parent_path().empty()) {
        std::filesystem::create_directories(target.parent_path());
    }
    write_file(target, text);
    return print_result("wrote " + target.string() + "\nnext: clout check " + target.string() +
                        "\n      clout compare " + target.string() + "\n");
}

int import(const Request& request, const Asked& asked) {
    if (asked.format != "ktab") {
        return report_failure(
            {unknown_name("'" + asked.format + "' cannot be imported", asked.format, {"ktab"}, "there is")},
            request);
    }
    const std::string& file = asked.file;
    if (const int code = unreadable(file)) {
        return code;
    }
    const Result<KtabCase> read = read_ktab(file);
    report_problems(read.problems(), request);
    if (!read) {
        return kInvalidInput;
    }
    return print_scenario(ktab_scenario(read.value(), std::filesystem::path(file).filename().string()),
                          request);
}

}  // namespace import_verb

Verb verb_import() {
    using namespace import_verb;
    return make_verb<Asked, options, import>("import", "make a scenario of another program's file",
                                             "a format and a file, as in: clout import ktab actors.csv",
                                             {.files = true, .json = false});
}

}  // namespace clout
