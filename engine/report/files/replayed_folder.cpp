#include "engine/report/files/replayed_folder.hpp"

#include "engine/base/text.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/scenario/text/csv.hpp"

#include <algorithm>
#include <sstream>

namespace clout {
namespace {

std::string both(const std::string& stands, const std::string& played) {
    constexpr std::size_t kLongest = 60;  // [characters] of a line that are shown
    return "'" + shortened(stands, kLongest) + "' stands there, '" + shortened(played, kLongest) +
           "' was played";
}

std::string difference_of_lines(const std::string& stands, const std::string& played) {
    std::istringstream one(stands), two(played);
    for (std::size_t line = 1;; ++line) {
        std::string a, b;
        const bool more_a = static_cast<bool>(std::getline(one, a)),
                   more_b = static_cast<bool>(std::getline(two, b));
        if (!more_a && !more_b) return "its last line ends otherwise";
        const std::string at = "line " + std::to_string(line) + ": ";
        if (!more_a) return at + "nothing stands there, '" + b + "' was played";
        if (!more_b) return at + "'" + a + "' stands there, nothing was played";
        if (a != b) return at + both(a, b);
    }
}

std::string difference_of_cells(std::string stands, std::string played) {
    std::erase(stands, '\r');
    std::erase(played, '\r');
    CsvReader one(stands), two(played);
    std::vector<std::string> heading, a, b;
    while (one.next(a)) {
        if (heading.empty()) heading = a;
        if (!two.next(b) || a.size() != b.size()) break;
        for (std::size_t cell = 0; cell < a.size(); ++cell)
            if (a[cell] != b[cell])
                return "line " + std::to_string(one.line()) + ", " +
                       (cell < heading.size() ? heading[cell] : "a cell without a heading") + ": " +
                       both(a[cell], b[cell]);
    }
    return difference_of_lines(stands, played);
}

CheckedTable check_file(const std::string& name, const std::filesystem::path& folder,
                        const std::filesystem::path& played) {
    if (!std::filesystem::exists(folder / name))
        return {name, TableVerdict::differs, "it is not there any more"};
    if (!std::filesystem::exists(played / name))
        return {name, TableVerdict::differs, "it was not made again"};
    std::string stands = read_whole(folder / name), again = read_whole(played / name);
    if (name == kManifestName) {
        stands = lasting_part(stands);
        again = lasting_part(again);
    }
    std::string why = first_difference(name, stands, again);
    return {name, why.empty() ? TableVerdict::same : TableVerdict::differs, std::move(why)};
}

}  // namespace

std::string first_difference(const std::string& name, const std::string& stands, const std::string& played) {
    if (stands == played) return {};
    return name.ends_with(".csv") ? difference_of_cells(stands, played) : difference_of_lines(stands, played);
}

std::vector<CheckedTable> check_tables(const ReadManifest& manifest, const std::filesystem::path& folder,
                                       const std::filesystem::path& played) {
    std::vector<CheckedTable> checked;
    std::vector<std::string> names = manifest.files;
    names.emplace_back(kManifestName);
    for (const std::string& name : names) {
        const bool plain = name.find('/') == std::string::npos && name != "..";
        if (!plain)
            checked.push_back({name, TableVerdict::differs, "it is no name of a file in the folder"});
        else if (manifest.stopped_early && !name.ends_with(".csv"))
            checked.push_back(
                {name, TableVerdict::not_compared, "the study was stopped early, and it says so"});
        else
            checked.push_back(check_file(name, folder, played));
    }
    return checked;
}

}  // namespace clout
