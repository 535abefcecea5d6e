#include "base/fold_word.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace attest {

std::string fold_word(std::string_view word) {
  std::string out;
  if (std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    for (char c : word)
      if (c != '\'' && c != '`') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::UnicodeString decomposed = nfkd->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int>(word.size()))), status);
  icu::UnicodeString kept;
  for (int i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    const bool apostrophe = c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || (c >= 0x2B9 && c <= 0x2BF);
    if (!apostrophe && u_charType(c) != U_NON_SPACING_MARK) kept.append(u_tolower(c));
  }
  kept.toUTF8String(out);
  return out;
}

}  // namespace attest
