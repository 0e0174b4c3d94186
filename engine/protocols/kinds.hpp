// What the rest of the program knows of the protocols on the shelf, without compiling any of them.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace clout {

struct ProtocolKind {
    std::size_t row = 0;  // of protocol_kinds(), and in Protocols (shelf.hpp)
};

struct ProtocolFacts {
    std::string_view name;     // as scenarios write it
    std::string_view summary;  // one line for readers
    bool takes_papers = true;  // whether agenda power acts on its result (MODEL.md 6.3)
};

// In the order of the shelf.
[[nodiscard]] std::span<const ProtocolFacts> protocol_kinds();

}  // namespace clout
