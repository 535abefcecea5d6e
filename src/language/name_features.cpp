#include "language/name_features.hpp"

#include <algorithm>

#include "language/features.hpp"

namespace attest {

namespace {

std::uint32_t short_key(std::uint64_t key) { return static_cast<std::uint32_t>(key ^ (key >> 29U)); }

/// The key of a feature of this kind with these values; never 0.
std::uint32_t mixed(std::uint32_t kind, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
  std::uint64_t hash = kind * 0x9E3779B97F4A7C15U;
  for (const std::uint32_t value : {a, b, c}) {
    hash = (hash ^ value) * 0xD6E8FEB86659FD93U;
    hash ^= hash >> 32U;
  }
  return static_cast<std::uint32_t>(hash) | 1U;
}

std::uint32_t number(auto label) { return static_cast<std::uint32_t>(label); }

bool is_proper(Xpos tag) { return tag == Xpos::nnp || tag == Xpos::nnps; }

constexpr std::uint32_t kBeforeSentence = 1, kAfterSentence = 2;

}  // namespace

NameFeatures::NameFeatures(const Document& document, const Analysis& analysis, std::span<const NameHints> hints)
    : analysis_(analysis), hints_(hints), words_(analysis.tokens.size()) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto keys = feature_keys(slice(document.text, analysis.tokens[i].span));
    const auto key = [&](Feature kind) { return short_key(keys[static_cast<std::size_t>(kind)]); };
    Word& word = words_[i];
    word.word = key(Feature::word);
    word.cased = key(Feature::cased);
    word.shape = key(Feature::shape);
    word.prefix2 = key(Feature::prefix2);
    word.prefix3 = key(Feature::prefix3);
    word.suffix2 = key(Feature::suffix2);
    word.suffix3 = key(Feature::suffix3);
    word.suffix4 = key(Feature::suffix4);
  }
  for (const Sentence& sentence : analysis.sentences) read_phrases(sentence);
}

/// The head, if the token is a plain part of the phrase around it, else itself.
std::uint32_t NameFeatures::climb(std::uint32_t i) const {
  const Token& token = analysis_.tokens[i];
  if (token.head == kRoot) return i;
  switch (token.deprel) {
    case Deprel::det:
    case Deprel::det_predet:
    case Deprel::amod:
    case Deprel::compound:
    case Deprel::nmod_poss:
    case Deprel::nmod_desc:
    case Deprel::nummod:
    case Deprel::flat:
    case Deprel::goeswith:
      return token.head;
    case Deprel::case_:
      return token.xpos == Xpos::pos ? token.head : i;
    case Deprel::punct:
      return token.xpos == Xpos::hyph ? token.head : i;
    default:
      return i;
  }
}

void NameFeatures::read_phrases(const Sentence& sentence) {
  const std::uint32_t length = sentence.last - sentence.first;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    std::uint32_t at = i;
    for (std::uint32_t steps = 0; steps < std::min<std::uint32_t>(length, 16); ++steps) {
      const std::uint32_t next = climb(at);
      if (next == at) break;
      at = next;
    }
    Word& head = words_[at];
    words_[i].phrase = at;
    if (!hints_.empty()) head.phrase_hints |= hints_[i];
    head.proper = head.proper || is_proper(analysis_.tokens[i].xpos);
  }
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    Word& word = words_[i];
    const bool starts = i == sentence.first || words_[i - 1].phrase != word.phrase;
    const bool ends = i + 1 == sentence.last || words_[i + 1].phrase != word.phrase;
    word.place = (starts ? 1U : 0U) + (ends ? 2U : 0U) + (i > word.phrase ? 4U : 0U) + (i == word.phrase ? 8U : 0U);
    if (analysis_.tokens[i].deprel == Deprel::case_ && analysis_.tokens[i].xpos != Xpos::pos &&
        analysis_.tokens[i].head != kRoot)
      words_[analysis_.tokens[i].head].preposition = word.word;
  }
}

void NameFeatures::keys_of(const Sentence& sentence, std::uint32_t i, std::vector<std::uint32_t>& keys) const {
  keys.clear();
  std::uint32_t kind = 0;
  const auto add = [&](std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    keys.push_back(mixed(++kind, a, b, c));
  };
  const auto word_at = [&](std::uint32_t distance, bool before) {
    if (before) return i < sentence.first + distance ? kBeforeSentence : words_[i - distance].word;
    return i + distance >= sentence.last ? kAfterSentence : words_[i + distance].word;
  };
  const auto tag_at = [&](std::uint32_t distance, bool before) {
    if (before) return i < sentence.first + distance ? 100U : number(analysis_.tokens[i - distance].xpos);
    return i + distance >= sentence.last ? 101U : number(analysis_.tokens[i + distance].xpos);
  };
  const auto shape_at = [&](std::uint32_t distance, bool before) {
    if (before) return i < sentence.first + distance ? kBeforeSentence : words_[i - distance].shape;
    return i + distance >= sentence.last ? kAfterSentence : words_[i + distance].shape;
  };
  const auto hints_at = [&](std::uint32_t distance, bool before) -> NameHints {
    if (hints_.empty()) return 0;
    if (before) return i < sentence.first + distance ? 0 : hints_[i - distance];
    return i + distance >= sentence.last ? 0 : hints_[i + distance];
  };
  const Word& word = words_[i];
  const Token& token = analysis_.tokens[i];
  const Word& head = words_[word.phrase];
  const Token& phrase = analysis_.tokens[word.phrase];

  add(word.word);
  add(word.cased);
  add(word_at(1, true));
  add(word_at(2, true));
  add(word_at(1, false));
  add(word_at(2, false));
  add(word_at(1, true), word.word);
  add(word.word, word_at(1, false));
  add(word.prefix2);
  add(word.prefix3);
  add(word.suffix2);
  add(word.suffix3);
  add(word.suffix4);
  add(word.shape);
  add(shape_at(1, true), word.shape);
  add(word.shape, shape_at(1, false));
  add(number(token.xpos));
  add(number(token.xpos), word.shape);
  add(tag_at(1, true));
  add(tag_at(1, false));
  add(tag_at(1, true), number(token.xpos));
  add(number(token.xpos), tag_at(1, false));
  add(tag_at(1, true), number(token.xpos), tag_at(1, false));
  add(number(token.deprel), number(token.xpos));

  // The phrase
  add(word.place, number(phrase.xpos));
  add(head.word);
  add(head.word, word.place);
  add(head.suffix3, word.place);
  add(word.place, number(phrase.deprel), number(phrase.xpos));
  add(word.place, number(phrase.xpos), head.proper ? 1 : 0);
  add(word.place, head.preposition);
  const std::uint32_t governor = phrase.head == kRoot ? kBeforeSentence : words_[phrase.head].word;
  add(word.place, number(phrase.deprel), governor);
  add(governor, head.preposition, word.place);

  // The lists
  const NameHints here = hints_at(0, true);
  add(here);
  add(here, word.shape);
  add(hints_at(1, true), here);
  add(here, hints_at(1, false));
  add(here, number(token.xpos));
  add(here, word.place, head.proper ? 1 : 0);
  add(head.phrase_hints, word.place);
  add(hints_.empty() ? 0 : hints_[word.phrase], word.place);
  add(hints_.empty() ? 0 : hints_[word.phrase], word.place, head.proper ? 1 : 0);
  kind = 64;
  for (NameHints rest = here; rest != 0; rest &= rest - 1)
    keys.push_back(mixed(kind, static_cast<std::uint32_t>(__builtin_ctz(rest))));
  for (NameHints rest = head.phrase_hints; rest != 0; rest &= rest - 1)
    keys.push_back(mixed(kind + 1, static_cast<std::uint32_t>(__builtin_ctz(rest)), word.place));
}

}  // namespace attest
