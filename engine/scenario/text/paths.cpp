#include "engine/scenario/text/paths.hpp"

#include <algorithm>
#include <vector>

namespace clout {

std::string folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return {};
    return std::string(slash == 0 ? path.substr(0, 1) : path.substr(0, slash));
}

std::string file_name_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string stem_of(std::string_view path) {
    const std::string name = file_name_of(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string joined_path(std::string_view folder, std::string_view path) {
    std::string joined(folder);
    if (!joined.empty() && joined.back() != '/') joined += '/';
    return joined.append(path);
}

std::string normal_path(std::string_view path) {
    const bool absolute = path.starts_with('/');
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t slash = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, slash - at);
        at = slash + 1;
        if (part.empty() || part == ".") continue;
        const bool up = part == "..";
        if (up && !parts.empty() && parts.back() != "..") {
            parts.pop_back();
        } else if (!up || !absolute) {
            parts.push_back(part);
        }
    }
    std::string normal(absolute ? "/" : "");
    for (const std::string_view part : parts) {
        if (!normal.empty() && normal.back() != '/') normal += '/';
        normal += part;
    }
    return normal.empty() && !path.empty() ? "." : normal;
}

std::optional<std::string> path_inside(std::string_view folder, std::string_view named) {
    if (named.empty() || named.starts_with('/')) return std::nullopt;
    std::string normal = normal_path(joined_path(folder, named));
    if (normal == ".." || normal.starts_with("../")) return std::nullopt;
    return normal;
}

}  // namespace clout
