// Who a noun phrase names as a speaker: an organisation, a side, a role or a person, and how the report named them before.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "attest/claim.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

struct Speaker {
  Source source;
  TokenRange tokens;
  bool person = false;  // one human being, whom "he" or "she" can mean
};

/// Reads noun phrases in text order; remembers who has spoken. One object a document, not shareable.
class Speakers {
 public:
  Speakers(const Document& document, const Analysis& analysis, const Mentions& mentions)
      : document_(document), analysis_(analysis), mentions_(mentions) {}

  /// The noun phrase, with its appositions, that ends before token `end` and begins at `begin` at the earliest.
  [[nodiscard]] TokenRange phrase_before(const SentenceView& s, std::uint32_t begin, std::uint32_t end) const;
  /// The noun phrase, with its appositions, that begins at token `first`.
  [[nodiscard]] TokenRange phrase_after(const SentenceView& s, std::uint32_t first) const;

  /// Who speaks in `phrase`, or nothing if it names nobody who can speak. Persons named are remembered.
  [[nodiscard]] std::optional<Speaker> read(const SentenceView& s, TokenRange phrase);

  /// Takes note that this speaker has just spoken.
  void spoke(const Speaker& speaker);
  [[nodiscard]] const std::optional<Speaker>& last() const { return last_; }

 private:
  struct Parts;  // what a noun phrase is made of

  [[nodiscard]] bool is_with_employer(const SentenceView& s, std::uint32_t i) const;
  [[nodiscard]] std::uint32_t chunk_start(const SentenceView& s, std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t chunk_end(const SentenceView& s, std::uint32_t first) const;
  [[nodiscard]] bool mentioned(const SentenceView& s, std::uint32_t token) const;
  [[nodiscard]] Parts parts_of(const SentenceView& s, TokenRange phrase) const;
  [[nodiscard]] std::optional<TokenRange> person_name(const SentenceView& s, TokenRange phrase) const;
  [[nodiscard]] std::optional<TokenRange> unknown_organisation(const SentenceView& s, TokenRange phrase,
                                                               SourceKind& kind) const;
  [[nodiscard]] std::optional<Speaker> pronoun(const SentenceView& s, TokenRange phrase) const;
  [[nodiscard]] std::optional<Speaker> echoed(const SentenceView& s, TokenRange phrase) const;
  [[nodiscard]] std::optional<Speaker> named_again(const SentenceView& s, TokenRange phrase, const Parts& parts) const;
  [[nodiscard]] std::optional<Source> introduced(const SentenceView& s, TokenRange surname);
  [[nodiscard]] std::optional<Source> known_person(const std::string& name) const;

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  std::optional<Speaker> last_, last_person_, last_body_;
  std::vector<std::pair<std::string, Source>> people_;  // persons named so far
  std::vector<Speaker> spoken_;                         // in order
};

}  // namespace attest
