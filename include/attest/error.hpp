// Reading thousands of reports, some will be broken: that is an outcome to record, so it stands in the
// signature. An Error says what happened, to people, and where (file, line, byte).
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace attest {

enum class ErrorCode {
  usage,         // the command's words are off
  not_found,     // no such file, folder or document
  unreadable,    // exists, but may not or cannot be read
  empty,         // nothing in it
  binary,        // not text
  bad_encoding,  // bytes that are not what they seem to be encoded in
  bad_json,      // broken JSON, or JSON of another shape
  too_large,     // over a limit that the message names
  unsupported,   // a format that is known and not read
  damaged,       // an archive, page or mail that breaks off or breaks its own rules
  encrypted,     // readable only with a password
  bad_resource,  // a resource file breaks its own rules
  bad_ledger,    // not a ledger, damaged, or of a newer version
  bad_model,     // not a language model, damaged, or of another version
  io,            // writing failed: disk full, pipe closed
};

struct Error {
  ErrorCode code = ErrorCode::io;
  std::string message;  // one line for people, without the place
  std::string where;    // "reports/a.jsonl:7", "resources/en/actors.tsv:12", or empty

  /// "where: message", or the message alone.
  [[nodiscard]] std::string to_string() const { return where.empty() ? message : where + ": " + message; }
  bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}

}  // namespace attest

#define ATTEST_CONCAT_INNER(a, b) a##b
#define ATTEST_CONCAT(a, b) ATTEST_CONCAT_INNER(a, b)
#define ATTEST_TRY_NAMED(name, declaration, ...)                              \
  auto name = (__VA_ARGS__);                                                  \
  if (!name) return tl::unexpected<::attest::Error>(std::move(name).error()); \
  declaration = std::move(*name)

/// ATTEST_TRY(auto doc, read_text(bytes)): the value, or return the error to the caller.
#define ATTEST_TRY(declaration, ...) ATTEST_TRY_NAMED(ATTEST_CONCAT(attest_try_, __LINE__), declaration, __VA_ARGS__)

/// ATTEST_CHECK(step()): for Result<void>.
#define ATTEST_CHECK(...)                                                                       \
  do {                                                                                          \
    auto attest_check = (__VA_ARGS__);                                                          \
    if (!attest_check) return tl::unexpected<::attest::Error>(std::move(attest_check).error()); \
  } while (false)
