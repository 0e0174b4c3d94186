// Opening the store that a user named, and what is said where that cannot be.
#pragma once

#include "engine/study/store.hpp"
#include "engine/study/study_card.hpp"
#include "tools/request.hpp"

#include <functional>
#include <string>

namespace clout {

// Runs `work`, and says plainly what stopped it: a store that is held by somebody else (1), that is none of
// ours (6).
[[nodiscard]] int with_store(const std::function<int()>& work);

// A store that is only read, and its study. Throws as Store::open.
struct ReadStore {
    Store store;
    StoredStudy study;
};
[[nodiscard]] ReadStore read_store(const std::string& file);

}  // namespace clout
