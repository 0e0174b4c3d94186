// Scenarios, and what may be asked of them.
#include "tools/python/asking.hpp"
#include "tools/python/bindings.hpp"

#include <pybind11/stl/filesystem.h>

#include <map>

namespace clout::python {
namespace {

using face::ArmInfo;
using face::Scenario;

using Files = std::optional<std::map<std::string, std::string>>;

face::Source source_of(const std::filesystem::path& path, const Settings& settings, const Files& files) {
    face::Source source{path.generic_string(), settings_of(settings), {}};
    if (files)
        source.files = [texts = *files](const std::string& name) -> std::optional<std::string> {
            const auto found = texts.find(name);
            return found == texts.end() ? std::nullopt : std::optional(found->second);
        };
    return source;
}

// Other threads run while it is read.
std::shared_ptr<Scenario> load(const std::filesystem::path& path, const Settings& settings,
                               const Files& files) {
    const face::Source source = source_of(path, settings, files);
    std::optional<Result<Scenario>> read;
    {
        const py::gil_scoped_release free;
        read.emplace(face::load(source));
    }
    return held(std::move(*read));
}

std::vector<Problem> check(const std::filesystem::path& path, const Settings& settings, const Files& files) {
    const face::Source source = source_of(path, settings, files);
    const py::gil_scoped_release free;
    return face::check(source);
}

std::shared_ptr<Scenario> with(const Scenario& scenario, const std::vector<face::Setting>& settings) {
    std::optional<Result<Scenario>> read;
    {
        const py::gil_scoped_release free;
        read.emplace(scenario.with(settings));
    }
    return held(std::move(*read));
}

void bind_reading(py::module_& module) {
    module.def(
        "load", &load, py::arg("path"), py::arg("settings") = Settings{}, py::arg("files") = py::none(),
        "The scenario of a file, with settings laid over it; with `files`, of these texts by their names "
        "instead of the disk's. Raises ScenarioError with every problem; warns of what is doubtful.");
    module.def(
        "loads",
        [](const std::string& text, const Settings& settings, const Files& files) {
            Files all = files.value_or(std::map<std::string, std::string>{});
            all->insert_or_assign("scenario.yaml", text);
            return load("scenario.yaml", settings, all);
        },
        py::arg("text"), py::arg("settings") = Settings{}, py::arg("files") = py::none(),
        "The scenario that a text is; what it extends and its rosters come from `files`.");
    module.def("check", &check, py::arg("path"), py::arg("settings") = Settings{},
               py::arg("files") = py::none(), "Everything that is wrong or doubtful; empty = sound.");
    module.def("schema", &face::schema, "The JSON Schema of the scenario language.");
    module.def("version", &face::version, "The engine's version.");
}

void bind_knowing(py::class_<Scenario, std::shared_ptr<Scenario>>& scenario) {
    scenario.def_property_readonly("title", &Scenario::title, "As the file has it.")
        .def_property_readonly("arms", &Scenario::arms, "At least one.")
        .def_property_readonly(
            "baseline", [](const Scenario& s) { return s.arms()[s.baseline()].name; },
            "The name of the arm that others are held against.")
        .def_property_readonly("replicates", &Scenario::replicates, "Futures that its studies play.")
        .def("merged", &Scenario::merged, "As YAML, with all that it extends and what was set.")
        .def(
            "resolved", [](const Scenario& s, const std::string& arm) { return *held(s.resolved(arm)); },
            py::arg("arm") = "", "One arm in full, with every default, as YAML.")
        .def(
            "set",
            [](const Scenario& s, const std::string& path, const Value& value) {
                Settings one;
                one.emplace(path, value);
                return with(s, settings_of(one));
            },
            py::arg("path"), py::arg("value"), "The same scenario with a number or a text laid over it.")
        .def(
            "set",
            [](const Scenario& s, const Settings& settings, const py::kwargs& more) {
                Settings all = settings;
                for (const auto& [key, value] : more)
                    all.emplace(py::cast<std::string>(key), py::reinterpret_borrow<Value>(value));
                return with(s, settings_of(all));
            },
            py::arg("settings") = Settings{},
            "The same with several laid over it, by path; those of one word as keywords: replicates=100.")
        .def("__repr__", [](const Scenario& s) {
            return py::str("<Scenario {!r}: {} arms, {} futures>")
                .format(s.title(), s.arms().size(), s.replicates());
        });
}

void bind_playing(py::class_<Scenario, std::shared_ptr<Scenario>>& scenario) {
    scenario.def(
        "compare",
        [](const Scenario& s, const std::vector<std::string>& arms, std::size_t workers,
           const Progress& progress) {
            return studied("compare", {workers, progress},
                           [&](const face::Options& options) { return face::compare(s, arms, options); });
        },
        py::arg("arms") = std::vector<std::string>{}, py::kw_only(), py::arg("workers") = 0,
        py::arg("progress") = py::none(), "Those arms, or all, with the same luck, side by side.");
    scenario.def(
        "run",
        [](const Scenario& s, const std::string& arm, std::size_t workers, const Progress& progress) {
            return studied("run", {workers, progress},
                           [&](const face::Options& options) { return face::run(s, arm, options); });
        },
        py::arg("arm") = "", py::kw_only(), py::arg("workers") = 0, py::arg("progress") = py::none(),
        "One arm by itself; the baseline unless named.");
    scenario.def(
        "influence",
        [](const Scenario& s, const std::string& arm, std::size_t workers, const Progress& progress) {
            return studied("influence", {workers, progress},
                           [&](const face::Options& options) { return face::influence(s, arm, options); });
        },
        py::arg("arm") = "", py::kw_only(), py::arg("workers") = 0, py::arg("progress") = py::none(),
        "Who wrote the decision, and what is left of a voice on its way up.");
    scenario.def(
        "theories",
        [](const Scenario& s, const std::vector<std::string>& arms, const std::vector<std::string>& protocols,
           std::size_t workers, const Progress& progress) {
            return studied("theories", {workers, progress}, [&](const face::Options& options) {
                return face::theories(s, arms, protocols, options);
            });
        },
        py::arg("arms") = std::vector<std::string>{}, py::arg("protocols") = std::vector<std::string>{},
        py::kw_only(), py::arg("workers") = 0, py::arg("progress") = py::none(),
        "The same comparison under several theories of bargaining, or all that there are.");
    scenario.def(
        "attribute",
        [](const Scenario& s, const std::string& from, const std::string& to, const std::string& measure,
           std::size_t workers, const Progress& progress) {
            return studied("attribute", {workers, progress}, [&](const face::Options& options) {
                return face::attribute(s, from, to, measure, options);
            });
        },
        py::arg("from_arm") = "", py::arg("to_arm") = "", py::arg("measure") = "", py::kw_only(),
        py::arg("workers") = 0, py::arg("progress") = py::none(),
        "What each lever does to the difference between two arms: Shapley values.");
}

void bind_asking(py::class_<Scenario, std::shared_ptr<Scenario>>& scenario) {
    scenario.def(
        "drivers",
        [](const Scenario& s, const std::string& of, const std::string& from, const std::string& to,
           bool quick, std::size_t workers, const Progress& progress) {
            const auto chance = quick ? face::AskChance::no : face::AskChance::yes;
            return studied("drivers", {workers, progress}, [&](const face::Options& options) {
                return face::drivers(s, {of, from, to}, chance, options);
            });
        },
        py::arg("of") = "", py::arg("from_arm") = "", py::arg("to_arm") = "", py::arg("quick") = false,
        py::kw_only(), py::arg("workers") = 0, py::arg("progress") = py::none(),
        "Which uncertain numbers the spread of a figure hangs on: a measure, or difference(measure) between "
        "two "
        "arms. `quick`: no further futures, neither chance nor totals.");
    scenario.def(
        "threshold",
        [](const Scenario& s, const std::string& until, const Ranges& vary, const std::string& from,
           const std::string& to, const std::optional<std::pair<std::string, std::string>>& mix,
           double switches, std::size_t workers, const Progress& progress) {
            const face::ThresholdAsked asked = threshold_asked(until, vary, from, to, mix, switches);
            return studied("threshold", {workers, progress},
                           [&](const face::Options& options) { return face::threshold(s, asked, options); });
        },
        py::arg("until"), py::arg("vary") = Ranges{}, py::arg("from_arm") = "", py::arg("to_arm") = "",
        py::arg("mix") = py::none(), py::arg("switch_at") = 0.5, py::kw_only(), py::arg("workers") = 0,
        py::arg("progress") = py::none(),
        "Where a condition begins to hold as one number moves over its range, or two. `mix`: two arms; what "
        "moves "
        "is how far on the way from the one to the other.");
    scenario.def(
        "difference",
        [](const Scenario& s, const Scenario& other) {
            return std::make_shared<face::Differences>(face::difference(s, other));
        },
        py::arg("other"), "What differs from another scenario, arm by arm, in plain English.");
    scenario.def(
        "difference",
        [](const Scenario& s, const std::string& from, const std::string& to) {
            return held(face::difference(s, from, s, to));
        },
        py::arg("from_arm"), py::arg("to_arm"), "What differs between two of its arms.");
}

}  // namespace

void bind_scenario(py::module_& module) {
    py::class_<ArmInfo>(module, "ArmInfo", "An arm of a scenario.")
        .def_readonly("name", &ArmInfo::name, "As the scenario names it.")
        .def_readonly("label", &ArmInfo::label, "As people call it.")
        .def_readonly("levers", &ArmInfo::levers, "Names, in the order in which they are pulled.")
        .def("__repr__", [](const ArmInfo& arm) { return "<ArmInfo " + arm.name + " (" + arm.label + ")>"; });
    py::class_<Scenario, std::shared_ptr<Scenario>> scenario(
        module, "Scenario", "A scenario that was read and found sound; never changed. load() makes one.");
    bind_knowing(scenario);
    bind_playing(scenario);
    bind_asking(scenario);
    bind_sweeping(scenario);
    bind_reading(module);
}

}  // namespace clout::python
