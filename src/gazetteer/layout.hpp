// How a gazetteer file is laid out: what builder.cpp writes and gazetteer.cpp reads. docs/places.md, "Gazetteer".
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/section_file.hpp"

namespace attest {

inline constexpr SectionFormat kGazetteerFormat = {.magic = "ATTESTGZ",
                                                   .version = 1,
                                                   .noun = "gazetteer",
                                                   .error = ErrorCode::bad_resource,
                                                   .checked_up_to = std::size_t{64} << 20U};

/// Offset of a text in the section "texts": its length in one byte, then its bytes. 0 is the empty text.
using TextAt = std::uint32_t;

inline constexpr std::int32_t kNoPoint = INT32_MIN;
inline constexpr double kPointsPerDegree = 1e7;

/// A place in the section "places", in no order that means anything.
struct PlaceRow {
  std::uint32_t first_name = 0;                            // in "names"; they end where the next place's begin
  std::int32_t latitude = kNoPoint, longitude = kNoPoint;  // ten-millionths of a degree
  std::uint32_t population = 0;
  TextAt id = 0, adm1 = 0, adm2 = 0, parent = 0;
  std::array<char, 2> country{};
  std::uint8_t kind = 0;
  std::uint8_t source = 0;  // in "sources", a TextAt each
  std::array<char, 8> feature{};
};
static_assert(sizeof(PlaceRow) == 44);

/// An entry of the sections "by_name" and "by_key", ascending: a key's hash, then an index into "names".
struct NameEntry {
  std::uint32_t hash = 0, name = 0;
  auto operator<=>(const NameEntry&) const = default;
};

[[nodiscard]] constexpr std::uint32_t name_hash(std::string_view key) {
  std::uint32_t hash = 2166136261U;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace attest
