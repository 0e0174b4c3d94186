// Which names a scenario knows, and what may be a name.
#pragma once

#include "engine/scenario/text/node.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clout {

// What a name may stand for. An agent is an organisation or a body: they share one name space.
enum class Space : std::uint8_t { programme, sector, place, organisation, body, agent, fund, lever, arm };
inline constexpr std::size_t kSpaces = 9;

[[nodiscard]] std::string_view word_for(Space space);  // "programme"

// Lets a table of strings be asked for a part of another text.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class Names {
public:
    Names() = default;
    explicit Names(const Node& merged);  // of a merged scenario

    [[nodiscard]] std::optional<std::uint32_t> row(Space space, std::string_view name) const;
    [[nodiscard]] const std::vector<std::string>& all(Space space) const { return lists_[index(space)]; }

private:
    static std::size_t index(Space space) { return static_cast<std::size_t>(space); }
    void add(Space space, const std::string& name);

    std::array<std::vector<std::string>, kSpaces> lists_;
    std::array<std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>, kSpaces> rows_;
};

// What a name looks like, and names that would mean something else (beside kNumberWords).
inline constexpr std::string_view kNamePattern = "^[a-z][a-z0-9_-]*$";
inline constexpr std::array<std::string_view, 2> kTakenNames{"status_quo", "leaning"};

// Empty where it is a legal name, else why it is none.
[[nodiscard]] std::string why_no_name(std::string_view name);

}  // namespace clout
