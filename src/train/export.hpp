// From the trained network to the model file: small integers instead of floating-point weights, word vectors folded
// into the feature table.
#pragma once

#include "language/model_file.hpp"
#include "train/network.hpp"

namespace attest::train {

/// Adds the sections that Model reads. @param network  with the weights to keep (averages swapped in)
void add_network(Network& network, SectionWriter& writer);

}  // namespace attest::train
