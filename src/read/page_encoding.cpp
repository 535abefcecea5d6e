#include "read/page_encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "read/ascii.hpp"
#include "read/encoding.hpp"

namespace attest {

namespace {

/// Labels that browsers take for something else than what they say, and names that ICU has no alias for.
constexpr auto kLabels = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
    {"korean", "windows-949"},
    {"big5", "Big5-HKSCS"},
    {"x-x-big5", "Big5-HKSCS"},
    {"x-sjis", "windows-31j"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"logical", "ISO-8859-8"},
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"utf-16", "UTF-8"},
    {"utf-16le", "UTF-8"},
    {"utf-16be", "UTF-8"},
    {"x-user-defined", "windows-1252"},
    {"x-cp1251", "windows-1251"},
    {"win-1251", "windows-1251"},
    {"cp1251", "windows-1251"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
});

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  return {ucnv_open(encoding.c_str(), &status), &ucnv_close};
}

/// What a label means; empty for one that means nothing.
std::string encoding_of(std::string_view label) {
  const std::string name = lower_ascii(trim_ascii(label));
  if (name.empty()) return {};
  const auto known = std::ranges::find(kLabels, name, &decltype(kLabels)::value_type::first);
  if (known != kLabels.end()) return std::string(known->second);
  if (name == "utf-8") return "UTF-8";
  return name.find("utf-7") == std::string::npos && open_converter(name) != nullptr ? name : std::string();
}

/// A page of UTF-8 with a few broken characters is that; one of many is something else under a wrong label.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  while (const auto at = first_invalid_utf8(bytes)) {
    good += static_cast<std::size_t>(
        std::ranges::count_if(bytes.substr(0, *at), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
    ++bad;
    bytes.remove_prefix(*at + 1);
    if (bad > 1000 && good < bad) return false;
  }
  good += static_cast<std::size_t>(
      std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
  return good > 4 * bad;
}

void append_utf8(std::string& out, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, static_cast<std::size_t>(length));
}

}  // namespace

std::string_view charset_of_meta(std::string_view bytes) {
  constexpr std::size_t kNearTheTop = 4096;
  const std::string head = lower_ascii(bytes.substr(0, kNearTheTop));
  for (std::size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 5)) {
    const std::size_t end = std::min(head.find('>', at), head.size());
    std::size_t begin = head.find("charset", at);
    if (begin >= end) continue;
    begin = head.find_first_not_of(" \t\r\n\f", begin + 7);
    if (begin >= end || head[begin] != '=') continue;
    begin = head.find_first_not_of(" \t\r\n\f\"'", begin + 1);
    if (begin >= end) continue;
    const std::size_t stop = std::min(head.find_first_of(" \t\r\n\f\"';>", begin), end);
    return bytes.substr(begin, stop - begin);
  }
  return {};
}

PageText PageText::decode(std::string_view bytes, std::string_view charset) {
  PageText page;
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
    page.encoding_ = bytes.starts_with("\xff\xfe") ? "UTF-16LE" : "UTF-16BE";
    if (page.convert(bytes.substr(2), 2)) return page;
  }
  const std::uint32_t mark = bytes.starts_with("\xef\xbb\xbf") ? 3 : 0;
  const std::string_view content = bytes.substr(mark);
  const bool valid = !first_invalid_utf8(content);
  page.encoding_ = mark > 0 ? "UTF-8" : encoding_of(charset);
  if (page.encoding_.empty()) page.encoding_ = encoding_of(charset_of_meta(content));
  // Labels lie. Bytes that are UTF-8 throughout, with letters beyond ASCII, are that by no accident.
  if (valid && (page.encoding_.empty() || has_multibyte_utf8(content))) page.encoding_ = "UTF-8";
  if (!valid && page.encoding_ == "UTF-8" && !is_mostly_utf8(content)) page.encoding_ = guess_encoding(content);
  if (!valid && page.encoding_.empty()) page.encoding_ = is_mostly_utf8(content) ? "UTF-8" : guess_encoding(content);
  if (page.encoding_ == "UTF-8" && valid) {
    page.take_verbatim(content, mark);
    return page;
  }
  if (!page.convert(content, mark)) {
    page.encoding_ = "windows-1252";
    (void)page.convert(content, mark);
  }
  return page;
}

void PageText::take_verbatim(std::string_view bytes, std::uint32_t skipped) {
  text_ = bytes;
  skipped_ = skipped;
}

bool PageText::convert(std::string_view bytes, std::uint32_t skipped) {
  const Converter converter = open_converter(encoding_);
  if (converter == nullptr) return false;
  skipped_ = skipped;
  starts_.clear();
  converted_ = std::make_unique<std::string>();
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 4096> units{};
  std::array<std::int32_t, 4096> offsets{};
  UChar32 lead = 0;
  std::uint32_t lead_at = 0;
  while (true) {
    const auto base = static_cast<std::uint32_t>(source - bytes.data());
    UChar* target = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, offsets.data(), 1, &status);
    for (std::size_t i = 0; i < static_cast<std::size_t>(target - units.data()); ++i) {
      // A character that was begun in the chunk before has no offset in this one.
      const std::uint32_t at = offsets.at(i) < 0 ? base : base + static_cast<std::uint32_t>(offsets.at(i));
      const UChar unit = units.at(i);
      if (U16_IS_LEAD(unit)) {
        lead = unit;
        lead_at = at;
        continue;
      }
      const bool paired = lead != 0 && U16_IS_TRAIL(unit);
      append_utf8(*converted_, paired ? U16_GET_SUPPLEMENTARY(lead, unit) : U16_IS_SURROGATE(unit) ? 0xFFFD : unit);
      starts_.push_back(paired ? lead_at : at);
      lead = 0;
    }
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  starts_.push_back(static_cast<std::uint32_t>(bytes.size()));
  for (std::size_t i = starts_.size() - 1; i > 0; --i) starts_[i - 1] = std::min(starts_[i - 1], starts_[i]);
  text_ = *converted_;
  index_.emplace(text_);
  return true;
}

std::uint32_t PageText::byte_at(std::uint32_t offset) const {
  return skipped_ + (is_verbatim() ? offset : starts_[index_->at(offset)]);
}

}  // namespace attest
