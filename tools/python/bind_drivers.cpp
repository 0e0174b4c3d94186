// What a figure hangs on, and where it tips.
#include "tools/python/bindings.hpp"

namespace clout::python {
namespace {

using face::Driver;
using face::DriverPair;
using face::Drivers;
using face::NumberRange;
using face::Threshold;

const char* word(Threshold::Holds holds) {
    switch (holds) {
        case Threshold::Holds::from: return "from";
        case Threshold::Holds::up_to: return "up to";
        case Threshold::Holds::everywhere: return "everywhere";
        case Threshold::Holds::nowhere: return "nowhere";
        case Threshold::Holds::plane: break;
    }
    return "in a part";
}

void bind_threshold(py::module_& module) {
    py::class_<NumberRange>(module, "NumberRange", "A number that moves.")
        .def_readonly("path", &NumberRange::path, "As `set` takes it.")
        .def_readonly("low", &NumberRange::low, "Where it begins.")
        .def_readonly("high", &NumberRange::high, "Where it ends.");
    py::class_<Threshold::Rung>(module, "Rung", "What was played at one value of the number.")
        .def_readonly("at", &Threshold::Rung::at, "The value.")
        .def_readonly("mean", &Threshold::Rung::mean, "Of the figure.")
        .def_readonly("se", &Threshold::Rung::se, "Standard error of the mean.")
        .def("__repr__", [](const Threshold::Rung& r) {
            return py::str("<Rung: {:.6g} at {:.6g}>").format(r.mean, r.at);
        });
    py::class_<Threshold, std::shared_ptr<Threshold>> threshold(
        module, "Threshold", "Where a condition begins or ceases to hold as one number moves, or two.");
    threshold.def_readonly("until", &Threshold::until, "The condition.")
        .def_readonly("unit", &Threshold::unit, "Of its figure.")
        .def_readonly("from_arm", &Threshold::from, "Held against.")
        .def_readonly("to_arm", &Threshold::to, "What it is about.")
        .def_readonly("vary", &Threshold::vary, "What moves.")
        .def_property_readonly(
            "holds", [](const Threshold& t) { return word(t.holds); },
            "\"from\" or \"up to\" `at`, \"everywhere\", \"nowhere\"; of two numbers \"in a part\".")
        .def_readonly("at", &Threshold::at, "Where it tips; None where it does not in this range.")
        .def_readonly("low", &Threshold::low,
                      "Of its 95 % interval; None where that goes on beyond the range.")
        .def_readonly("high", &Threshold::high, "Of its 95 % interval, likewise.")
        .def_readonly("evenly", &Threshold::evenly, "The mean moves all but evenly: nothing tips.")
        .def_readonly("again", &Threshold::again, "It is crossed more than once; `at` is the first.")
        .def_readonly("slope", &Threshold::slope, "Of the mean, at `at`; else over the whole range.")
        .def_readonly("ladder", &Threshold::ladder, "What was played, by the number.")
        .def_property_readonly(
            "line",
            [](const Threshold& t) {
                py::array_t<double> line(
                    {static_cast<py::ssize_t>(t.line.size()), py::ssize_t{2}, py::ssize_t{2}});
                auto into = line.mutable_unchecked<3>();
                for (std::size_t piece = 0; piece < t.line.size(); ++piece) {
                    const auto row = static_cast<py::ssize_t>(piece);
                    const auto& [begin, end] = t.line[piece];
                    into(row, 0, 0) = begin.x;
                    into(row, 0, 1) = begin.y;
                    into(row, 1, 0) = end.x;
                    into(row, 1, 1) = end.y;
                }
                return line;
            },
            "Of two numbers: straight pieces of the line, (pieces, ends, numbers).")
        .def_property_readonly(
            "played",
            [](const Threshold& t) {
                py::array_t<double> played({static_cast<py::ssize_t>(t.played.size()), py::ssize_t{3}});
                auto into = played.mutable_unchecked<2>();
                for (std::size_t node = 0; node < t.played.size(); ++node) {
                    const auto row = static_cast<py::ssize_t>(node);
                    into(row, 0) = t.played[node].place.x;
                    into(row, 1) = t.played[node].place.y;
                    into(row, 2) = t.played[node].mean;
                }
                return played;
            },
            "Of two numbers: where it was played, and the mean there, (points, 3).")
        .def_readonly("part", &Threshold::part, "Of two numbers: share of their plane in which it holds.")
        .def_readonly("ensembles", &Threshold::ensembles, "That were played, of all arms.")
        .def_readonly("replicates", &Threshold::replicates, "Futures of each.")
        .def("__repr__", [](const Threshold& t) {
            return py::str("<Threshold: {} {} {}>")
                .format(t.until, word(t.holds), t.at ? py::cast(*t.at) : py::str(""));
        });
    def_printed(threshold);
    def_table(threshold, "threshold_frame", "A row a value of the number (or point of two) that was played.");
}

}  // namespace

void bind_drivers(py::module_& module) {
    py::class_<Driver>(module, "Driver", "One uncertain number, and what hangs on it.")
        .def_readonly("number", &Driver::number, "By its path, or the name of a luck that several share.")
        .def_readonly("share", &Driver::share, "Of the variance, that goes away once it is known.")
        .def_readonly("distinct", &Driver::distinct, "Whether that can be told from 0.")
        .def_readonly("total", &Driver::total,
                      "With all that it does together with others; None = cannot be told.")
        .def_readonly("low_mean", &Driver::low_mean,
                      "The figure's mean where the number is in its lowest fifth.")
        .def_readonly("low_se", &Driver::low_se, "Standard error of low_mean.")
        .def_readonly("high_mean", &Driver::high_mean, "The figure's mean where it is in its highest fifth.")
        .def_readonly("high_se", &Driver::high_se, "Standard error of high_mean.")
        .def("__repr__",
             [](const Driver& d) { return py::str("<Driver {}: {:.3g}>").format(d.number, d.share.value); });
    py::class_<DriverPair>(module, "DriverPair",
                           "What two numbers do together beyond what each does by itself.")
        .def_readonly("one", &DriverPair::one, "A number.")
        .def_readonly("other", &DriverPair::other, "Another.")
        .def_readonly("share", &DriverPair::share, "Of the variance.");
    py::class_<Drivers, std::shared_ptr<Drivers>> drivers(
        module, "Drivers", "Which uncertain numbers the spread of a figure hangs on.");
    drivers.def_readonly("figure", &Drivers::figure, "What is explained.")
        .def_readonly("unit", &Drivers::unit, "Of the figure.")
        .def_readonly("from_arm", &Drivers::from, "Held against.")
        .def_readonly("to_arm", &Drivers::to, "What it is about.")
        .def_readonly("drivers", &Drivers::drivers, "In the order of the numbers.")
        .def_readonly("mean", &Drivers::mean, "Of the figure over the futures.")
        .def_readonly("sd", &Drivers::sd, "Its standard deviation.")
        .def_readonly("chance", &Drivers::chance, "Share of the variance left once the numbers are known.")
        .def_readonly("numbers", &Drivers::numbers, "Share of the variance left once all chance is known.")
        .def_readonly("foretold", &Drivers::foretold, "Share of the variance that a polynomial foretells.")
        .def_readonly("believed", &Drivers::believed, "Whether that is nearly all that is not chance.")
        .def_readonly("pairs", &Drivers::pairs,
                      "The largest first; empty where the polynomial is not believed.")
        .def_readonly("replicates", &Drivers::replicates, "Futures.")
        .def_readonly("ensembles", &Drivers::ensembles, "That were played, of all arms.")
        .def("__repr__", [](const Drivers& d) {
            return py::str("<Drivers of {}: {} numbers, {} futures>")
                .format(d.figure, d.drivers.size(), d.replicates);
        });
    def_printed(drivers);
    def_table(drivers, "drivers_frame", "A row a number, the largest share first.");
    bind_threshold(module);
}

}  // namespace clout::python
