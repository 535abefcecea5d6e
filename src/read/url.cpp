#include "read/url.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace attest {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string part(const Url& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(&curl_free)> release(text, curl_free);
  return text;
}

bool set(const Url& url, const std::string& text) {
  return curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_URLENCODE | CURLU_DISALLOW_USER) == CURLUE_OK;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(), lower);
  return text;
}

}  // namespace

bool looks_like_url(std::string_view word) {
  const std::string begin = lowered(std::string(word.substr(0, 8)));
  return begin.starts_with("http://") || begin.starts_with("https://");
}

std::optional<std::string> resolve_url(std::string_view reference, std::string_view base) {
  reference = trimmed(reference);
  reference = reference.substr(0, reference.find('#'));
  base = base.substr(0, base.find('#'));
  if (reference.empty() && base.empty()) return std::nullopt;
  std::string text;  // curl takes a line break for the end, browsers take it away
  std::ranges::copy_if(reference, std::back_inserter(text), [](char c) { return c != '\n' && c != '\r' && c != '\t'; });
  if (text.find('\0') != std::string::npos) return std::nullopt;
  const Url url(curl_url(), curl_url_cleanup);
  if (!base.empty() && !set(url, std::string(base))) return std::nullopt;
  if (!text.empty() && !set(url, text)) return std::nullopt;
  const std::string scheme = part(url, CURLUPART_SCHEME);
  const std::string host = part(url, CURLUPART_HOST);
  if ((scheme != "http" && scheme != "https") || host.empty()) return std::nullopt;
  if (curl_url_set(url.get(), CURLUPART_HOST, lowered(host).c_str(), 0) != CURLUE_OK) return std::nullopt;
  std::string whole = part(url, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
  if (whole.empty()) return std::nullopt;
  return whole;
}

UrlParts parts_of_url(const std::string& url) {
  const Url parsed(curl_url(), curl_url_cleanup);
  if (!set(parsed, url)) return {};
  UrlParts parts;
  parts.host = lowered(part(parsed, CURLUPART_HOST));
  parts.origin = part(parsed, CURLUPART_SCHEME) + "://" + parts.host;
  if (const std::string port = part(parsed, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT); !port.empty())
    parts.origin += ":" + port;
  parts.target = part(parsed, CURLUPART_PATH);
  if (parts.target.empty()) parts.target = "/";
  if (const std::string query = part(parsed, CURLUPART_QUERY); !query.empty()) parts.target += "?" + query;
  return parts;
}

}  // namespace attest
