// The shelf of designs. A new way to sample is one file beside this one and one name in this list; the
// studies, their error texts and the conformance tests know it from here.
#pragma once

#include "engine/base/type_list.hpp"
#include "engine/designs/grid.hpp"
#include "engine/designs/jansen.hpp"
#include "engine/designs/latin.hpp"
#include "engine/designs/morris.hpp"
#include "engine/designs/shapley.hpp"
#include "engine/designs/sobol.hpp"
#include "engine/designs/table.hpp"

namespace clout {

using Designs =
    TypeList<SobolDesign, LatinDesign, GridDesign, MorrisDesign, JansenDesign, ShapleyDesign, TableDesign>;

}  // namespace clout
