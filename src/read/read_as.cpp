#include "read/read_as.hpp"

#include <fmt/format.h>

#include <utility>

#include "read/html.hpp"

namespace attest {

Result<Document> read_as(Format format, std::string name, std::string bytes, const Hints& hints) {
  switch (format) {
    case Format::text:
    case Format::other:  // says what the bytes are instead of text
      return read_text(std::move(name), std::move(bytes), hints);
    case Format::json_line:
      return read_json_line(name, std::move(bytes), hints);
    case Format::html:
      return read_html(std::move(name), std::move(bytes), hints);
    default:
      return fail(ErrorCode::unsupported, fmt::format("{}: not read by this version", describe(format)), name);
  }
}

}  // namespace attest
