#include "engine/protocols/kinds.hpp"

#include "engine/protocols/shelf.hpp"

namespace clout {
namespace {

template <class... Ps>
constexpr std::array<ProtocolFacts, sizeof...(Ps)> facts_of(TypeList<Ps...>) {
    return {{{Ps::kName, Ps::kSummary, Ps::kTakesPapers}...}};
}

constexpr auto kKinds = facts_of(Protocols{});

}  // namespace

std::span<const ProtocolFacts> protocol_kinds() { return kKinds; }

}  // namespace clout
