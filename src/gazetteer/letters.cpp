#include "gazetteer/letters.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "base/fold_word.hpp"

namespace attest {

namespace {

struct Letter {
  char32_t letter;
  std::string_view latin;
};

/// In the order of their code points.
constexpr auto kLetters = std::to_array<Letter>({
    {U'ß', "ss"},
    {U'æ', "ae"},
    {U'ç', "ch"},
    {U'ð', "dh"},
    {U'ø', "o"},
    {U'þ', "th"},
    {U'ć', "ch"},
    {U'č', "ch"},
    {U'đ', "d"},
    {U'ğ', "gh"},
    {U'ı', "i"},
    {U'ł', "l"},
    {U'œ', "oe"},
    {U'ś', "sh"},
    {U'ş', "sh"},
    {U'š', "sh"},
    {U'ź', "zh"},
    {U'ż', "zh"},
    {U'ž', "zh"},
    {U'ș', "sh"},
    {U'ə', "e"},
    // Cyrillic
    {U'а', "a"},
    {U'б', "b"},
    {U'в', "v"},
    {U'г', "g"},
    {U'д', "d"},
    {U'е', "e"},
    {U'ж', "zh"},
    {U'з', "z"},
    {U'и', "i"},
    {U'й', "y"},
    {U'к', "k"},
    {U'л', "l"},
    {U'м', "m"},
    {U'н', "n"},
    {U'о', "o"},
    {U'п', "p"},
    {U'р', "r"},
    {U'с', "s"},
    {U'т', "t"},
    {U'у', "u"},
    {U'ф', "f"},
    {U'х', "kh"},
    {U'ц', "ts"},
    {U'ч', "ch"},
    {U'ш', "sh"},
    {U'щ', "shch"},
    {U'ы', "y"},
    {U'э', "e"},
    {U'ю', "yu"},
    {U'я', "ya"},
    {U'ё', "yo"},
    {U'є', "ye"},
    {U'і', "i"},
    {U'ї', "yi"},
    {U'ґ', "g"},
    // Arabic, with the letters of Persian and Kurdish. Alif, hamza and ayn are vowels; the feminine ending is -a.
    {U'ء', ""},
    {U'آ', "a"},
    {U'أ', "a"},
    {U'ؤ', "u"},
    {U'إ', "i"},
    {U'ئ', ""},
    {U'ا', "a"},
    {U'ب', "b"},
    {U'ة', "a"},
    {U'ت', "t"},
    {U'ث', "th"},
    {U'ج', "j"},
    {U'ح', "h"},
    {U'خ', "kh"},
    {U'د', "d"},
    {U'ذ', "dh"},
    {U'ر', "r"},
    {U'ز', "z"},
    {U'س', "s"},
    {U'ش', "sh"},
    {U'ص', "s"},
    {U'ض', "d"},
    {U'ط', "t"},
    {U'ظ', "z"},
    {U'ع', "a"},
    {U'غ', "gh"},
    {U'ف', "f"},
    {U'ق', "q"},
    {U'ك', "k"},
    {U'ل', "l"},
    {U'م', "m"},
    {U'ن', "n"},
    {U'ه', "h"},
    {U'و', "w"},
    {U'ى', "a"},
    {U'ي', "y"},
    {U'پ', "p"},
    {U'چ', "ch"},
    {U'ڕ', "r"},
    {U'ژ', "zh"},
    {U'ڤ', "v"},
    {U'ک', "k"},
    {U'گ', "g"},
    {U'ڵ', "l"},
    {U'ھ', "h"},
    {U'ۆ', "o"},
    {U'ی', "y"},
    {U'ێ', "e"},
    {U'ە', "a"},
});
static_assert(std::ranges::is_sorted(kLetters, {}, &Letter::letter));

char32_t small(char32_t c) {
  const bool cyrillic = c >= U'А' && c <= U'Я';
  if (cyrillic) return c + 0x20;
  if (c >= U'Ѐ' && c <= U'Џ') return c + 0x50;
  switch (c) {
    case U'Ç':
    case U'Æ':
    case U'Ø':
    case U'Þ':
    case U'Ð':
      return c + 0x20;
    case U'Ć':
    case U'Č':
    case U'Đ':
    case U'Ğ':
    case U'Ł':
    case U'Œ':
    case U'Ś':
    case U'Ş':
    case U'Š':
    case U'Ź':
    case U'Ż':
    case U'Ž':
    case U'Ș':
    case U'Ґ':
      return c + 1;
    case U'İ':
      return U'i';
    default:
      return c;
  }
}

}  // namespace

std::string latin_letters(std::string_view word) {
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  const auto size = static_cast<std::int32_t>(word.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t start = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c < 0) continue;
    if (c < 0x80) {
      const char letter = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) out += letter;
      continue;
    }
    const char32_t wanted = small(static_cast<char32_t>(c));
    const auto found = std::ranges::lower_bound(kLetters, wanted, {}, &Letter::letter);
    if (found != kLetters.end() && found->letter == wanted) {
      out += found->latin;
      continue;
    }
    for (const char letter :
         fold_word(word.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start))))
      if (letter >= 'a' && letter <= 'z') out += letter;
  }
  return out;
}

}  // namespace attest
