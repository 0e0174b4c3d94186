// Which lever does it, under which theory, and what differs.
#include "tools/python/bindings.hpp"

namespace clout::python {
namespace {

using face::Attribution;
using face::Differences;
using face::DifferenceSection;
using face::Interaction;
using face::Part;
using face::Survival;
using face::Theories;
using face::Theory;
using face::TheoryFinding;

const char* word(Part::What what) {
    switch (what) {
        case Part::What::lever: return "lever";
        case Part::What::lever_dropped: return "lever dropped";
        case Part::What::changes: return "changes";
        case Part::What::changes_dropped: break;
    }
    return "changes dropped";
}

const char* word(Survival survival) {
    switch (survival) {
        case Survival::up: return "up";
        case Survival::down: return "down";
        case Survival::mixed: return "mixed";
        case Survival::open: return "open";
        case Survival::nothing: return "nothing";
        case Survival::same: break;
    }
    return "same";
}

void bind_attribution(py::module_& module) {
    py::class_<Part> part(module, "Part", "What one lever, or an arm's own changes, does to the difference.");
    part.def_property_readonly(
            "what", [](const Part& p) { return word(p.what); },
            "\"lever\", \"lever dropped\", \"changes\" or \"changes dropped\".")
        .def_readonly("name", &Part::name, "Of the lever, or of the arm whose changes they are.")
        .def_readonly("label", &Part::label, "As people call it.")
        .def_readonly("effect", &Part::effect, "Its Shapley value.")
        .def_readonly("alone", &Part::alone, "What it does first of all.")
        .def_readonly("last", &Part::last, "What it does after all others.")
        .def_readonly("order_se", &Part::order_se, "Error from sampling orders; 0 where all were played.");
    def_view(part, "values", &Part::values, "Future by future; over all parts they sum to the difference.");
    py::class_<Interaction>(module, "Interaction",
                            "What two parts do together beyond what each does by itself.")
        .def_readonly("one", &Interaction::one, "Row of parts.")
        .def_readonly("other", &Interaction::other, "Row of parts.")
        .def_readonly("effect", &Interaction::effect, "In the measure's unit.");
    py::class_<Attribution, std::shared_ptr<Attribution>> attribution(
        module, "Attribution", "The difference between two arms, divided among the levers.");
    attribution.def_readonly("from_arm", &Attribution::from, "Held against.")
        .def_readonly("to_arm", &Attribution::to, "What it is about.")
        .def_readonly("measure", &Attribution::measure, "What is divided.")
        .def_readonly("unit", &Attribution::unit, "Of the measure.")
        .def_readonly("parts", &Attribution::parts, "In the order in which levers are pulled.")
        .def_readonly("interactions", &Attribution::interactions, "The largest first.")
        .def_readonly("total", &Attribution::total, "The whole difference.")
        .def_readonly("from_mean", &Attribution::from_mean, "The measure's mean in the one arm.")
        .def_readonly("to_mean", &Attribution::to_mean, "The measure's mean in the other.")
        .def_readonly("replicates", &Attribution::replicates, "Futures.")
        .def_readonly("combinations", &Attribution::combinations, "Of levers, that were played.")
        .def("__repr__", [](const Attribution& a) {
            return py::str("<Attribution of {} from {} to {}: {} parts>")
                .format(a.measure, a.from, a.to, a.parts.size());
        });
    def_printed(attribution);
    def_table(attribution, "attribution_frame", "A row a part.");
}

void bind_theories(py::module_& module) {
    py::class_<TheoryFinding>(module, "TheoryFinding", "One arm against the baseline under one theory.")
        .def_property_readonly(
            "verdict", [](const TheoryFinding& f) { return verdict_word(f.verdict); }, "As in Finding.")
        .def_readonly("difference", &TheoryFinding::difference, "In the unit of the theories.")
        .def_readonly("relative", &TheoryFinding::relative,
                      "Part of the sector's own contested money in the baseline under this theory.")
        .def_readonly("more", &TheoryFinding::more, "Futures in which it gains.")
        .def_readonly("same", &TheoryFinding::same, "Futures in which its money hardly changes.")
        .def_readonly("less", &TheoryFinding::less, "Futures in which it loses.");
    py::class_<Theory>(module, "Theory", "A theory of bargaining, and what is found under it.")
        .def_readonly("protocol", &Theory::protocol, "\"nash\".")
        .def_readonly("written", &Theory::written, "Whether every board of every arm has it in the file.")
        .def_readonly("level", &Theory::level, "The sector's contested money in the baseline, mean.")
        .def_readonly("arms", &Theory::arms, "Arm by arm; None for the baseline.");
    py::class_<Theories, std::shared_ptr<Theories>> theories(
        module, "Theories", "The same comparison under several theories of bargaining.");
    theories.def_readonly("arms", &Theories::arms, "Names and labels.")
        .def_readonly("baseline", &Theories::baseline, "Row of arms.")
        .def_readonly("replicates", &Theories::replicates, "Futures.")
        .def_readonly("unit", &Theories::unit, "\"£ a patient a year\" or \"£m a year\".")
        .def_readonly("theories", &Theories::theories, "One by one.")
        .def_property_readonly(
            "survival",
            [](const Theories& t) {
                std::vector<std::string> words;
                for (const Survival survival : t.survival) words.emplace_back(word(survival));
                return words;
            },
            "Arm by arm what can be said over all theories: \"up\", \"down\", \"mixed\", \"open\", "
            "\"nothing\" or "
            "\"same\".")
        .def("__repr__", [](const Theories& t) {
            return py::str("<Theories: {} of {} arms>").format(t.theories.size(), t.arms.size());
        });
    def_printed(theories);
    def_table(theories, "theories_frame", "A row a theory and arm.");
}

}  // namespace

void bind_causes(py::module_& module) {
    bind_attribution(module);
    bind_theories(module);
    py::class_<DifferenceSection>(module, "DifferenceSection", "What differs in one arm.")
        .def_readonly("heading", &DifferenceSection::heading, "\"arm 'united'\"; empty of two named arms.")
        .def_readonly("lines", &DifferenceSection::lines, "In plain English; empty = nothing.");
    py::class_<Differences, std::shared_ptr<Differences>> differences(
        module, "Differences", "What differs between two scenarios, or two arms.");
    differences.def_readonly("from_what", &Differences::from, "The one.")
        .def_readonly("to_what", &Differences::to, "The other.")
        .def_readonly("sections", &Differences::sections, "Arm by arm.")
        .def("__repr__", [](const Differences& d) {
            return py::str("<Differences from {} to {}>").format(d.from, d.to);
        });
    def_printed(differences);
}

}  // namespace clout::python
