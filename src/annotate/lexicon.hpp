// One automaton over words for all lexicons: every entry's phrases go into one trie, so that a document is
// looked up in a single pass however many lists there are.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fold_word.hpp"
#include "base/key_table.hpp"
#include "language/analysis.hpp"

namespace attest {

/// Tokens [first, last) of an Analysis.
struct TokenRange {
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] bool contains(std::uint32_t token) const { return first <= token && token < last; }
  [[nodiscard]] bool overlaps(TokenRange other) const { return first < other.last && other.first < last; }
  bool operator==(const TokenRange&) const = default;
};

enum class List : std::uint8_t {
  country,
  demonym,
  place,
  actor,
  organisation,
  person,
  role,
  object,
  means,
  force,
  cue,
  predicate,
  topic
};

/// How a word stands in its lexicon phrase: a verb's inflection, or a noun, or fixed words.
enum class Form : std::uint8_t { fixed, base, third, past, participle, past_or_participle, gerund, noun, plural };

struct Match {
  TokenRange tokens;
  List list = List::place;
  std::uint32_t entry = 0;  // index into the list's records
  Form form = Form::fixed;
};

class Lexicon {
 public:
  /// Adds a phrase ("Deir ez-Zor", "human shields"). Case, accents, apostrophes and hyphens are folded away;
  /// with `exact` (acronyms) the text must have the same capitals.
  void add(std::string_view phrase, List list, std::uint32_t entry, Form form = Form::fixed, bool exact = false);

  /// The longest match of every list at every token, in token order; within one list matches do not
  /// overlap, but for predicates, where the stage that knows the arguments chooses.
  /// Names of places, actors and organisations must begin with a capital, unless the phrase was added without.
  [[nodiscard]] std::vector<Match> find(const Document& document, const Analysis& analysis) const;

  /// How many of the words the longest name of a place, country, people, actor or organisation at their beginning takes
  /// up, 0: none. The Arabic article is no word; acronyms count only when one list is asked for.
  [[nodiscard]] std::size_t name_at(std::span<const std::string> folded, std::optional<List> only = {}) const;

  /// Of each predicate's phrase the longest word of plain letters: a text without any of these has no predicate.
  [[nodiscard]] const std::set<std::string>& trigger_words() const { return trigger_words_; }

 private:
  struct Leaf {
    List list;
    std::uint32_t entry;
    Form form;
    bool described;     // "southern separatists": no name, so that it may begin in lower case
    std::string exact;  // the phrase as written when capitals must agree
  };
  [[nodiscard]] std::uint32_t word_id(std::string_view folded) const;
  [[nodiscard]] std::optional<std::uint32_t> next(std::uint32_t node, std::uint32_t word) const;

  [[nodiscard]] std::uint32_t add_word(const std::string& folded);

  KeyTable word_ids_;  // from key_of a word to its id; two words with one key stand under that key and the next
  struct Word {
    std::string text;
    std::uint32_t start = 0;  // the node of the phrases that it begins, or 0; looked up together with the text
  };
  std::vector<Word> words_ = std::vector<Word>(1);  // by id; 0 is no word
  std::set<std::string> trigger_words_;
  KeyTable edges_;  // (node << 32 | word) to node, but from the root
  std::vector<std::vector<Leaf>> leaves_ = std::vector<std::vector<Leaf>>(1);
};

}  // namespace attest
