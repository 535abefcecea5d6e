#include "claims/near_misses.hpp"

#include <cctype>
#include <string>

namespace attest {

namespace {

/// The words that tell what a predicate means may stand in the sentence before or after.
constexpr std::size_t kNeighbourhood = 160;  // bytes on either side of a short sentence
constexpr std::uint32_t kShort = 14;         // tokens; a longer sentence says itself what it is about

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

std::string folded_neighbourhood(const SentenceView& s) {
  const std::size_t more = s.last() - s.first() <= kShort ? kNeighbourhood : 0;
  const std::size_t begin = s.span().begin > more ? s.span().begin - more : 0;
  const std::size_t end = std::min(s.text().size(), s.span().end + more);
  std::string folded(s.text().substr(begin, end - begin));
  for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return folded;
}

bool contains_phrase(const std::string& folded, std::string_view phrase) {
  for (std::size_t at = folded.find(phrase); at != std::string::npos; at = folded.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || !is_letter(folded[at - 1])) && (end == folded.size() || !is_letter(folded[end]))) return true;
  }
  return false;
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
  if (p.near.empty()) return true;
  const std::string folded = folded_neighbourhood(s);
  return std::ranges::any_of(p.near, [&](const std::string& w) { return contains_phrase(folded, w); });
}

}  // namespace attest
