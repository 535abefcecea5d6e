// What stands in the words for a speaker: a person, an office, a body, a side; and the words by which such a phrase is told.
#pragma once

#include <cctype>
#include <optional>
#include <string_view>

#include "claims/speakers.hpp"

namespace attest {

struct Speakers::Parts {
  const SpeakerMention* organisation = nullptr;
  const SpeakerMention* role = nullptr;  // the head: the first word for a person, body or document
  const PartyMention* party = nullptr;
  const PeopleMention* people = nullptr;
  std::optional<TokenRange> name;     // of a person
  std::optional<TokenRange> unknown;  // an organisation that no registry knows
  SourceKind unknown_kind = SourceKind::other;
};

inline bool capitalised(std::string_view word) {
  return !word.empty() && (std::isupper(static_cast<unsigned char>(word[0])) != 0 ||
                           (static_cast<unsigned char>(word[0]) == 0xC3 && word.size() > 1));
}

inline bool determiner(const SentenceView& s, std::uint32_t i) {
  return s.is_word(i, {"the", "a",    "an",      "this",  "that",    "these", "those", "its",   "his", "her", "their",
                       "our", "some", "another", "other", "several", "many",  "two",   "three", "one", "most"});
}

inline bool preposition(const SentenceView& s, std::uint32_t i) {
  return s.is_word(i, {"of", "for", "from", "at", "in"});
}

/// Words that no noun phrase of a speaker holds: it ends there.
inline bool breaks_phrase(const SentenceView& s, std::uint32_t i) {
  const std::string_view w = s.word(i);
  if (w.empty()) return true;
  const auto c = static_cast<unsigned char>(w[0]);
  if (c >= 0x80 && w.size() == 3 && (c == 0xE2)) return true;  // dashes and quotation marks
  if (std::isalnum(c) == 0 && c < 0x80 && w != "-" && w != "(" && w != ")" && w != "'s") return true;
  return s.is_word(
      i,
      {"that",  "which",     "who",     "whom",  "but",   "while",    "as",        "after",   "before",    "when",
       "where", "if",        "because", "since", "until", "although", "though",    "is",      "are",       "was",
       "were",  "has",       "have",    "had",   "be",    "been",     "will",      "would",   "could",     "may",
       "might", "can",       "should",  "not",   "on",    "during",   "by",        "into",    "over",      "between",
       "then",  "later",     "also",    "there", "to",    "with",     "near",      "about",   "against",   "following",
       "amid",  "despite",   "without", "so",    "it",    "he",       "she",       "they",    "we",        "i",
       "you",   "what",      "how",     "or",    "than",  "told",     "said",      "says",    "say",       "speaking",
       "today", "yesterday", "did",     "does",  "do",    "however",  "meanwhile", "earlier", "separately"});
}

}  // namespace attest
