// A sentence to learn from: its words with the tags and the tree that they should get.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/tagset.hpp"

namespace attest::train {

struct TrainingWord {
  std::string form;
  Upos upos = Upos::x;
  Xpos xpos = Xpos::xx;
  std::uint32_t head = 0;  // 1-based within the sentence; 0 is the root
  Deprel deprel = Deprel::dep;
};

using TrainingSentence = std::vector<TrainingWord>;

}  // namespace attest::train
