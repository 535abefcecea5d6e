#include <array>

#include "language/analysis.hpp"
#include "language/tokens.hpp"

namespace attest {

namespace {

constexpr std::uint32_t kLongestSentence = 2000;  // tokens; longer runs are lists or damage, and are cut

bool is_terminal(std::string_view word) {
  return word == "." || word == "!" || word == "?" || word == "…" || word == "。" || word == "؟" ||
         word.starts_with("...");
}

bool is_closing(std::string_view word) {
  return word == "\"" || word == "”" || word == "’" || word == "'" || word == ")" || word == "]" || word == "»" ||
         word == "''";
}

bool begins_like_sentence(std::string_view text) {
  const auto c = static_cast<unsigned char>(text[0]);
  if (c >= 'A' && c <= 'Z') return true;
  if (c >= '0' && c <= '9') return true;
  if (c == '"' || c == '\'' || c == '(' || c == '[') return true;
  return text.starts_with("“") || text.starts_with("‘") || text.starts_with("«") || c >= 0xC3;
}

class Splitter {
 public:
  Splitter(const Document& document, Analysis& analysis) : text_(document.text), analysis_(analysis) {}

  void block(std::uint32_t index, Span span) {
    auto first = static_cast<std::uint32_t>(analysis_.tokens.size());
    append_tokens(text_, span, analysis_.tokens);
    const auto last = static_cast<std::uint32_t>(analysis_.tokens.size());
    int quotes = 0;  // straight double quotes seen in this block: odd inside a quotation
    for (std::uint32_t i = first; i < last; ++i) {
      if (word(i) == "\"") ++quotes;
      std::uint32_t end = i + 1;
      if (i + 1 - first < kLongestSentence) {
        if (!ends_here(i, last)) continue;
        while (end < last && is_closing(word(end)) && closes(end, quotes)) {
          if (word(end) == "\"") ++quotes;
          ++end;
        }
        if (end < last && continues(end)) {
          i = end - 1;
          continue;
        }
      }
      push(index, first, end);
      first = end;
      i = end - 1;
    }
    if (first < last) push(index, first, last);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return slice(text_, analysis_.tokens[i].span); }

  /// A straight quote closes when a quotation is open; other marks only when nothing stands between.
  [[nodiscard]] bool closes(std::uint32_t i, int quotes) const {
    if (word(i) == "\"") return quotes % 2 == 1;
    return analysis_.tokens[i].joined;
  }

  [[nodiscard]] bool ends_here(std::uint32_t i, std::uint32_t last) const {
    const std::string_view w = word(i);
    if (is_terminal(w)) {
      if (i + 1 >= last) return true;
      // "women.She": a missing space; "Al.Qaeda" and numbers were kept whole or are names.
      if (analysis_.tokens[i + 1].joined && !is_closing(word(i + 1)))
        return w == "." && i > 0 && std::islower(static_cast<unsigned char>(word(i - 1).back())) != 0 &&
               std::isupper(static_cast<unsigned char>(word(i + 1)[0])) != 0 && word(i - 1).size() > 2;
      return true;
    }
    // "… in the U.S. The …": an abbreviation before a word that only begins sentences.
    if (w.size() > 1 && w.ends_with('.') && i + 1 < last) {
      static constexpr auto openers = std::to_array<std::string_view>(
          {"The", "A",  "An",    "It",  "He",  "She",   "They",    "In", "But",  "This", "We",
           "On",  "At", "There", "Its", "His", "Their", "However", "As", "Some", "More"});
      if (w != "U.S." && w != "U.N." && w != "a.m." && w != "p.m." && w != "D.C." && w != "etc.") return false;
      for (std::string_view opener : openers)
        if (word(i + 1) == opener) return true;
    }
    return false;
  }

  /// After a full stop and its closing quotes: does the sentence go on? ("… ?" he said.)
  [[nodiscard]] bool continues(std::uint32_t next) const { return !begins_like_sentence(word(next)); }

  void push(std::uint32_t block, std::uint32_t first, std::uint32_t last) {
    analysis_.sentences.push_back(
        {{analysis_.tokens[first].span.begin, analysis_.tokens[last - 1].span.end}, first, last, block});
  }

  std::string_view text_;
  Analysis& analysis_;
};

}  // namespace

Analysis analyse(const Document& document) {
  Analysis analysis;
  analysis.folded = document.text;
  for (char& c : analysis.folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  analysis.tokens.reserve(document.text.size() / 5);
  Splitter splitter(document, analysis);
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i)
    if (document.blocks[i].kind != BlockKind::boilerplate) splitter.block(i, document.blocks[i].span);
  return analysis;
}

}  // namespace attest
