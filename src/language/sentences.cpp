#include "language/sentences.hpp"

#include <algorithm>
#include <array>

#include "language/characters.hpp"
#include "language/word_lists.hpp"

namespace attest {

namespace {

constexpr std::uint32_t kLongestSentence = 2000;  // tokens; longer runs are lists or damage, and are cut

/// ".", "...", "?!"
bool is_terminal(std::string_view word) {
  if (word.find_first_not_of(".!?") == std::string_view::npos) return true;
  return word == "…" || word == "。" || word == "؟" || word == "۔" || word == "！" || word == "？";
}

bool is_closing_mark(std::string_view word) {
  return word == "\"" || word == "”" || word == "’" || word == "'" || word == ")" || word == "]" || word == "»" ||
         word == "''" || word == "“";
}

bool begins_like_sentence(std::string_view text) {
  const auto c = static_cast<unsigned char>(text[0]);
  if (is_upper(text[0]) || is_digit(text[0])) return true;
  if (c == '"' || c == '\'' || c == '(' || c == '[' || c == '`' || c == '#' || c == '@' || c == '*') return true;
  return text.starts_with("“") || text.starts_with("‘") || text.starts_with("«") || text.starts_with("•") || c >= 0xC3;
}

/// After an abbreviation that may end a sentence, these begin the next one.
bool is_opener(std::string_view word) {
  static constexpr auto openers = std::to_array<std::string_view>(
      {"The",  "A",       "An",    "It",    "He",    "She",     "They",      "In",       "But",   "This", "We",
       "On",   "At",      "You",   "There", "Its",   "His",     "Their",     "Her",      "These", "As",   "Some",
       "More", "However", "After", "If",    "Those", "Another", "When",      "While",    "Since", "Also", "And",
       "Then", "Many",    "That",  "I",     "My",    "Our",     "According", "Officials"});
  return std::ranges::find(openers, word) != openers.end();
}

/// Abbreviations that stand at the end of a sentence as often as within one.
bool may_end(std::string_view word) {
  static constexpr auto words =
      std::to_array<std::string_view>({"etc.", "Inc.", "Co.", "Corp.", "Ltd.", "Jr.", "Sr.", "al.", "Ave.", "Blvd."});
  return (is_initials(word) && word.size() > 2) || std::ranges::find(words, word) != words.end();
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens, std::uint32_t last)
      : text_(text), tokens_(tokens), last_(last) {}

  void run(std::uint32_t first, std::uint32_t block, std::vector<Sentence>& sentences) {
    bool quoting = false;  // within straight quotes, as far as their spacing does not tell
    for (std::uint32_t i = first; i < last_;) {
      if (word(i) == "\"") quoting = !quoting;
      std::uint32_t end = i + 1;
      if (end - first < kLongestSentence && !(end < last_ && is_credit(end))) {
        const bool ends = ends_here(i);
        while (ends && end < last_ && closes(end, quoting)) {
          if (word(end) == "\"") quoting = false;
          ++end;
        }
        if (!ends || (end < last_ && goes_on(i, end))) {
          i = end;
          continue;
        }
      }
      sentences.push_back({{tokens_[first].span.begin, tokens_[end - 1].span.end}, first, end, block});
      first = i = end;
    }
    if (first < last_)
      sentences.push_back({{tokens_[first].span.begin, tokens_[last_ - 1].span.end}, first, last_, block});
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  [[nodiscard]] bool joined(std::uint32_t i) const { return i < last_ && tokens_[i].joined; }

  /// A mark after a full stop that belongs to the same sentence: a closing quote or parenthesis, a smiling face.
  [[nodiscard]] bool closes(std::uint32_t i, bool quoting) const {
    const std::string_view mark = word(i);
    if (mark.size() > 1 && emoticon_at(mark) == mark.size()) return true;
    if (!is_closing_mark(mark)) return false;
    if (mark == "\"" || mark == "'") {
      // Spacing tells, and where it does not, what was opened before.
      if (joined(i) != joined(i + 1)) return joined(i);
      return mark == "\"" ? quoting : joined(i);
    }
    return joined(i) && (mark != "“" || !joined(i + 1));
  }

  /// Does the sentence go on after the stop `i`, at `next`? "Why?" he asked.
  [[nodiscard]] bool goes_on(std::uint32_t i, std::uint32_t next) const {
    if (begins_like_sentence(word(next))) return false;
    // Writers who use no capitals still put a space after the stop of a whole word.
    const bool plain_stop =
        (word(i) == "." || word(i) == "?") && next == i + 1 && !joined(next) && is_lower(word(next)[0]);
    return !plain_stop || i == 0 || word(i - 1).size() < 3 || !is_lower(word(i - 1).back());
  }

  [[nodiscard]] bool ends_here(std::uint32_t i) const {
    const std::string_view w = word(i);
    const char back = w.back();
    if (back != '.' && back != '!' && back != '?' && static_cast<unsigned char>(back) < 0x80) return false;
    if (i + 1 >= last_) return true;
    if (is_terminal(w)) {
      // "women.She": a missing space; other joined stops are a part of names and numbers.
      if (joined(i + 1) && !is_closing_mark(word(i + 1)))
        return w != "..." && i > 0 && is_lower(word(i - 1).back()) && is_upper(word(i + 1)[0]) &&
               word(i - 1).size() > 2;
      return !is_list_number(i);
    }
    // "… in the U.S. The …": an abbreviation before a word that only begins sentences.
    return w.size() > 2 && back == '.' && may_end(w) && is_opener(word(i + 1));
  }

  /// "2. Clashes in the east": the number of an item at the beginning of its block.
  [[nodiscard]] bool is_list_number(std::uint32_t i) const {
    if (word(i) != "." || i == 0 || !tokens_[i].joined) return false;
    const std::string_view number = word(i - 1);
    if (number.size() > 2 || !std::ranges::all_of(number, is_digit)) return false;
    return i == 1 || !tokens_[i - 1].joined ? starts_line(i - 1) : false;
  }

  [[nodiscard]] bool starts_line(std::uint32_t i) const {
    if (i == 0) return true;
    const std::string_view gap = text_.substr(tokens_[i - 1].span.end, tokens_[i].span.begin - tokens_[i - 1].span.end);
    return gap.find('\n') != std::string_view::npos;
  }

  /// "Image: …" after a caption without a full stop.
  [[nodiscard]] bool is_credit(std::uint32_t i) const {
    if (i + 1 >= last_ || !joined(i + 1) || joined(i) || word(i + 1) != ":") return false;
    const std::string_view w = word(i);
    return w == "Image" || w == "Photo" || w == "Photograph" || w == "Picture" || w == "Credit";
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t last_;
};

constexpr std::uint32_t kLongestLabel = 8, kLongestValue = 12;  // tokens

bool is_figure(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return is_digit(c) || c == ','; });
}

/// "Civilians reported killed": short, without a figure or an end.
bool is_label(std::string_view text, const std::vector<Token>& tokens, const Sentence& sentence) {
  const auto word = [&](std::uint32_t i) { return slice(text, tokens[i].span); };
  if (sentence.last - sentence.first < 2 || sentence.last - sentence.first > kLongestLabel) return false;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (is_digit(word(i)[0])) return false;
  return !is_terminal(word(sentence.last - 1));
}

/// "10 – 16", "3 (2 children)", "at least 4": a figure and little else.
bool is_value(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last) {
  static constexpr auto others = std::to_array<std::string_view>(
      {"-", "–", "—", "to", "+", "~", "at", "least", "up", "about", "around", "over", "more", "than", "(", ")"});
  if (first == last || last - first > kLongestValue) return false;
  const auto word = [&](std::uint32_t i) { return slice(text, tokens[i].span); };
  bool figure = false;
  for (std::uint32_t i = first; i < last; ++i) {
    if (word(i) == "(" && figure) return word(last - 1) == ")";
    if (!is_figure(word(i)) && std::ranges::find(others, word(i)) == others.end()) return false;
    figure = figure || is_figure(word(i));
  }
  return figure;
}

}  // namespace

void append_sentences(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
                      std::uint32_t block, std::vector<Sentence>& sentences) {
  if (!sentences.empty() && sentences.back().last == first && sentences.back().block + 1 == block &&
      is_label(text, tokens, sentences.back()) && is_value(text, tokens, first, last)) {
    sentences.back().last = last;
    sentences.back().span.end = tokens[last - 1].span.end;
    return;
  }
  Splitter(text, tokens, last).run(first, block, sentences);
}

}  // namespace attest
