// clout export: a study's store as files for other programs.
#include "engine/report/files/folder.hpp"
#include "engine/report/files/study_csv.hpp"
#include "engine/report/files/study_netcdf.hpp"
#include "engine/report/files/study_workbook.hpp"
#include "engine/study/unknown_name.hpp"
#include "tools/exit_code.hpp"
#include "tools/results.hpp"
#include "tools/study_store.hpp"
#include "tools/terminal.hpp"
#include "tools/verbs.hpp"

#include <array>

namespace clout {
namespace export_verb {

struct Asked {
    std::string store, to;
};

struct Form {
    const char* name;
    const char* ending;  // of what is written where --out names nothing
    bool folder;         // else a file
    void (*write)(const std::filesystem::path&, const StudyRows&, const std::string& command);
};
constexpr std::array<Form, 3> kForms{{{"csv", ".csv", true, write_study_csv},
                                      {"xlsx", ".xlsx", false, write_study_workbook},
                                      {"netcdf", ".nc", false, write_study_netcdf}}};

std::vector<Option> options(Asked& asked) {
    return {{.label = "STORE", .into = &asked.store, .meaning = "a study's file"},
            {.label = "--to",
             .into = &asked.to,
             .meaning = "csv (a folder of tidy tables), xlsx or netcdf",
             .value = "FORM"}};
}

int write(const Form& form, const std::string& store_file, const Request& request) {
    const std::string out = request.out.empty()
                                ? std::filesystem::path(store_file).filename().stem().string() + form.ending
                                : request.out;
    if (form.folder) {
        Request placed = request;
        placed.out = out;
        if (const int code = refuse_out(placed)) return code;
    } else if (std::filesystem::is_directory(out)) {
        return report_failure({refused_request(out + " is a folder", "--out names the file")}, request);
    }
    const auto [store, study] = read_store(store_file);
    const StudyRows rows(store, study);
    form.write(out, rows, request.command);
    if (!request.quiet) {
        write_error("clout: " + std::to_string(rows.points().size()) + " of " +
                    std::to_string(store.count().all()) + " points are in " + out + "\n");
    }
    return kDone;
}

int export_study(const Request& request, const Asked& asked) {
    std::vector<std::string> known;
    for (const Form& form : kForms) {
        if (asked.to == form.name) {
            return with_store([&] { return write(form, asked.store, request); });
        }
        known.emplace_back(form.name);
    }
    return report_failure(
        {asked.to.empty() ? refused_request("--to is missing", "it is csv, xlsx or netcdf")
                          : unknown_name("there is no form '" + asked.to + "'", asked.to, known)},
        request);
}

}  // namespace export_verb

Verb verb_export() {
    using namespace export_verb;
    return make_verb<Asked, options, export_study>("export", "a study's store as CSV, xlsx or NetCDF",
                                                   "one store",
                                                   {.files = true, .plays = false, .json = false});
}

}  // namespace clout
