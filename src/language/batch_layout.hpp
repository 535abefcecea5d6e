// How a batch of sentences lies in memory, in training as in use: longest first, word by word across the sentences, so
// that every step of a recurrent layer is one block of rows and nothing is padded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attest {

/// Row numbers of a batch: word t of the sentence with rank r is row first_row(t) + r.
class BatchLayout {
 public:
  /// @param lengths  words of each sentence, in falling order
  explicit BatchLayout(std::vector<std::uint32_t> lengths);

  [[nodiscard]] std::size_t steps() const { return offsets_.size() - 1; }
  [[nodiscard]] std::size_t rows() const { return offsets_.back(); }
  [[nodiscard]] std::size_t first_row(std::size_t step) const { return offsets_[step]; }
  /// Sentences that have a word at this step: ranks 0 to active - 1.
  [[nodiscard]] std::size_t active(std::size_t step) const { return offsets_[step + 1] - offsets_[step]; }
  [[nodiscard]] std::size_t row(std::size_t sentence, std::size_t word) const { return offsets_[word] + sentence; }
  [[nodiscard]] std::uint32_t length(std::size_t sentence) const { return lengths_[sentence]; }
  [[nodiscard]] std::size_t sentences() const { return lengths_.size(); }

 private:
  std::vector<std::uint32_t> lengths_;
  std::vector<std::size_t> offsets_;
};

}  // namespace attest
