#include "tools/terminal.hpp"

#include "engine/base/platform.hpp"
#include "tools/console.hpp"
#include "tools/exit_code.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace clout {
namespace {

bool hushed = false;

bool set_and_not_empty(const char* name) {
    const char* value = std::getenv(name);
    return value && *value;
}

bool dumb_terminal() {
    const char* terminal = std::getenv("TERM");
    return !terminal || std::string_view(terminal) == "dumb";
}

}  // namespace

Hushed::Hushed() { hushed = true; }
Hushed::~Hushed() { hushed = false; }

int print_result(std::string_view text) {
    if (hushed) {
        return kDone;
    }
    const int error = write_all(static_cast<int>(Stream::output), text);
    if (error && error != EPIPE) {
        write_error(std::string("clout: cannot write to stdout: ") + std::strerror(error) + "\n");
        return kWorldFailed;
    }
    return kDone;
}

void write_error(std::string_view text) { (void)write_all(static_cast<int>(Stream::errors), text); }

Style style_for(const Request& request) {
    constexpr std::size_t kNarrowest = 60;  // [columns]
    Style style;
    if (!is_terminal(Stream::output)) {
        return style;
    }
    style.colour = !request.no_colour && !set_and_not_empty("NO_COLOR") && !dumb_terminal();
    style.width = std::clamp(terminal_width().value_or(style.width), kNarrowest, style.width);
    return style;
}

bool stderr_is_terminal() { return is_terminal(Stream::errors) && !dumb_terminal(); }

}  // namespace clout
