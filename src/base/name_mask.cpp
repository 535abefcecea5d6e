#include "base/name_mask.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/fold_word.hpp"

namespace attest {

namespace {

constexpr std::size_t kShortestInAddress = 4;  // "ali" is in "italian"

/// Signs of one to four bytes.
constexpr std::array<std::string_view, 4> kSigns = {"*", "\u00B7", "\u2217", "\U0001F7B6"};

/// The bytes of the letter, or mark over one, at `at`; 0: there is none.
std::size_t letter_bytes(std::string_view text, std::size_t at, bool* upper = nullptr) {
  UChar32 c = 0;
  auto next = static_cast<std::int32_t>(at);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT(bytes, next, static_cast<std::int32_t>(text.size()), c);
  if (c < 0) return 0;
  const auto type = u_charType(c);
  const bool letter = u_isalpha(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || u_isdigit(c);
  if (upper != nullptr) *upper = u_isupper(c) || (u_isalpha(c) && !u_islower(c));
  return letter ? static_cast<std::size_t>(next) - at : 0;
}

bool is_apostrophe(std::string_view text, std::size_t at, std::size_t& bytes) {
  bytes = text[at] == '\'' ? 1 : text.substr(at, 3) == "\u2019" ? 3 : 0;
  return bytes > 0;
}

/// Calls `visit(span, begins with a capital)` for every word of letters; an apostrophe within is a part of it.
template <class Visit>
void for_each_word(std::string_view text, const Visit& visit) {
  for (std::size_t at = 0; at < text.size();) {
    bool upper = false;
    std::size_t bytes = letter_bytes(text, at, &upper);
    if (bytes == 0) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (bytes > 0) {
      at += bytes;
      if (at >= text.size()) break;
      bytes = letter_bytes(text, at);
      std::size_t quote = 0;
      if (bytes == 0 && is_apostrophe(text, at, quote) && at + quote + 1 < text.size() &&
          letter_bytes(text, at + quote) > 0 && letter_bytes(text, at + quote + 1) > 0)
        bytes = quote;  // not "Ahmed's"
    }
    visit(Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, upper);
  }
}

}  // namespace

void mask_letters(std::string& text, Span span) {
  for (std::size_t at = span.begin; at < span.end && at < text.size();) {
    const std::size_t bytes = letter_bytes(text, at);
    if (bytes > 0 && bytes <= kSigns.size()) text.replace(at, bytes, kSigns[bytes - 1]);
    at += std::max<std::size_t>(bytes, 1);
  }
}

NameMask::NameMask(const PrivateNames& names) {
  for (const auto* list : {&names.text, &names.title})
    for (const PrivateName& name : *list)
      for_each_word(name.name, [&](Span word, bool upper) {
        if (upper && word.size() > 1) words_.insert(fold_word(slice(name.name, word)));
      });
}

std::string NameMask::masked(std::string_view text, bool any_case) const {
  std::string out(text);
  if (words_.empty()) return out;
  for_each_word(text, [&](Span word, bool upper) {
    if (!upper && (!any_case || word.size() < kShortestInAddress)) return;
    if (words_.contains(fold_word(slice(text, word)))) mask_letters(out, word);
  });
  return out;
}

}  // namespace attest
