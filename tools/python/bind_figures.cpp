// Figures that many results have.
#include "tools/python/bindings.hpp"

namespace clout::python {

const char* verdict_word(face::Verdict verdict) {
    switch (verdict) {
        case face::Verdict::about_the_same: return "about the same";
        case face::Verdict::gains: return "gains";
        case face::Verdict::loses: return "loses";
        case face::Verdict::unclear: break;
    }
    return "unclear";
}

void bind_figures(py::module_& module) {
    using face::Difference;
    py::class_<face::Summary>(
        module, "Summary", "Of one measure over futures, in the measure's unit; NaN where there is nothing.")
        .def_readonly("mean", &face::Summary::mean, "The mean over futures.")
        .def_readonly("p05", &face::Summary::p05, "The 5th percentile.")
        .def_readonly("p50", &face::Summary::p50, "The median.")
        .def_readonly("p95", &face::Summary::p95, "The 95th percentile.")
        .def("__str__",
             [](const face::Summary& s) {
                 return py::str("{:.4g} ({:.4g} to {:.4g})").format(s.mean, s.p05, s.p95);
             })
        .def("__repr__", [](const face::Summary& s) {
            return py::str("<Summary: mean {:.6g}, {:.6g} to {:.6g}>").format(s.mean, s.p05, s.p95);
        });
    py::class_<Difference>(
        module, "Difference",
        "Of the paired differences, arm less baseline, future by future with the same luck.")
        .def_property_readonly(
            "mean", [](const Difference& d) { return d.summary.mean; }, "The mean over futures.")
        .def_property_readonly(
            "p05", [](const Difference& d) { return d.summary.p05; }, "The 5th percentile.")
        .def_property_readonly(
            "p50", [](const Difference& d) { return d.summary.p50; }, "The median.")
        .def_property_readonly(
            "p95", [](const Difference& d) { return d.summary.p95; }, "The 95th percentile.")
        .def_readonly("se", &Difference::se, "Standard error of the mean; NaN of a single future.")
        .def_readonly("p_greater", &Difference::p_greater, "Share of futures in which the arm has more.")
        .def_readonly("p_less", &Difference::p_less, "Share of futures in which it has less.")
        .def_readonly("p_equal", &Difference::p_equal, "Share of futures in which it has exactly as much.")
        .def("__str__",
             [](const Difference& d) {
                 return py::str("{:+.4g} ({:+.4g} to {:+.4g})")
                     .format(d.summary.mean, d.summary.p05, d.summary.p95);
             })
        .def("__repr__", [](const Difference& d) {
            const auto& [mean, p05, p50, p95] = d.summary;
            return py::str("<Difference: mean {:.6g} (se {:.2g}), {:.6g} to {:.6g}>")
                .format(mean, d.se, p05, p95);
        });
    py::class_<face::Estimate>(module, "Estimate", "With the bounds of a 95 % interval.")
        .def_readonly("value", &face::Estimate::value, "The estimate.")
        .def_readonly("low", &face::Estimate::low, "The lower bound.")
        .def_readonly("high", &face::Estimate::high, "The upper bound.")
        .def("__float__", [](const face::Estimate& e) { return e.value; })
        .def("__str__",
             [](const face::Estimate& e) {
                 return py::str("{:.2g} ({:.2g} to {:.2g})").format(e.value, e.low, e.high);
             })
        .def("__repr__", [](const face::Estimate& e) {
            return py::str("<Estimate: {:.4g} ({:.4g} to {:.4g})>").format(e.value, e.low, e.high);
        });
}

}  // namespace clout::python
