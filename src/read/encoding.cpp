#include "read/encoding.hpp"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "base/utf8.hpp"

namespace attest {

namespace {

constexpr auto kSignatures =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"%PDF", "a PDF file"},
                                                                  {"PK\x03\x04", "a zip or office file"},
                                                                  {"\x7f"
                                                                   "ELF",
                                                                   "a program"},
                                                                  {"\x89PNG", "a PNG image"},
                                                                  {"\xff\xd8\xff", "a JPEG image"},
                                                                  {"GIF8", "a GIF image"},
                                                                  {"\x1f\x8b", "a gzip file"},
                                                                  {"\x28\xb5\x2f\xfd", "a zstd file"},
                                                                  {"SQLite format 3", "a SQLite database"}});

}  // namespace

bool has_multibyte_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0xC2 || lead > 0xF4) continue;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (i + length <= bytes.size() && !first_invalid_utf8(bytes.substr(i, length))) return true;
  }
  return false;
}

std::string guess_encoding(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < 40) return "windows-1252";
  const std::string name = ucsdet_getName(match, &status);
  // The detector names ISO-8859-1 for text that in practice is its superset.
  return name == "ISO-8859-1" || name == "UTF-8" || name.starts_with("UTF-") ? "windows-1252" : name;
}

std::string convert_to_utf8(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding.c_str(), &status);
  if (U_FAILURE(status)) return {};
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> close(converter, &ucnv_close);
  const icu::UnicodeString text(bytes.data(), static_cast<int>(bytes.size()), converter, status);
  std::string out;
  if (U_SUCCESS(status)) text.toUTF8String(out);
  return out;
}

namespace {

/// Whether a label names an encoding whose bytes are not UTF-8: a label is believed where the bytes leave it open.
bool is_legacy(std::string_view label) {
  return !label.empty() && !label.starts_with("utf") && !label.starts_with("UTF");
}

}  // namespace

std::string normalise(std::string text) {
  if (text.find('\r') != std::string::npos) {
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\r')
        lines += text[i];
      else if (i + 1 >= text.size() || text[i + 1] != '\n')
        lines += '\n';
    }
    text = std::move(lines);
  }
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (nfc->isNormalizedUTF8(text, status)) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  return out;
}

Result<DecodedText> decode_text(std::string_view bytes, const std::string& where, const std::string& label) {
  if (bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos)
    return fail(ErrorCode::empty, "empty: there is no text in it", where);
  for (const auto& [signature, what] : kSignatures)
    if (bytes.starts_with(signature))
      return fail(ErrorCode::binary, fmt::format("binary: this is {}, not text", what), where);
  DecodedText decoded;
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
    decoded.encoding = bytes.starts_with("\xff\xfe") ? "UTF-16LE" : "UTF-16BE";
    decoded.text = convert_to_utf8(bytes.substr(2), decoded.encoding);
  } else {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos)
      return fail(ErrorCode::binary, fmt::format("binary: a zero byte stands at byte {}", nul), where);
    if (const auto bad = first_invalid_utf8(bytes); !bad) {
      decoded.encoding = "UTF-8";
      decoded.text = bytes;
    } else if (std::string labelled = is_legacy(label) ? convert_to_utf8(bytes, label) : std::string();
               !labelled.empty()) {
      decoded.encoding = label;
      decoded.text = std::move(labelled);
    } else if (has_multibyte_utf8(bytes)) {
      const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<long>(*bad), '\n');
      return fail(ErrorCode::bad_encoding, fmt::format("invalid UTF-8 at byte {}", *bad),
                  fmt::format("{}:{}", where, line));
    } else {
      decoded.encoding = guess_encoding(bytes);
      decoded.text = convert_to_utf8(bytes, decoded.encoding);
    }
  }
  if (decoded.text.empty())
    return fail(ErrorCode::bad_encoding, fmt::format("cannot be decoded as {}", decoded.encoding), where);
  decoded.text = normalise(std::move(decoded.text));
  return decoded;
}

}  // namespace attest
