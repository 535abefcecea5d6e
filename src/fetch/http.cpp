#include "fetch/http.hpp"

#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

#include "fetch/curl_handle.hpp"
#include "fetch/network_address.hpp"

namespace attest {

namespace {

constexpr std::size_t kMaxHeaderBytes = std::size_t{64} << 10U;

struct Exchange {
  const HttpLimits& limits;
  HttpResponse response;
  std::string refused_address;
  bool headers_too_long = false, cut = false;
};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool is_named(std::string_view line, std::string_view name) {
  return line.size() > name.size() && line[name.size()] == ':' &&
         std::ranges::equal(line.substr(0, name.size()), name, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

std::size_t on_body(char* bytes, std::size_t, std::size_t size, void* data) {
  auto& exchange = *static_cast<Exchange*>(data);
  const std::size_t room = exchange.limits.bytes - exchange.response.body.size();
  exchange.response.body.append(bytes, std::min(size, room));
  if (size <= room) return size;
  exchange.cut = true;
  return 0;
}

std::size_t on_header(char* bytes, std::size_t, std::size_t size, void* data) {
  auto& exchange = *static_cast<Exchange*>(data);
  const std::string_view line = trimmed({bytes, size});
  std::string& headers = exchange.response.headers;
  if (headers.size() + line.size() > kMaxHeaderBytes) {
    exchange.headers_too_long = true;
    return 0;
  }
  if (line.starts_with("HTTP/")) headers.clear();  // those before it were of an interim answer
  if (!line.empty() && !is_named(line, "set-cookie")) headers.append(line) += '\n';
  return size;
}

/// Called with the address that a name has been resolved to, just before the connection is made: whatever a name
/// server said a moment before, this is where the bytes would go.
curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
  auto& exchange = *static_cast<Exchange*>(data);
  if (!exchange.limits.allow_private && !is_public_address(address->addr)) {
    exchange.refused_address = to_text(address->addr);
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

HttpError error_of(CURLcode code, const Exchange& exchange, const HttpLimits& limits) {
  if (!exchange.refused_address.empty() && code != CURLE_OPERATION_TIMEDOUT)
    return {HttpFailure::private_address,
            fmt::format("{} is not an address of the public internet (--allow-private allows it)",
                        exchange.refused_address)};
  if (exchange.headers_too_long)
    return {HttpFailure::broken, fmt::format("sends more than {} KiB of headers", kMaxHeaderBytes >> 10U)};
  if (code == CURLE_OPERATION_TIMEDOUT)
    return {HttpFailure::too_slow, fmt::format("too slow: no answer, or no end of it, within {} s",
                                               static_cast<double>(limits.time.count()) / 1000)};
  if (code == CURLE_BAD_CONTENT_ENCODING || code == CURLE_WRITE_ERROR || code == CURLE_HTTP2 ||
      code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_UNSUPPORTED_PROTOCOL)
    return {HttpFailure::broken, fmt::format("answers what cannot be read: {}", curl_easy_strerror(code))};
  return {HttpFailure::unreachable, fmt::format("cannot be reached: {}", curl_easy_strerror(code))};
}

}  // namespace

tl::expected<HttpResponse, HttpError> ask(const HttpRequest& request, const HttpLimits& limits) {
  Exchange exchange{limits, {}, {}, false, false};
  const CurlHandle curl = curl_for(request.url, limits.without_bytes);
  CurlHeaders headers(nullptr, curl_slist_free_all);
  const auto add = [&](const std::string& name, const std::string& value) {
    if (value.empty()) return;
    curl_slist* longer = curl_slist_append(headers.get(), fmt::format("{}: {}", name, value).c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)headers.release();
    headers.reset(longer);
  };
  add("Accept", request.accept);
  add("If-None-Match", request.etag);
  add("If-Modified-Since", request.last_modified);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, request.agent.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, "gzip, br");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(limits.time.count()));
  curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETDATA, &exchange);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &exchange);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &exchange);
  const CURLcode code = curl_easy_perform(curl.get());
  if (code != CURLE_OK && !exchange.cut) return tl::unexpected<HttpError>(error_of(code, exchange, limits));
  exchange.response.complete = !exchange.cut;
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  exchange.response.status = static_cast<int>(status);
  return std::move(exchange.response);
}

std::string header_value(std::string_view headers, std::string_view name) {
  std::string_view value;
  while (!headers.empty()) {
    const std::size_t end = std::min(headers.find('\n'), headers.size());
    const std::string_view line = headers.substr(0, end);
    if (is_named(line, name)) value = trimmed(line.substr(name.size() + 1));
    headers.remove_prefix(std::min(end + 1, headers.size()));
  }
  return std::string(value);
}

}  // namespace attest
