// attest score place: the places that are found in texts, and where they are put, held against marked ones.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "attest/error.hpp"

namespace attest::cli {

struct PlaceScoring {
  std::vector<std::string> files;
  std::string documents;   // only texts whose number matches this pattern
  std::string model;       // of trees; empty: the one that coding uses
  std::size_t errors = 0;  // how many differences to tell
};

/// A table for people. @errors of the files, the model and the resources; empty when no text matches
[[nodiscard]] Result<std::string> score_marked_places(const PlaceScoring& options);

}  // namespace attest::cli
