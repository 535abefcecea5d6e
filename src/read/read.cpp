#include "read/read.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "read/blocks.hpp"
#include "read/encoding.hpp"
#include "read/finish.hpp"
#include "read/html.hpp"

namespace attest {

namespace {

Document finished(Document document, const Hints& hints) {
  document.blocks = find_blocks(document.text);
  finish(document, hints);
  return document;
}

/// A string field of the line; absent and null are nothing, another type is an error.
Result<std::optional<std::string>> string_field(const nlohmann::json& object, const char* key,
                                                const std::string& where) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) return fail(ErrorCode::bad_json, fmt::format("\"{}\" must be a string", key), where);
  return found->get<std::string>();
}

}  // namespace

Hints merged(const Hints& known, const Hints& otherwise) {
  return {.title = known.title ? known.title : otherwise.title,
          .outlet = known.outlet ? known.outlet : otherwise.outlet,
          .author = known.author ? known.author : otherwise.author,
          .url = known.url ? known.url : otherwise.url,
          .published = known.published ? known.published : otherwise.published,
          .retrieved_at = known.retrieved_at ? known.retrieved_at : otherwise.retrieved_at,
          .charset = known.charset.empty() ? otherwise.charset : known.charset};
}

Result<Document> read_text(std::string name, std::string bytes, const Hints& hints) {
  if (bytes.size() > kMaxReportBytes)
    return fail(ErrorCode::too_large, fmt::format("larger than {} bytes", kMaxReportBytes), name);
  Document document;
  ATTEST_TRY(DecodedText decoded, decode_text(bytes, name, hints.charset));
  document.name = std::move(name);
  document.encoding = std::move(decoded.encoding);
  document.text = std::move(decoded.text);
  document.original = std::move(bytes);
  return finished(std::move(document), hints);
}

Result<Document> read_json_line(const std::string& where, std::string line, const Hints& hints) {
  if (line.size() > kMaxReportBytes)
    return fail(ErrorCode::too_large, fmt::format("a line larger than {} bytes", kMaxReportBytes), where);
  if (const auto bad = first_invalid_utf8(line))
    return fail(ErrorCode::bad_encoding, fmt::format("invalid UTF-8 at byte {} of the line", *bad), where);
  nlohmann::json object;
  try {
    object = nlohmann::json::parse(line);
  } catch (const nlohmann::json::parse_error& error) {
    return fail(ErrorCode::bad_json, fmt::format("broken JSON at byte {} of the line", error.byte), where);
  }
  if (!object.is_object()) return fail(ErrorCode::bad_json, "not a JSON object", where);
  ATTEST_TRY(const auto id, string_field(object, "id", where));
  ATTEST_TRY(const auto text, string_field(object, "text", where));
  ATTEST_TRY(const auto html, string_field(object, "html", where));
  ATTEST_TRY(const auto title, string_field(object, "title", where));
  ATTEST_TRY(const auto outlet, string_field(object, "outlet", where));
  ATTEST_TRY(const auto url, string_field(object, "url", where));
  ATTEST_TRY(const auto published, string_field(object, "published", where));
  if (!text && !html) return fail(ErrorCode::bad_json, "\"text\" is missing, and \"html\" as well", where);
  if (text && html) return fail(ErrorCode::bad_json, "has both \"text\" and \"html\"", where);
  if (text && text->find_first_not_of(" \t\r\n") == std::string::npos)
    return fail(ErrorCode::empty, "\"text\" is empty", where);
  Hints own = hints;
  const auto take = [](std::optional<Sourced<std::string>>& hint, const std::optional<std::string>& value) {
    if (!hint && value && !value->empty()) hint = Sourced<std::string>{*value, "json", {}};
  };
  take(own.title, title);
  take(own.outlet, outlet);
  take(own.url, url);
  if (!own.published && published && !published->empty()) {
    const auto date = parse_iso_date(std::string_view(*published).substr(0, 10));
    if (!date)
      return fail(ErrorCode::bad_json, fmt::format("\"published\" is not a date like 2017-03-09: {}", *published),
                  where);
    own.published = Sourced<Date>{*date, "json", {}};
  }
  Document document;
  if (html) {
    own.charset = "utf-8";  // whatever the page was saved in
    ATTEST_TRY(document, read_html(where, *html, own));
    document.name = id && !id->empty() ? *id : where;
    document.encoding = "json";
    document.origins.clear();  // they point into the page, not into the line
    document.original = std::move(line);
    document.id = sha256_hex(document.original);
    return document;
  }
  document.name = id && !id->empty() ? *id : where;
  document.encoding = "json";
  document.text = normalise(*text);
  document.original = std::move(line);
  return finished(std::move(document), own);
}

}  // namespace attest
