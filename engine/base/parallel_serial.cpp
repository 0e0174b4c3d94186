#include "engine/base/one_at_a_time.hpp"
#include "engine/base/parallel.hpp"

namespace clout {

std::size_t thread_count(Workers) { return 1; }

std::size_t parallel_for(std::size_t count, Workers, const std::function<void(std::size_t)>& body,
                         const std::function<bool()>& stop) {
    for (std::size_t i = 0; i < count; ++i) {
        if (stop && stop()) {
            return i;
        }
        body(i);
    }
    return count;
}

struct Crew::Inside {};

Crew::Crew(Workers) {}
Crew::~Crew() = default;

std::size_t Crew::size() const { return 1; }

void Crew::each(std::size_t parts, const std::function<void(std::size_t)>& body) {
    for (std::size_t part = 0; part < parts; ++part) body(part);
}

struct OneAtATime::Inside {};

OneAtATime::OneAtATime() = default;
OneAtATime::~OneAtATime() = default;

void OneAtATime::pass(const std::function<void()>& body) { body(); }

const char* parallel_backend() { return "serial"; }

}  // namespace clout
