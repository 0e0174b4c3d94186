// The shelf of protocols. A new theory of bargaining is one file beside this one and one name in this list;
// the reader, the schema, the error texts and the conformance tests know it from here. Who needs no more than
// names includes kinds.hpp instead.
#pragma once

#include "engine/base/type_list.hpp"
#include "engine/protocols/compromise.hpp"
#include "engine/protocols/condorcet.hpp"
#include "engine/protocols/contest.hpp"
#include "engine/protocols/nash.hpp"
#include "engine/protocols/setter.hpp"

namespace clout {

using Protocols = TypeList<Compromise, Nash, Setter, Contest, Condorcet>;

}  // namespace clout
