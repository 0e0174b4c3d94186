// The process's own streams: results on stdout, everything else on stderr, each written whole or not called
// success.
#pragma once

#include "engine/report/text/table.hpp"
#include "tools/request.hpp"

#include <string>
#include <string_view>

namespace clout {

// All of the text to stdout. 0; also where the reader has gone away, who wants no more (`| head`). 1, with a
// message on stderr, where it cannot be written.
[[nodiscard]] int print_result(std::string_view text);

// While one of these lives nothing is printed on stdout, and that is called success: what is played again is
// not told again.
class Hushed {
public:
    Hushed();
    ~Hushed();
    Hushed(const Hushed&) = delete;
    Hushed& operator=(const Hushed&) = delete;
};

// To stderr; where that fails there is nobody left to tell.
void write_error(std::string_view text);

// How text is set on stdout: at most 100 columns, colour only on a terminal that wants it.
[[nodiscard]] Style style_for(const Request& request);

[[nodiscard]] bool stderr_is_terminal();

}  // namespace clout
