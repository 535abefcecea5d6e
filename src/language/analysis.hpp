// What the language stage makes of a document: sentences and tokens with exact spans and word classes.
// Claims are read from this value alone; a trained tagger and parser fill the same fields.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attest/document.hpp"
#include "attest/span.hpp"
#include "language/tagset.hpp"

namespace attest {

/// Token::head of the word that a sentence hangs from.
inline constexpr std::uint32_t kRoot = UINT32_MAX;

/// Type of the name that a token belongs to.
enum class EntityType : std::uint8_t { none, person, organisation, location, nationality };

struct Token {
  Span span;
  Upos upos = Upos::x;
  Xpos xpos = Xpos::xx;
  Deprel deprel = Deprel::dep;
  EntityType entity = EntityType::none;
  bool entity_begin = false;    // first token of its name
  bool joined = false;          // no white space between this token and the one before: "al" "-" "Sihha"
  std::uint8_t confidence = 0;  // of the arc to the head, probability in 1/255
  std::uint32_t head = kRoot;   // index into Analysis::tokens, within the same sentence
};

struct Sentence {
  Span span;                // first byte of the first token to last byte of the last
  std::uint32_t first = 0;  // tokens [first, last) of Analysis::tokens
  std::uint32_t last = 0;
  std::uint32_t block = 0;  // index into Document::blocks
};

struct Analysis {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  /// Document::text with ASCII letters lower-cased and curly quotes and dashes untouched: same length, so that
  /// every span fits both. Lexicon look-ups read from here.
  std::string folded;
  /// Have tags and trees been filled in? Without a model, or where the pre-filter skipped every sentence, not.
  bool parsed = false;

  [[nodiscard]] std::string_view word(std::size_t token) const { return slice(folded, tokens[token].span); }
};

/// Splits the document's blocks into sentences and tokens. Boilerplate is left out; every other block has at
/// least one sentence, and no sentence crosses a block.
[[nodiscard]] Analysis analyse(const Document& document);

}  // namespace attest
