#include "tools/python/asking.hpp"

namespace clout::python {

namespace py = pybind11;

std::vector<face::Setting> settings_of(const Settings& settings) {
    const py::object yaml = py::module_::import("clout._values").attr("yaml_of");
    std::vector<face::Setting> result;
    for (const auto& [path, value] : settings) result.push_back({path, yaml(value).cast<std::string>()});
    return result;
}

face::ThresholdAsked threshold_asked(const std::string& until, const Ranges& vary, const std::string& from,
                                     const std::string& to,
                                     const std::optional<std::pair<std::string, std::string>>& mix,
                                     double switches) {
    face::ThresholdAsked asked;
    asked.until = until;
    asked.from = from;
    asked.to = to;
    for (const auto& [path, range] : vary) asked.vary.push_back({path, range.first, range.second});
    if (!mix) return asked;
    asked.mix = face::Mix{mix->first, mix->second, switches};
    if (asked.vary.empty()) asked.vary.push_back({"mix", 0, 1});
    return asked;
}

std::vector<face::Varied> varied_of(const Varying& vary) {
    std::vector<face::Varied> result;
    for (const auto& [path, values] : vary) {
        if (values.is_none())
            result.push_back({path, {}, false});
        else
            result.push_back({path, values.cast<std::vector<double>>(), !py::isinstance<py::tuple>(values)});
    }
    return result;
}

void take_table(const py::object& table, face::SweepAsked& asked) {
    asked.design = "table";
    std::vector<std::vector<double>> columns;
    for (const py::handle name : table) {
        columns.push_back(py::list(table.attr("__getitem__")(name)).cast<std::vector<double>>());
        asked.vary.push_back({name.cast<std::string>(), {}, false});
        if (columns.back().size() != columns.front().size())
            throw py::value_error("the columns of the table are not equally long");
    }
    for (std::size_t row = 0; !columns.empty() && row < columns.front().size(); ++row)
        for (const std::vector<double>& column : columns) asked.table.push_back(column[row]);
}

face::Keep keep_of(const std::string& text) {
    for (const face::Keep keep : {face::Keep::summary, face::Keep::replicates, face::Keep::series})
        if (text == word(keep)) return keep;
    throw py::value_error("keep '" + text + "': it is summary, replicates or series");
}

const char* word(face::Keep keep) {
    switch (keep) {
        case face::Keep::summary: return "summary";
        case face::Keep::replicates: return "replicates";
        case face::Keep::series: break;
    }
    return "series";
}

}  // namespace clout::python
