// The page of a study of many points, read off its store: nothing is played for it.
#pragma once

#include "tools/page_request.hpp"
#include "tools/request.hpp"

#include <string>

namespace clout {

// Whether that file is a database, as stores are.
[[nodiscard]] bool is_store(const std::string& file);

// Writes it; an exit code. Without --until the finding is that the figure is on the side of 0 on which its
// mean is.
[[nodiscard]] int write_store_page(const Request& request, const PageAsked& asked, const std::string& file);

}  // namespace clout
