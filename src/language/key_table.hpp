// Hash tables in a model file: keys of features to rows of small integers, by linear search from key mod size.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "language/model_file.hpp"

namespace attest {

/// The keys of such a table: a power of two of them, 0 where there is none, and at least one of those.
/// @errors bad_model
[[nodiscard]] inline Result<std::span<const std::uint32_t>> table_keys(const SectionFile& file,
                                                                       const std::string& name) {
  const std::size_t slots = file.section(name).size() / sizeof(std::uint32_t);
  if (slots == 0 || (slots & (slots - 1)) != 0)
    return fail(ErrorCode::bad_model, "a table of names of an impossible size", file.where());
  ATTEST_TRY(const auto keys, file.numbers<std::uint32_t>(name, slots));
  if (std::ranges::find(keys, 0U) == keys.end())
    return fail(ErrorCode::bad_model, "a table of names has no empty place", file.where());
  return keys;
}

/// Row of a key, if the table has it.
[[nodiscard]] inline std::optional<std::size_t> row_of(std::span<const std::uint32_t> keys, std::uint32_t key) {
  const std::size_t mask = keys.size() - 1;
  std::size_t at = key & mask;
  while (keys[at] != key) {
    if (keys[at] == 0) return std::nullopt;
    at = (at + 1) & mask;
  }
  return at;
}

/// Weights times states, for the states of a token and of its phrase's head. Weights are at most kMostStateWeight.
[[nodiscard]] inline std::int32_t state_product(const std::int16_t* weights, const std::int8_t* own,
                                                const std::int8_t* head, std::size_t width) {
  std::int32_t product = 0;
  for (std::size_t j = 0; j < width; ++j) product += weights[j] * own[j];
  for (std::size_t j = 0; j < width; ++j) product += weights[width + j] * head[j];
  return product;
}

/// Bounds a weight of a state, so that sums of products stay within 32 bits.
inline constexpr int kMostStateWeight = 8000;

}  // namespace attest
