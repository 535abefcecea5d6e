#include "train/names.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>

#include "language/key_table.hpp"
#include "train/adagrad.hpp"
#include "train/key_rows.hpp"

namespace attest::train {

namespace {

constexpr std::size_t kLabels = kNameLabels;
constexpr float kNever = -1e9F;

float log_sum(const std::array<float, kLabels>& values) {
  const float most = *std::ranges::max_element(values);
  float sum = 0;
  for (const float value : values) sum += std::exp(value - most);
  return most + std::log(sum);
}

}  // namespace

std::vector<NameSentence> name_sentences(const Document& document, const Analysis& analysis, const WordStates& states,
                                         std::span<const NameHints> hints, const KindGuesser* guesser,
                                         std::span<const NameSpan> names, std::size_t& lost) {
  const NameFeatures features(document, analysis, hints);
  const std::vector<WordKinds> kinds =
      guesser == nullptr ? std::vector<WordKinds>() : guesser->guess(features, analysis, states);
  std::map<std::uint32_t, std::uint32_t> begins, ends;  // byte to token
  std::vector<std::uint32_t> labels(analysis.tokens.size()), sentence_of(analysis.tokens.size());
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    begins[analysis.tokens[i].span.begin] = i;
    ends[analysis.tokens[i].span.end] = i;
  }
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s)
    for (std::uint32_t i = analysis.sentences[s].first; i < analysis.sentences[s].last; ++i) sentence_of[i] = s;
  for (const NameSpan& name : names) {
    const auto first = begins.find(name.span.begin);
    const auto last = ends.find(name.span.end);
    if (first == begins.end() || last == ends.end() || last->second < first->second ||
        sentence_of[first->second] != sentence_of[last->second]) {
      ++lost;
      continue;
    }
    for (std::uint32_t i = first->second; i <= last->second; ++i)
      labels[i] = first_label(name.type) + (i == first->second ? 0 : 1);
  }
  std::vector<NameSentence> out;
  std::vector<std::uint32_t> keys;
  for (const Sentence& sentence : analysis.sentences) {
    NameSentence made;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      features.keys_of(sentence, i, kinds, keys);
      made.keys.insert(made.keys.end(), keys.begin(), keys.end());
      made.ends.push_back(static_cast<std::uint32_t>(made.keys.size()));
      for (const std::uint32_t token : {i, features.phrase_head(i)})
        made.states.insert(made.states.end(), states.of(token), states.of(token) + states.width);
      if (!kinds.empty())
        for (const std::uint32_t token : {i, features.phrase_head(i)})
          made.states.insert(made.states.end(), kinds[token].likeness.begin(), kinds[token].likeness.end());
      made.labels.push_back(labels[i]);
    }
    out.push_back(std::move(made));
  }
  return out;
}

NameTrainer::NameTrainer(std::size_t inputs, const NameOptions& options)
    : inputs_(inputs), options_(options), random_(0x9E3779B97F4A7C15U ^ options.seed) {}

void NameTrainer::Weights::add(const Weights& other) {
  for (const auto part : {&Weights::rows, &Weights::states, &Weights::moves}) {
    (this->*part).resize((other.*part).size());
    for (std::size_t i = 0; i < (other.*part).size(); ++i) (this->*part)[i] += (other.*part)[i];
  }
}

void NameTrainer::Weights::divide(float by) {
  for (const auto part : {&Weights::rows, &Weights::states, &Weights::moves})
    for (float& weight : this->*part) weight /= by;
}

void NameTrainer::make_room(std::span<const NameSentence* const> sentences) {
  std::unordered_map<std::uint32_t, std::uint32_t> counts;
  for (const NameSentence* sentence : sentences)
    for (const std::uint32_t key : sentence->keys)
      if (++counts[key] == options_.least) rows_.try_emplace(key, static_cast<std::uint32_t>(rows_.size()));
}

std::vector<NameTrainer::Example> NameTrainer::examples(std::span<const NameSentence* const> sentences) const {
  std::vector<Example> out;
  for (const NameSentence* sentence : sentences) {
    Example made{sentence, {}, {}};
    for (std::size_t t = 0, k = 0; t < sentence->ends.size(); ++t) {
      for (; k < sentence->ends[t]; ++k)
        if (const auto at = rows_.find(sentence->keys[k]); at != rows_.end()) made.rows.push_back(at->second);
      made.ends.push_back(static_cast<std::uint32_t>(made.rows.size()));
    }
    if (!made.ends.empty()) out.push_back(std::move(made));
  }
  return out;
}

void NameTrainer::learn(std::span<const NameSentence* const> sentences) {
  make_room(sentences);
  std::vector<Example> all = examples(sentences);
  Weights sum;
  for (std::uint32_t number = 0; number < options_.runs; ++number) sum.add(run(all));
  sum.divide(static_cast<float>(options_.runs));
  weights_ = std::move(sum);
}

NameTrainer::Weights NameTrainer::run(std::vector<Example>& examples) {
  for (Weights* const part : {&weights_, &squares_}) {
    part->rows.assign(rows_.size() * kLabels, 0.0F);
    part->states.assign(inputs_ * kLabels, 0.0F);
    part->moves.assign((kLabels + 1) * kLabels, 0.0F);
  }
  Weights sum;
  const std::uint32_t from = options_.epochs / 2;
  for (std::uint32_t epoch = 0; epoch < options_.epochs; ++epoch) {
    for (std::size_t i = examples.size(); i > 1; --i) std::swap(examples[i - 1], examples[next_random(random_) % i]);
    for (const Example& example : examples) step(example);
    if (epoch >= from) sum.add(weights_);
  }
  sum.divide(static_cast<float>(options_.epochs - from));
  return sum;
}

/// Scores of the labels of each token, without the moves between them.
void NameTrainer::score(const Example& example) {
  const std::size_t n = example.ends.size();
  scores_.assign(n * kLabels, 0.0F);
  used_.clear();
  used_ends_.clear();
  const auto bound = static_cast<std::uint64_t>(options_.dropped * 1024);
  for (std::size_t t = 0; t < n; ++t) {
    float* const to = scores_.data() + t * kLabels;
    for (std::size_t k = t == 0 ? 0 : example.ends[t - 1]; k < example.ends[t]; ++k) {
      if (draw(random_, bound)) continue;
      used_.push_back(example.rows[k]);
      const float* const row = weights_.rows.data() + example.rows[k] * kLabels;
      for (std::size_t label = 0; label < kLabels; ++label) to[label] += row[label];
    }
    used_ends_.push_back(static_cast<std::uint32_t>(used_.size()));
    const std::int8_t* const states = example.sentence->states.data() + t * inputs_;
    for (std::size_t label = 0; label < kLabels; ++label) {
      const float* const row = weights_.states.data() + label * inputs_;
      float product = 0;
      for (std::size_t j = 0; j < inputs_; ++j) product += row[j] * static_cast<float>(states[j]);
      to[label] += product / static_cast<float>(kActivationScale);
    }
  }
}

/// Sums over all rows of labels before and after each token, in logarithms.
void NameTrainer::expect(std::size_t n) {
  forward_.assign(n * kLabels, kNever);
  backward_.assign(n * kLabels, 0.0F);
  const auto move = [&](std::size_t before, std::size_t label) {
    return weights_.moves[(before + 1) * kLabels + label];
  };
  std::array<float, kLabels> terms{};
  for (std::uint32_t label = 0; label < kLabels; ++label)
    if (may_follow(0, label)) forward_[label] = weights_.moves[label] + scores_[label];
  for (std::size_t t = 1; t < n; ++t)
    for (std::uint32_t label = 0; label < kLabels; ++label) {
      for (std::uint32_t before = 0; before < kLabels; ++before)
        terms.at(before) =
            may_follow(before, label) ? forward_[(t - 1) * kLabels + before] + move(before, label) : kNever;
      forward_[t * kLabels + label] = log_sum(terms) + scores_[t * kLabels + label];
    }
  for (std::size_t t = n - 1; t-- > 0;)
    for (std::uint32_t before = 0; before < kLabels; ++before) {
      for (std::uint32_t label = 0; label < kLabels; ++label)
        terms.at(label) = may_follow(before, label) ? backward_[(t + 1) * kLabels + label] + move(before, label) +
                                                          scores_[(t + 1) * kLabels + label]
                                                    : kNever;
      backward_[t * kLabels + before] = log_sum(terms);
    }
}

void NameTrainer::step(const Example& example) {
  const NameSentence& sentence = *example.sentence;
  const std::size_t n = sentence.labels.size();
  score(example);
  expect(n);
  std::array<float, kLabels> last{};
  std::copy_n(forward_.end() - kLabels, kLabels, last.begin());
  const float total = log_sum(last);
  wrong_.assign(n * kLabels, 0.0F);  // expected less marked
  move_gradient_.assign(weights_.moves.size(), 0.0F);
  for (std::size_t t = 0; t < n; ++t) {
    const std::uint32_t marked = sentence.labels[t];
    for (std::uint32_t label = 0; label < kLabels; ++label) {
      const std::size_t at = t * kLabels + label;
      wrong_[at] = std::exp(forward_[at] + backward_[at] - total);
      if (t == 0) {
        move_gradient_[label] += wrong_[at];
        continue;
      }
      for (std::uint32_t before = 0; before < kLabels; ++before)
        if (may_follow(before, label))
          move_gradient_[(before + 1) * kLabels + label] +=
              std::exp(forward_[at - label - kLabels + before] + weights_.moves[(before + 1) * kLabels + label] +
                       scores_[at] + backward_[at] - total);
    }
    wrong_[t * kLabels + marked] -= 1;
    move_gradient_[t == 0 ? marked : (sentence.labels[t - 1] + 1) * kLabels + marked] -= 1;
  }
  state_gradient_.assign(weights_.states.size(), 0.0F);
  for (std::size_t t = 0; t < n; ++t) {
    const float* const wrong = wrong_.data() + t * kLabels;
    for (std::size_t k = t == 0 ? 0 : used_ends_[t - 1]; k < used_ends_[t]; ++k)
      for (std::size_t label = 0; label < kLabels; ++label) {
        const std::size_t at = used_[k] * kLabels + label;
        adjust(weights_.rows[at], squares_.rows[at], wrong[label], options_.rate, options_.decay);
      }
    const std::int8_t* const states = sentence.states.data() + t * inputs_;
    for (std::size_t label = 0; label < kLabels; ++label) {
      const float part = wrong[label] / static_cast<float>(kActivationScale);
      if (std::fabs(part) < 1e-6F) continue;
      float* const row = state_gradient_.data() + label * inputs_;
      for (std::size_t j = 0; j < inputs_; ++j) row[j] += part * static_cast<float>(states[j]);
    }
  }
  for (std::size_t i = 0; i < state_gradient_.size(); ++i)
    adjust(weights_.states[i], squares_.states[i], state_gradient_[i], options_.state_rate, options_.state_decay);
  for (std::size_t i = 0; i < move_gradient_.size(); ++i)
    adjust(weights_.moves[i], squares_.moves[i], move_gradient_[i], options_.rate, options_.decay);
}

void NameTrainer::write(SectionWriter& writer) const {
  const float unit = std::max(most_of(weights_.rows) / kMostRowWeight, most_of(weights_.states) / kMostStateWeight);
  const auto whole = [unit](float value) { return static_cast<std::int16_t>(std::lround(value / unit)); };
  std::vector<std::int16_t> states;
  for (const float value : weights_.states) states.push_back(whole(value));
  std::vector<std::int32_t> moves;
  for (const float value : weights_.moves)
    moves.push_back(static_cast<std::int32_t>(std::lround(kActivationScale * value / unit)));
  add_table(
      writer, "names", rows_, kLabels,
      [&](std::uint32_t row, std::size_t label) { return weights_.rows[row * kLabels + label]; },
      [&](std::size_t) { return unit; });
  writer.add("names.states", std::span<const std::int16_t>(states));
  writer.add("names.moves", std::span<const std::int32_t>(moves));
}

}  // namespace attest::train
