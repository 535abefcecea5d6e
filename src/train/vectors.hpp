// Word vectors learnt from running text alone: what treebanks are too small to tell about rarer words.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace attest::train {

struct WordVectors {
  std::size_t size = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> rows;  // key of Feature::word to row
  std::vector<float> data;

  [[nodiscard]] const float* find(std::uint64_t key) const {
    const auto at = rows.find(key);
    return at == rows.end() ? nullptr : data.data() + at->second * size;
  }
};

struct VectorOptions {
  std::size_t size = 128;
  std::uint32_t window = 5, negatives = 6, epochs = 6, least_count = 3;
  std::uint32_t seed = 1;
};

/// Skip-gram with negative sampling (Mikolov et al. 2013), scaled to unit variance. One thread, so that the same
/// text and seed give the same vectors.
[[nodiscard]] WordVectors learn_vectors(const std::vector<std::vector<std::uint64_t>>& sentences,
                                        const VectorOptions& options);

}  // namespace attest::train
