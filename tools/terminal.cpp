#include "tools/terminal.hpp"

#include "tools/exit_code.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace clout {
namespace {

bool hushed = false;

// 0 or the errno of the write that failed.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return errno;
        }
        text.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return 0;
}

bool set_and_not_empty(const char* name) {
    const char* value = std::getenv(name);
    return value && *value;
}

bool dumb_terminal() {
    const char* terminal = std::getenv("TERM");
    return !terminal || std::string_view(terminal) == "dumb";
}

}  // namespace

void prepare_streams() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may grow no further: the write fails, and is told
    // A closed stdout would lend its number to the next file we open. Opened for reading, writes still fail.
    for (const int descriptor : {0, 1, 2}) {
        if (::fcntl(descriptor, F_GETFD) < 0 && errno == EBADF) {
            [[maybe_unused]] const int opened = ::open("/dev/null", O_RDONLY);
        }
    }
}

Hushed::Hushed() { hushed = true; }
Hushed::~Hushed() { hushed = false; }

int print_result(std::string_view text) {
    if (hushed) {
        return kDone;
    }
    const int error = write_all(STDOUT_FILENO, text);
    if (error && error != EPIPE) {
        write_error(std::string("clout: cannot write to stdout: ") + std::strerror(error) + "\n");
        return kWorldFailed;
    }
    return kDone;
}

void write_error(std::string_view text) { (void)write_all(STDERR_FILENO, text); }

Style style_for(const Request& request) {
    constexpr std::size_t kNarrowest = 60;  // [columns]
    Style style;
    if (!::isatty(STDOUT_FILENO)) {
        return style;
    }
    style.colour = !request.no_colour && !set_and_not_empty("NO_COLOR") && !dumb_terminal();
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        style.width = std::clamp<std::size_t>(size.ws_col, kNarrowest, style.width);
    }
    return style;
}

bool stderr_is_terminal() { return ::isatty(STDERR_FILENO) == 1 && !dumb_terminal(); }

}  // namespace clout
