// What an input is: found from its first bytes, its name and what HTTP or MIME headers call it. Content decides over
// names, because saved files often bear the wrong one.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace attest {

enum class Format {
  // one report
  text,
  json_line,
  html,
  pdf,
  docx,
  // many reports, or one inside
  json_lines,
  table,  // CSV, TSV
  feed,   // RSS, Atom, JSON Feed
  mail,
  mbox,
  warc,
  zip,
  tar,
  gzip,
  zstd,
  bzip2,
  xz,
  // neither: pictures, programs, office files that are not read
  other,
};

/// As many first bytes as sniff() has use for.
inline constexpr std::size_t kSniffBytes = 4096;

/// What the input is. Text that is nothing else is Format::text.
/// @param name          a file name or address; only its extension counts
/// @param head          the first bytes, kSniffBytes if there are so many
/// @param content_type  "text/html; charset=utf-8"; empty if unknown
[[nodiscard]] Format sniff(std::string_view name, std::string_view head, std::string_view content_type = {});

/// What the extension says: ".html", ".txt", ".jsonl"; nothing for others.
[[nodiscard]] std::optional<Format> format_of_name(std::string_view name);

/// Whether this version reads the format. The others are refused as unsupported.
[[nodiscard]] bool is_readable(Format format);

/// Whether a file of this name in a folder or an archive is meant to be read.
[[nodiscard]] bool is_report_name(std::string_view name);

/// For people: "a PDF file".
[[nodiscard]] std::string_view describe(Format format);

}  // namespace attest
