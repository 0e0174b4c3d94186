#include "tools/interruption.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>

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
        ::_exit(128 + signal);
    }
}

void handle(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    ::sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    struct sigaction before {};
    const bool put_aside = ::sigaction(SIGHUP, nullptr, &before) == 0 && before.sa_handler == SIG_IGN;
    if (!put_aside) ::sigaction(SIGHUP, &action, nullptr);  // nohup stays in force
}

}  // namespace

Interruption::Interruption() { handle(on_signal); }

Interruption::~Interruption() { handle(SIG_DFL); }

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
