#include "language/names.hpp"

#include <algorithm>

#include "language/key_table.hpp"

namespace attest {

namespace {

constexpr std::int64_t kNever = INT64_MIN / 4;

}  // namespace

Result<std::optional<NameFinder>> NameFinder::from(const SectionFile& file) {
  if (!file.has("names.keys")) return std::nullopt;
  NameWeights weights;
  const std::size_t states = file.section("names.states").size() / sizeof(std::int16_t);
  if (states % (2 * kNameLabels) != 0)
    return fail(ErrorCode::bad_model, "tables of names of an impossible size", file.where());
  ATTEST_TRY(weights.keys, table_keys(file, "names.keys"));
  ATTEST_TRY(weights.rows, file.numbers<std::int16_t>("names.rows", weights.keys.size() * kNameLabels));
  ATTEST_TRY(weights.states, file.numbers<std::int16_t>("names.states", states));
  ATTEST_TRY(weights.moves, file.numbers<std::int32_t>("names.moves", (kNameLabels + 1) * kNameLabels));
  ATTEST_TRY(auto kinds, KindGuesser::from(file));
  return std::optional<NameFinder>(NameFinder(weights, kinds));
}

void NameFinder::find(const Document& document, Analysis& analysis, const WordStates& states,
                      std::span<const NameHints> hints) const {
  const NameFeatures features(document, analysis, hints);
  const std::vector<WordKinds> kinds = kinds_ ? kinds_->guess(features, analysis, states) : std::vector<WordKinds>();
  const std::size_t width = states.width;
  const std::size_t inputs = 2 * (width + (kinds.empty() ? 0 : kWordKinds));
  const bool dense = inputs * kNameLabels == weights_.states.size();
  std::vector<std::uint32_t> keys;
  std::vector<std::int64_t> scores;
  for (const Sentence& sentence : analysis.sentences) {
    scores.assign((sentence.last - sentence.first) * kNameLabels, 0);
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      features.keys_of(sentence, i, kinds, keys);
      std::array<std::int32_t, kNameLabels> sum{};
      for (const std::uint32_t key : keys)
        if (const auto at = row_of(weights_.keys, key))
          for (std::size_t label = 0; label < kNameLabels; ++label)
            sum.at(label) += weights_.rows[*at * kNameLabels + label];
      std::int64_t* const row = scores.data() + (i - sentence.first) * kNameLabels;
      const std::uint32_t head = features.phrase_head(i);
      for (std::size_t label = 0; label < kNameLabels; ++label) {
        row[label] = std::int64_t{kActivationScale} * sum.at(label);
        if (!dense) continue;
        const std::int16_t* const weights = weights_.states.data() + label * inputs;
        row[label] += state_product(weights, states.of(i), states.of(head), width);
        if (!kinds.empty())
          row[label] +=
              state_product(weights + 2 * width, kinds[i].likeness.data(), kinds[head].likeness.data(), kWordKinds);
      }
    }
    const std::vector<std::uint32_t> labels = best_labels(scores, weights_.moves);
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const std::uint32_t label = labels[i - sentence.first];
      analysis.tokens[i].entity = type_of_label(label);
      analysis.tokens[i].entity_begin = label != 0 && !goes_on(label);
    }
  }
}

std::vector<std::uint32_t> best_labels(std::span<const std::int64_t> scores, std::span<const std::int32_t> moves) {
  const std::size_t n = scores.size() / kNameLabels;
  std::vector<std::uint32_t> labels(n), from(scores.size());
  if (n == 0) return labels;
  std::array<std::int64_t, kNameLabels> best{}, next{};
  for (std::uint32_t label = 0; label < kNameLabels; ++label)
    best.at(label) = may_follow(0, label) ? scores[label] + moves[label] : kNever;
  for (std::size_t t = 1; t < n; ++t) {
    for (std::uint32_t label = 0; label < kNameLabels; ++label) {
      std::int64_t most = kNever;
      std::uint32_t source = 0;
      for (std::uint32_t before = 0; before < kNameLabels; ++before) {
        if (!may_follow(before, label)) continue;
        const std::int64_t score = best.at(before) + moves[(before + 1) * kNameLabels + label];
        if (score > most) {
          most = score;
          source = before;
        }
      }
      next.at(label) = most + scores[t * kNameLabels + label];
      from[t * kNameLabels + label] = source;
    }
    best = next;
  }
  auto label = static_cast<std::uint32_t>(std::ranges::max_element(best) - best.begin());
  for (std::size_t t = n; t-- > 0; label = from[t * kNameLabels + label]) labels[t] = label;
  return labels;
}

}  // namespace attest
