// A door of one thread's width, free where there are no threads: made by whoever makes the parallel loop
// (parallel.hpp).
#pragma once

#include <functional>
#include <memory>

namespace clout {

// Lets one thread at a time through.
class OneAtATime {
public:
    OneAtATime();
    ~OneAtATime();
    OneAtATime(const OneAtATime&) = delete;
    OneAtATime& operator=(const OneAtATime&) = delete;

    void pass(const std::function<void()>& body);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace clout
