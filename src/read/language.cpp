#include "read/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <fmt/format.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace attest {

namespace {

/// Words that make up a third of English text, and are rare in other languages.
constexpr auto kEnglishWords = std::to_array<std::string_view>(
    {"a",   "after", "an",   "and",  "are", "as",  "at",  "be",   "been", "but",   "by",  "for",  "from", "had",
     "has", "have",  "he",   "his",  "in",  "is",  "it",  "its",  "more", "not",   "of",  "on",   "said", "that",
     "the", "their", "they", "this", "to",  "two", "was", "were", "when", "which", "who", "will", "with", "would"});

constexpr std::size_t kWindow = 512;        // bytes looked at in the beginning, middle and end
constexpr double kEnglishShare = 0.2;       // of the words of a window: certainly English
constexpr double kSomeEnglish = 0.1;        // of a short text's words: English, whatever else it looks like
constexpr std::size_t kShort = 250;         // bytes
constexpr std::size_t kMostBytes = 32'768;  // given to the detector
constexpr int kFewBytes = 24;               // of letters: too little to tell
constexpr int kFewLatinBytes = 80;          // "Taliban bomb Kabul mosque" could be many languages
constexpr int kPart = 20;                   // percent that make a second language worth saying

struct WordCount {
  std::size_t words = 0, english = 0;
  std::size_t foreign = 0;  // bytes of letters that are not ASCII
  [[nodiscard]] double share() const {
    return words == 0 ? 0 : static_cast<double>(english) / static_cast<double>(words);
  }
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

WordCount count_words(std::string_view text) {
  WordCount count;
  std::array<char, 8> small{};
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    while (i + length < text.size() && is_ascii_letter(text[i + length])) {
      if (length < small.size()) small[length] = static_cast<char>(text[i + length] | 0x20);
      ++length;
    }
    if (length == 0) {
      // Quotation marks, dashes and spaces begin with C2 or E2; letters of other scripts do not.
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte >= 0xC3 && byte != 0xE2) ++count.foreign;
      ++i;
      continue;
    }
    ++count.words;
    if (length < small.size() && std::ranges::binary_search(kEnglishWords, std::string_view(small.data(), length)))
      ++count.english;
    i += length;
  }
  return count;
}

/// A part of the text that begins and ends at a space, or where a code point does.
std::string_view window(std::string_view text, std::size_t at, std::size_t size) {
  const auto inside = [&](std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80;
  };
  while (inside(at)) ++at;
  std::size_t end = std::min(at + size, text.size());
  while (inside(end)) ++end;
  return text.substr(std::min(at, text.size()), end - std::min(at, text.size()));
}

/// Most reports: beginning, middle and end are full of English words. Saves asking the detector.
bool is_plainly_english(std::string_view text) {
  const std::size_t last = text.size() > kWindow ? text.size() - kWindow : 0;
  for (const std::size_t at : {std::size_t{0}, last / 2, last}) {
    const WordCount count = count_words(window(text, at, kWindow));
    if (count.words < 20 || count.share() < kEnglishShare || count.foreign * 10 > count.words) return false;
    if (last == 0) break;
  }
  return true;
}

/// The whole text, or eight pieces of a long one; control characters, which the detector may not see, are spaces.
std::string sample(std::string_view text) {
  std::string out;
  if (text.size() <= kMostBytes) {
    out = text;
  } else {
    constexpr std::size_t kPieces = 8;
    for (std::size_t i = 0; i < kPieces; ++i) {
      out += window(text, (text.size() - kMostBytes / kPieces) / (kPieces - 1) * i, kMostBytes / kPieces);
      out += ' ';
    }
  }
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return out;
}

/// The detector has some older codes than BCP 47.
std::string tag_of(CLD2::Language language) {
  constexpr auto kNewer = std::to_array<std::pair<std::string_view, std::string_view>>({{"iw", "he"},
                                                                                        {"in", "id"},
                                                                                        {"ji", "yi"},
                                                                                        {"jw", "jv"},
                                                                                        {"mo", "ro"},
                                                                                        {"no", "nb"},
                                                                                        {"tl", "fil"},
                                                                                        {"zh", "zh-Hans"}});
  const std::string_view code = CLD2::LanguageCode(language);
  for (const auto& [older, newer] : kNewer)
    if (code == older) return std::string(newer);
  return std::string(code);
}

struct Detected {
  std::array<CLD2::Language, 3> languages = {};  // the most frequent first
  std::array<int, 3> percent = {};
  int letters = 0;  // bytes
  bool is_reliable = false;
};

Detected detect(const std::string& text) {
  Detected out;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, out.languages.data(),
                                 out.percent.data(), &out.letters, &out.is_reliable);
  return out;
}

}  // namespace

std::optional<Sourced<std::string>> detect_language(std::string_view text) {
  if (is_plainly_english(text)) return Sourced<std::string>{"en", "words", {}};
  const std::string looked_at = sample(text);
  const Detected found = detect(looked_at);
  const WordCount words = count_words(looked_at);
  const bool latin = words.foreign <= words.words;
  const bool english = found.languages[0] == CLD2::ENGLISH;
  const int enough = latin && !english ? kFewLatinBytes : kFewBytes;
  if (!found.is_reliable || found.languages[0] == CLD2::UNKNOWN_LANGUAGE || found.letters < enough) {
    if (words.share() < kSomeEnglish || !latin) return std::nullopt;
    return Sourced<std::string>{"en", "words", {}};
  }
  // Names fill short texts: "Deir ez-Zor: two civilians of Abu Hamam" is English whatever its names are.
  if (text.size() < kShort && words.share() >= kSomeEnglish && latin) return Sourced<std::string>{"en", "words", {}};
  std::string origin = "words";
  for (std::size_t i = 1; i < found.languages.size(); ++i)
    if (found.percent[i] >= kPart && found.languages[i] != CLD2::UNKNOWN_LANGUAGE)
      origin += fmt::format(", partly {}", tag_of(found.languages[i]));
  return Sourced<std::string>{tag_of(found.languages[0]), std::move(origin), {}};
}

std::string language_name(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, 64> locale{};
  uloc_forLanguageTag(tag.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()), nullptr, &status);
  std::array<char16_t, 128> name{};
  const std::int32_t length =
      uloc_getDisplayName(locale.data(), "en", name.data(), static_cast<std::int32_t>(name.size()), &status);
  std::string out;
  if (U_SUCCESS(status) && length > 0) icu::UnicodeString(name.data(), length).toUTF8String(out);
  return out.empty() ? tag : out;
}

}  // namespace attest
