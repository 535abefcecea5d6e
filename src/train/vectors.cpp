#include "train/vectors.hpp"

#include <algorithm>
#include <cmath>

namespace attest::train {

namespace {

/// xorshift64*: fast, and the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 1) {}
  std::uint32_t next() {
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return static_cast<std::uint32_t>((state_ * 0x2545F4914F6CDD1DU) >> 32U);
  }
  float unit() { return static_cast<float>(next()) / 4294967296.0F; }

 private:
  std::uint64_t state_;
};

class SkipGram {
 public:
  SkipGram(const std::vector<std::vector<std::uint64_t>>& sentences, const VectorOptions& options)
      : options_(options), random_(options.seed) {
    count(sentences);
    inputs_.resize(counts_.size() * options.size);
    outputs_.assign(inputs_.size(), 0.0F);
    for (float& v : inputs_) v = (random_.unit() - 0.5F) / static_cast<float>(options.size);
    fill_noise();
  }

  WordVectors run() {
    const std::uint64_t all = std::uint64_t{options_.epochs} * words_;
    std::uint64_t done = 0;
    for (std::uint32_t epoch = 0; epoch < options_.epochs; ++epoch)
      for (const auto& sentence : ids_) {
        const float left = 1.0F - static_cast<float>(done) / static_cast<float>(all + 1);
        learn(sentence, 0.035F * std::max(left, 0.003F));
        done += sentence.size();
      }
    return scaled();
  }

 private:
  void count(const std::vector<std::vector<std::uint64_t>>& sentences) {
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    std::vector<std::uint64_t> order;  // of first appearance: a map's own order may differ between libraries
    for (const auto& sentence : sentences)
      for (const std::uint64_t key : sentence)
        if (++counts[key] == options_.least_count) order.push_back(key);
    for (const std::uint64_t key : order) {
      rows_.emplace(key, static_cast<std::uint32_t>(counts_.size()));
      counts_.push_back(counts[key]);
    }
    for (const auto& sentence : sentences) {
      std::vector<std::uint32_t> ids;
      for (const std::uint64_t key : sentence)
        if (const auto at = rows_.find(key); at != rows_.end()) ids.push_back(at->second);
      words_ += ids.size();
      ids_.push_back(std::move(ids));
    }
  }

  /// Words in proportion to count^0.75, to draw from.
  void fill_noise() {
    constexpr std::size_t kSize = 1U << 20U;
    double total = 0;
    for (const std::uint32_t c : counts_) total += std::pow(c, 0.75);
    for (std::uint32_t word = 0; word < counts_.size(); ++word) {
      const auto share = static_cast<std::size_t>(std::pow(counts_[word], 0.75) / total * kSize) + 1;
      noise_.insert(noise_.end(), share, word);
    }
  }

  void learn(const std::vector<std::uint32_t>& sentence, float rate) {
    kept_.clear();
    for (const std::uint32_t word : sentence) {  // frequent words tell little: most of them are passed over
      const double share = static_cast<double>(counts_[word]) / static_cast<double>(words_);
      const double keep = std::sqrt(1e-4 / share) + 1e-4 / share;
      if (keep >= 1 || random_.unit() < keep) kept_.push_back(word);
    }
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      const std::size_t reach = 1 + random_.next() % options_.window;
      const std::size_t last = std::min(kept_.size(), i + reach + 1);
      for (std::size_t j = i > reach ? i - reach : 0; j < last; ++j)
        if (j != i) pair(kept_[i], kept_[j], rate);
    }
  }

  void pair(std::uint32_t centre, std::uint32_t context, float rate) {
    const std::size_t n = options_.size;
    float* in = inputs_.data() + context * n;
    change_.assign(n, 0.0F);
    for (std::uint32_t k = 0; k <= options_.negatives; ++k) {
      const std::uint32_t word = k == 0 ? centre : noise_[random_.next() % noise_.size()];
      if (k > 0 && word == centre) continue;
      float* out = outputs_.data() + word * n;
      float product = 0;
      for (std::size_t i = 0; i < n; ++i) product += in[i] * out[i];
      const float said = 1.0F / (1.0F + std::exp(-product));
      const float slope = rate * ((k == 0 ? 1.0F : 0.0F) - said);
      for (std::size_t i = 0; i < n; ++i) {
        change_[i] += slope * out[i];
        out[i] += slope * in[i];
      }
    }
    for (std::size_t i = 0; i < n; ++i) in[i] += change_[i];
  }

  WordVectors scaled() {
    double squares = 0;
    for (const float v : inputs_) squares += static_cast<double>(v) * static_cast<double>(v);
    const auto scale = static_cast<float>(1.0 / std::sqrt(squares / static_cast<double>(inputs_.size()) + 1e-12));
    for (float& v : inputs_) v *= scale;
    return {options_.size, std::move(rows_), std::move(inputs_)};
  }

  VectorOptions options_;
  Random random_;
  std::unordered_map<std::uint64_t, std::uint32_t> rows_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::vector<std::uint32_t>> ids_;
  std::uint64_t words_ = 0;
  std::vector<std::uint32_t> noise_, kept_;
  std::vector<float> inputs_, outputs_, change_;
};

}  // namespace

WordVectors learn_vectors(const std::vector<std::vector<std::uint64_t>>& sentences, const VectorOptions& options) {
  if (sentences.empty()) return {};
  return SkipGram(sentences, options).run();
}

}  // namespace attest::train
