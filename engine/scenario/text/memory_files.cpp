#include "engine/scenario/text/files.hpp"

#include "engine/scenario/text/paths.hpp"

#include <utility>

namespace clout {

FileProvider files_from(std::function<std::optional<std::string>(const std::string& path)> text) {
    FileProvider files;
    files.read = [text = std::move(text)](const std::string& path, std::uintmax_t largest) {
        FileBytes file;
        file.bytes = text(normal_path(path));
        file.missing = !file.bytes;
        if (file.bytes && file.bytes->size() > largest) {
            file.bytes.reset();
            file.trouble = too_large(largest);
        }
        return file;
    };
    files.identity = [](const std::string& path) { return normal_path(path); };
    return files;
}

std::string too_large(std::uintmax_t largest) {
    return "the file is larger than " + std::to_string(largest >> 20) + " MiB, which is the limit";
}

}  // namespace clout
