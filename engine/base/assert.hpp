// An assertion that we ourselves made no mistake; on in every preset but release, nothing at all there.
#pragma once

#include <cstdio>
#include <cstdlib>

#if defined(CLOUT_ASSERTIONS)
#define CLOUT_ASSERT(condition, message)                                                            \
    do {                                                                                            \
        if (!(condition)) {                                                                         \
            std::fprintf(stderr, "%s:%d: assertion failed: %s (%s)\n", __FILE__, __LINE__, message, \
                         #condition);                                                               \
            std::abort();                                                                           \
        }                                                                                           \
    } while (false)
#else
#define CLOUT_ASSERT(condition, message) static_cast<void>(sizeof(!(condition)))
#endif
