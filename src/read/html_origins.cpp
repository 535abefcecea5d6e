#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>

#include "read/html_text.hpp"

namespace attest {

namespace {

std::uint32_t length_at(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) ++end;
  return end - at;
}

/// Adds a run, as a part of the last one where both are verbatim and adjacent.
void add_run(std::vector<OriginRun>& runs, Span text, Span bytes, bool joinable) {
  if (joinable && !runs.empty()) {
    OriginRun& last = runs.back();
    if (last.text.end == text.begin && last.bytes.end == bytes.begin && last.text.size() == last.bytes.size() &&
        text.size() == bytes.size()) {
      last.text.end = text.end;
      last.bytes.end = bytes.end;
      return;
    }
  }
  runs.push_back({text, bytes});
}

/// Runs of an encoding other than UTF-8: as many characters as take the same number of bytes.
void add_converted(std::vector<OriginRun>& out, const OriginRun& run, std::string_view text, const PageText& page) {
  std::uint32_t width = 0;
  for (std::uint32_t t = run.text.begin, p = run.bytes.begin; t < run.text.end;) {
    const std::uint32_t size = length_at(text, t);
    const Span bytes{page.byte_at(p), page.byte_at(p + size)};
    const bool same =
        width == bytes.size() && !out.empty() && out.back().text.end == t && out.back().bytes.end == bytes.begin;
    if (same) {
      out.back().text.end = t + size;
      out.back().bytes.end = bytes.end;
    } else {
      out.push_back({{t, t + size}, bytes});
    }
    width = bytes.size();
    t += size;
    p += size;
  }
}

}  // namespace

std::vector<OriginRun> runs_in_bytes(const std::vector<OriginRun>& runs, std::string_view text,
                                     const HtmlSource& source, const PageText& page) {
  std::vector<OriginRun> out;
  out.reserve(runs.size());
  for (OriginRun run : runs) {
    if (run.text.size() != run.bytes.size()) {  // a reference, or the end of a line
      if (run.bytes.empty()) continue;
      const std::uint32_t begin = source.page_offset(run.bytes.begin);
      const std::uint32_t end = source.page_offset(run.bytes.end - 1) + 1;
      out.push_back({run.text, {page.byte_at(begin), page.byte_at(end)}});
      continue;
    }
    while (!run.text.empty()) {  // the markup may have lost something in the middle of it
      const auto next = std::ranges::upper_bound(source.pieces, run.bytes.begin, {}, &HtmlSource::Piece::in_markup);
      const std::uint32_t stop = next == source.pieces.end() ? run.bytes.end : std::min(run.bytes.end, next->in_markup);
      const std::uint32_t size = stop - run.bytes.begin;
      const std::uint32_t begin = source.page_offset(run.bytes.begin);
      const OriginRun part{{run.text.begin, run.text.begin + size}, {begin, begin + size}};
      if (page.is_verbatim())
        add_run(out, part.text, {page.byte_at(begin), page.byte_at(begin) + size}, true);
      else
        add_converted(out, part, text, page);
      run.text.begin += size;
      run.bytes.begin += size;
    }
  }
  return out;
}

namespace {

/// Follows offsets, asked in ascending order, from a text to its normal form.
class Moves {
 public:
  explicit Moves(const icu::Edits& edits) : at_(edits.getFineIterator()) {}

  /// Where the character at `offset` went; the end of its change if it lies inside one and `up`, else the beginning.
  std::uint32_t operator()(std::uint32_t offset, bool up) {
    UErrorCode status = U_ZERO_ERROR;
    const auto source = static_cast<std::int32_t>(offset);
    if (!at_.findSourceIndex(source, status))
      return static_cast<std::uint32_t>(at_.destinationIndex());  // the end of the text
    if (!at_.hasChange()) return static_cast<std::uint32_t>(at_.destinationIndex() + (source - at_.sourceIndex()));
    const bool inside = source > at_.sourceIndex();
    return static_cast<std::uint32_t>(at_.destinationIndex() + (inside && up ? at_.newLength() : 0));
  }
  [[nodiscard]] bool changes(Span span) {
    UErrorCode status = U_ZERO_ERROR;
    for (auto at = static_cast<std::int32_t>(span.begin); at < static_cast<std::int32_t>(span.end);) {
      if (!at_.findSourceIndex(at, status)) return false;
      if (at_.hasChange()) return true;
      at = at_.sourceIndex() + at_.oldLength();
    }
    return false;
  }

 private:
  icu::Edits::Iterator at_;
};

}  // namespace

void normalise_with_origins(std::string& text, std::vector<Block>& blocks, std::vector<OriginRun>& runs) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (nfc->isNormalizedUTF8(text, status)) return;
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  icu::Edits edits;
  nfc->normalizeUTF8(0, text, sink, &edits, status);
  Moves move(edits);
  for (Block& block : blocks) block.span = {move(block.span.begin, false), move(block.span.end, true)};
  std::vector<OriginRun> moved;
  moved.reserve(runs.size());
  for (const OriginRun& run : runs) {
    // A run that changes inside is divided at its characters, so that only those lose their exact place.
    const bool verbatim = run.text.size() == run.bytes.size();
    const std::uint32_t step = move.changes(run.text) && verbatim ? 0 : run.text.size();
    for (std::uint32_t at = run.text.begin; at < run.text.end;) {
      const std::uint32_t end = at + (step == 0 ? length_at(text, at) : step);
      Span bytes = run.bytes;
      if (step == 0) bytes = {run.bytes.begin + (at - run.text.begin), run.bytes.begin + (end - run.text.begin)};
      const Span to{move(at, false), move(end, true)};
      if (!moved.empty() && moved.back().text.end > to.begin) {  // a mark that joined the letter before it
        moved.back().text.end = std::max(moved.back().text.end, to.end);
        moved.back().bytes.end = std::max(moved.back().bytes.end, bytes.end);
      } else if (!to.empty()) {
        add_run(moved, to, bytes, step == 0);
      }
      at = end;
    }
  }
  std::uint32_t end = 0;
  std::erase_if(moved, [&](const OriginRun& run) {  // characters that changed places with their neighbours
    const bool overlaps = run.text.begin < end;
    end = std::max(end, run.text.end);
    return overlaps;
  });
  runs = std::move(moved);
  text = std::move(normal);
}

}  // namespace attest
