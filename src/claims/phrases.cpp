#include "claims/phrases.hpp"

#include "annotate/phrase.hpp"

namespace attest {

bool has_phrase(const SentenceView& s, TokenRange range, std::initializer_list<std::string_view> phrases) {
  for (std::uint32_t i = range.first; i < range.last; ++i)
    for (std::string_view rest : phrases) {
      for (std::uint32_t at = i; at < range.last && take_word(rest, s.word(at)); ++at)
        if (rest.empty()) return true;
    }
  return false;
}

TokenRange clause_around(const SentenceView& s, TokenRange predicate) {
  const auto border = [&](std::uint32_t i) {
    return s.is_word(i, {";", ":", "while", "but", "although", "though", "whereas", "“", "”", "—"}) ||
           (s.word(i) == "and" && s.word(i - 1) == ",");
  };
  TokenRange clause = predicate;
  while (clause.first > s.first() && !border(clause.first - 1)) --clause.first;
  while (clause.last < s.last() && !border(clause.last) &&
         !(s.word(clause.last) == "and" && s.is_word(clause.last + 1, {"the", "that", "it", "they", "he", "she", "has",
                                                                       "have", "is", "are", "was", "were"})) &&
         !s.is_word(clause.last, {"which", "who", "after", "before"}))
    ++clause.last;
  return clause;
}

TokenRange verb_group(const SentenceView& s, std::uint32_t verb) {
  static constexpr std::uint32_t kReach = 5;
  std::uint32_t first = verb;
  while (first > s.first() && verb - first < kReach &&
         !s.is_word(first - 1,
                    {",", ";", ":", "and", "but", "that", "which", "who", "(", "“", "”", "\"", "when", "after"}))
    --first;
  return {first, verb};
}

}  // namespace attest
