// OneAtATime for parallel loops that have threads. Definitions: for the one file of each such loop alone, so
// that whoever links the loop has the door, too; a loop without threads lets everybody through
// (parallel_serial.cpp).
#pragma once

#include "engine/base/one_at_a_time.hpp"

#include <mutex>

namespace clout {

struct OneAtATime::Inside {
    std::mutex mutex;
};

OneAtATime::OneAtATime() : inside_(std::make_unique<Inside>()) {}
OneAtATime::~OneAtATime() = default;

void OneAtATime::pass(const std::function<void()>& body) {
    const std::scoped_lock lock(inside_->mutex);
    body();
}

}  // namespace clout
