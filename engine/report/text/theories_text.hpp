// The same comparison under every theory of bargaining, as a page of text.
#pragma once

#include "engine/analysis/theories.hpp"
#include "engine/report/text/table.hpp"
#include "engine/study/theories_study.hpp"

#include <string>

namespace clout {

// A sentence that is true of one arm over all theories: which way it goes, how much that varies, and under
// which theories the headline's verdict holds.
[[nodiscard]] std::string survival_sentence(const Theories& theories, std::size_t arm,
                                            const Provenance& provenance);

// A table a compared arm; where there are many, one line an arm.
[[nodiscard]] std::string theories_tables(const Theories& theories, const Provenance& provenance,
                                          const Style& style);

// The same with what stands around it, and with the other reading where there is one.
[[nodiscard]] std::string theories_text(const TheoriesStudy& study, const Style& style);

}  // namespace clout
