// Built once for every implementation of the parallel loop (tests/unit/base.cmake); CLOUT_SUITE tells them
// apart.
#include "engine/base/parallel.hpp"

#include "engine/base/one_at_a_time.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace clout {
namespace {

TEST(CLOUT_SUITE, CallsEveryIndexOnce) {
    for (const std::size_t workers : {0u, 1u, 2u, 3u, 8u}) {
        for (const std::size_t count : {0u, 1u, 7u, 1000u}) {
            std::vector<int> calls(count, 0);
            const std::size_t done =
                parallel_for(count, Workers{workers}, [&](std::size_t i) { ++calls[i]; });
            EXPECT_EQ(done, count);
            EXPECT_EQ(calls, std::vector<int>(count, 1));
        }
    }
}

TEST(CLOUT_SUITE, OneAtATimeLetsOneThrough) {
    OneAtATime gate;
    int inside = 0, most = 0, passed = 0;  // not atomic: nobody else is there
    parallel_for(2000, Workers{4}, [&](std::size_t) {
        gate.pass([&] {
            most = std::max(most, ++inside);
            ++passed;
            --inside;
        });
    });
    EXPECT_EQ(passed, 2000);
    EXPECT_EQ(most, 1);
}

TEST(CLOUT_SUITE, UsesAsManyThreadsAsAskedFor) {
    if (std::string(parallel_backend()) == "serial") {
        return;
    }
    // More than there are cores: each waits until eight have met, so fewer threads could never finish in
    // time.
    constexpr int kThreads = 8;
    std::atomic<int> here{0};
    std::atomic<bool> all_met{false};
    parallel_for(kThreads, Workers{kThreads}, [&](std::size_t) {
        ++here;
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (here < kThreads && std::chrono::steady_clock::now() < end) {
            std::this_thread::yield();
        }
        if (here == kThreads) {
            all_met = true;
        }
    });
    EXPECT_TRUE(all_met);
}

TEST(CLOUT_SUITE, OneWorkerIsOneThread) {
    std::mutex guard;
    std::set<std::thread::id> threads;
    parallel_for(100, Workers{1}, [&](std::size_t) {
        const std::lock_guard lock(guard);
        threads.insert(std::this_thread::get_id());
    });
    EXPECT_EQ(threads.size(), 1u);
}

TEST(CLOUT_SUITE, StopsHandingOutWorkWhenToldTo) {
    for (const std::size_t workers : {1u, 4u}) {
        std::atomic<std::size_t> finished{0};
        const std::size_t done = parallel_for(
            10'000, Workers{workers}, [&](std::size_t) { ++finished; }, [&] { return finished >= 10; });
        EXPECT_EQ(done, finished);
        EXPECT_GE(done, 10u);
        EXPECT_LT(done, 10u + workers);
    }
    EXPECT_EQ(parallel_for(
                  5, Workers{2}, [](std::size_t) { FAIL(); }, [] { return true; }),
              0u);
}

TEST(CLOUT_SUITE, WhatIsDoneWhenStoppedIsAFrontWithoutGaps) {
    constexpr std::size_t kWorkers = 4;
    std::vector<char> done(1000, 0);
    std::atomic<std::size_t> finished{0};
    parallel_for(
        done.size(), Workers{kWorkers},
        [&](std::size_t i) {
            std::this_thread::sleep_for(std::chrono::microseconds(20));
            done[i] = 1;
            ++finished;
        },
        [&] { return finished >= 500; });
    const std::size_t count = finished;
    // Work in hand is finished, so every index that was handed out is done, and they were handed out in
    // order.
    EXPECT_EQ(std::count(done.begin() + static_cast<std::ptrdiff_t>(count), done.end(), 1), 0);
    EXPECT_EQ(std::count(done.begin(), done.begin() + static_cast<std::ptrdiff_t>(count), 0), 0);
}

TEST(CLOUT_SUITE, PassesOnWhatTheBodyThrows) {
    EXPECT_THROW(parallel_for(100, Workers{4},
                              [](std::size_t i) {
                                  if (i == 50) {
                                      throw std::runtime_error("fifty");
                                  }
                              }),
                 std::runtime_error);
}

TEST(CLOUT_SUITE, ACrewDoesEveryPartOnce) {
    for (const std::size_t workers : {1u, 2u, 3u, 8u}) {
        Crew crew(Workers{workers});
        EXPECT_EQ(crew.size(), thread_count({workers}));
        for (const std::size_t parts : {0u, 1u, 7u, 500u}) {
            std::vector<int> calls(parts, 0);
            crew.each(parts, [&](std::size_t part) { ++calls[part]; });
            EXPECT_EQ(calls, std::vector<int>(parts, 1));
        }
        EXPECT_THROW(crew.each(20,
                               [](std::size_t part) {
                                   if (part == 7) throw std::runtime_error("seven");
                               }),
                     std::runtime_error);
    }
}

TEST(CLOUT_SUITE, ManyCrewsWorkAtOnce) {
    std::vector<std::size_t> sums(6, 0);
    parallel_for(sums.size(), Workers{3}, [&](std::size_t block) {
        Crew crew(Workers{2});
        for (int round = 0; round < 20; ++round) {
            std::vector<std::size_t> parts(9, 0);
            crew.each(parts.size(), [&](std::size_t part) { parts[part] = part; });
            for (const std::size_t part : parts) sums[block] += part;
        }
    });
    EXPECT_EQ(sums, std::vector<std::size_t>(sums.size(), 20 * 36));
}

TEST(CLOUT_SUITE, PartsCoverTheWholeWithoutGaps) {
    Crew crew(Workers{3});
    for (Crew* const who : {static_cast<Crew*>(nullptr), &crew}) {
        for (const std::size_t count : {0u, 1u, 63u, 64u, 1000u}) {
            std::vector<int> calls(count, 0);
            std::vector<int> parts(3 * kPartsPerThread, 0);
            in_parts(who, count, 16, [&](std::size_t first, std::size_t last, std::size_t part) {
                ++parts[part];
                EXPECT_TRUE(last - first >= 16 || count < 32);
                for (std::size_t i = first; i < last; ++i) ++calls[i];
            });
            EXPECT_EQ(calls, std::vector<int>(count, 1));
            EXPECT_LE(*std::max_element(parts.begin(), parts.end()), 1)
                << "a part has scratch memory of its own";
        }
    }
}

TEST(CLOUT_SUITE, NamesItself) { EXPECT_EQ(std::string(parallel_backend()).rfind(CLOUT_BACKEND, 0), 0u); }

}  // namespace
}  // namespace clout
