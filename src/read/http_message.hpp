// A kept HTTP response, as web archives have it: status, headers, and the body as it was meant to be read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attest/error.hpp"

namespace attest {

/// Header fields as "Name: value" lines, of HTTP, MIME and WARC.
class HeaderFields {
 public:
  /// Reads lines up to a blank one; lines that are no fields are passed over. Folded lines are joined.
  /// @param rest  becomes what follows the blank line
  static HeaderFields read(std::string_view bytes, std::string_view& rest);
  /// The first field of this name, in any case; empty if there is none.
  [[nodiscard]] std::string_view find(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;  // names in small letters
};

struct HttpResponse {
  int status = 0;
  std::string content_type, charset;
  std::string body;  // without chunks and content encoding
};

/// Reads a response. Archives keep some bodies decoded already under their old headers: what does not look encoded is
/// taken as it is.
/// @param limit  of the decoded body, in bytes
/// @errors damaged, too_large; unsupported for a content encoding that is not read
[[nodiscard]] Result<HttpResponse> read_http_response(std::string_view bytes, std::size_t limit,
                                                      const std::string& where);

/// "utf-8" of "text/html; charset=utf-8"; empty if it says nothing.
[[nodiscard]] std::string charset_of(std::string_view content_type);

}  // namespace attest
