// Memory for large arrays: not touched before it is written, so that the thread that fills a part finds it
// near; in huge pages where the system gives them and the array is written as a whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

#if defined(__linux__)
#include <sys/mman.h>
#endif
#if defined(__GLIBC__)
#include <malloc.h>

#include <limits>
#endif

namespace clout {

// From now on arrays below 4 MiB that are given back stay with this process (glibc; elsewhere nothing
// changes). An ensemble takes the same arrays again for every block, and pages that the system clears anew
// cost a sixth of the time of ten thousand organisations, more where two threads wait for them.
inline void keep_freed_memory() {
#if defined(__GLIBC__)
    mallopt(M_MMAP_THRESHOLD, 4 << 20);  // [bytes] larger ones stand in pages of their own
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
#endif
}

// An allocator for std::vector. resize() leaves new elements as their default constructor does, which for
// plain numbers is unwritten; assign() and push_back() write as ever. `Size`: huge for what is written
// through; small where a little is written here and there, which must not fetch two megabytes each time.
enum class PageSize : std::uint8_t { huge, small };
template <class T, PageSize Size = PageSize::huge>
struct Pages {
    using value_type = T;
    template <class U>
    struct rebind {                    // NOLINT(readability-identifier-naming): the library asks for it
        using other = Pages<U, Size>;  // NOLINT(readability-identifier-naming)
    };

    Pages() = default;
    template <class U>
    Pages(const Pages<U, Size>&) {}

    [[nodiscard]] T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        void* memory = ::operator new(whole(bytes), alignment(bytes));
#if defined(__linux__)
        constexpr int kWish = Size == PageSize::huge ? MADV_HUGEPAGE : MADV_NOHUGEPAGE;
        if (bytes >= kLarge) madvise(memory, whole(bytes), kWish);  // a hint: refused is as well
#endif
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        ::operator delete(memory, alignment(bytes));
    }

    template <class U>
    void construct(U* at) {
        ::new (static_cast<void*>(at)) U;
    }
    template <class U, class... Arguments>
    void construct(U* at, Arguments&&... arguments) {
        ::new (static_cast<void*>(at)) U(std::forward<Arguments>(arguments)...);
    }

    friend bool operator==(const Pages&, const Pages&) { return true; }

private:
    static constexpr std::size_t kHuge = std::size_t{2} << 20;  // [bytes] a huge page of x86-64
    static constexpr std::size_t kLarge = 2 * kHuge;            // from here on whole pages waste little

    static std::size_t whole(std::size_t bytes) {
        return bytes < kLarge ? bytes : (bytes + kHuge - 1) / kHuge * kHuge;
    }
    static std::align_val_t alignment(std::size_t bytes) {
        return std::align_val_t(bytes < kLarge ? (alignof(T) > 64 ? alignof(T) : 64) : kHuge);
    }
};

}  // namespace clout
