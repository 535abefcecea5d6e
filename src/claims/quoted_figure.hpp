// Do the words that a count quotes say its number? Asked again of a report that was kept, by attest verify.
#pragma once

#include <vector>

#include "annotate/mentions.hpp"
#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "language/analysis.hpp"

namespace attest {

class QuotedFigures {
 public:
  /// @param document  with its text and blocks
  explicit QuotedFigures(const Document& document);
  /// The numbers that the coder reads in these words are the count's; or they have none and name one person; or the count
  /// gives none.
  [[nodiscard]] bool says(const Count& count) const;

 private:
  Analysis analysis_;
  std::vector<Quantity> quantities_;
};

}  // namespace attest
