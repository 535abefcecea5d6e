#include "base/utf8.hpp"

#include <cstring>

namespace attest {

namespace {

constexpr std::size_t kStride = 64;

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// Whether the eight bytes from `at` are there and ASCII: most text is, and checks eight times faster this way.
bool is_ascii_word(std::string_view bytes, std::size_t at) {
  std::uint64_t word = 0;
  if (bytes.size() - at < sizeof word) return false;
  std::memcpy(&word, bytes.data() + at, sizeof word);
  return (word & 0x8080808080808080U) == 0;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  std::size_t i = 0;
  while (i < bytes.size()) {
    const unsigned char lead = byte(i);
    if (lead < 0x80) {
      i = is_ascii_word(bytes, i) ? i + 8 : i + 1;
      continue;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || i + length > bytes.size()) return i;
    for (std::size_t k = 1; k < length; ++k)
      if (!is_continuation(byte(i + k))) return i;
    const unsigned char second = byte(i + 1);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool surrogate = lead == 0xED && second >= 0xA0;
    const bool beyond = lead == 0xF4 && second >= 0x90;
    if (overlong || surrogate || beyond) return i;
    i += length;
  }
  return std::nullopt;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStride + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStride == 0) before_.push_back(count);
    if (!is_continuation(static_cast<unsigned char>(text[i]))) ++count;
  }
  if (text.size() % kStride == 0) before_.push_back(count);
}

std::uint32_t CodePointIndex::at(std::uint32_t offset) const {
  std::uint32_t count = before_[offset / kStride];
  for (std::size_t i = offset / kStride * kStride; i < offset; ++i)
    if (!is_continuation(static_cast<unsigned char>(text_[i]))) ++count;
  return count;
}

std::string as_utf8(std::string bytes) {
  auto bad = first_invalid_utf8(bytes);
  if (!bad) return bytes;
  std::string out;
  std::string_view rest = bytes;
  for (; bad; bad = first_invalid_utf8(rest)) {
    out.append(rest.substr(0, *bad)) += "\uFFFD";
    rest.remove_prefix(*bad + 1);
  }
  return out.append(rest);
}

std::vector<std::uint32_t> code_point_borders(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) out.push_back(i);
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

}  // namespace attest
