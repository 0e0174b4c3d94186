#include "tools/machine.hpp"
#include "tools/memory_limits.hpp"
#include "tools/python/bindings.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace clout::python {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{50};

// The work on its thread, as the caller sees it.
class Work {
public:
    Work(const std::function<void(const face::Options&)>& work, std::size_t workers) {
        options_.workers = workers > 0 ? workers : allowance().jobs();
        options_.memory = memory_allowed();
        options_.stop = [this] { return stop_.load(); };
        options_.on_progress = [this](face::Progress progress) {
            const std::scoped_lock lock(mutex_);
            progress_ = progress;
        };
        thread_ = std::thread([this, &work] {
            try {
                work(options_);
            } catch (...) {
                failure_ = std::current_exception();
            }
            const std::scoped_lock lock(mutex_);
            finished_ = true;
            over_.notify_all();
        });
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;
    ~Work() {
        stop();
        const py::gil_scoped_release free;  // what it does may need Python
        thread_.join();
    }

    // Waits a moment; true once it has ended.
    bool wait() {
        const py::gil_scoped_release free;
        std::unique_lock lock(mutex_);
        return over_.wait_for(lock, kBetweenLooks, [this] { return finished_; });
    }
    void stop() { stop_ = true; }
    [[nodiscard]] face::Progress progress() {
        const std::scoped_lock lock(mutex_);
        return progress_;
    }
    // What it threw; after its end.
    [[nodiscard]] std::exception_ptr failure() const { return failure_; }

private:
    face::Options options_;
    std::atomic<bool> stop_{false};
    std::mutex mutex_;
    std::condition_variable over_;
    face::Progress progress_;
    bool finished_ = false;
    std::exception_ptr failure_;
    std::thread thread_;
};

// What is drawn of it while it runs; package/_progress.py.
class Meter {
public:
    Meter(const char* what, const Progress& progress)
        : meter_(py::module_::import("clout._progress").attr("meter_for")(what, progress)) {}

    void show(face::Progress progress) {
        if (meter_.is_none() || progress.total == 0 || progress.done == shown_) return;
        shown_ = progress.done;
        meter_.attr("show")(progress.done, progress.total);
    }
    void close() const {
        if (!meter_.is_none()) meter_.attr("close")();
    }

private:
    py::object meter_;
    std::size_t shown_ = 0;
};

}  // namespace

void watch(const char* what, const How& how, const std::function<void(const face::Options&)>& work) {
    Meter meter(what, how.progress);
    std::exception_ptr raised;  // by a signal, by who is told of progress, or by the work
    {
        Work running(work, how.workers);
        for (bool over = false; !over;) {
            over = running.wait();
            if (raised) continue;
            try {
                if (PyErr_CheckSignals() != 0) throw py::error_already_set();
                meter.show(running.progress());
            } catch (py::error_already_set&) {
                raised = std::current_exception();
                running.stop();
            }
        }
        if (!raised) raised = running.failure();
    }
    meter.close();
    if (raised) std::rethrow_exception(raised);
}

}  // namespace clout::python
