#include "language/parser.hpp"

#include <algorithm>
#include <string_view>

#include "language/activation.hpp"
#include "language/approximators.hpp"
#include "language/encoder.hpp"
#include "language/trees.hpp"

namespace attest {

namespace {

constexpr std::uint32_t kLongestPiece = 160;  // tokens
constexpr std::size_t kBatch = 8;             // sentences, rounded up to whole tiles of the kernels

/// The tokens of a sentence, or of a stretch of a very long one, that the network reads.
using Piece = std::vector<std::uint32_t>;

/// @param hung  tokens that have their heads already; may be empty
std::vector<Piece> pieces_of(const Analysis& analysis, const std::vector<bool>& wanted, const std::vector<bool>& hung) {
  std::vector<Piece> out;
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    if (!wanted.empty() && !wanted[s]) continue;
    const Sentence& sentence = analysis.sentences[s];
    bool open = false;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (!hung.empty() && hung[i]) continue;
      if (!open || out.back().size() == kLongestPiece) out.emplace_back().reserve(sentence.last - i);
      open = true;
      out.back().push_back(i);
    }
  }
  std::ranges::stable_sort(out, [](const Piece& a, const Piece& b) { return a.size() > b.size(); });
  return out;
}

std::int16_t to_short(float value) {
  constexpr float kBound = 32767.0F;
  return static_cast<std::int16_t>(std::clamp(value, -kBound, kBound));
}

template <class Label>
Label best_label(const float* scores, std::size_t n) {
  return static_cast<Label>(std::max_element(scores, scores + n) - scores);
}

/// Certainty of an arc from how far its score stands above the next best: 128 at a tie, 255 far above.
std::uint8_t confidence_of(std::span<const float> scores, std::size_t own, std::size_t chosen) {
  float next = -1e30F;
  for (std::size_t j = 0; j < scores.size(); ++j)
    if (j != chosen && j != own) next = std::max(next, scores[j]);
  return static_cast<std::uint8_t>(255.0F * gate(scores[chosen] - next));
}

}  // namespace

/// Scratch memory and the steps of one batch. One thread at a time.
class Parser::Worker {
 public:
  Worker(const Model& model, const Kernels& kernels) : model_(model), kernels_(kernels), encoder_(model, kernels) {
    root_.resize(model.shape.arc);
    std::vector<std::uint8_t> stored(model.shape.arc);
    kernels.squash(model.arc_root.data(), stored.data(), stored.size());
    for (std::size_t j = 0; j < root_.size(); ++j) root_[j] = static_cast<std::int16_t>(stored[j] - kZeroPoint);
  }

  void run(std::string_view text, Analysis& analysis, std::span<const Piece> pieces, WordStates* kept) {
    std::vector<std::uint32_t> lengths;
    for (const Piece& piece : pieces) lengths.push_back(static_cast<std::uint32_t>(piece.size()));
    const BatchLayout layout(std::move(lengths));
    words_.resize(layout.rows());
    for (std::size_t s = 0; s < pieces.size(); ++s)
      for (std::uint32_t t = 0; t < layout.length(s); ++t)
        words_[layout.row(s, t)] = slice(text, analysis.tokens[pieces[s][t]].span);
    const std::vector<std::uint8_t>& states = encoder_.encode(layout, words_);
    if (kept != nullptr) keep(layout, states, pieces, *kept);
    tag(layout, states, analysis, pieces);
    attach(layout, states, analysis, pieces);
    relate(layout, states, analysis, pieces);
  }

 private:
  [[nodiscard]] std::size_t width() const { return std::size_t{2} * model_.shape.state; }

  void keep(const BatchLayout& layout, const std::vector<std::uint8_t>& states, std::span<const Piece> pieces,
            WordStates& kept) const {
    for (std::size_t s = 0; s < pieces.size(); ++s)
      for (std::uint32_t t = 0; t < layout.length(s); ++t) {
        const std::uint8_t* const from = states.data() + layout.row(s, t) * width();
        std::int8_t* const to = kept.values.data() + pieces[s][t] * width();
        for (std::size_t j = 0; j < width(); ++j) to[j] = static_cast<std::int8_t>(from[j] - kZeroPoint);
      }
  }

  /// One affine map over all rows of the batch.
  void map(const IntAffine& affine, const std::vector<std::uint8_t>& x, std::size_t x_width, std::size_t rows,
           std::vector<float>& y) const {
    y.resize(rows * affine.outputs);
    kernels_.affine(affine, x.data(), x_width, rows, y.data(), affine.outputs, false);
  }

  void tag(const BatchLayout& layout, const std::vector<std::uint8_t>& states, Analysis& analysis,
           std::span<const Piece> pieces) {
    map(model_.tags, states, width(), layout.rows(), scores_);
    for (std::size_t s = 0; s < pieces.size(); ++s)
      for (std::uint32_t t = 0; t < layout.length(s); ++t) {
        const float* at = scores_.data() + layout.row(s, t) * model_.tags.outputs;
        Token& token = analysis.tokens[pieces[s][t]];
        token.upos = best_label<Upos>(at, kUposCount);
        token.xpos = best_label<Xpos>(at + kUposCount, kXposCount);
      }
  }

  void attach(const BatchLayout& layout, const std::vector<std::uint8_t>& states, Analysis& analysis,
              std::span<const Piece> pieces) {
    const std::size_t arc = model_.shape.arc;
    map(model_.arc_word, states, width(), layout.rows(), scores_);
    words_stored_.resize(scores_.size());
    kernels_.squash(scores_.data(), words_stored_.data(), scores_.size());
    map(model_.arc_head, states, width(), layout.rows(), scores_);
    heads_stored_.resize(scores_.size());
    kernels_.squash(scores_.data(), heads_stored_.data(), scores_.size());
    map(model_.arc_product, words_stored_, arc, layout.rows(), scores_);
    head_rows_.assign(layout.rows(), kRoot);
    const float unit = 1.0F / (model_.product_scale * static_cast<float>(kActivationScale));
    for (std::size_t s = 0; s < pieces.size(); ++s) {
      const std::size_t n = layout.length(s);
      heads_.resize((n + 1) * arc);
      std::ranges::copy(root_, heads_.begin());
      for (std::size_t t = 0; t < n; ++t) {
        const std::uint8_t* const from = heads_stored_.data() + layout.row(s, t) * arc;
        std::int16_t* const to = heads_.data() + (t + 1) * arc;
        for (std::size_t j = 0; j < arc; ++j) to[j] = static_cast<std::int16_t>(from[j] - kZeroPoint);
      }
      arcs_.resize(n * (n + 1));
      word_.resize(arc);
      for (std::size_t t = 0; t < n; ++t) {
        const float* product = scores_.data() + layout.row(s, t) * arc;
        for (std::size_t j = 0; j < arc; ++j) word_[j] = to_short(product[j] * model_.product_scale);
        for (std::size_t head = 0; head <= n; ++head)
          arcs_[t * (n + 1) + head] =
              unit * static_cast<float>(kernels_.dot(word_.data(), heads_.data() + head * arc, arc));
      }
      const std::vector<std::uint32_t> tree = best_tree(arcs_, n);
      for (std::uint32_t t = 0; t < n; ++t) {
        Token& token = analysis.tokens[pieces[s][t]];
        token.head = tree[t] == 0 ? kRoot : pieces[s][tree[t] - 1];
        token.confidence = confidence_of(std::span<const float>(arcs_).subspan(t * (n + 1), n + 1), t + 1, tree[t]);
        if (tree[t] > 0) head_rows_[layout.row(s, t)] = static_cast<std::uint32_t>(layout.row(s, tree[t] - 1));
      }
    }
  }

  void relate(const BatchLayout& layout, const std::vector<std::uint8_t>& states, Analysis& analysis,
              std::span<const Piece> pieces) {
    const std::size_t label = model_.shape.label;
    map(model_.label_word, states, width(), layout.rows(), scores_);
    map(model_.label_head, states, width(), layout.rows(), head_scores_);
    for (std::size_t r = 0; r < layout.rows(); ++r) {
      const float* head =
          head_rows_[r] == kRoot ? model_.label_root.data() : head_scores_.data() + head_rows_[r] * label;
      for (std::size_t j = 0; j < label; ++j) scores_[r * label + j] += head[j];
    }
    words_stored_.resize(scores_.size());
    kernels_.squash(scores_.data(), words_stored_.data(), scores_.size());
    map(model_.label_output, words_stored_, label, layout.rows(), scores_);
    for (std::size_t s = 0; s < pieces.size(); ++s)
      for (std::uint32_t t = 0; t < layout.length(s); ++t) {
        float* at = scores_.data() + layout.row(s, t) * model_.label_output.outputs;
        Token& token = analysis.tokens[pieces[s][t]];
        if (token.head == kRoot) {
          token.deprel = Deprel::root;
        } else {
          at[static_cast<std::size_t>(Deprel::root)] = -1e30F;
          token.deprel = best_label<Deprel>(at, kDeprelCount);
        }
      }
  }

  const Model& model_;
  const Kernels& kernels_;
  Encoder encoder_;
  std::vector<std::int16_t> root_, heads_, word_;
  std::vector<std::string_view> words_;
  std::vector<float> scores_, head_scores_, arcs_;
  std::vector<std::uint8_t> words_stored_, heads_stored_;
  std::vector<std::uint32_t> head_rows_;  // row of each word's head, kRoot for the root
};

Parser::Parser(const Model& model, const Kernels& kernels) : model_(model), kernels_(kernels) {}
Parser::~Parser() = default;

void Parser::parse(const Document& document, Analysis& analysis, const std::vector<bool>& wanted,
                   WordStates* states) const {
  if (states != nullptr) {
    states->width = std::size_t{2} * model_.shape.state;
    states->values.assign(analysis.tokens.size() * states->width, 0);
  }
  std::unique_ptr<Worker> worker;
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      worker = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (!worker) worker = std::make_unique<Worker>(model_, kernels_);
  const std::vector<Piece> pieces = pieces_of(analysis, wanted, hang_approximators(analysis));
  const std::size_t batch = (kBatch + kernels_.tile - 1) / kernels_.tile * kernels_.tile;
  for (std::size_t i = 0; i < pieces.size(); i += batch)
    worker->run(document.text, analysis, std::span(pieces).subspan(i, std::min(batch, pieces.size() - i)), states);
  for (const Sentence& sentence : analysis.sentences) {
    std::uint32_t top = kRoot;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      Token& token = analysis.tokens[i];
      if (token.head != kRoot) continue;
      if (top == kRoot) {
        top = i;
      } else if (token.deprel == Deprel::root) {
        token.head = top;
        token.deprel = Deprel::parataxis;
      }
    }
  }
  analysis.parsed = true;
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::move(worker));
}

}  // namespace attest
