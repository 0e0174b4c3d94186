// What the process tells its caller.
#pragma once

namespace clout {

enum ExitCode : int {
    kDone = 0,
    kWorldFailed = 1,  // disk full, no permission, out of memory
    kUsage = 2,
    kInvalidInput = 3,  // a scenario with errors
    kCheckNotMet = 5,
    kInterrupted = 130,  // stopped by Ctrl-C
    kTerminated = 143,   // stopped by SIGTERM
};

}  // namespace clout
