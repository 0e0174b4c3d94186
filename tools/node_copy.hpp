// A study's store that is written in a folder of this node, and moved to its place when its run ends or is
// stopped: for places that are slow to write to, or that many nodes write to at once.
#pragma once

#include <filesystem>
#include <string>

namespace clout {

class NodeCopy {
public:
    // `folder` empty: the store is written in its place. What stands there already is copied first.
    // Throws std::runtime_error where that cannot be.
    NodeCopy(std::filesystem::path place, const std::string& folder);
    // Without hand_over(): the copy stays where it is, as it may be all there is.
    ~NodeCopy() = default;
    NodeCopy(const NodeCopy&) = delete;
    NodeCopy& operator=(const NodeCopy&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    // The closed store takes its place in one step, and the copy is removed; nothing where there is none.
    // Throws std::runtime_error, which says where the copy stands.
    void hand_over() const;

private:
    std::filesystem::path place_, file_;
};

}  // namespace clout
