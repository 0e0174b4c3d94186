#include "engine/scenario/reader.hpp"

#include "engine/scenario/arms.hpp"
#include "engine/scenario/layers.hpp"
#include "engine/scenario/problems.hpp"

namespace clout {

Result<Library> read_library(const std::filesystem::path& file, const std::vector<Override>& overrides) {
    Files files;
    Problems problems(files);
    const auto document = read_layers(file, overrides, files, problems);
    if (!document) return merge_problems(problems.take(), {}, {});
    return build_library(file, *document, files, problems.take());
}

}  // namespace clout
