#include "reconcile/fingerprint_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/fold_word.hpp"

namespace attest {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }
constexpr std::size_t size_at(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Does a character outside ASCII separate words? Spaces, quotes, dashes and signs of U+0080-00BF and U+2000-206F.
bool separates(std::string_view rest) {
  const auto a = static_cast<unsigned char>(rest[0]);
  const auto b = static_cast<unsigned char>(rest.size() > 1 ? rest[1] : 0);
  return (a == 0xC2 && b < 0xC0) || (a == 0xE2 && (b == 0x80 || b == 0x81)) || (a == 0xE3 && b == 0x80);
}

bool is_apostrophe(std::string_view rest) { return rest[0] == '\'' || rest.starts_with("\u2019"); }

/// The end of the word that begins at `at`; an apostrophe between letters and a comma or point between digits are
/// inside.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char c = text[at];
    const std::string_view rest = text.substr(at);
    const bool in_number =
        (c == ',' || c == '.') && rest.size() > 1 && is_digit(rest[1]) && at > 0 && is_digit(text[at - 1]);
    if (is_ascii_letter(c) || is_digit(c) || in_number) {
      ++at;
    } else if (is_apostrophe(rest)) {
      const std::size_t size = size_at(c);
      if (rest.size() <= size || !is_ascii_letter(rest[size])) return at;
      at += size;
    } else if (static_cast<unsigned char>(c) >= 0x80 && !separates(rest)) {
      at = std::min(at + size_at(c), text.size());
    } else {
      return at;
    }
  }
  return at;
}

struct Numeral {
  std::string_view word;
  std::int64_t value;
};

/// Words that are figures. A negative value stands for a vague one, which is equal only to itself.
constexpr auto kNumerals = std::to_array<Numeral>({{"billion", 1'000'000'000},
                                                   {"couple", -1},
                                                   {"dozen", 12},
                                                   {"dozens", -12},
                                                   {"eight", 8},
                                                   {"eighteen", 18},
                                                   {"eighty", 80},
                                                   {"eleven", 11},
                                                   {"fifteen", 15},
                                                   {"fifty", 50},
                                                   {"five", 5},
                                                   {"forty", 40},
                                                   {"four", 4},
                                                   {"fourteen", 14},
                                                   {"hundred", 100},
                                                   {"hundreds", -100},
                                                   {"million", 1'000'000},
                                                   {"millions", -1'000'000},
                                                   {"nine", 9},
                                                   {"nineteen", 19},
                                                   {"ninety", 90},
                                                   {"one", 1},
                                                   {"scores", -20},
                                                   {"seven", 7},
                                                   {"seventeen", 17},
                                                   {"seventy", 70},
                                                   {"several", -3},
                                                   {"six", 6},
                                                   {"sixteen", 16},
                                                   {"sixty", 60},
                                                   {"ten", 10},
                                                   {"thirteen", 13},
                                                   {"thirty", 30},
                                                   {"thousand", 1000},
                                                   {"thousands", -1000},
                                                   {"three", 3},
                                                   {"twelve", 12},
                                                   {"twenty", 20},
                                                   {"two", 2}});

std::optional<double> numeral(std::string_view folded) {
  if (folded.empty()) return std::nullopt;
  if (is_digit(folded[0])) {
    double value = 0, unit = 0;
    for (const char c : folded) {
      if (c == ',') continue;
      if (c == '.' && unit == 0) {
        unit = 1;
      } else if (!is_digit(c)) {
        return std::nullopt;  // "41pm", "14th"
      } else if (unit == 0) {
        value = 10 * value + (c - '0');
      } else {
        value += (unit /= 10) * (c - '0');
      }
    }
    return value;
  }
  if (folded.size() < 3 || folded.size() > 9) return std::nullopt;
  const auto* const found = std::ranges::lower_bound(kNumerals, folded, {}, &Numeral::word);
  if (found == kNumerals.end() || found->word != folded) return std::nullopt;
  return static_cast<double>(found->value);
}

constexpr bool is_scale(double value) { return value == 100 || value == 1000 || value == 1e6 || value == 1e9; }
constexpr bool is_tens(double value) { return value >= 20 && value <= 90 && static_cast<int>(value) % 10 == 0; }

/// The value of two number words side by side that are one figure: "1.5 million", "twenty-one", "three hundred".
std::optional<double> joined(double first, double second, bool digits) {
  if (first <= 0 || second <= 0) return std::nullopt;
  if (is_scale(second) || second == 12) return first < second ? std::optional(first * second) : std::nullopt;
  if (!digits && is_tens(first) && second < 10) return first + second;
  return std::nullopt;
}

constexpr std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 33U;
  value *= 0xff51afd7ed558ccdULL;
  value ^= value >> 33U;
  value *= 0xc4ceb9fe1a85ec53ULL;
  return value ^ (value >> 33U);
}

std::uint32_t hashed(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  const auto key = static_cast<std::uint32_t>(mixed(hash));
  return key == kFigureKey ? key + 1 : key;
}

std::uint32_t figure_of(double value) {
  const auto thousandths = static_cast<std::int64_t>(std::clamp(value, -1e12, 1e12) * 1000);
  const auto hash = static_cast<std::uint32_t>(mixed(static_cast<std::uint64_t>(thousandths)));
  return hash == 0 ? 1 : hash;
}

/// The consonants of a folded word, with z as s, q as k and soft c as s, doubled letters once; a vowel in front stays as
/// such. Spellings of one word or name differ in the rest. Short words are what they are.
void to_skeleton(std::string& word) {
  constexpr std::size_t kShort = 3;
  if (word.size() <= kShort) return;
  std::size_t size = 0;
  char last = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char c = word[i];
    if (is_vowel(c)) {
      if (i == 0) word[size++] = 'a';
      last = 0;
      continue;
    }
    if (c == 'z' || (c == 'c' && i + 1 < word.size() && (word[i + 1] == 'e' || word[i + 1] == 'i'))) c = 's';
    if (c == 'q') c = 'k';
    if (c != last) word[size++] = c;
    last = c;
  }
  word.resize(size);
}

/// Lower case without apostrophes, written into `out`.
void fold_into(std::string_view word, std::string& out) {
  out.clear();
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      out = fold_word(word);
      return;
    }
    if (c != '\'') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
}

}  // namespace

void append_words(std::string_view text, std::uint32_t offset, std::vector<PrintWord>& words) {
  std::string folded;
  double before = 0;  // the value of the word before, if it was a figure and stands beside
  bool before_digits = false;
  bool ended = true;  // the sentence before
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool outside = static_cast<unsigned char>(c) >= 0x80;
    if (!(is_ascii_letter(c) || is_digit(c) || (outside && !separates(text.substr(at))))) {
      if (c != ' ' && c != '-' && c != '\n') before = 0;
      if (c == '.' || c == '!' || c == '?' || c == '\n') ended = true;
      at += size_at(c);
      continue;
    }
    const std::size_t end = std::max(end_of_word(text, at), at + 1);
    const Span span = {offset + static_cast<std::uint32_t>(at), offset + static_cast<std::uint32_t>(end)};
    const bool starts = std::exchange(ended, false) && !(c >= 'a' && c <= 'z');
    fold_into(text.substr(at, end - at), folded);
    at = end;
    if (const auto value = numeral(folded)) {
      const auto whole = joined(before, *value, before_digits);
      if (whole) {
        words.back().span.end = span.end;
        words.back().figure = figure_of(*whole);
      } else {
        words.push_back({kFigureKey, figure_of(*value), starts, span});
      }
      before = whole.value_or(*value);
      before_digits = is_digit(folded[0]);
      continue;
    }
    before = 0;
    to_skeleton(folded);
    words.push_back({hashed(folded), 0, starts, span});
  }
}

}  // namespace attest
