// The only door to spdlog: what the tools tell people on stderr while they work. The engine itself never
// logs.
#pragma once

#include <cstdint>
#include <string_view>

namespace clout {

enum class LogLevel : std::uint8_t { debug, info, warning, error, off };
enum class LogColour : std::uint8_t { automatic, never };

// Messages below `lowest` are dropped. Until this is called: info and above, colour where stderr is a
// terminal and NO_COLOR is not set.
void start_log(LogLevel lowest, LogColour colour = LogColour::automatic);

// One line on stderr: "clout: message", the level named where it is a warning or an error.
void log(LogLevel level, std::string_view message);

}  // namespace clout
