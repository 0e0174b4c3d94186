// Compiled with contraction allowed, unlike all the rest: see bench/CMakeLists.txt.
#include "bench/ceilings.hpp"
#include "bench/register_pass.hpp"

namespace clout::bench {

double fused_pass() {
    const Pack<native::kWidth> times = unknown(Pack<native::kWidth>(0.5)), plus = unknown(times);
    const auto t = times.vector[0], p = plus.vector[0];
    return register_pass(1.0, 2.0, [&](auto x, int) CLOUT_LAMBDA {
        x.vector[0] = x.vector[0] * t + p;
        return x;
    });
}

}  // namespace clout::bench
