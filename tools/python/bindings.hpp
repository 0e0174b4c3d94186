// The module's parts, each a file, and what they have in common.
#pragma once

#include "engine/clout.hpp"
#include "tools/python/named_objects.hpp"

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clout::python {

namespace py = pybind11;

void bind_problems(py::module_& module);
void bind_figures(py::module_& module);  // before all that has figures
void bind_comparison(py::module_& module);
void bind_influence(py::module_& module);
void bind_causes(py::module_& module);    // attribution, theories, differences
void bind_drivers(py::module_& module);   // and thresholds
void bind_scenario(py::module_& module);  // after the results of its methods
void bind_study(py::module_& module);
void bind_sweeping(py::class_<face::Scenario, std::shared_ptr<face::Scenario>>& scenario);

// Raises what Python knows the problems as, all of them in its text (clout/_errors.py).
[[noreturn]] void raise_problems(const std::vector<Problem>& problems);
void warn_of(const std::vector<Problem>& problems);

// The value, after a warning of what accompanies it; or an exception.
template <class T>
std::shared_ptr<T> held(Result<T> result) {
    if (!result) raise_problems(result.problems());
    if (!result.problems().empty()) warn_of(result.problems());
    return std::make_shared<T>(std::move(result).value());
}

[[nodiscard]] const char* verdict_word(face::Verdict verdict);

struct How {
    std::size_t workers = 0;  // 0 = as many as this process may use
    Progress progress;        // nothing: a bar, where stderr is a terminal
};

// Runs `work` on a thread of its own. Other threads of Python run meanwhile; the caller's looks after
// progress and signals, and what these raise (KeyboardInterrupt) stops the work and is raised once it has
// ended, a second later at most.
void watch(const char* what, const How& how, const std::function<void(const face::Options&)>& work);

// What `ask` answers, watched.
template <class Ask>
auto studied(const char* what, const How& how, const Ask& ask) {
    std::optional<decltype(ask(std::declval<const face::Options&>()))> found;
    watch(what, how, [&](const face::Options& options) { found.emplace(ask(options)); });
    return held(std::move(*found));
}

// Nobody may write into it; `owner` lives as long as it does. Nothing is copied.
inline py::array_t<double> view(std::vector<py::ssize_t> shape, const double* first,
                                const py::object& owner) {
    py::array_t<double> seen(std::move(shape), first, owner);
    py::detail::array_proxy(seen.ptr())->flags &= ~py::detail::npy_api::NPY_ARRAY_WRITEABLE_;
    return seen;
}

// A member that is a column of numbers, as a view.
template <class Class, class Owner>
void def_view(Class& shown, const char* name, std::vector<double> Owner::*member, const char* doc) {
    shown.def_property_readonly(
        name,
        [member](const py::object& self) {
            const auto& column = self.cast<const Owner&>().*member;
            return view({static_cast<py::ssize_t>(column.size())}, column.data(), self);
        },
        doc);
}

// What every result can do: print itself, as the program does.
template <class Shown, class... Options>
void def_printed(py::class_<Shown, Options...>& shown) {
    shown
        .def(
            "text", [](const Shown& result, std::size_t width) { return result.printed.text(width); },
            py::arg("width") = 100, "As `clout` prints it, at most so many columns wide.")
        .def(
            "json", [](const Shown& result) { return result.printed.json(); },
            "As `clout … --json` prints it.")
        .def("__str__", [](const Shown& result) { return result.printed.text(); });
}

// to_pandas, made by clout/_tables.py.
template <class Shown, class... Options>
void def_table(py::class_<Shown, Options...>& shown, const char* function, const char* doc) {
    shown.def(
        "to_pandas",
        [function](const py::object& self) {
            return DataFrame(py::module_::import("clout._tables").attr(function)(self));
        },
        doc);
}

}  // namespace clout::python
