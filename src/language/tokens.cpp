#include "language/tokens.hpp"

#include <algorithm>
#include <array>

#include "language/addresses.hpp"
#include "language/characters.hpp"
#include "language/fold.hpp"

namespace attest {

namespace {

/// A short word in lower case, without a trip to the heap; longer ones are in no list.
class Folded {
 public:
  explicit Folded(std::string_view word) : size_(word.size() <= letters_.size() ? word.size() : 0) {
    std::ranges::transform(word.substr(0, size_), letters_.begin(), [](char c) { return folded(c); });
  }
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 16> letters_{};
  std::size_t size_;
};

bool is_clitic(std::string_view letters) {
  return letters == "s" || letters == "re" || letters == "ve" || letters == "ll" || letters == "d" || letters == "m" ||
         letters == "S" || letters == "RE" || letters == "VE" || letters == "LL";
}

/// Words before "$" that make one token with it: "US$".
bool is_currency_prefix(std::string_view word) {
  return word == "US" || word == "A" || word == "C" || word == "NZ" || word == "HK" || word == "AU" || word == "CA";
}

class Cutter {
 public:
  Cutter(std::string_view text, Span span, std::vector<Token>& tokens)
      : text_(text.substr(0, span.end)), at_(span.begin), tokens_(tokens) {}

  void run() {
    joined_ = false;
    while (at_ < text_.size()) {
      std::size_t length = 0;
      const CharClass type = class_at(text_, at_, length);
      if (type == CharClass::space) {
        at_ += length;
        joined_ = false;
        continue;
      }
      const std::size_t begin = at_;
      if (type == CharClass::letter)
        word(begin);
      else if (type == CharClass::digit)
        number(begin);
      else
        marks(type, length);
      split(begin);
    }
  }

 private:
  [[nodiscard]] CharClass peek(std::size_t at, std::size_t& length) const {
    length = 0;
    return at < text_.size() ? class_at(text_, at, length) : CharClass::space;
  }
  [[nodiscard]] CharClass peek(std::size_t at) const {
    std::size_t length = 0;
    return peek(at, length);
  }
  [[nodiscard]] bool word_goes_on(std::size_t at) const {
    const CharClass type = peek(at);
    return type == CharClass::letter || type == CharClass::digit;
  }
  [[nodiscard]] char byte(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }
  [[nodiscard]] std::string_view since(std::size_t begin) const { return text_.substr(begin, at_ - begin); }

  void emit(std::size_t begin, std::size_t end) {
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.joined = joined_;
    tokens_.push_back(token);
    joined_ = true;
  }

  /// Letters and digits, and the marks that may stand within a word.
  void word(std::size_t begin) {
    if (address(begin)) return;
    while (at_ < text_.size()) {
      std::size_t length = 0;
      const CharClass type = class_at(text_, at_, length);
      if (type == CharClass::letter || type == CharClass::digit) {
        at_ += length;
      } else if (type == CharClass::apostrophe) {  // "Da'esh", "don't"
        if (peek(at_ + length) != CharClass::letter) return;
        at_ += length;
      } else if (!inner_mark(begin)) {
        return;
      }
    }
  }

  /// Takes the mark at at_ into the word that began at `begin`, if it belongs there.
  bool inner_mark(std::size_t begin) {
    const std::size_t next = at_ + 1;
    switch (text_[at_]) {
      case '.':
        return full_stop(begin);
      case '-':  // "non-combatant"
        if (!word_goes_on(next) || !is_joining_prefix(Folded(since(begin)).view())) return false;
        break;
      case '_':
        if (!word_goes_on(next)) return false;
        break;
      case '/':  // "s/he", "w/o"
        if (at_ - begin != 1 || peek(next) != CharClass::letter) return false;
        if (word_goes_on(next + 1) && word_goes_on(next + 2)) return false;
        break;
      case '&': {  // "AT&T"
        if (!is_upper(text_[at_ - 1]) || !is_upper(byte(next)) || at_ - begin > 3) return false;
        break;
      }
      case '$':
        if (is_currency_prefix(since(begin))) ++at_;
        return false;
      default:
        return false;
    }
    ++at_;
    return true;
  }

  /// "U.S.", "Gen.", "No. 5"
  bool full_stop(std::size_t begin) {
    if (byte(at_ + 1) == '.') return false;  // "etc..."
    const std::string_view so_far = text_.substr(begin, at_ + 1 - begin);
    if (is_initials(so_far)) {
      ++at_;
      return true;
    }
    const Folded lower(so_far);
    if (!is_abbreviation(lower.view()) || (needs_capital(lower.view()) && !is_upper(so_far[0]))) return false;
    if (lower.view() == "no." || lower.view() == "nos.") {
      const std::size_t digit = text_.find_first_not_of(' ', at_ + 1);
      if (digit == std::string_view::npos || digit > at_ + 3 || !is_digit(text_[digit])) return false;
    }
    ++at_;
    return false;
  }

  bool address(std::size_t begin) {
    if (begin < no_address_before_) return false;
    const std::size_t length = address_at(text_, begin, no_address_before_);
    at_ += length;
    return length > 0;
  }

  /// "1,792", "3.5", "10:30", "9/11", "2017-03-09", "2nd", "1990s"; the units of "400km" are another token.
  void number(std::size_t begin) {
    if (const std::size_t length = dashed_number(begin); length > 0) {
      at_ += length;
      return;
    }
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_digit(c)) {
        ++at_;
        continue;
      }
      if (!is_digit(byte(at_ + 1)) || (c != ',' && c != '.' && c != ':' && c != '/')) break;
      // "Mar 09,2017" is a day and a year, "1,792" a number: groups after a comma have three digits, or two before others
      // ("1,00,000", as in India).
      const std::size_t group = digits_at(at_ + 1);
      if (c == ',' && group != 3 && !(group == 2 && byte(at_ + 3) == ',' && digits_at(at_ + 4) >= 2)) break;
      ++at_;
    }
    const std::size_t digits_end = at_;
    std::size_t length = 0;
    while (word_goes_on(at_)) {
      (void)peek(at_, length);
      at_ += length;
    }
    if (at_ == digits_end) {
      decade(begin);
    } else if (is_unit(Folded(since(digits_end)).view()) && !is_generation(digits_end)) {
      at_ = digits_end;
    } else if (address(begin)) {
      return;
    }
  }

  /// "3G", "F" of "12F": one capital is a unit only for thousands, millions and billions.
  [[nodiscard]] bool is_generation(std::size_t letters) const {
    const char c = text_[letters];
    return at_ - letters == 1 && is_upper(c) && c != 'K' && c != 'M' && c != 'B';
  }

  [[nodiscard]] std::size_t digits_at(std::size_t at) const {
    std::size_t end = at;
    while (is_digit(byte(end)) && end < at + 8) ++end;
    return end - at;
  }

  /// "1980's"
  void decade(std::size_t begin) {
    std::size_t length = 0;
    const std::size_t digits = at_ - begin;
    if ((digits != 2 && digits != 4) || text_[at_ - 1] != '0') return;
    if (peek(at_, length) == CharClass::apostrophe && byte(at_ + length) == 's' && !word_goes_on(at_ + length + 1))
      at_ += length + 1;
  }

  /// Telephone numbers and dates are one token, ranges ("3,000-5,000") are three.
  [[nodiscard]] std::size_t dashed_number(std::size_t begin) const {
    std::array<std::size_t, 4> groups{};
    std::size_t count = 0, at = begin;
    while (count < groups.size()) {
      groups.at(count) = digits_at(at);
      if (groups.at(count) == 0 || groups.at(count) > 4) return 0;
      at += groups.at(count++);
      if (byte(at) != '-' || !is_digit(byte(at + 1))) break;
      ++at;
    }
    if (count < 2 || word_goes_on(at) || byte(at) == '-' || (is_digit(byte(at + 1)) && byte(at) != ' ')) return 0;
    using Groups = std::array<std::size_t, 4>;
    const bool phone = groups == Groups{3, 3, 4} || groups == Groups{1, 3, 3, 4} ||
                       (groups == Groups{3, 4} && text_.substr(at - 2, 2) != "00");
    const bool date = groups == Groups{4, 2, 2} ||
                      (count == 3 && groups[0] <= 2 && groups[1] <= 2 && (groups[2] == 2 || groups[2] == 4));
    return phone || date ? at - begin : 0;
  }

  /// Runs of one mark ("--", "***", "...") and of ends ("?!") are one token; any other mark stands alone.
  void marks(CharClass type, std::size_t length) {
    const std::string_view rest = text_.substr(at_);
    if (type == CharClass::apostrophe) return quote(length);
    const char c = text_[at_];
    if (!joined_ || peek(at_ - 1) != CharClass::letter) {
      if (const std::size_t face = emoticon_at(rest); face > 0 && !word_goes_on(at_ + face)) {
        at_ += face;
        return;
      }
    }
    if ((c == '#' || c == '@') && !joined_ && peek(at_ + 1) == CharClass::letter) {  // "#news", "@name"
      ++at_;
      while (word_goes_on(at_) || byte(at_) == '_') ++at_;
      return;
    }
    at_ += length;
    constexpr std::string_view kRuns = "-*=_~#<>$^+|.!?";
    if (length != 1 || kRuns.find(c) == std::string_view::npos) return;
    const bool end = c == '!' || c == '?';
    while (at_ < text_.size() && (text_[at_] == c || (end && (text_[at_] == '!' || text_[at_] == '?')))) ++at_;
  }

  /// An apostrophe that no word took in: a quote, or a clitic that stands apart ("Iraq 's").
  void quote(std::size_t length) {
    const char c = text_[at_];
    at_ += length;
    if (length == 1 && byte(at_) == c) {  // "''", "``"
      ++at_;
      return;
    }
    std::size_t end = at_;
    while (end < at_ + 3 && peek(end) == CharClass::letter) ++end;
    if (!is_clitic(text_.substr(at_, end - at_)) || end == at_) return;
    std::size_t after = 0;
    const CharClass next = peek(end, after);
    if (next != CharClass::letter && next != CharClass::digit && next != CharClass::apostrophe) at_ = end;
  }

  /// Cuts the clitic off the word just read: "Iraq's", "don't".
  void split(std::size_t begin) {
    const std::string_view token = since(begin);
    if (const std::size_t cut = token.size() < 4 ? 0 : cut_of(Folded(token).view()); cut > 0) {
      emit(begin, begin + cut);
      return emit(begin + cut, at_);
    }
    // The longest clitic is three bytes of apostrophe and two letters.
    for (std::size_t i = token.size(); i-- > 1 && i + 5 >= token.size();) {
      std::size_t length = 0;
      if ((static_cast<unsigned char>(token[i]) & 0xC0U) == 0x80U ||
          class_at(text_, begin + i, length) != CharClass::apostrophe || length > token.size() - i)
        continue;
      const std::string_view letters = token.substr(i + length);
      if (is_clitic(letters) && !is_digit(token[0])) {
        emit(begin, begin + i);
        return emit(begin + i, at_);
      }
      if ((letters == "t" || letters == "T") && i >= 2 && folded(token[i - 1]) == 'n') {
        emit(begin, begin + i - 1);
        return emit(begin + i - 1, at_);
      }
      break;
    }
    emit(begin, at_);
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<Token>& tokens_;
  bool joined_ = false;
  std::size_t no_address_before_ = 0;
};

}  // namespace

void append_tokens(std::string_view text, Span span, std::vector<Token>& tokens) { Cutter(text, span, tokens).run(); }

}  // namespace attest
