// Ctrl-C, SIGTERM and SIGHUP while replicates run: the first asks to stop, the second stops.
#pragma once

#include <functional>

namespace clout {

// While one of these lives the first signal is only noted, so that complete replicates can still be handed
// over, and a second ends the process at once with 129, 130 or 143. SIGHUP that whoever started us has put
// aside (nohup) stays so. While results are being written the second is noted too: whoever writes stops and
// leaves nothing behind. Never more than one at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] static bool requested();  // at least one signal
    [[nodiscard]] static int exit_code();   // 129, 130 or 143 after a signal, else 0
    // Runs `write(abandon)`, where abandon() answers true once a second signal has come.
    static void while_writing(const std::function<void(const std::function<bool()>&)>& write);
};

}  // namespace clout
