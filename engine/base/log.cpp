#include "engine/base/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <memory>

namespace clout {
namespace {

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug: return spdlog::level::debug;
        case LogLevel::info: return spdlog::level::info;
        case LogLevel::warning: return spdlog::level::warn;
        case LogLevel::error: return spdlog::level::err;
        case LogLevel::off: return spdlog::level::off;
    }
    return spdlog::level::off;
}

std::shared_ptr<spdlog::logger> new_logger(LogColour colour) {
    const char* no_colour = std::getenv("NO_COLOR");
    const bool plain = colour == LogColour::never || (no_colour != nullptr && *no_colour != '\0');
    auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_mt>(plain ? spdlog::color_mode::never
                                                                            : spdlog::color_mode::automatic);
    auto logger = std::make_shared<spdlog::logger>("clout", std::move(sink));
    logger->set_pattern("%n: %v");
    logger->flush_on(spdlog::level::debug);
    return logger;
}

std::shared_ptr<spdlog::logger>& logger() {
    static std::shared_ptr<spdlog::logger> the_logger = new_logger(LogColour::automatic);
    return the_logger;
}

}  // namespace

void start_log(LogLevel lowest, LogColour colour) {
    logger() = new_logger(colour);
    logger()->set_level(level_of(lowest));
}

void log(LogLevel level, std::string_view message) {
    const bool named = level == LogLevel::warning || level == LogLevel::error;
    logger()->set_pattern(named ? "%n: %^%l%$: %v" : "%n: %v");
    logger()->log(level_of(level), message);
}

}  // namespace clout
