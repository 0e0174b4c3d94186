// What the process tells its caller.
#pragma once

namespace clout {

enum ExitCode : int {
    kDone = 0,
    kWorldFailed = 1,  // disk full, no permission, out of memory
    kUsage = 2,
    kInvalidInput = 3,  // a scenario with errors
    kSomeFailed = 4,    // a study is whole, but some of its points failed
    kCheckNotMet = 5,
    kForeignStore = 6,   // of another study, or none of ours
    kResumable = 75,     // a study was stopped, and goes on with --resume
    kHungUp = 129,       // stopped by SIGHUP: the terminal went away
    kInterrupted = 130,  // stopped by Ctrl-C
    kTerminated = 143,   // stopped by SIGTERM
};

}  // namespace clout
