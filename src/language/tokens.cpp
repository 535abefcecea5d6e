#include "language/tokens.hpp"

#include <algorithm>
#include <array>

namespace attest {

namespace {

enum class Class : std::uint8_t { space, letter, digit, apostrophe, punct };

/// The class of the character at `at` and its length in bytes. Everything outside ASCII that is not a known
/// mark is a letter: names in any script stay whole.
Class class_at(std::string_view text, std::size_t at, std::size_t& length) {
  const auto c = static_cast<unsigned char>(text[at]);
  length = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
  length = std::min(length, text.size() - at);
  if (c < 0x80) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) return Class::space;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Class::letter;
    if (c >= '0' && c <= '9') return Class::digit;
    return c == '\'' || c == '`' ? Class::apostrophe : Class::punct;
  }
  const std::string_view mark = text.substr(at, length);
  if (mark == "’" || mark == "‘" || mark == "ʼ" || mark == "ʻ") return Class::apostrophe;
  if (mark == "\xC2\xA0" || mark == "\xE2\x80\xAF" || mark == "\xE3\x80\x80" ||
      (length == 3 && mark >= "\xE2\x80\x80" && mark <= "\xE2\x80\x8A"))
    return Class::space;
  // U+2010-U+205E (dashes, quotes, bullets), U+20A0-U+20BF (currency), Latin-1 punctuation.
  if (length == 3 && mark >= "\xE2\x80\x90" && mark <= "\xE2\x82\xBF") return Class::punct;
  if (length == 2 && c == 0xC2 && static_cast<unsigned char>(mark[1]) >= 0xA1 && mark != "\xC2\xAA" &&
      mark != "\xC2\xB5" && mark != "\xC2\xBA")
    return Class::punct;
  return Class::letter;
}

constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"adm.", "apr.",    "aug.",  "ave.", "brig.", "capt.", "cmdr.",   "co.",  "col.",  "corp.", "cpl.",
     "dec.", "dept.",   "dr.",   "e.g.", "est.",  "etc.",  "feb.",    "fig.", "fri.",  "ft.",   "gen.",
     "gov.", "hon.",    "i.e.",  "inc.", "jan.",  "jr.",   "jul.",    "jun.", "lt.",   "ltd.",  "maj.",
     "mar.", "messrs.", "mon.",  "mr.",  "mrs.",  "ms.",   "mt.",     "no.",  "nos.",  "nov.",  "oct.",
     "pfc.", "pres.",   "prof.", "rep.", "rev.",  "sat.",  "sen.",    "sep.", "sept.", "sgt.",  "sr.",
     "st.",  "sun.",    "thu.",  "tue.", "vs.",   "wed.",  "approx.", "al.",  "d.c.",  "ph.d.", "mil."});

/// Words after which an apostrophe begins a clitic; the letters of the clitic itself.
bool is_clitic(std::string_view letters) {
  static constexpr auto clitics = std::to_array<std::string_view>({"s", "re", "ve", "ll", "d", "m", "S"});
  return std::ranges::find(clitics, letters) != clitics.end();
}

bool initials(std::string_view word) {  // "U.S.", "a.m.", "J."
  if (word.size() < 2 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    const char c = static_cast<char>(word[i] | 0x20);
    if (c < 'a' || c > 'z' || word[i + 1] != '.') return false;
  }
  return true;
}

class Cutter {
 public:
  Cutter(std::string_view text, Span span, std::vector<Token>& tokens)
      : text_(text.substr(0, span.end)), at_(span.begin), tokens_(tokens) {}

  void run() {
    bool joined = false;
    while (at_ < text_.size()) {
      std::size_t length = 0;
      const Class type = class_at(text_, at_, length);
      if (type == Class::space) {
        at_ += length;
        joined = false;
        continue;
      }
      const std::size_t begin = at_;
      if (type == Class::letter)
        word();
      else if (type == Class::digit)
        number();
      else
        punctuation(length);
      split(begin, joined);
      joined = true;
    }
  }

 private:
  [[nodiscard]] Class peek(std::size_t at, std::size_t& length) const {
    length = 0;
    return at < text_.size() ? class_at(text_, at, length) : Class::space;
  }

  void emit(std::size_t begin, std::size_t end, bool joined) {
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.joined = joined;
    tokens_.push_back(token);
  }

  /// Letters with inner full stops ("U.S."), apostrophes ("Da'esh") and, for addresses, what they need.
  void word() {
    const std::size_t begin = at_;
    if (address()) return;
    std::size_t length = 0;
    for (Class type = peek(at_, length); at_ < text_.size(); type = peek(at_, length)) {
      if (type == Class::letter || type == Class::digit) {
        at_ += length;
        continue;
      }
      std::size_t next = 0;
      if (type == Class::apostrophe && peek(at_ + length, next) == Class::letter) {
        at_ += length;
        continue;
      }
      if (text_[at_] == '.') {
        const std::string_view so_far = text_.substr(begin, at_ + 1 - begin);
        if (initials(so_far)) {
          ++at_;
          continue;
        }
        std::string folded(so_far);
        for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (is_abbreviation(folded)) ++at_;
      }
      break;
    }
  }

  bool address() {
    const std::string_view rest = text_.substr(at_);
    if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.")) return false;
    std::size_t end = std::min(rest.find_first_of(" \t\n\"<>)"), rest.size());
    while (end > 1 && (rest[end - 1] == '.' || rest[end - 1] == ',')) --end;
    at_ += end;
    return true;
  }

  /// "1,792", "3.5", "10:30", "2nd".
  void number() {
    std::size_t length = 0;
    for (; at_ < text_.size(); at_ += length) {
      const Class type = peek(at_, length);
      if (type == Class::digit) continue;
      std::size_t next = 0;
      const char c = text_[at_];
      if ((c == ',' || c == '.' || c == ':') && peek(at_ + 1, next) == Class::digit) {
        // "Mar 09,2017" is a day and a year, "1,792" a number: groups after a comma have three digits.
        if (c != ',') continue;
        std::size_t digits = 0;
        while (peek(at_ + 1 + digits, next) == Class::digit) ++digits;
        if (digits == 3) continue;
      }
      break;
    }
    for (std::string_view ordinal : {"st", "nd", "rd", "th"}) {
      std::size_t next = 0;
      if (text_.substr(at_).starts_with(ordinal) && peek(at_ + 2, next) != Class::letter) {
        at_ += 2;
        return;
      }
    }
  }

  /// Runs of dots and of dashes are one token, any other mark stands alone.
  void punctuation(std::size_t length) {
    const char c = text_[at_];
    at_ += length;
    if (c == '.' || c == '-')
      while (at_ < text_.size() && text_[at_] == c) ++at_;
  }

  /// Cuts a clitic off the word just read: "Iraq's", "don't".
  void split(std::size_t begin, bool joined) {
    const std::string_view token = text_.substr(begin, at_ - begin);
    for (std::size_t i = token.size(); i-- > 1;) {
      std::size_t length = 0;
      if ((static_cast<unsigned char>(token[i]) & 0xC0U) == 0x80U ||
          class_at(text_, begin + i, length) != Class::apostrophe)
        continue;
      const std::string_view letters = token.substr(i + length);
      if (is_clitic(letters)) {
        emit(begin, begin + i, joined);
        emit(begin + i, at_, true);
        return;
      }
      if ((letters == "t" || letters == "T") && i >= 2 && (token[i - 1] | 0x20) == 'n') {
        emit(begin, begin + i - 1, joined);
        emit(begin + i - 1, at_, true);
        return;
      }
      break;
    }
    emit(begin, at_, joined);
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<Token>& tokens_;
};

}  // namespace

bool is_abbreviation(std::string_view folded) {
  return initials(folded) || std::ranges::find(kAbbreviations, folded) != kAbbreviations.end();
}

void append_tokens(std::string_view text, Span span, std::vector<Token>& tokens) { Cutter(text, span, tokens).run(); }

}  // namespace attest
