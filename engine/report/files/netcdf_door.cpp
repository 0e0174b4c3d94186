#include "engine/report/files/netcdf_door.hpp"

#include <dlfcn.h>
#include <netcdf.h>

#include <stdexcept>

namespace clout {

// Found when it is needed, as it takes ten times as long to load as the whole of clout; and it stays, as HDF5
// below it does not like to leave.
struct NetcdfFile::Library {
    Library() {
        for (const char* name : {"libnetcdf.so.19", "libnetcdf.so"})
            if (handle_ == nullptr) handle_ = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
        if (handle_ == nullptr)
            throw std::runtime_error(std::string("NetCDF is not installed here (Debian's libnetcdf19): ") +
                                     ::dlerror());
        find("nc_create", create);
        find("nc_def_dim", def_dim);
        find("nc_def_var", def_var);
        find("nc_put_att_text", put_att_text);
        find("nc_enddef", enddef);
        find("nc_put_var_longlong", put_var_longlong);
        find("nc_put_var_string", put_var_string);
        find("nc_put_vara_double", put_vara_double);
        find("nc_close", close);
        find("nc_strerror", strerror);
    }

    decltype(&nc_create) create = nullptr;
    decltype(&nc_def_dim) def_dim = nullptr;
    decltype(&nc_def_var) def_var = nullptr;
    decltype(&nc_put_att_text) put_att_text = nullptr;
    decltype(&nc_enddef) enddef = nullptr;
    decltype(&nc_put_var_longlong) put_var_longlong = nullptr;
    decltype(&nc_put_var_string) put_var_string = nullptr;
    decltype(&nc_put_vara_double) put_vara_double = nullptr;
    decltype(&nc_close) close = nullptr;
    decltype(&nc_strerror) strerror = nullptr;

    template <class Function>
    void find(const char* name, Function*& into) {
        into = reinterpret_cast<Function*>(::dlsym(handle_, name));
        if (into == nullptr)
            throw std::runtime_error(std::string("the NetCDF of this machine has no ") + name);
    }
    void* handle_ = nullptr;
};

NetcdfFile::NetcdfFile(const std::filesystem::path& file) : library_(std::make_unique<Library>()) {
    check(library_->create(file.c_str(), NC_NETCDF4 | NC_CLOBBER, &id_));
    open_ = true;
}

NetcdfFile::~NetcdfFile() {
    if (open_) library_->close(id_);
}

void NetcdfFile::check(int code) const {
    if (code != NC_NOERR)
        throw std::runtime_error(std::string("the NetCDF file cannot be written: ") +
                                 library_->strerror(code));
}

int NetcdfFile::dimension(const std::string& name, std::size_t length) {
    int id = 0;
    check(library_->def_dim(id_, name.c_str(), length, &id));
    return id;
}

int NetcdfFile::variable(const std::string& name, NetcdfType type, const std::vector<int>& dimensions,
                         const std::string& unit) {
    const int of = type == NetcdfType::whole ? NC_INT64 : type == NetcdfType::real ? NC_DOUBLE : NC_STRING;
    int id = 0;
    check(library_->def_var(id_, name.c_str(), of, static_cast<int>(dimensions.size()), dimensions.data(),
                            &id));
    if (!unit.empty()) attribute("units", unit, id);
    return id;
}

void NetcdfFile::attribute(const char* name, const std::string& text) { attribute(name, text, NC_GLOBAL); }

void NetcdfFile::attribute(const char* name, const std::string& text, int variable) {
    check(library_->put_att_text(id_, variable, name, text.size(), text.data()));
}

void NetcdfFile::end_definitions() { check(library_->enddef(id_)); }

void NetcdfFile::put(int variable, const std::vector<std::string>& texts) {
    std::vector<const char*> all;
    for (const std::string& text : texts) all.push_back(text.c_str());
    if (!all.empty()) check(library_->put_var_string(id_, variable, all.data()));
}

void NetcdfFile::put(int variable, const std::vector<long long>& numbers) {
    if (!numbers.empty()) check(library_->put_var_longlong(id_, variable, numbers.data()));
}

void NetcdfFile::put(int variable, const std::vector<std::size_t>& start,
                     const std::vector<std::size_t>& count, const std::vector<double>& values) {
    check(library_->put_vara_double(id_, variable, start.data(), count.data(), values.data()));
}

void NetcdfFile::close() {
    open_ = false;
    check(library_->close(id_));
}

}  // namespace clout
