#include "claims/near_misses.hpp"

#include <string>

namespace attest {

namespace {

bool contains_phrase(const SentenceView& s, std::string_view phrase) {
  if (phrase.find(' ') == std::string_view::npos) {
    for (std::uint32_t i = s.first(); i < s.last(); ++i)
      if (s.word(i) == phrase) return true;
    return false;
  }
  std::string folded(slice(s.text(), s.span()));
  for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return folded.find(phrase) != std::string::npos;
}

/// The words of the sentence from token `first` on begin with `phrase`.
bool stands_at(const SentenceView& s, std::uint32_t first, std::string_view phrase) {
  std::uint32_t i = first;
  while (!phrase.empty()) {
    if (i > first && s.word(i) == "-") ++i;
    const std::size_t end = std::min(phrase.find_first_of(" -"), phrase.size());
    if (s.word(i) != phrase.substr(0, end)) return false;
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
    ++i;
  }
  return true;
}

/// "strike a deal" forbids "strike", "struck" and "striking": only the first word inflects, and the match is it.
bool follows(const SentenceView& s, TokenRange trigger, std::string_view phrase) {
  if (stands_at(s, trigger.first, phrase)) return true;
  return phrase.starts_with("~ ") && stands_at(s, trigger.last, phrase.substr(2));
}

}  // namespace

bool words_allow(const SentenceView& s, const Predicate& p, const PredicateMention& t) {
  for (const std::string& w : p.not_before) {
    const auto words = static_cast<std::uint32_t>(1 + std::ranges::count(w, ' ') + std::ranges::count(w, '-') * 2);
    if (t.tokens.first >= s.first() + words && stands_at(s, t.tokens.first - words, w)) return false;
  }
  for (const std::string& phrase : p.not_after)
    if (follows(s, t.tokens, phrase)) return false;
  if (!p.particles.empty()) {
    bool found = false;
    for (std::uint32_t i = t.tokens.last; i < std::min(t.tokens.last + 8, s.last()); ++i)
      found = found ||
              std::ranges::any_of(p.particles, [&](const std::string& particle) { return stands_at(s, i, particle); });
    if (!found) return false;
  }
  return p.near.empty() || std::ranges::any_of(p.near, [&](const std::string& w) { return contains_phrase(s, w); });
}

}  // namespace attest
