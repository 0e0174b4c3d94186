#include "engine/base/parallel.hpp"

namespace clout {

std::size_t parallel_for(std::size_t count, Workers, const std::function<void(std::size_t)>& body,
                         const std::function<bool()>& stop) {
    for (std::size_t i = 0; i < count; ++i) {
        if (stop && stop()) {
            return i;
        }
        body(i);
    }
    return count;
}

const char* parallel_backend() { return "serial"; }

}  // namespace clout
