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
constexpr std::uint32_t kNoTagBefore = 100, kNoTagAfter = 101;
constexpr std::uint32_t kNear = 8;  // words after a head at which what hangs from it still matters

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
    words_[i].begin = i > sentence.first && words_[i - 1].phrase == at ? words_[i - 1].begin : i;
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
    const std::uint32_t head = analysis_.tokens[i].head;
    if (head == kRoot || i <= head || i >= head + kNear) continue;
    switch (analysis_.tokens[i].deprel) {
      case Deprel::nmod:
        words_[head].hangs |= 1U;
        break;
      case Deprel::conj:
        words_[head].hangs |= 2U;
        break;
      case Deprel::appos:
        words_[head].hangs |= 4U;
        break;
      default:
        break;
    }
  }
}

std::uint32_t NameFeatures::word_before(const Sentence& sentence, std::uint32_t i, std::uint32_t distance) const {
  return i < sentence.first + distance ? kBeforeSentence : words_[i - distance].word;
}

std::uint32_t NameFeatures::word_after(const Sentence& sentence, std::uint32_t i, std::uint32_t distance) const {
  return i + distance >= sentence.last ? kAfterSentence : words_[i + distance].word;
}

std::uint32_t NameFeatures::tag_before(const Sentence& sentence, std::uint32_t i) const {
  return i == sentence.first ? kNoTagBefore : number(analysis_.tokens[i - 1].xpos);
}

std::uint32_t NameFeatures::tag_after(const Sentence& sentence, std::uint32_t i) const {
  return i + 1 == sentence.last ? kNoTagAfter : number(analysis_.tokens[i + 1].xpos);
}

void NameFeatures::kind_keys_of(const Sentence& sentence, std::uint32_t i, std::vector<std::uint32_t>& keys) const {
  keys.clear();
  std::uint32_t kind = 200;
  const auto add = [&](std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    keys.push_back(mixed(++kind, a, b, c));
  };
  const Word& word = words_[i];
  const Token& token = analysis_.tokens[i];
  const Word& head = words_[word.phrase];
  const Token& phrase = analysis_.tokens[word.phrase];
  add(word.word);
  add(word.cased);
  add(word_before(sentence, i, 1));
  add(word_after(sentence, i, 1));
  add(word.prefix3);
  add(word.suffix3);
  add(word.suffix4);
  add(word.shape);
  add(tag_before(sentence, i));
  add(tag_after(sentence, i));
  add(number(token.deprel), number(token.xpos));
  add(word.place, number(phrase.xpos));
  add(head.suffix3, word.place);
  add(word.place, head.preposition);
  add(word.place, number(phrase.deprel), phrase.head == kRoot ? kBeforeSentence : words_[phrase.head].word);
  add(hints_of(i));
  add(head.phrase_hints, word.place);
  add(hints_of(word.phrase), word.place);
}

/// What the kinds of a token, of its phrase's head and of the phrase around it tell.
void NameFeatures::add_kinds(std::uint32_t i, std::span<const WordKinds> kinds,
                             std::vector<std::uint32_t>& keys) const {
  std::uint32_t kind = 100;
  const auto add = [&](std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    keys.push_back(mixed(++kind, a, b, c));
  };
  const Word& word = words_[i];
  const Token& phrase = analysis_.tokens[word.phrase];
  const WordKinds &own = kinds[i], &head = kinds[word.phrase];
  const std::uint32_t side = i == word.phrase ? 1 : i > word.phrase ? 2 : 0;
  const std::uint32_t noun = phrase.upos == Upos::propn ? 1 : phrase.upos == Upos::pron ? 2 : 0;
  const std::uint32_t thing = head.thing * 4U + noun;
  const std::uint32_t relation = number(phrase.deprel);
  add(own.thing);
  add(head.thing, side);
  add(thing, side);
  add(head.thing, own.thing, number(analysis_.tokens[i].upos));
  add(head.thing, number(phrase.xpos));
  add(own.name);
  add(head.name, side);
  add(own.name, head.name, side);
  add(head.name, head.thing, side);
  add(words_[word.phrase].hangs, side, thing);
  const std::uint32_t distance = std::min<std::uint32_t>(i - word.begin, 3);
  add(distance, number(analysis_.tokens[word.begin].upos), thing);
  add(distance, words_[word.begin].word, head.thing);
  if (phrase.head != kRoot &&
      (phrase.deprel == Deprel::nmod || phrase.deprel == Deprel::nmod_poss || phrase.deprel == Deprel::appos ||
       phrase.deprel == Deprel::conj || phrase.deprel == Deprel::flat)) {
    const WordKinds& outer = kinds[phrase.head];
    const std::uint32_t proper = is_proper(analysis_.tokens[phrase.head].xpos) ? 1 : 0;
    add(relation * 4 + side, outer.thing, head.thing);
    add(relation * 4 + side, proper, noun);
    add(relation * 4 + side, words_[phrase.head].word);
    add(relation * 4 + (phrase.head > i ? 1 : 0), outer.thing * 2U + proper, thing);
  } else {
    kind += 4;
    add(relation, head.thing, side);
  }
}

void NameFeatures::keys_of(const Sentence& sentence, std::uint32_t i, std::span<const WordKinds> kinds,
                           std::vector<std::uint32_t>& keys) const {
  keys.clear();
  std::uint32_t kind = 0;
  const auto add = [&](std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    keys.push_back(mixed(++kind, a, b, c));
  };
  const auto shape_at = [&](std::uint32_t distance, bool before) {
    if (before) return i < sentence.first + distance ? kBeforeSentence : words_[i - distance].shape;
    return i + distance >= sentence.last ? kAfterSentence : words_[i + distance].shape;
  };
  const Word& word = words_[i];
  const Token& token = analysis_.tokens[i];
  const Word& head = words_[word.phrase];
  const Token& phrase = analysis_.tokens[word.phrase];

  add(word.word);
  add(word.cased);
  add(word_before(sentence, i, 1));
  add(word_before(sentence, i, 2));
  add(word_after(sentence, i, 1));
  add(word_after(sentence, i, 2));
  add(word_before(sentence, i, 1), word.word);
  add(word.word, word_after(sentence, i, 1));
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
  add(tag_before(sentence, i));
  add(tag_after(sentence, i));
  add(tag_before(sentence, i), number(token.xpos));
  add(number(token.xpos), tag_after(sentence, i));
  add(tag_before(sentence, i), number(token.xpos), tag_after(sentence, i));
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
  const NameHints here = hints_of(i);
  add(here);
  add(here, word.shape);
  add((i == sentence.first ? 0 : hints_of(i - 1)), here);
  add(here, (i + 1 == sentence.last ? 0 : hints_of(i + 1)));
  add(here, number(token.xpos));
  add(here, word.place, head.proper ? 1 : 0);
  add(head.phrase_hints, word.place);
  add(hints_of(word.phrase), word.place);
  add(hints_of(word.phrase), word.place, head.proper ? 1 : 0);
  kind = 64;
  for (NameHints rest = here; rest != 0; rest &= rest - 1)
    keys.push_back(mixed(kind, static_cast<std::uint32_t>(__builtin_ctz(rest))));
  for (NameHints rest = head.phrase_hints; rest != 0; rest &= rest - 1)
    keys.push_back(mixed(kind + 1, static_cast<std::uint32_t>(__builtin_ctz(rest)), word.place));
  if (!kinds.empty()) add_kinds(i, kinds, keys);
}

}  // namespace attest
