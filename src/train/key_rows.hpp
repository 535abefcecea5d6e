// Trained rows of weights into the tables of a model file that language/key_table.hpp reads.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/model_file.hpp"

namespace attest::train {

inline constexpr float kMostRowWeight = 32767;

/// The largest size of a number among these, but not 0.
inline float most_of(std::span<const float> values) {
  float bound = 1e-3F;
  for (const float value : values) bound = std::max(bound, std::fabs(value));
  return bound;
}

/// Adds `name`.keys and `name`.rows. Rows of small weights alone are left out: they change nothing that matters.
/// @param weight  gives the weight of a row and column
/// @param unit    gives what 1 in the file is worth, a column
template <class Weight, class Unit>
void add_table(SectionWriter& writer, const std::string& name,
               const std::unordered_map<std::uint32_t, std::uint32_t>& rows, std::size_t columns, const Weight& weight,
               const Unit& unit) {
  constexpr float kLeast = 0.02F;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> kept;  // key and row
  for (const auto& [key, row] : rows)
    for (std::size_t column = 0; column < columns; ++column)
      if (std::fabs(weight(row, column)) >= kLeast) {
        kept.emplace_back(key, row);
        break;
      }
  std::ranges::sort(kept);
  const std::size_t slots = std::bit_ceil(kept.size() + kept.size() / 2 + 2);
  std::vector<std::uint32_t> keys(slots);
  std::vector<std::int16_t> values(slots * columns);
  for (const auto& [key, row] : kept) {
    std::size_t slot = key & (slots - 1);
    while (keys[slot] != 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = key;
    for (std::size_t column = 0; column < columns; ++column)
      values[slot * columns + column] = static_cast<std::int16_t>(std::lround(weight(row, column) / unit(column)));
  }
  writer.add(name + ".keys", std::span<const std::uint32_t>(keys));
  writer.add(name + ".rows", std::span<const std::int16_t>(values));
}

}  // namespace attest::train
