#include "tools/console.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace clout {

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

std::vector<std::string> typed_words(int argc, const char* const* argv) {
    return {argv + std::min(argc, 1), argv + argc};
}

bool is_terminal(Stream stream) { return ::isatty(static_cast<int>(stream)) == 1; }

std::optional<std::size_t> terminal_width() {
    winsize size{};
    const bool told = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return told ? std::optional<std::size_t>(size.ws_col) : std::nullopt;
}

void on_stop_signals(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler != nullptr ? handler : SIG_DFL;
    ::sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    struct sigaction before {};
    const bool put_aside = ::sigaction(SIGHUP, nullptr, &before) == 0 && before.sa_handler == SIG_IGN;
    if (!put_aside) ::sigaction(SIGHUP, &action, nullptr);  // nohup stays in force
}

void leave_at_once(int code) { ::_exit(code); }

}  // namespace clout
