// Training from treebank files to a model file: what `attest train` does.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "attest/error.hpp"
#include "train/network.hpp"

namespace attest::train {

struct TrainOptions {
  std::vector<std::filesystem::path> treebanks;  // CoNLL-U to learn from
  std::vector<std::filesystem::path> measure;    // CoNLL-U to measure with after some epochs; never learnt from
  std::vector<std::filesystem::path> silver;     // CoNLL-U that another model made
  std::vector<std::filesystem::path> text;       // plain text for word vectors, a sentence or paragraph a line
  Shape shape;
  std::uint32_t seed = 1, epochs = 16;
  std::uint32_t batch = 700;       // words
  std::uint32_t silver_ratio = 1;  // silver sentences an epoch for each one of the treebanks, drawn anew
  float rate = 2e-3F;
  float average_decay = 0.999F;  // a step, of the running average of the weights, which is what is kept
};

/// Trains, and returns the bytes of the model file. Same files, options and machine: same bytes.
/// @param say  gets a line of progress now and then
/// @errors of reading the files
[[nodiscard]] Result<std::string> train_model(const TrainOptions& options,
                                              const std::function<void(const std::string&)>& say);

}  // namespace attest::train
