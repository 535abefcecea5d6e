#include <algorithm>
#include <optional>

#include "attest/origins.hpp"

namespace attest {

namespace {

std::uint32_t characters(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

/// The part of a run's bytes that a part of its text came from.
Span part_of(const OriginRun& run, Span part, std::string_view text) {
  if (run.text.size() == run.bytes.size())
    return {run.bytes.begin + (part.begin - run.text.begin), run.bytes.begin + (part.end - run.text.begin)};
  const std::uint32_t all = characters(slice(text, run.text));
  if (all == 0 || run.bytes.size() % all != 0) return run.bytes;
  const std::uint32_t width = run.bytes.size() / all;
  const std::uint32_t before = characters(slice(text, {run.text.begin, part.begin}));
  const std::uint32_t inside = characters(slice(text, part));
  return {run.bytes.begin + before * width, run.bytes.begin + (before + inside) * width};
}

}  // namespace

std::optional<Span> original_bytes(const Document& document, Span words) {
  std::optional<Span> found;
  auto run = std::ranges::upper_bound(document.origins, words.begin, {}, [](const OriginRun& r) { return r.text.end; });
  for (; run != document.origins.end() && run->text.begin < words.end; ++run) {
    const Span part{std::max(words.begin, run->text.begin), std::min(words.end, run->text.end)};
    const Span bytes = part_of(*run, part, document.text);
    found = found ? Span{std::min(found->begin, bytes.begin), std::max(found->end, bytes.end)} : bytes;
  }
  return found;
}

}  // namespace attest
