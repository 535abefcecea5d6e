#include "language/word_kinds.hpp"

#include <algorithm>

#include "language/key_table.hpp"

namespace attest {

Result<std::optional<KindGuesser>> KindGuesser::from(const SectionFile& file) {
  if (!file.has("names.kinds.keys")) return std::nullopt;
  KindGuesser made;
  ATTEST_TRY(made.keys_, table_keys(file, "names.kinds.keys"));
  ATTEST_TRY(made.rows_, file.numbers<std::int16_t>("names.kinds.rows", made.keys_.size() * kWordKinds));
  const std::size_t states = file.section("names.kinds.states").size() / sizeof(std::int16_t);
  ATTEST_TRY(made.states_, file.numbers<std::int16_t>("names.kinds.states", states));
  ATTEST_TRY(made.steps_, file.numbers<std::int32_t>("names.kinds.steps", 2));
  if (states % (2 * kWordKinds) != 0 || made.steps_[0] <= 0 || made.steps_[1] <= 0)
    return fail(ErrorCode::bad_model, "kinds of words of an impossible size", file.where());
  return std::optional<KindGuesser>(made);
}

namespace {

/// Fills the likenesses of kinds [first, last) and gives the likeliest, counted from `first`.
std::uint8_t fill_likeness(const std::array<std::int64_t, kWordKinds>& scores, std::size_t first, std::size_t last,
                           std::int64_t step, WordKinds& kinds) {
  std::size_t best = first;
  for (std::size_t kind = first; kind < last; ++kind)
    if (scores.at(kind) > scores.at(best)) best = kind;
  for (std::size_t kind = first; kind < last; ++kind) {
    const std::int64_t below = (scores.at(best) - scores.at(kind)) / step;
    kinds.likeness.at(kind) = static_cast<std::int8_t>(std::max<std::int64_t>(kActivationScale - below, 0));
  }
  return static_cast<std::uint8_t>(best - first);
}

}  // namespace

std::vector<WordKinds> KindGuesser::guess(const NameFeatures& features, const Analysis& analysis,
                                          const WordStates& states) const {
  std::vector<WordKinds> out(analysis.tokens.size());
  const std::size_t width = states.width;
  const bool dense = 2 * width * kWordKinds == states_.size();
  std::vector<std::uint32_t> keys;
  for (const Sentence& sentence : analysis.sentences)
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      features.kind_keys_of(sentence, i, keys);
      std::array<std::int32_t, kWordKinds> sum{};
      for (const std::uint32_t key : keys)
        if (const auto row = row_of(keys_, key))
          for (std::size_t kind = 0; kind < kWordKinds; ++kind) sum.at(kind) += rows_[*row * kWordKinds + kind];
      std::array<std::int64_t, kWordKinds> scores{};
      for (std::size_t kind = 0; kind < kWordKinds; ++kind) {
        scores.at(kind) = std::int64_t{kActivationScale} * sum.at(kind);
        if (dense)
          scores.at(kind) +=
              state_product(states_.data() + kind * 2 * width, states.of(i), states.of(features.phrase_head(i)), width);
      }
      out[i].thing = fill_likeness(scores, 0, kThingKinds, steps_[0], out[i]);
      out[i].name = fill_likeness(scores, kThingKinds, kWordKinds, steps_[1], out[i]);
    }
  return out;
}

}  // namespace attest
