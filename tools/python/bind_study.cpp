// Studies of many points.
#include "tools/python/asking.hpp"
#include "tools/python/bindings.hpp"

#include <pybind11/stl/filesystem.h>

namespace clout::python {
namespace {

using face::FailedPoint;
using face::NumberSensitivity;
using face::Robust;
using face::Sensitivity;
using face::Study;
using face::StudyState;
using face::StudyValues;

// A study and the counts that its arrays' shapes are made of.
struct Values {
    StudyValues all;
    std::size_t arms = 0, numbers = 0, measures = 0, replicates = 0;
};

template <class Class>
void def_array(Class& shown, const char* name, std::vector<double> StudyValues::*member,
               std::vector<std::size_t> (*shape)(const Values&), const char* doc) {
    shown.def_property_readonly(
        name,
        [member, shape](const py::object& self) {
            const auto& values = self.cast<const Values&>();
            std::vector<py::ssize_t> sizes;
            for (const std::size_t size : shape(values)) sizes.push_back(static_cast<py::ssize_t>(size));
            return view(std::move(sizes), (values.all.*member).data(), self);
        },
        doc);
}

void bind_values(py::module_& module) {
    py::class_<Values, std::shared_ptr<Values>> values(
        module, "StudyValues", "All that a study keeps, point by point; NaN where a point is not done.");
    def_array(
        values, "numbers", &StudyValues::numbers,
        [](const Values& v) {
            return std::vector{v.all.points, v.numbers};
        },
        "(points, numbers) what was varied, in its own units.");
    def_array(
        values, "summaries", &StudyValues::summaries,
        [](const Values& v) {
            return std::vector{v.all.points, v.arms, v.measures, std::size_t{4}};
        },
        "(points, arms, measures, 4): mean, 5th, 50th and 95th percentile of the last year.");
    def_array(
        values, "differences", &StudyValues::differences,
        [](const Values& v) {
            return std::vector{v.all.points, v.arms, v.measures, std::size_t{7}};
        },
        "(points, arms, measures, 7): the same of paired differences, their standard error, shares of "
        "futures "
        "with more and with less; NaN for the baseline.");
    def_array(
        values, "kept", &StudyValues::kept,
        [](const Values& v) {
            const bool any = !v.all.kept.empty();
            return std::vector{v.all.points, v.arms, v.measures, any ? v.all.years : 0,
                               any ? v.replicates : 0};
        },
        "(points, arms, measures, years, replicates): the last year alone, or every year; no years where "
        "only "
        "summaries are kept.");
}

void bind_readings(py::module_& module) {
    py::class_<FailedPoint>(module, "FailedPoint", "A point that could not be played.")
        .def_readonly("point", &FailedPoint::point, "Which.")
        .def_readonly("attempts", &FailedPoint::attempts, "How often it was tried.")
        .def_readonly("error", &FailedPoint::error, "Why not.");
    py::class_<StudyState, std::shared_ptr<StudyState>>(module, "StudyState", "How far a study is.")
        .def_readonly("pending", &StudyState::pending, "Points to be played.")
        .def_readonly("done", &StudyState::done, "Points that were.")
        .def_readonly("failed", &StudyState::failed, "Points that could not be.")
        .def_readonly("seconds", &StudyState::seconds, "That all points took.")
        .def_readonly("content", &StudyState::content, "The same for the same findings, whoever played them.")
        .def_readonly("failures", &StudyState::failures, "One by one.")
        .def("__repr__", [](const StudyState& s) {
            return py::str("<StudyState: {} done, {} pending, {} failed>")
                .format(s.done, s.pending, s.failed);
        });
    py::class_<NumberSensitivity>(module, "NumberSensitivity",
                                  "What hangs on one number; None = another design's.")
        .def_readonly("number", &NumberSensitivity::number, "By its path.")
        .def_readonly("first", &NumberSensitivity::first, "Share of the variance by itself.")
        .def_readonly("distinct", &NumberSensitivity::distinct, "Whether `first` can be told from 0.")
        .def_readonly("total", &NumberSensitivity::total, "Share with all that it does together with others.")
        .def_readonly("shapley_effect", &NumberSensitivity::shapley_effect,
                      "Share; over all numbers they sum to 1.")
        .def_readonly("mean_effect", &NumberSensitivity::mean_effect, "Mean change over the number's range.")
        .def_readonly("mean_size", &NumberSensitivity::mean_size, "Mean size of that change.")
        .def_readonly("spread", &NumberSensitivity::spread, "How that change varies from place to place.");
    py::class_<Sensitivity, std::shared_ptr<Sensitivity>> sensitivity(
        module, "Sensitivity", "Which numbers a study's figure hangs on, by the estimators of its design.");
    sensitivity.def_readonly("figure", &Sensitivity::figure, "What is explained.")
        .def_readonly("unit", &Sensitivity::unit, "Of the figure.")
        .def_readonly("arm", &Sensitivity::arm, "Where it is read.")
        .def_readonly("points", &Sensitivity::points, "That it is read from.")
        .def_readonly("missing", &Sensitivity::missing, "Points that are pending, failed or left out.")
        .def_readonly("mean", &Sensitivity::mean, "Over the points.")
        .def_readonly("sd", &Sensitivity::sd, "Standard deviation over the points.")
        .def_readonly("numbers", &Sensitivity::numbers, "One by one.");
    def_printed(sensitivity);
    def_table(sensitivity, "sensitivity_frame", "A row a number.");
    py::class_<Robust::Side>(module, "Side", "Where a box ends.")
        .def_readonly("number", &Robust::Side::number, "By its path.")
        .def_readonly("low", &Robust::Side::low, "At least; None = not bounded.")
        .def_readonly("high", &Robust::Side::high, "At most; None = not bounded.");
    py::class_<Robust, std::shared_ptr<Robust>> robust(module, "Robust",
                                                       "Where in the space a condition holds: one box.");
    robust.def_readonly("until", &Robust::until, "The condition.")
        .def_readonly("arm", &Robust::arm, "Where it is read.")
        .def_readonly("holds", &Robust::holds, "Share of all points in which it holds.")
        .def_readonly("coverage", &Robust::coverage, "Share of these that lie inside.")
        .def_readonly("density", &Robust::density, "Share of the points inside in which it holds.")
        .def_readonly("mass", &Robust::mass, "Share of all points that lie inside.")
        .def_readonly("sides", &Robust::sides, "The most telling first; none: the whole space.");
    def_printed(robust);
}

// What `work` answers while other threads run.
template <class Work>
auto freely(const Work& work) {
    std::optional<decltype(work())> result;
    {
        const py::gil_scoped_release free;
        result.emplace(work());
    }
    return std::move(*result);
}

void bind_reading(py::class_<Study, std::shared_ptr<Study>>& study) {
    study
        .def(
            "state", [](const Study& s) { return held(freely([&] { return s.state(); })); }, "How far it is.")
        .def(
            "values",
            [](const Study& s) {
                const auto read = held(freely([&] { return s.values(); }));
                return std::make_shared<Values>(Values{std::move(*read), s.arms().size(), s.numbers().size(),
                                                       s.measures().size(), s.replicates()});
            },
            "Everything that is kept, as arrays.")
        .def(
            "sensitivity",
            [](const Study& s, const std::string& of, const std::string& arm) {
                return held(freely([&] { return s.sensitivity(of, arm); }));
            },
            py::arg("of") = "", py::arg("arm") = "",
            "Which numbers a figure hangs on: a measure, or difference(measure) from the baseline.")
        .def(
            "robust",
            [](const Study& s, const std::string& until, const std::string& arm) {
                return held(freely([&] { return s.robust(until, arm); }));
            },
            py::arg("until"), py::arg("arm") = "", "In which part of the space a condition holds.")
        .def(
            "to_xarray",
            [](const py::object& self) {
                return Dataset(py::module_::import("clout._tables").attr("study_dataset")(self));
            },
            "Summaries (and all that is kept) by point, arm and quantity; the numbers are coordinates.")
        .def(
            "text", [](const Study& s, std::size_t width) { return s.printed().text(width); },
            py::arg("width") = 100, "As `clout show` prints it.")
        .def(
            "json", [](const Study& s) { return s.printed().json(); }, "As `clout show --json` prints it.")
        .def("__str__", [](const Study& s) { return s.printed().text(); });
    def_table(study, "study_frame", "A row a point and arm: the numbers, and every quantity's mean.");
}

}  // namespace

void bind_sweeping(py::class_<face::Scenario, std::shared_ptr<face::Scenario>>& scenario) {
    scenario.def(
        "sweep",
        [](const face::Scenario& s, const std::filesystem::path& file, const Varying& vary,
           const std::vector<std::string>& arms, const std::string& design, std::size_t size,
           std::uint64_t design_seed, const Table& table, const std::string& keep, std::size_t workers,
           const Progress& progress) {
            face::SweepAsked asked{arms, varied_of(vary), design, size, design_seed, {}, keep_of(keep)};
            if (!table.is_none()) take_table(table, asked);
            return studied("sweep", {workers, progress}, [&](const face::Options& options) {
                return face::sweep(s, file.string(), asked, options);
            });
        },
        py::arg("file"), py::arg("vary") = Varying{}, py::arg("arms") = std::vector<std::string>{},
        py::kw_only(), py::arg("design") = "sobol", py::arg("size") = 256, py::arg("design_seed") = 1,
        py::arg("table") = py::none(), py::arg("keep") = "summary", py::arg("workers") = 0,
        py::arg("progress") = py::none(),
        "Many points of some numbers (every uncertain one, unless some are named), kept in a new file. "
        "`vary`: a pair "
        "is a range, a list one of its values, None as the file spreads it. `table`: points by columns. "
        "After an "
        "interruption what was played is kept: resume() goes on.");
    scenario.def(
        "resume",
        [](const face::Scenario& s, const std::filesystem::path& file, bool retry_failed, std::size_t add,
           std::size_t workers, const Progress& progress) {
            return studied("sweep", {workers, progress}, [&](const face::Options& options) {
                return face::resume(s, file.string(), {retry_failed, add}, options);
            });
        },
        py::arg("file"), py::kw_only(), py::arg("retry_failed") = false, py::arg("add") = 0,
        py::arg("workers") = 0, py::arg("progress") = py::none(),
        "Goes on with a study of this scenario that was stopped; `add`: makes it larger by so many of what "
        "its "
        "design counts.");
}

void bind_study(py::module_& module) {
    bind_values(module);
    bind_readings(module);
    py::class_<Study, std::shared_ptr<Study>> study(module, "Study", "A study of many points, in its file.");
    study.def_property_readonly("file", &Study::file, "Where it is kept.")
        .def_property_readonly("arms", &Study::arms, "Names, the baseline first.")
        .def_property_readonly("numbers", &Study::numbers, "Paths of what is varied.")
        .def_property_readonly(
            "measures",
            [](const Study& s) {
                py::dict measures;
                for (const auto& [name, unit] : s.measures()) measures[py::str(name)] = unit;
                return measures;
            },
            "Their units by their names.")
        .def_property_readonly("lead", &Study::lead, "The measure that findings lead with.")
        .def_property_readonly("design", &Study::design, "By its name.")
        .def_property_readonly("points", &Study::points, "How many.")
        .def_property_readonly("replicates", &Study::replicates, "Futures of each.")
        .def_property_readonly("years", &Study::years, "That are played.")
        .def_property_readonly(
            "keep", [](const Study& s) { return word(s.keep()); },
            "\"summary\", \"replicates\" or \"series\".")
        .def("__repr__", [](const Study& s) {
            return py::str("<Study {}: {} points of {} numbers, {}>")
                .format(s.file(), s.points(), s.numbers().size(), s.design());
        });
    bind_reading(study);
    module.def(
        "open_study",
        [](const std::filesystem::path& file) {
            return held(freely([&] { return face::open_study(file.string()); }));
        },
        py::arg("file"), "A study that was made before, by Python or by `clout sweep`.");
}

}  // namespace clout::python
