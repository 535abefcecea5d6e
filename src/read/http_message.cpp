#include "read/http_message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

#include "read/unpack.hpp"

namespace attest {

namespace {

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find('\n');
  std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// The size that a chunk begins with: "1a0;name=value".
std::optional<std::size_t> chunk_size(std::string_view line) {
  line = trimmed(line.substr(0, line.find(';')));
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (line.empty() || error != std::errc() || end != line.data() + line.size()) return std::nullopt;
  return size;
}

Result<std::string> without_chunks(std::string_view bytes, const std::string& where) {
  std::string_view rest = bytes;
  if (!chunk_size(take_line(rest))) return std::string(bytes);  // the archive has decoded it
  std::string body;
  while (true) {
    const auto size = chunk_size(take_line(bytes));
    if (!size) return fail(ErrorCode::damaged, "damaged: a broken chunk in the HTTP body", where);
    if (*size == 0) return body;
    if (*size > bytes.size()) return fail(ErrorCode::damaged, "damaged: the HTTP body breaks off", where);
    body += bytes.substr(0, *size);
    bytes.remove_prefix(*size);
    if (bytes.empty()) return body;  // the closing chunk is often left out
    (void)take_line(bytes);
  }
}

Result<std::string> unpacked(std::string body, std::string_view encoding, std::size_t limit, const std::string& where) {
  if (encoding.empty() || encoding == "identity") return body;
  const bool gzip = body.starts_with("\x1f\x8b"), zstd = body.starts_with("\x28\xb5\x2f\xfd");
  if (!gzip && !zstd) {
    if (encoding != "br" && encoding != "deflate") return body;  // decoded already
    return fail(ErrorCode::unsupported, fmt::format("HTTP body in the encoding \"{}\"", encoding), where);
  }
  auto growth = std::make_shared<Growth>();
  growth->taken = body.size();
  ByteStream plain(std::make_unique<Unpacked>(
      gzip ? Format::gzip : Format::zstd, std::make_unique<ByteStream>(std::make_unique<MemorySource>(std::move(body))),
      where, Limits{}, growth));
  return plain.rest(limit, where);
}

}  // namespace

HeaderFields HeaderFields::read(std::string_view bytes, std::string_view& rest) {
  HeaderFields found;
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    if (line.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !found.fields_.empty()) {
      found.fields_.back().second.append(" ").append(trimmed(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    found.fields_.emplace_back(small(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  }
  rest = bytes;
  return found;
}

std::string_view HeaderFields::find(std::string_view name) const {
  const std::string wanted = small(name);
  for (const auto& [field, value] : fields_)
    if (field == wanted) return value;
  return {};
}

std::string charset_of(std::string_view content_type) {
  const std::string all = small(content_type);
  const std::size_t at = all.find("charset=");
  if (at == std::string::npos) return {};
  std::string_view value = trimmed(std::string_view(all).substr(at + 8));
  value = value.substr(0, value.find(';'));
  while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == '"' || value.back() == '\'' || value.back() == ' ')) value.remove_suffix(1);
  return std::string(value);
}

Result<HttpResponse> read_http_response(std::string_view bytes, std::size_t limit, const std::string& where) {
  const std::string_view first = take_line(bytes);
  const std::string_view code = first.substr(std::min(first.find(' '), first.size() - 1) + 1).substr(0, 3);
  HttpResponse response;
  const auto parsed = std::from_chars(code.data(), code.data() + code.size(), response.status);
  if (!first.starts_with("HTTP/") || parsed.ec != std::errc())
    return fail(ErrorCode::damaged, "damaged: not an HTTP response", where);
  std::string_view body;
  const HeaderFields fields = HeaderFields::read(bytes, body);
  response.content_type = fields.find("Content-Type");
  response.charset = charset_of(response.content_type);
  if (response.status < 200 || response.status > 299) return response;
  const bool chunked = small(fields.find("Transfer-Encoding")).find("chunked") != std::string::npos;
  ATTEST_TRY(std::string whole, chunked ? without_chunks(body, where) : Result<std::string>(std::string(body)));
  ATTEST_TRY(response.body, unpacked(std::move(whole), small(fields.find("Content-Encoding")), limit, where));
  return response;
}

}  // namespace attest
