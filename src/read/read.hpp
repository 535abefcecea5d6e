// Reading: bytes to Document. Encoding, normalisation, blocks, and the metadata that the text itself carries.
#pragma once

#include <string>
#include <string_view>

#include "attest/document.hpp"
#include "attest/error.hpp"

namespace attest {

/// What is known about a report from outside its text. The text's own words never override it.
struct Hints {
  std::optional<Sourced<std::string>> title, outlet, author, url;
  std::optional<Sourced<Date>> published;
  std::optional<std::string> retrieved_at;  // "2021-03-09T11:20:05Z"
  std::string charset;                      // what HTTP or MIME headers say the bytes are encoded in; may be wrong
};

/// `known` where it says something, else `otherwise`.
[[nodiscard]] Hints merged(const Hints& known, const Hints& otherwise);

/// Reads a plain-text report.
/// @param name   the input's id or file name, used in errors and as the claim's `doc`
/// @errors empty, binary, bad_encoding (with the byte offset), too_large (over kMaxReportBytes)
[[nodiscard]] Result<Document> read_text(std::string name, std::string bytes, const Hints& hints);

/// Reads one line of JSON-lines input: {"id","text","title","published","outlet","url"}, "text" required, or
/// "html", a web page, instead of it.
/// @param where   "a.jsonl:7", the place for errors and the name if the line has no id
/// @errors bad_json, bad_encoding, empty, too_large
[[nodiscard]] Result<Document> read_json_line(const std::string& where, std::string line, const Hints& hints);

}  // namespace attest
