// The streams a process is given, as the operating system knows them: one source for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clout {

enum class Stream : std::uint8_t { input, output, errors };

// To be called first: neither a reader that went away nor a limit of file sizes must kill us, a stream that
// was closed for us stays a stream, and bytes are passed on as they are.
void prepare_streams();

// What was typed after the program's name, in UTF-8.
[[nodiscard]] std::vector<std::string> typed_words(int argc, const char* const* argv);

[[nodiscard]] bool is_terminal(Stream stream);
[[nodiscard]] std::optional<std::size_t> terminal_width();  // [columns] of the one results are printed on

// Calls `handler` with a signal's number whenever the process is asked to stop (SIGINT, SIGTERM, SIGHUP that
// nobody has put aside); nullptr: such a signal ends it again.
void on_stop_signals(void (*handler)(int));
[[noreturn]] void leave_at_once(int code);

}  // namespace clout
