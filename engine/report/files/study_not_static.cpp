// What a program without shared libraries says of forms that need them.
#include "engine/report/files/study_netcdf.hpp"
#include "engine/report/files/study_workbook.hpp"

#include <stdexcept>

namespace clout {
namespace {

[[noreturn]] void refuse(const char* form) {
    throw std::runtime_error(std::string("this clout was built to need no library of the machine, and ") +
                             form + " needs one; --to csv does not");
}

}  // namespace

void write_study_workbook(const std::filesystem::path&, const StudyRows&, const std::string&) {
    refuse("xlsx");
}
void write_study_netcdf(const std::filesystem::path&, const StudyRows&, const std::string&) {
    refuse("NetCDF");
}

}  // namespace clout
