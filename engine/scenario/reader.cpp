#include "engine/scenario/reader.hpp"

#include "engine/scenario/assembly/arms.hpp"
#include "engine/scenario/assembly/layers.hpp"
#include "engine/scenario/assembly/overrides.hpp"
#include "engine/scenario/text/problems.hpp"

#include <exception>
#include <optional>

namespace clout {
namespace {

Result<Library> read(const std::string& file, const std::vector<Override>& overrides,
                     const FileProvider& provider) {
    Files files;
    Problems problems(files);
    auto document = read_layers(file, provider, files, problems);
    if (!document) return merge_problems(problems.take(), {}, {});
    std::optional<Node> as_written;
    if (!overrides.empty()) as_written = *document;
    apply_overrides(*document, overrides, files, problems);
    return build_library(file, *document, as_written ? &*as_written : nullptr, provider, files,
                         problems.take());
}

}  // namespace

Result<Library> read_library(const std::string& file, const std::vector<Override>& overrides,
                             const FileProvider& provider) {
    try {
        auto built = read(file, overrides, provider);
        if (!built) return built;
        std::vector<Problem> warnings = built.problems();
        Library library = std::move(built).value();
        library.overrides = overrides;
        return {std::move(library), std::move(warnings)};
    } catch (const std::exception& failure) {  // of the machine: no memory, a path it cannot hold
        Problem problem;
        problem.file = file;
        problem.message = std::string("the file cannot be read: ") + failure.what();
        return std::vector<Problem>{std::move(problem)};
    }
}

}  // namespace clout
