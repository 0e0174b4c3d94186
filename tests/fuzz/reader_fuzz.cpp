// Coverage-guided: libFuzzer through the reader, by clang and of its own (tests/fuzz/CMakeLists.txt says
// how). What it finds goes into the corpus.
#include "tests/fuzz/one_input.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string fault = clout::fuzz::fault_of_reading({reinterpret_cast<const char*>(data), size});
    if (!fault.empty()) {
        std::fprintf(stderr, "%s\n", fault.c_str());
        std::abort();
    }
    return 0;
}
