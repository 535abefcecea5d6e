// The network in training form: word features, two bidirectional recurrent layers, and heads for tags, arcs and
// relations. The model file holds the same network with small integers (language/model.hpp).
#pragma once

#include <random>
#include <unordered_map>
#include <vector>

#include "language/features.hpp"
#include "train/layers.hpp"
#include "train/sentence.hpp"
#include "train/vectors.hpp"

namespace attest::train {

/// Sizes of the parts; multiples of 16 for the kernels.
struct Shape {
  std::size_t input = 160, state = 160, layers = 2, arc = 128, label = 96;
};

struct Loss {
  double arcs = 0, labels = 0, tags = 0;
  std::size_t words = 0, right_heads = 0;
};

/// What the network says of a sentence, before a tree is made of it.
struct Scores {
  std::vector<Upos> upos;
  std::vector<Xpos> xpos;
  std::vector<float> arcs;  // n x (n + 1), see best_tree()
};

class Network {
 public:
  /// @param keys     features that get a row of their own
  /// @param vectors  word vectors that the rows of Feature::word start from; may be empty
  Network(Shape shape, const std::vector<std::uint64_t>& keys, const WordVectors& vectors, std::uint32_t seed);

  /// Adds the gradients of a batch. @param sentences  longest first
  Loss train(const std::vector<const TrainingSentence*>& sentences, std::mt19937& random);

  /// Tags, heads and relations of sentences, longest first. Not for use between threads.
  [[nodiscard]] std::vector<TrainingSentence> predict(const std::vector<const TrainingSentence*>& sentences);

  [[nodiscard]] const std::vector<Parameter*>& parameters() { return all_; }

  Shape shape;
  std::vector<std::uint64_t> keys;  // one a row of `table`
  Parameter table;                  // features x input, without what the word vectors add
  WordVectors vectors;
  Parameter projection;                         // input x vector size
  std::vector<Lstm> encoder;                    // layer by layer, forward then reversed
  Affine tags;                                  // UPOS then XPOS
  Affine arc_word, arc_head, arc_product;       // the biaffine scorer (Dozat & Manning 2017)
  Affine label_word, label_head, label_output;  // relation of a word to its head
  Parameter arc_root, label_root;               // the root's rows, before squash()

 private:
  struct Pass;
  void encode(Pass& pass, std::mt19937* random);
  /// Scores of a sentence's arcs, and the rows of its words and of its heads (the root first) that they are made of.
  void score_arcs(Pass& pass, std::size_t sentence, Rows& words, Rows& heads, Rows& scores) const;
  void label_inputs(Pass& pass, const std::vector<std::uint32_t>& heads_by_row, Rows& hidden) const;

  std::unordered_map<std::uint64_t, std::uint32_t> rows_;
  std::vector<Parameter*> all_;
};

}  // namespace attest::train
