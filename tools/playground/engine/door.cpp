// The page's door to the engine in WebAssembly: requests and answers are JSON (desk.hpp), futures are numbers
// in place.
#include "tools/playground/engine/desk.hpp"

#include <cstddef>
#include <string>

namespace {

clout::playground::Desk& desk() {
    static clout::playground::Desk kDesk;
    return kDesk;
}

}  // namespace

extern "C" {

// UTF-8, ending in 0; the answer stands until the next request.
const char* clout_answer(const char* request) {
    static std::string kAnswer;
    kAnswer = desk().answer(request);
    return kAnswer.c_str();
}

// The futures that were played last, and how many numbers they are.
const double* clout_values() { return desk().values().data(); }
std::size_t clout_values_size() { return desk().values().size(); }

// Where to write so many numbers before they are taken.
double* clout_room(std::size_t count) { return desk().room(count); }
}
