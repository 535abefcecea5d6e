#include "train/network.hpp"

#include <algorithm>
#include <cmath>

#include "language/activation.hpp"
#include "language/trees.hpp"

namespace attest::train {

namespace {

constexpr float kDropout = 0.33F, kRecurrentDropout = 0.2F;
constexpr std::size_t kTagCount = kUposCount + kXposCount;

float unit(std::mt19937& random) { return static_cast<float>(random()) / 4294967296.0F; }

void drop(Rows& mask, std::size_t rows, std::size_t columns, float rate, std::mt19937& random) {
  mask.resize(rows, columns);
  for (float& v : mask.data) v = unit(random) < rate ? 0.0F : 1.0F / (1.0F - rate);
}

void scale_by(Rows& values, const Rows& mask) {
  for (std::size_t i = 0; i < values.data.size(); ++i) values.data[i] *= mask.data[i];
}

void squash_all(Rows& values) {
  for (float& v : values.data) v = squash(v);
}

/// Gradient before squash() from the gradient after it.
void unsquash(const Rows& values, Rows& slopes) {
  for (std::size_t i = 0; i < values.data.size(); ++i) slopes.data[i] *= 1.0F - values.data[i] * values.data[i];
}

/// Turns scores into the gradient of the cross-entropy with the right class, and gives the loss.
double soften(float* scores, std::size_t n, std::size_t right, std::size_t ignored, float weight) {
  float most = -1e30F;
  for (std::size_t j = 0; j < n; ++j)
    if (j != ignored) most = std::max(most, scores[j]);
  float sum = 0;
  for (std::size_t j = 0; j < n; ++j) {
    scores[j] = j == ignored ? 0.0F : std::exp(scores[j] - most);
    sum += scores[j];
  }
  const double loss = -std::log(static_cast<double>(scores[right] / sum) + 1e-12);
  for (std::size_t j = 0; j < n; ++j) scores[j] *= weight / sum;
  scores[right] -= weight;
  return loss;
}

std::size_t best_of(const float* scores, std::size_t n) {
  return static_cast<std::size_t>(std::max_element(scores, scores + n) - scores);
}

}  // namespace

/// Everything that a batch needs between the forward and the backward pass.
struct Network::Pass {
  explicit Pass(const std::vector<const TrainingSentence*>& batch)
      : sentences(batch), layout([&batch] {
          std::vector<std::uint32_t> lengths;
          lengths.reserve(batch.size());
          for (const TrainingSentence* s : batch) lengths.push_back(static_cast<std::uint32_t>(s->size()));
          return lengths;
        }()) {}

  const std::vector<const TrainingSentence*>& sentences;
  BatchLayout layout;
  std::vector<std::vector<std::uint32_t>> features;  // rows of the table, a word
  Rows known, input, input_mask;
  std::vector<Rows> states, masks, recurrent;  // a layer: output of both directions, dropped out
  Rows word, head, product, label_a, label_b;
};

Network::Network(Shape sizes, const std::vector<std::uint64_t>& feature_list, const WordVectors& word_vectors,
                 std::uint32_t seed)
    : shape(sizes),
      keys(feature_list),
      table("table", feature_list.size(), sizes.input, true),
      vectors(word_vectors),
      projection("projection", sizes.input, std::max<std::size_t>(word_vectors.size, 1)) {
  std::mt19937 random(seed);
  for (float& v : table.value) v = 0.2F * (unit(random) - 0.5F);
  projection.randomise(random);
  for (std::size_t layer = 0; layer < shape.layers; ++layer)
    for (const bool reversed : {false, true})
      encoder.emplace_back("lstm" + std::to_string(layer) + (reversed ? ".back" : ".on"),
                           layer == 0 ? shape.input : 2 * shape.state, shape.state, reversed, random);
  const std::size_t wide = 2 * shape.state;
  tags = Affine("tags", wide, kTagCount, random);
  arc_word = Affine("arc.word", wide, shape.arc, random);
  arc_head = Affine("arc.head", wide, shape.arc, random);
  arc_product = Affine("arc.product", shape.arc, shape.arc, random);
  label_word = Affine("label.word", wide, shape.label, random);
  label_head = Affine("label.head", wide, shape.label, random);
  label_output = Affine("label.output", shape.label, kDeprelCount, random);
  arc_root = Parameter("arc.root", 1, shape.arc);
  label_root = Parameter("label.root", 1, shape.label);
  for (std::uint32_t row = 0; row < keys.size(); ++row) rows_.emplace(keys[row], row);
  all_ = {&table, &projection, &arc_root, &label_root};
  for (Lstm& lstm : encoder) lstm.collect(all_);
  for (Affine* part : {&tags, &arc_word, &arc_head, &arc_product, &label_word, &label_head, &label_output})
    part->collect(all_);
}

void Network::encode(Pass& pass, std::mt19937* random) {
  const BatchLayout& layout = pass.layout;
  const std::size_t rows = layout.rows();
  pass.features.assign(rows, {});
  pass.known.resize(rows, projection.columns);
  pass.input.resize(rows, shape.input);
  for (std::size_t s = 0; s < layout.sentences(); ++s)
    for (std::size_t t = 0; t < layout.length(s); ++t) {
      const std::size_t row = layout.row(s, t);
      const auto word_keys = feature_keys((*pass.sentences[s])[t].form);
      // A word is sometimes read by its affixes and shape alone, as unknown words will be.
      const bool hidden = random != nullptr && unit(*random) < 0.12F;
      for (std::size_t f = 0; f < kFeatureCount; ++f) {
        const bool whole =
            f == static_cast<std::size_t>(Feature::word) || f == static_cast<std::size_t>(Feature::cased);
        if (hidden && whole) continue;
        if (const auto at = rows_.find(word_keys[f]); at != rows_.end()) pass.features[row].push_back(at->second);
      }
      if (t == 0)
        if (const auto at = rows_.find(kFirstWordKey); at != rows_.end()) pass.features[row].push_back(at->second);
      for (const std::uint32_t feature : pass.features[row]) {
        const float* from = table.row(feature);
        for (std::size_t j = 0; j < shape.input; ++j) pass.input.row(row)[j] += from[j];
      }
      const float* vector = hidden && unit(*random) < 0.5F ? nullptr : vectors.find(word_keys[0]);
      if (vector != nullptr) std::copy_n(vector, vectors.size, pass.known.row(row));
    }
  if (vectors.size > 0)
    multiply(pass.known.view(), projection.view().transposed(), pass.input.data.data(), shape.input, true);
  squash_all(pass.input);
  pass.states.resize(shape.layers);
  pass.masks.resize(shape.layers + 1);
  pass.recurrent.resize(encoder.size());
  if (random != nullptr) drop(pass.input_mask, rows, shape.input, kDropout, *random);
  Rows dropped = pass.input;
  if (random != nullptr) scale_by(dropped, pass.input_mask);
  pass.states.clear();
  pass.states.push_back(std::move(dropped));
  Rows half;
  for (std::size_t layer = 0; layer < shape.layers; ++layer) {
    Rows both;
    both.resize(rows, 2 * shape.state);
    for (std::size_t side = 0; side < 2; ++side) {
      Rows& mask = pass.recurrent[2 * layer + side];
      if (random != nullptr)
        drop(mask, layout.sentences(), shape.state, kRecurrentDropout, *random);
      else
        mask.resize(0, 0);
      encoder[2 * layer + side].forward(layout, pass.states[layer], mask, half);
      for (std::size_t r = 0; r < rows; ++r) std::copy_n(half.row(r), shape.state, both.row(r) + side * shape.state);
    }
    if (random != nullptr) {
      drop(pass.masks[layer], rows, both.columns, kDropout, *random);
      scale_by(both, pass.masks[layer]);
    }
    pass.states.push_back(std::move(both));
  }
  const Rows& top = pass.states.back();
  arc_word.forward(top, pass.word);
  arc_head.forward(top, pass.head);
  squash_all(pass.word);
  squash_all(pass.head);
}

void Network::score_arcs(Pass& pass, std::size_t sentence, Rows& words, Rows& heads, Rows& scores) const {
  const std::size_t n = pass.layout.length(sentence);
  words.resize(n, shape.arc);
  heads.resize(n + 1, shape.arc);
  for (std::size_t j = 0; j < shape.arc; ++j) heads.row(0)[j] = squash(arc_root.value[j]);
  for (std::size_t t = 0; t < n; ++t) {
    std::copy_n(pass.product.row(pass.layout.row(sentence, t)), shape.arc, words.row(t));
    std::copy_n(pass.head.row(pass.layout.row(sentence, t)), shape.arc, heads.row(t + 1));
  }
  scores.resize(n, n + 1);
  multiply(words.view(), heads.view().transposed(), scores.data.data(), n + 1, false);
}

void Network::label_inputs(Pass& pass, const std::vector<std::uint32_t>& heads_by_row, Rows& hidden) const {
  const Rows& top = pass.states.back();
  label_word.forward(top, pass.label_a);
  label_head.forward(top, pass.label_b);
  hidden = pass.label_a;
  for (std::size_t r = 0; r < hidden.rows; ++r) {
    const float* head = heads_by_row[r] == UINT32_MAX ? label_root.value.data() : pass.label_b.row(heads_by_row[r]);
    for (std::size_t j = 0; j < shape.label; ++j) hidden.row(r)[j] = squash(hidden.row(r)[j] + head[j]);
  }
}

namespace {

/// Row of each word's head, UINT32_MAX for the root. `head(s, t)` gives the head as a sentence has it.
template <class Head>
std::vector<std::uint32_t> head_rows(const BatchLayout& layout, Head head) {
  std::vector<std::uint32_t> out(layout.rows(), UINT32_MAX);
  for (std::size_t s = 0; s < layout.sentences(); ++s)
    for (std::size_t t = 0; t < layout.length(s); ++t)
      if (const std::uint32_t h = head(s, t); h > 0)
        out[layout.row(s, t)] = static_cast<std::uint32_t>(layout.row(s, h - 1));
  return out;
}

}  // namespace

Loss Network::train(const std::vector<const TrainingSentence*>& sentences, std::mt19937& random) {
  Pass pass(sentences);
  encode(pass, &random);
  const BatchLayout& layout = pass.layout;
  const std::size_t rows = layout.rows();
  const float weight = 1.0F / static_cast<float>(rows);
  Loss loss;
  loss.words = rows;
  const Rows& top = pass.states.back();
  Rows slopes;  // of the top states
  slopes.resize(rows, top.columns);

  // Tags.
  Rows tag_scores;
  tags.forward(top, tag_scores);
  for (std::size_t s = 0; s < layout.sentences(); ++s)
    for (std::size_t t = 0; t < layout.length(s); ++t) {
      const TrainingWord& word = (*sentences[s])[t];
      float* at = tag_scores.row(layout.row(s, t));
      loss.tags += soften(at, kUposCount, static_cast<std::size_t>(word.upos), SIZE_MAX, 0.5F * weight);
      loss.tags += soften(at + kUposCount, kXposCount, static_cast<std::size_t>(word.xpos), SIZE_MAX, 0.5F * weight);
    }
  tags.backward(top, tag_scores, &slopes);

  // Arcs.
  Rows word_mask;
  Rows head_mask;
  drop(word_mask, rows, shape.arc, kDropout, random);
  drop(head_mask, rows, shape.arc, kDropout, random);
  const Rows word_before = pass.word;
  const Rows head_before = pass.head;
  scale_by(pass.word, word_mask);
  scale_by(pass.head, head_mask);
  arc_product.forward(pass.word, pass.product);
  Rows product_slopes;
  Rows head_slopes;
  product_slopes.resize(rows, shape.arc);
  head_slopes.resize(rows, shape.arc);
  Rows words;
  Rows heads;
  Rows scores;
  Rows part;
  for (std::size_t s = 0; s < layout.sentences(); ++s) {
    const std::size_t n = layout.length(s);
    score_arcs(pass, s, words, heads, scores);
    for (std::size_t t = 0; t < n; ++t) {
      const std::size_t head = (*sentences[s])[t].head;
      float best = -1e30F;
      std::size_t chosen = 0;
      for (std::size_t j = 0; j <= n; ++j)
        if (j != t + 1 && scores.row(t)[j] > best) best = scores.row(t)[j], chosen = j;
      if (chosen == head) ++loss.right_heads;
      loss.arcs += soften(scores.row(t), n + 1, head, t + 1, weight);
    }
    part.resize(n, shape.arc);
    multiply(scores.view(), heads.view(), part.data.data(), shape.arc, false);
    for (std::size_t t = 0; t < n; ++t) std::copy_n(part.row(t), shape.arc, product_slopes.row(layout.row(s, t)));
    part.resize(n + 1, shape.arc);
    multiply(scores.view().transposed(), words.view(), part.data.data(), shape.arc, false);
    for (std::size_t j = 0; j < shape.arc; ++j)
      arc_root.gradient[j] += part.row(0)[j] * (1.0F - heads.row(0)[j] * heads.row(0)[j]);
    for (std::size_t t = 0; t < n; ++t) std::copy_n(part.row(t + 1), shape.arc, head_slopes.row(layout.row(s, t)));
  }
  Rows word_slopes;
  word_slopes.resize(rows, shape.arc);
  arc_product.backward(pass.word, product_slopes, &word_slopes);
  scale_by(word_slopes, word_mask);
  scale_by(head_slopes, head_mask);
  unsquash(word_before, word_slopes);
  unsquash(head_before, head_slopes);
  arc_word.backward(top, word_slopes, &slopes);
  arc_head.backward(top, head_slopes, &slopes);

  // Relations, given the right heads.
  const auto heads_by_row = head_rows(layout, [&](std::size_t s, std::size_t t) { return (*sentences[s])[t].head; });
  Rows hidden;
  label_inputs(pass, heads_by_row, hidden);
  Rows label_mask;
  drop(label_mask, rows, shape.label, kDropout, random);
  Rows thinned = hidden;
  scale_by(thinned, label_mask);
  Rows label_scores;
  label_output.forward(thinned, label_scores);
  for (std::size_t s = 0; s < layout.sentences(); ++s)
    for (std::size_t t = 0; t < layout.length(s); ++t)
      loss.labels += soften(label_scores.row(layout.row(s, t)), kDeprelCount,
                            static_cast<std::size_t>((*sentences[s])[t].deprel), SIZE_MAX, weight);
  Rows hidden_slopes;
  hidden_slopes.resize(rows, shape.label);
  label_output.backward(thinned, label_scores, &hidden_slopes);
  scale_by(hidden_slopes, label_mask);
  unsquash(hidden, hidden_slopes);
  Rows gathered;
  gathered.resize(rows, shape.label);
  for (std::size_t r = 0; r < rows; ++r) {
    float* to = heads_by_row[r] == UINT32_MAX ? label_root.gradient.data() : gathered.row(heads_by_row[r]);
    for (std::size_t j = 0; j < shape.label; ++j) to[j] += hidden_slopes.row(r)[j];
  }
  label_word.backward(top, hidden_slopes, &slopes);
  label_head.backward(top, gathered, &slopes);

  // Encoder.
  for (std::size_t layer = shape.layers; layer-- > 0;) {
    scale_by(slopes, pass.masks[layer]);
    Rows below;
    below.resize(rows, pass.states[layer].columns);
    Rows half;
    for (std::size_t side = 0; side < 2; ++side) {
      half.resize(rows, shape.state);
      for (std::size_t r = 0; r < rows; ++r) std::copy_n(slopes.row(r) + side * shape.state, shape.state, half.row(r));
      encoder[2 * layer + side].backward(layout, pass.states[layer], pass.recurrent[2 * layer + side], half, below);
    }
    slopes = std::move(below);
  }
  scale_by(slopes, pass.input_mask);
  unsquash(pass.input, slopes);
  for (std::size_t r = 0; r < rows; ++r)
    for (const std::uint32_t feature : pass.features[r]) {
      float* to = table.touch(feature);
      for (std::size_t j = 0; j < shape.input; ++j) to[j] += slopes.row(r)[j];
    }
  if (vectors.size > 0)
    multiply(slopes.view().transposed(), pass.known.view(), projection.gradient.data(), projection.columns, true);
  return loss;
}

std::vector<TrainingSentence> Network::predict(const std::vector<const TrainingSentence*>& sentences) {
  Pass pass(sentences);
  encode(pass, nullptr);
  const BatchLayout& layout = pass.layout;
  std::vector<TrainingSentence> out;
  out.reserve(sentences.size());
  for (const TrainingSentence* s : sentences) out.push_back(*s);
  Rows tag_scores;
  tags.forward(pass.states.back(), tag_scores);
  arc_product.forward(pass.word, pass.product);
  Rows words;
  Rows heads;
  Rows scores;
  for (std::size_t s = 0; s < layout.sentences(); ++s) {
    score_arcs(pass, s, words, heads, scores);
    const std::vector<std::uint32_t> tree = best_tree(scores.data, layout.length(s));
    for (std::size_t t = 0; t < layout.length(s); ++t) {
      const float* at = tag_scores.row(layout.row(s, t));
      out[s][t].upos = static_cast<Upos>(best_of(at, kUposCount));
      out[s][t].xpos = static_cast<Xpos>(best_of(at + kUposCount, kXposCount));
      out[s][t].head = tree[t];
    }
  }
  Rows hidden;
  label_inputs(pass, head_rows(layout, [&](std::size_t s, std::size_t t) { return out[s][t].head; }), hidden);
  Rows label_scores;
  label_output.forward(hidden, label_scores);
  for (std::size_t s = 0; s < layout.sentences(); ++s)
    for (std::size_t t = 0; t < layout.length(s); ++t)
      out[s][t].deprel = static_cast<Deprel>(best_of(label_scores.row(layout.row(s, t)), kDeprelCount));
  return out;
}

}  // namespace attest::train
