// What every verb may be asked, and the request it becomes.
#pragma once

#include "tools/options.hpp"
#include "tools/request.hpp"
#include "tools/verbs.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clout {

// As typed.
struct AskedOfEvery {
    Request request;
    std::vector<std::string> sets;
    std::optional<std::uint64_t> seed, replicates;
    std::string progress = "auto";
};

[[nodiscard]] std::vector<Option> options_of_every(AskedOfEvery& asked);

// Completes the request once everything has been read; what is wrong with it, else empty.
[[nodiscard]] std::string complete(AskedOfEvery& asked, const Verb& verb);

}  // namespace clout
