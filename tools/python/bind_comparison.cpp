// Arms side by side.
#include "tools/python/bindings.hpp"

#include <algorithm>

namespace clout::python {
namespace {

using face::ArmResult;
using face::Comparison;
using face::Finding;
using face::Measure;

// The part by that name, or a KeyError that names those that there are.
template <class Part>
const Part& named(const std::vector<Part>& parts, const std::string& name, const char* what) {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.name == name; });
    if (found != parts.end()) return *found;
    std::string known;
    for (const Part& part : parts) known += (known.empty() ? "" : ", ") + part.name;
    throw py::key_error("there is no " + std::string(what) + " '" + name + "'; there are: " + known);
}

template <class Part>
std::vector<std::string> names_of(const std::vector<Part>& parts) {
    std::vector<std::string> names;
    for (const Part& part : parts) names.push_back(part.name);
    return names;
}

void bind_measure(py::module_& module) {
    py::class_<Measure> measure(module, "Measure", "One measure in one arm.");
    measure.def_readonly("name", &Measure::name, "\"share.acute\", \"lapsed\".")
        .def_readonly("unit", &Measure::unit, "\"share of contested money\", \"£m a year\".")
        .def_readonly("by_year", &Measure::by_year, "Its summary in each year.")
        .def_readonly("differences", &Measure::differences,
                      "Paired differences from the baseline in each year; empty for the baseline itself.")
        .def_property_readonly(
            "last", [](const Measure& m) { return m.by_year.back(); }, "Its summary in the last year.")
        .def_property_readonly(
            "difference",
            [](const Measure& m) {
                return m.differences.empty() ? std::nullopt : std::optional(m.differences.back());
            },
            "The paired difference from the baseline in the last year.")
        .def("__repr__", [](const Measure& m) {
            return py::str("<Measure {}: {:.6g} {}>").format(m.name, m.by_year.back().mean, m.unit);
        });
    def_view(measure, "values", &Measure::values, "Every future's figure in the last year: (replicates).");
}

void bind_arm(py::module_& module) {
    py::class_<Finding>(module, "Finding", "What follows for the focus sector's money.")
        .def_property_readonly(
            "verdict", [](const Finding& f) { return verdict_word(f.verdict); },
            "\"gains\", \"loses\", \"about the same\" (within a hundredth of its contested money) or "
            "\"unclear\" (from so few futures).")
        .def_readonly("sentence", &Finding::sentence, "In full.")
        .def_readonly("money", &Finding::money, "The paired difference in £m a year.")
        .def_readonly("more", &Finding::more, "Futures in which it gains.")
        .def_readonly("same", &Finding::same, "Futures in which its money hardly changes.")
        .def_readonly("less", &Finding::less, "Futures in which it loses.")
        .def("__str__", [](const Finding& f) { return f.sentence; })
        .def("__repr__", [](const Finding& f) { return "<Finding: " + f.sentence + ">"; });
    py::class_<ArmResult>(module, "Arm", "One arm of a comparison; arm[\"share.acute\"] is a measure.")
        .def_readonly("name", &ArmResult::name, "As the scenario names it.")
        .def_readonly("label", &ArmResult::label, "As people call it.")
        .def_readonly("measures", &ArmResult::measures, "All that was measured.")
        .def_readonly("finding", &ArmResult::finding, "None for the baseline.")
        .def_property_readonly(
            "values",
            [](const ArmResult& arm) {
                const face::Values& all = arm.values;
                const auto size = [](std::size_t n) { return static_cast<py::ssize_t>(n); };
                // The array keeps the engine's results alive, and nothing else.
                const py::capsule owner(new std::shared_ptr<const double>(all.first), [](void* held) {
                    delete static_cast<std::shared_ptr<const double>*>(held);
                });
                return view({size(all.measures), size(all.years), size(all.replicates)}, all.first.get(),
                            owner);
            },
            "Every figure where the engine left it: (measures, years, replicates), read only.")
        .def(
            "__getitem__",
            [](const ArmResult& arm, const std::string& name) -> const Measure& {
                return named(arm.measures, name, "measure");
            },
            py::arg("measure"), py::return_value_policy::reference_internal)
        .def("__len__", [](const ArmResult& arm) { return arm.measures.size(); })
        .def(
            "keys", [](const ArmResult& arm) { return names_of(arm.measures); }, "Names of its measures.")
        .def("__contains__",
             [](const ArmResult& arm, const std::string& name) { return arm.find(name) != nullptr; })
        .def(
            "to_xarray",
            [](const py::object& self) {
                return DataArray(py::module_::import("clout._tables").attr("arm_array")(self));
            },
            "Its values by quantity, year and replicate, with units; nothing is copied.")
        .def("__repr__", [](const ArmResult& arm) {
            return py::str("<Arm {} ({}): {} measures>").format(arm.name, arm.label, arm.measures.size());
        });
}

}  // namespace

void bind_comparison(py::module_& module) {
    bind_measure(module);
    bind_arm(module);
    py::class_<Comparison, std::shared_ptr<Comparison>> comparison(
        module, "Comparison",
        "Arms with the same luck, side by side; comparison[\"united\"] is an arm. print() shows the "
        "finding.");
    comparison.def_readonly("arms", &Comparison::arms, "The arms, in their order.")
        .def_property_readonly(
            "baseline", [](const Comparison& c) -> const ArmResult& { return c.arms[c.baseline]; },
            py::return_value_policy::reference_internal, "The arm that the others are held against.")
        .def_readonly("replicates", &Comparison::replicates, "Futures that are complete in every arm.")
        .def_readonly("years", &Comparison::years, "Years that were played.")
        .def_readonly("seed", &Comparison::seed, "Of the luck.")
        .def_readonly("focus", &Comparison::focus, "The sector that findings are about.")
        .def(
            "__getitem__",
            [](const Comparison& c, const std::string& name) -> const ArmResult& {
                return named(c.arms, name, "arm");
            },
            py::arg("arm"), py::return_value_policy::reference_internal)
        .def("__len__", [](const Comparison& c) { return c.arms.size(); })
        .def(
            "keys", [](const Comparison& c) { return names_of(c.arms); }, "Names of the arms.")
        .def("__contains__",
             [](const Comparison& c, const std::string& name) { return c.find(name) != nullptr; })
        .def(
            "to_xarray",
            [](const py::object& self) {
                return DataArray(py::module_::import("clout._tables").attr("comparison_array")(self));
            },
            "Every figure by arm, quantity, year and replicate, with the unit of each quantity.")
        .def(
            "to_dataset",
            [](const py::object& self) {
                return Dataset(py::module_::import("clout._tables").attr("comparison_dataset")(self));
            },
            "A variable a quantity, by arm, year and replicate, each with its units.")
        .def("__repr__", [](const Comparison& c) {
            return py::str("<Comparison of {}: {} futures to year {}, seed {}>")
                .format(py::str(", ").attr("join")(names_of(c.arms)), c.replicates, c.years, c.seed);
        });
    def_printed(comparison);
    def_table(comparison, "comparison_frame",
              "A row an arm, quantity and year: mean, percentiles, unit, and the paired difference.");
}

}  // namespace clout::python
