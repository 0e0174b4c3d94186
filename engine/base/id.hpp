// Row numbers, plain and such as know what they are a row of. An index is never an identity: names are.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace clout {

// A row of an array, and the one that says there is none.
using Row = std::uint32_t;
inline constexpr Row kNoRow = 0xffffffffu;

template <class Tag>
struct Id {
    static constexpr std::uint32_t kNone = 0xffffffffu;
    std::uint32_t value = kNone;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t row) : value(static_cast<std::uint32_t>(row)) {}
    [[nodiscard]] constexpr bool exists() const { return value != kNone; }
    [[nodiscard]] constexpr std::size_t row() const { return value; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using ProgrammeId = Id<struct ProgrammeTag>;
using SectorId = Id<struct SectorTag>;
using PlaceId = Id<struct PlaceTag>;
using FundId = Id<struct FundTag>;
using OrganisationKindId = Id<struct OrganisationKindTag>;
using BodyKindId = Id<struct BodyKindTag>;

}  // namespace clout
