// What reading makes of a report: immutable text, its blocks and what the text itself says about its origin.
// Stage: src/read makes it, everything after it reads it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attest/date.hpp"
#include "attest/span.hpp"
#include "attest/vocabulary.hpp"

namespace attest {

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;  // without leading or trailing white space; blocks do not overlap and stand in text order
  bool operator==(const Block&) const = default;
};

/// A value about the report and where it was read from.
template <class T>
struct Sourced {
  T value;
  std::string origin;        // "command line", "json", "byline", "JSON-LD", "meta article:published_time", "address"
  std::optional<Span> span;  // the words, where it was read from the text
  bool operator==(const Sourced&) const = default;
};

/// Where a range of the text stands in the unaltered bytes. If both are equally long they are the same byte by byte;
/// else every code point of the text comes from the same number of bytes (two of UTF-16, one of windows-1251), or, if
/// that does not come out even, the whole from the whole ("é" from "&eacute;"). What lies between two runs was not in the page (a space that
/// divides blocks), or is not in the text (tags).
struct OriginRun {
  Span text;
  Span bytes;  // of Document::original
  bool operator==(const OriginRun&) const = default;
};

struct Document {
  std::string name;       // the input's id or file name: "seed-001.txt", "a.jsonl:7"
  std::string id;         // SHA-256 of the unaltered bytes, 64 hex digits
  std::string original;   // the unaltered bytes
  std::string encoding;   // what the bytes were decoded from: "UTF-8", "windows-1252", "json"
  std::string text;       // normalised: UTF-8, NFC, "\n" line ends; never changed afterwards
  std::string text_hash;  // SHA-256 of text
  std::vector<Block> blocks;
  std::vector<OriginRun> origins;  // in text order, of web pages; empty where text and bytes are the same but for their
                                   // normal form

  std::optional<Sourced<std::string>> title, outlet, agency, author, url;
  std::optional<Sourced<Date>> published, updated;
  std::optional<Sourced<std::string>> published_at;    // the instant as written, ISO 8601, if a time of day is given
  std::optional<Sourced<std::string>> dateline_place;  // "MOSUL" of "MOSUL -"
  std::optional<std::string> retrieved_at;             // when it was fetched: "2021-03-09T11:20:05Z"

  std::optional<Sourced<std::string>>
      language;  // BCP 47: "en", "ar", "zh-Hant"; nothing if the text is too short to tell

  bool operator==(const Document&) const = default;
};

}  // namespace attest
