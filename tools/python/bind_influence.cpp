// Who wrote the decision.
#include "tools/python/bindings.hpp"

namespace clout::python {
namespace {

using face::Author;
using face::BoardPower;
using face::Concentration;
using face::Influence;
using face::SeatPower;
using face::Step;

void bind_parts(py::module_& module) {
    py::class_<Author>(module, "Author", "A sector, a kind of organisation or an organisation.")
        .def_readonly("name", &Author::name, "\"leaning\": what bodies say unasked.")
        .def_readonly("part", &Author::part, "Of the decisions of the last round.")
        .def_readonly("money", &Author::money, "Of decided money in that round; of sectors only.")
        .def_readonly("votes", &Author::votes, "Of all votes, its own seats'; of sectors only.");
    py::class_<Concentration>(module, "Concentration", "How unevenly something is held; 1 = one holds all.")
        .def_readonly("herfindahl", &Concentration::herfindahl, "The Herfindahl-Hirschman index.")
        .def_readonly("gini", &Concentration::gini, "The Gini coefficient.");
    py::class_<Step>(module, "Step", "What is left of a voice in the message said there.")
        .def_readonly("name", &Step::name, "A body, or the fund where the voice meets the decision.")
        .def_readonly("decision", &Step::decision, "Whether it is the last.")
        .def_readonly("organisation", &Step::organisation, "One organisation's part.")
        .def_readonly("sector", &Step::sector, "Its whole sector's part.");
    py::class_<SeatPower>(module, "SeatPower", "What an entry's seats are worth; blocs vote as one.")
        .def_readonly("name", &SeatPower::name, "Of the entry, or of the bloc.")
        .def_readonly("seats", &SeatPower::seats, "How many.")
        .def_readonly("votes", &SeatPower::votes, "Share of the board's votes.")
        .def_readonly("shapley_shubik", &SeatPower::shapley_shubik, "Voting power of all together.")
        .def_readonly("banzhaf", &SeatPower::banzhaf, "Voting power of all together.")
        .def_readonly("penrose", &SeatPower::penrose, "Voting power of all together.")
        .def_readonly("weight", &SeatPower::weight, "Share of the board's weight in the last round.");
    py::class_<BoardPower>(module, "BoardPower", "The seats of a board that decides a fund.")
        .def_readonly("fund", &BoardPower::fund, "What it decides.")
        .def_readonly("board", &BoardPower::board, "The body.")
        .def_readonly("seats", &BoardPower::seats, "Entry by entry.");
}

}  // namespace

void bind_influence(py::module_& module) {
    bind_parts(module);
    py::class_<Influence, std::shared_ptr<Influence>> influence(
        module, "Influence",
        "Who wrote the decision of the last round, and what is left of a voice on its way up.");
    influence.def_readonly("replicates", &Influence::replicates, "Futures that it is read from.")
        .def_readonly("sectors", &Influence::sectors, "With what was said unasked they sum to 1.")
        .def_readonly("kinds", &Influence::kinds, "By kind of organisation.")
        .def_readonly("organisations", &Influence::organisations, "One by one, the largest first.")
        .def_readonly("influence", &Influence::influence, "How unevenly organisations hold it.")
        .def_readonly("money", &Influence::money, "How unevenly organisations hold money from all funds.")
        .def_readonly("organisation", &Influence::organisation, "The one whose ladder it is.")
        .def_readonly("ladder", &Influence::ladder, "What is left of its voice, step by step.")
        .def_readonly("boards", &Influence::boards, "Of every decided fund the first.")
        .def("__repr__", [](const Influence& i) {
            return py::str("<Influence: {} sectors, {} organisations, {} futures>")
                .format(i.sectors.size(), i.organisations.size(), i.replicates);
        });
    def_printed(influence);
    def_table(influence, "influence_frame", "A row a sector, kind and organisation.");
}

}  // namespace clout::python
