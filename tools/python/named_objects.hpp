// Objects of Python as signatures, and with them the stubs, name them; what they are is looked after in
// Python.
#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

namespace clout::python {

inline bool is_any(PyObject* object) { return object != nullptr; }

// bool, or a function of what is done and of how much; None = a bar where stderr is a terminal.
class Progress : public pybind11::object {
    PYBIND11_OBJECT_DEFAULT(Progress, object, is_any)
};
// A number, a text, lists and mappings of such.
class Value : public pybind11::object {
    PYBIND11_OBJECT_DEFAULT(Value, object, is_any)
};
// A pair: a range; a list: one of its values; None: as the file spreads it.
class Vary : public pybind11::object {
    PYBIND11_OBJECT_DEFAULT(Vary, object, is_any)
};
// Columns of numbers by their paths.
class Table : public pybind11::object {
    PYBIND11_OBJECT_DEFAULT(Table, object, is_any)
};
class DataArray : public pybind11::object {
    PYBIND11_OBJECT_DEFAULT(DataArray, object, is_any)
};
class Dataset : public pybind11::object {
    PYBIND11_OBJECT_DEFAULT(Dataset, object, is_any)
};
class DataFrame : public pybind11::object {
    PYBIND11_OBJECT_DEFAULT(DataFrame, object, is_any)
};

}  // namespace clout::python

namespace pybind11::detail {
template <>
struct handle_type_name<clout::python::Progress> {
    static constexpr auto name = const_name("Progress");
};
template <>
struct handle_type_name<clout::python::Value> {
    static constexpr auto name = const_name("Value");
};
template <>
struct handle_type_name<clout::python::Vary> {
    static constexpr auto name = const_name("Vary");
};
template <>
struct handle_type_name<clout::python::Table> {
    static constexpr auto name = const_name("Table");
};
template <>
struct handle_type_name<clout::python::DataArray> {
    static constexpr auto name = const_name("xarray.DataArray");
};
template <>
struct handle_type_name<clout::python::Dataset> {
    static constexpr auto name = const_name("xarray.Dataset");
};
template <>
struct handle_type_name<clout::python::DataFrame> {
    static constexpr auto name = const_name("pandas.DataFrame");
};
}  // namespace pybind11::detail
