#include "train/word_kinds.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "language/key_table.hpp"
#include "train/adagrad.hpp"
#include "train/key_rows.hpp"

namespace attest::train {

namespace {

constexpr std::uint32_t kEpochs = 5;
constexpr std::uint32_t kLeast = 3;      // times that a feature must occur
constexpr std::uint64_t kDropped = 205;  // of 1024 features
constexpr float kRate = 0.1F, kStateRate = 0.01F, kDecay = 1e-4F;

/// A token of an example with the rows of its features looked up.
struct Task {
  const KindExample* example;
  std::vector<std::uint32_t> rows;
};

}  // namespace

std::vector<KindExample> kind_examples(const Document& document, const Analysis& analysis, const WordStates& states,
                                       std::span<const NameHints> hints, std::span<const std::uint32_t> kinds) {
  constexpr std::uint32_t kOneInThings = 3, kOneInNames = 8;
  const NameFeatures features(document, analysis, hints);
  std::vector<KindExample> out;
  for (const Sentence& sentence : analysis.sentences)
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (kinds[i] == 0 && i % kOneInThings != 0) continue;
      if (kinds[i] == kThingKinds && analysis.tokens[i].upos != Upos::propn && i % kOneInNames != 0) continue;
      KindExample made;
      features.kind_keys_of(sentence, i, made.keys);
      for (const std::uint32_t token : {i, features.phrase_head(i)})
        made.states.insert(made.states.end(), states.of(token), states.of(token) + states.width);
      made.kind = kinds[i];
      out.push_back(std::move(made));
    }
  return out;
}

void KindTrainer::learn(std::span<const KindExample> examples) {
  learn_group(examples, 0, kThingKinds);
  learn_group(examples, kThingKinds, kWordKinds);
}

void KindTrainer::learn_group(std::span<const KindExample> examples, std::size_t first, std::size_t last) {
  const auto own = [&](const KindExample& example) { return first <= example.kind && example.kind < last; };
  std::unordered_map<std::uint32_t, std::uint32_t> counts;
  for (const KindExample& example : examples)
    if (own(example))
      for (const std::uint32_t key : example.keys)
        if (++counts[key] == kLeast) numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size()));
  rows_.resize(numbers_.size() * kWordKinds);
  std::vector<float> row_squares(rows_.size()), state_squares(states_.size());
  std::vector<Task> tasks;
  for (const KindExample& example : examples) {
    if (!own(example)) continue;
    tasks.push_back({&example, {}});
    for (const std::uint32_t key : example.keys)
      if (counts[key] >= kLeast) tasks.back().rows.push_back(numbers_.at(key));
  }
  std::uint64_t random = 0x9E3779B97F4A7C15U;
  std::vector<std::uint32_t> used;
  for (std::uint32_t epoch = 0; epoch < kEpochs; ++epoch) {
    for (std::size_t i = tasks.size(); i > 1; --i) std::swap(tasks[i - 1], tasks[next_random(random) % i]);
    for (const Task& task : tasks) {
      used.clear();
      for (const std::uint32_t row : task.rows)
        if (!draw(random, kDropped)) used.push_back(row);
      std::array<float, kWordKinds> chance{};
      float most = -1e9F;
      for (std::size_t kind = first; kind < last; ++kind) {
        float score = 0;
        const float* const weights = states_.data() + kind * inputs_;
        for (std::size_t j = 0; j < inputs_; ++j) score += weights[j] * static_cast<float>(task.example->states[j]);
        score /= static_cast<float>(kActivationScale);
        for (const std::uint32_t row : used) score += rows_[row * kWordKinds + kind];
        chance.at(kind) = score;
        most = std::max(most, score);
      }
      float sum = 0;
      for (std::size_t kind = first; kind < last; ++kind) sum += chance.at(kind) = std::exp(chance.at(kind) - most);
      for (std::size_t kind = first; kind < last; ++kind) {
        const float wrong = chance.at(kind) / sum - (kind == task.example->kind ? 1.0F : 0.0F);
        for (const std::uint32_t row : used) {
          const std::size_t at = row * kWordKinds + kind;
          adjust(rows_[at], row_squares[at], wrong, kRate, kDecay);
        }
        if (std::fabs(wrong) < 1e-3F) continue;
        const float part = wrong / static_cast<float>(kActivationScale);
        for (std::size_t j = 0; j < inputs_; ++j) {
          const std::size_t at = kind * inputs_ + j;
          adjust(states_[at], state_squares[at], part * static_cast<float>(task.example->states[j]), kStateRate,
                 kDecay);
        }
      }
    }
  }
}

void KindTrainer::write(SectionWriter& writer) const {
  std::array<float, kWordKinds> units{};
  std::array<std::int32_t, 2> steps{};
  for (std::size_t group = 0; group < 2; ++group) {
    const std::size_t first = group == 0 ? 0 : kThingKinds, last = group == 0 ? kThingKinds : kWordKinds;
    float most = 1e-3F;
    for (std::size_t row = 0; row < numbers_.size(); ++row)
      most = std::max(most, most_of(std::span(rows_).subspan(row * kWordKinds + first, last - first)));
    const float unit =
        std::max(most / kMostRowWeight, most_of(std::span(states_).subspan(first * inputs_, (last - first) * inputs_)) /
                                            static_cast<float>(kMostStateWeight));
    std::fill(units.begin() + static_cast<std::ptrdiff_t>(first), units.begin() + static_cast<std::ptrdiff_t>(last),
              unit);
    steps.at(group) = std::max(1, static_cast<std::int32_t>(std::lround(kFarOff / unit)));
  }
  std::vector<std::int16_t> states;
  for (std::size_t i = 0; i < states_.size(); ++i)
    states.push_back(static_cast<std::int16_t>(std::lround(states_[i] / units.at(i / inputs_))));
  add_table(
      writer, "names.kinds", numbers_, kWordKinds,
      [&](std::uint32_t row, std::size_t kind) { return rows_[row * kWordKinds + kind]; },
      [&](std::size_t kind) { return units.at(kind); });
  writer.add("names.kinds.states", std::span<const std::int16_t>(states));
  writer.add("names.kinds.steps", std::span<const std::int32_t>(steps));
}

}  // namespace attest::train
