// What is wrong with a scenario or a request.
#include "tools/python/bindings.hpp"

#include <pybind11/operators.h>

namespace clout::python {
namespace {

const char* word(Fault fault) {
    switch (fault) {
        case Fault::scenario: return "scenario";
        case Fault::request: return "request";
        case Fault::machine: return "machine";
        case Fault::stopped: break;
    }
    return "stopped";
}

py::module_ errors() { return py::module_::import("clout._errors"); }

}  // namespace

void raise_problems(const std::vector<Problem>& problems) {
    const py::object error = errors().attr("error_of")(problems);
    PyErr_SetObject(py::type::of(error).ptr(), error.ptr());
    throw py::error_already_set();
}

void warn_of(const std::vector<Problem>& problems) { errors().attr("warn_of")(problems); }

void bind_problems(py::module_& module) {
    py::class_<Problem>(module, "Problem", "One thing that is wrong, or doubtful, and what would be right.")
        .def_property_readonly(
            "severity",
            [](const Problem& problem) { return problem.severity == Severity::error ? "error" : "warning"; },
            "\"error\" or \"warning\".")
        .def_property_readonly(
            "fault", [](const Problem& problem) { return word(problem.fault); },
            "Where a remedy is to be sought: \"scenario\", \"request\", \"machine\" or \"stopped\".")
        .def_readonly("file", &Problem::file, "As it was named; \"--set\" of what was set.")
        .def_readonly("line", &Problem::line, "From 1; 0 = it has no place.")
        .def_readonly("column", &Problem::column, "In characters, from 1; 0 = it has no place.")
        .def_readonly("path", &Problem::path, "\"bodies.pcn.mandate\"; empty for the whole file.")
        .def_readonly("message", &Problem::message, "What was found and what is wrong.")
        .def_readonly("hint", &Problem::hint, "What would be right; may be empty.")
        .def("__str__", [](const Problem& problem) { return to_text(problem); })
        .def("__repr__", [](const Problem& problem) { return "<Problem: " + to_text(problem) + ">"; })
        .def(py::self == py::self);
}

}  // namespace clout::python
