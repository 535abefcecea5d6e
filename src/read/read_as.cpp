#include "read/read_as.hpp"

#include <fmt/format.h>

#include <utility>

#include "read/docx.hpp"
#include "read/html.hpp"
#include "read/language.hpp"
#include "read/pdf.hpp"

namespace attest {

namespace {

Result<Document> read(Format format, std::string name, std::string bytes, const Hints& hints) {
  switch (format) {
    case Format::text:
    case Format::other:  // says what the bytes are instead of text
      return read_text(std::move(name), std::move(bytes), hints);
    case Format::json_line:
      return read_json_line(name, std::move(bytes), hints);
    case Format::docx:
      return read_docx(std::move(name), std::move(bytes), hints);
    case Format::pdf:
      return read_pdf(std::move(name), std::move(bytes), hints);
    case Format::html:
      return read_html(std::move(name), std::move(bytes), hints);
    default:
      return fail(ErrorCode::unsupported, fmt::format("{}: not read by this version", describe(format)), name);
  }
}

}  // namespace

Result<Document> read_as(Format format, std::string name, std::string bytes, const Hints& hints) {
  auto document = read(format, std::move(name), std::move(bytes), hints);
  if (document) document->language = detect_language(document->text);
  return document;
}

}  // namespace attest
