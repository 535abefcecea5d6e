// How good is the analysis? Treebanks are turned back into raw text, and what the program makes of it is held
// against what people marked, word by word at the same characters, as in the CoNLL 2018 shared task.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "attest/document.hpp"
#include "language/analysis.hpp"
#include "language/conllu.hpp"

namespace attest {

/// A document of a treebank as raw text and as the analysis that people made of it.
struct GoldDocument {
  Document document;                // a block a paragraph
  Analysis analysis;                // every word with its tags and its tree
  std::vector<std::string> lemmas;  // one per token, same order
};

/// Turns sentences of one document back into text: "# text" joined by a space, paragraphs by an empty line.
/// @errors bad_resource at "name:line" where "# text" and the words differ
[[nodiscard]] Result<GoldDocument> gold_document(std::span<const ConlluSentence> sentences, const std::string& name);

struct Score {
  std::size_t gold = 0, system = 0, correct = 0;

  [[nodiscard]] double precision() const { return ratio(correct, system); }
  [[nodiscard]] double recall() const { return ratio(correct, gold); }
  /// 1 where there was nothing to find and nothing was found.
  [[nodiscard]] double f1() const { return gold + system == 0 ? 1 : ratio(2 * correct, gold + system); }
  Score& operator+=(const Score& other);
  bool operator==(const Score&) const = default;

 private:
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

/// Each with the words (or sentences) that were marked, found, and found as marked.
struct Evaluation {
  Score words, sentences;
  Score upos, xpos, lemmas;
  Score uas, las;                               // the head; head and relation with its subtype
  std::array<Score, kDeprelCount> relations{};  // las by relation

  Evaluation& operator+=(const Evaluation& other);
};

/// @param system   an analysis of gold.document; without a parse only words and sentences are found
/// @param lemmas   of the system's tokens, same order; empty: none
[[nodiscard]] Evaluation evaluate(const GoldDocument& gold, const Analysis& system,
                                  std::span<const std::string> lemmas = {});

/// Where the two cut differently: the shortest stretches of text whose borders agree and whose words differ.
struct Difference {
  Span span;
  bool sentences = false;  // sentence borders differ, else words
};
[[nodiscard]] std::vector<Difference> differences(const GoldDocument& gold, const Analysis& system);

}  // namespace attest
