#include "tools/interruption.hpp"

#include "tools/console.hpp"

#include <atomic>

namespace clout {
namespace {

// Lock-free atomics: the handler may run on any thread.
std::atomic<int> signals_seen{0};
std::atomic<int> first_signal{0};
std::atomic<bool> writing{false};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void on_signal(int signal) {
    if (signals_seen.fetch_add(1) == 0) {
        first_signal = signal;
        return;
    }
    if (!writing) {
        leave_at_once(128 + signal);
    }
}

}  // namespace

Interruption::Interruption() { on_stop_signals(on_signal); }

Interruption::~Interruption() { on_stop_signals(nullptr); }

bool Interruption::requested() { return signals_seen > 0; }

int Interruption::exit_code() { return first_signal ? 128 + first_signal : 0; }

void Interruption::while_writing(const std::function<void(const std::function<bool()>&)>& write) {
    writing = true;
    struct Over {
        ~Over() { writing = false; }
    } const over;
    write([] { return signals_seen > 1; });
}

}  // namespace clout
