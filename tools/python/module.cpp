// The engine in Python: clout/__init__.py shows what is made here.
#include "tools/python/bindings.hpp"

PYBIND11_MODULE(_engine, module) {
    using namespace clout::python;
    module.doc() = "The engine's public face.";
    bind_problems(module);
    bind_figures(module);
    bind_comparison(module);
    bind_influence(module);
    bind_causes(module);
    bind_drivers(module);
    bind_study(module);
    bind_scenario(module);
}
