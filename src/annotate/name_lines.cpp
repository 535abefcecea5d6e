#include "annotate/name_lines.hpp"

#include <algorithm>
#include <array>

#include "base/fold_word.hpp"

namespace attest {

namespace {

constexpr auto kParticles =
    std::to_array<std::string_view>({"al",  "el",  "bin", "ibn", "bint", "ben", "ould", "ag",  "de", "da", "di", "del",
                                     "dos", "van", "von", "der", "den",  "la",  "le",   "du",  "ul", "ur", "ud", "ad",
                                     "as",  "ar",  "ez",  "az",  "ash",  "an",  "abu",  "umm", "zu", "y",  "e"});

bool is_hyphen(std::string_view mark) {
  return mark == "-" || mark == "\u2010" || mark == "\u2011" || mark == "\u2013";
}

}  // namespace

NameLines::NameLines(std::string_view text, const NameWords& words)
    : text_(text), words_(words), tokens_(name_tokens(text)), known_(tokens_.size()) {
  in_headline_.resize(tokens_.size());
  in_capitals_.resize(tokens_.size());
  std::size_t first = 0;
  for (std::size_t i = 0; i <= tokens_.size(); ++i)
    if (i == tokens_.size() || tokens_[i].kind == NameTokenKind::line_end) {
      look_at_line(first, i);
      first = i + 1;
    }
}

void NameLines::look_at_line(std::size_t first, std::size_t last) {
  constexpr std::size_t kLongHeadline = 30;
  std::size_t all = 0, capital = 0, shouted = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (tokens_[i].kind != NameTokenKind::word || tokens_[i].span.size() < 4) continue;
    ++all;
    if (tokens_[i].capital) ++capital;
    if (tokens_[i].all_capital) ++shouted;
  }
  const bool capitals = all >= 2 && shouted * 10 >= all * 8;
  const bool headline = capitals || (all >= 3 && all <= kLongHeadline && capital * 10 >= all * 7);
  for (std::size_t i = first; i < last; ++i) {
    in_headline_[i] = headline;
    in_capitals_[i] = capitals;
  }
}

const NameLines::Known& NameLines::known(std::size_t i) const {
  std::optional<Known>& word = known_[i];
  if (!word) {
    std::string folded = fold_word(raw(i));
    const NameWord classes = words_.of(folded);
    word = Known{std::move(folded), classes};
  }
  return *word;
}

const std::string& NameLines::folded(std::size_t i) const { return known(i).folded; }

NameWord NameLines::classes(std::size_t i) const { return known(i).classes; }

bool NameLines::is_particle(std::size_t i) const {
  if (!is_word(i) || tokens_[i].span.size() > 4) return false;
  return std::ranges::find(kParticles, folded(i)) != kParticles.end();
}

bool NameLines::is_initial(std::size_t i) const {
  return is_word(i) && tokens_[i].capital && tokens_[i].span.size() == 1;
}

std::size_t NameLines::next_in_name(std::size_t i) const {
  std::size_t j = i + 1;
  const bool dotted = is_initial(i) || (tokens_[i].span.size() == 2 && is_any(i, NameWord::lead));  // "J.", "St."
  if (dotted && is_mark(j, ".") && tokens_[j].joined) ++j;
  if (j >= size()) return kNoToken;
  const auto over_hyphen = [&](std::size_t at) {
    return at + 1 < size() && tokens_[at].kind == NameTokenKind::mark && is_hyphen(raw(at)) && tokens_[at].joined &&
           is_word(at + 1) && tokens_[at + 1].joined;
  };
  if (over_hyphen(j)) {
    const std::size_t part = j + 1;  // "Ki-moon", "Jean-Pierre"
    if (is_particle(part) && over_hyphen(part + 1)) return part + 2;
    return is_capital(part) || raw(part).size() <= 5 ? part : kNoToken;
  }
  for (int particles = 0; is_word(j) && particles < 3; ++particles) {
    const bool article = is_particle(j);
    if (!article) return is_capital(j) ? j : kNoToken;
    const std::size_t behind = over_hyphen(j + 1) ? j + 2 : j + 1;
    if (!is_word(behind)) return is_capital(j) ? j : kNoToken;
    if (is_capital(behind)) return behind;
    j = behind;
  }
  return kNoToken;
}

std::size_t NameLines::word_before(std::size_t i) const {
  if (i == 0) return kNoToken;
  std::size_t j = i - 1;
  if (is_mark(j, ".") && tokens_[j].joined && j > 0 && is_word(j - 1) && tokens_[j - 1].span.size() <= 4) --j;
  return is_word(j) ? j : kNoToken;
}

}  // namespace attest
