// clout import: a scenario made of a file that another program reads.
#include "engine/base/spelling.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/scenario/make/import_ktab.hpp"
#include "tools/exit_code.hpp"
#include "tools/reading.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <filesystem>

namespace clout {
namespace {

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

}  // namespace

int verb_import(const Request& request) {
    if (request.format != "ktab") {
        write_error("clout: '" + request.format + "' cannot be imported; " +
                    instead_of(request.format, {"ktab"}, "there is") + "\n");
        return kUsage;
    }
    const std::string& file = request.files[0];
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

}  // namespace clout
