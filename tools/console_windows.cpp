#include "tools/console.hpp"

#include <windows.h>
// After windows.h, which they need.
#include <fcntl.h>
#include <io.h>
#include <shellapi.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

namespace clout {
namespace {

void (*wanted)(int) = nullptr;

// Runs on a thread that the console makes. A window that is closed ends the process when this returns,
// however soon.
BOOL WINAPI on_console(DWORD event) {
    if (wanted == nullptr) return FALSE;
    wanted(event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT ? SIGINT : SIGTERM);
    return TRUE;
}

}  // namespace

void prepare_streams() {
    ::SetConsoleOutputCP(CP_UTF8);
    for (const Stream stream : {Stream::input, Stream::output, Stream::errors})
        ::_setmode(static_cast<int>(stream), _O_BINARY);
}

// Not what main() is given: that is in the machine's own code page, and has lost what is not in it.
std::vector<std::string> typed_words(int, const char* const*) {
    int count = 0;
    wchar_t** all = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    std::vector<std::string> words;
    for (int i = 1; all != nullptr && i < count; ++i) words.push_back(std::filesystem::path(all[i]).string());
    ::LocalFree(all);
    return words;
}

bool is_terminal(Stream stream) { return ::_isatty(static_cast<int>(stream)) != 0; }

std::optional<std::size_t> terminal_width() {
    CONSOLE_SCREEN_BUFFER_INFO about{};
    if (::GetConsoleScreenBufferInfo(::GetStdHandle(STD_OUTPUT_HANDLE), &about) == 0) return std::nullopt;
    return static_cast<std::size_t>(about.srWindow.Right - about.srWindow.Left + 1);
}

void on_stop_signals(void (*handler)(int)) {
    wanted = handler;
    ::SetConsoleCtrlHandler(on_console, handler != nullptr ? TRUE : FALSE);
}

void leave_at_once(int code) { std::_Exit(code); }

}  // namespace clout
