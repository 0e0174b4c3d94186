// The program: reads the command line, does the verb, and turns every way to fail into a plain message and a
// code.
#include "engine/base/log.hpp"
#include "engine/report/files/folder.hpp"
#include "engine/study/ranks.hpp"
#include "tools/command_line.hpp"
#include "tools/console.hpp"
#include "tools/exit_code.hpp"
#include "tools/interruption.hpp"
#include "tools/machine.hpp"
#include "tools/terminal.hpp"

#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace clout {
namespace {

int carry_out(const Command& command) {
    const Request& request = command.request;
    start_log(request.quiet     ? LogLevel::error
              : request.verbose ? LogLevel::debug
                                : LogLevel::info,
              request.no_colour ? LogColour::never : LogColour::automatic);
    return command.run();
}

int run_program(std::vector<std::string> typed) {
    prepare_streams();
    try {
        Ranks ranks;
        if (!ranks.first()) {
            const Interruption interruption;
            ranks.serve({allowance().jobs()}, [] { return Interruption::requested(); });
            return kDone;
        }
        auto read = read_command_line(std::move(typed));
        if (const int* said = std::get_if<int>(&read)) {
            return *said;
        }
        Command& command = std::get<Command>(read);
        command.request.ranks = &ranks;
        return carry_out(command);
    } catch (const Abandoned& abandoned) {
        write_error(std::string("clout: ") + abandoned.what() + "\n");
        return Interruption::exit_code();
    } catch (const std::bad_alloc&) {
        write_error("clout: not enough memory\n");
    } catch (const std::exception& error) {
        write_error(std::string("clout: ") + error.what() + "\n");
    }
    return kWorldFailed;
}

}  // namespace
}  // namespace clout

int main(int argc, char** argv) { return clout::run_program(clout::typed_words(argc, argv)); }
